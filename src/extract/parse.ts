import type { Sentence, Span } from '../core/document.ts'
import type { Chunk, NounPhrase } from './chunk.ts'
import { chunkWords } from './chunks.ts'
import type { Clause } from './clause.ts'
import { buildClauses } from './clauses.ts'
import type { Lexemes } from './lexeme.ts'
import type { Tagged } from './pos.ts'
import type { Tags } from './tag.ts'
import { tagWords } from './tag-words.ts'
import type { Triggers } from './triggers.ts'
import { toWords } from './words.ts'

/** Where a noun phrase stands: in which clause, in which role. */
export interface Standing {
  readonly clause: Clause
  readonly role: 'subject' | 'object' | 'prepositional'
  readonly preposition: string | undefined
}

/** A sentence taken apart. */
export interface Parse {
  readonly sentence: Sentence
  readonly words: readonly Tagged[]
  readonly chunks: readonly Chunk[]
  readonly clauses: readonly Clause[]
  /** Undefined for a phrase that no verb governs. */
  standing(phrase: NounPhrase): Standing | undefined
  /** The text from one word to another. */
  text(from: number, to: number): string
}

/** "TEHRAN –", "KABUL (Reuters) -", "LA PAZ, Bolivia --", "(CNN)": where it was filed is no part of the sentence. */
const DATELINE =
  /^(?:\([A-Z]{2,8}\)\s+|(?:\p{Lu}[\p{L}.’']*[ ,]{0,2}){1,5}(?:,? (?:\w+\.? )?\d{1,2}(?:, \w+)?)?\s*(?:\([^)]{2,30}\)\s*)?(?:--|[-–—:])\s+)(?=["“‘]?\p{Lu})/u

/** Takes a sentence of an article's text apart into words, chunks and clauses. */
export function parseSentence(
  text: string,
  sentence: Sentence,
  tags: Tags,
  lexemes: Lexemes,
  triggers: Triggers,
): Parse {
  const within = <T extends Span>(list: readonly T[]): T[] => {
    const found: T[] = []
    for (let i = firstFrom(list, sentence.start); i < list.length && list[i]!.start < sentence.end; i++)
      if (list[i]!.end <= sentence.end) found.push(list[i]!)
    return found
  }
  const dateline = /[-–—:(]/.test(sentence.text) ? DATELINE.exec(sentence.text) : null
  const from = sentence.start + (dateline?.[0].length ?? 0)
  const all = toWords(text, sentence, within(tags.mentions), within(tags.places), triggers.compounds, lexemes)
  const words = tagWords(dateline ? all.filter((w) => w.start >= from) : all, lexemes)
  const chunks = chunkWords(words)
  const clauses = buildClauses(chunks, words, triggers.clauseWords)
  let standings: ReadonlyMap<NounPhrase, Standing> | undefined
  return {
    sentence,
    words,
    chunks,
    clauses,
    standing: (phrase) => {
      // Most sentences never ask.
      standings ??= standingsOf(clauses)
      return standings.get(phrase) ?? behindAnother(phrase, standings)
    },
    text: (a, b) => sentence.text.slice(words[a]!.start - sentence.start, words[b]!.end - sentence.start),
  }
}

/** The first of a list in text order that starts at `offset` or behind it: an article may be long, a sentence is not. */
function firstFrom(list: readonly Span[], offset: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

function standingsOf(clauses: readonly Clause[]): Map<NounPhrase, Standing> {
  const standings = new Map<NounPhrase, Standing>()
  for (const clause of clauses) {
    const put = (phrases: readonly NounPhrase[], role: Standing['role'], preposition?: string): void => {
      for (const p of phrases) if (!standings.has(p)) standings.set(p, { clause, role, preposition })
    }
    // The subject of a clause that hangs on another stands where it does there.
    if (clause.link === undefined || clause.link === 'content' || clause.link === 'coordinate')
      put(clause.subjects, 'subject')
    for (const list of clause.objects) put(list, 'object')
    for (const pp of clause.prepositional) put(pp.phrases, 'prepositional', pp.preposition)
  }
  return standings
}

/** A phrase behind another one ("the condemnation of the attack") stands where the outer one does. */
function behindAnother(
  phrase: NounPhrase,
  standings: ReadonlyMap<NounPhrase, Standing>,
): Standing | undefined {
  for (const [outer, { clause }] of standings) {
    if (outer.posts.some((p) => p.phrases.includes(phrase)))
      return { clause, role: 'prepositional', preposition: 'of' }
  }
  return undefined
}
