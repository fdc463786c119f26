import type { Article } from '../core/article.ts'
import type { Sentence, Span } from '../core/document.ts'
import { fold } from '../gazetteer/fold.ts'
import { type Stub, slugOf } from '../gazetteer/stub.ts'
import type { Extractor } from './extractor.ts'
import type { Guess } from './guesses.ts'
import { compileNameWords, NAME, type NameWords } from './name-words.ts'

/** A name that articles use and the gazetteer lacks. */
export interface Suggestion {
  readonly name: string
  readonly kind: Guess
  readonly count: number
  readonly articles: number
  /** The country most often named in the same sentences. */
  readonly country: string | null
  /** Other spellings that fold to the same. */
  readonly variants: readonly string[]
  /** Two sentences, from different articles where there are. */
  readonly contexts: readonly string[]
  /** An entry to be, for the kinds that have entries. */
  readonly stub: Stub | null
}

interface Candidate {
  readonly spellings: Map<string, number>
  readonly kinds: Map<Guess, number>
  readonly countries: Map<string, number>
  readonly offices: Map<string, number>
  readonly contexts: string[]
  count: number
  articles: number
  lastArticle: string
}

/** Beyond this many names those seen once are let go: an archive has no end of them. */
const MOST = 100_000

/** A letter-and-digit designation: "Kh-101", "Su-75", "9M133M". */
const DESIGNATION =
  /(?<![\p{L}\p{N}-])(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{L})(?:\p{Lu}[\p{L}]{0,11}[- ]?\d[\p{L}\d]*(?:[-/]\p{Lu}?[\p{L}\d]+)*|\d{1,2}\p{Lu}{1,2}\d+[\p{L}\d]*)(?![\p{L}\p{N}])/gu
/** Capitalized words in a row, inside joined by "of" and the like. */
const SEQUENCE =
  /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}’'-]*(?:(?: (?:of|for|and|the|al|de|bin|ul|ibn|van|von|der))* \p{Lu}[\p{L}’'-]*){0,5}/gu
const LOCATIVE = /(?:^|\s)(?:in|at|near|from|outside|around|across|to|into|via) (?:the )?$/iu

/** Collects names over many articles; what it holds is bounded. */
export interface Suggester {
  read(article: Article): void
  /** By frequency, most frequent first; equal ones by name. */
  suggestions(): Suggestion[]
}

export function createSuggester(extractor: Extractor): Suggester {
  const { gazetteer } = extractor
  const words = compileNameWords(gazetteer)
  const arms = armsNouns(extractor)
  // "Foreign Ministry", "Air Force": whose it is the relations find out, and no one entry can say.
  const agents = new Set(gazetteer.words.agents.flatMap((a) => a.words))
  const candidates = new Map<string, Candidate>()

  const note = (name: string, kind: Guess, article: Article, sentence: Sentence, near: Nearby): void => {
    const key = fold(name)
    if (agents.has(key)) return
    let found = candidates.get(key)
    if (!found) {
      if (candidates.size >= MOST) for (const [k, c] of candidates) if (c.count === 1) candidates.delete(k)
      found = {
        spellings: new Map(),
        kinds: new Map(),
        countries: new Map(),
        offices: new Map(),
        contexts: [],
        count: 0,
        articles: 0,
        lastArticle: '',
      }
      candidates.set(key, found)
    }
    found.count++
    bump(found.spellings, name)
    bump(found.kinds, kind)
    for (const country of near.countries) bump(found.countries, country)
    if (near.office !== undefined) bump(found.offices, near.office)
    if (found.lastArticle === article.id) return
    found.articles++
    found.lastArticle = article.id
    const context = sentence.text.replace(/\s+/g, ' ').trim()
    if (found.contexts.length < 2 && !found.contexts.includes(context))
      found.contexts.push(context.length > 240 ? `${context.slice(0, 239)}…` : context)
  }

  return {
    read(article) {
      const { sentences, tags } = extractor.tag(article)
      const { text } = article
      const taken: Span[] = [...tags.mentions, ...tags.places, ...tags.unlisted]
      // Titles, and names that stand for nothing, are known too.
      const known = gazetteer.match(text, article.language)
      for (const match of known)
        if (match.senses.some((s) => !s.weak && s.via !== 'surname')) taken.push(match)
      const free = freeOf(text.length, taken)
      // A town that the sentence made a person all the same: "Abu Dhabi said".
      const listed = (m: Span): boolean =>
        known.some(
          (k) => k.start <= m.start && k.end >= m.end && k.senses.some((s) => !s.weak && s.via !== 'surname'),
        )
      const officeBefore = (start: number): string | undefined => {
        const match = known.find(
          (m) => m.end <= start && start - m.end <= 2 && text.slice(m.end, start).trim() === '',
        )
        const title = match?.senses.find((s) => s.via === 'title')
        return title && gazetteer.offices[title.what]!.office
      }
      for (const sentence of sentences) {
        const inside = (s: Span): boolean => s.start >= sentence.start && s.end <= sentence.end
        const countries = [
          ...new Set(
            tags.mentions
              .filter((m) => m.kind === 'country' && inside(m))
              .map((m) => m.entity.slice('country/'.length)),
          ),
        ]
        const near = (start: number): Nearby => ({ countries, office: officeBefore(start) })
        for (const m of tags.unlisted)
          if (inside(m) && m.antecedent === undefined && !listed(m))
            note(m.text, m.kind === 'leader' ? 'leader' : 'organization', article, sentence, near(m.start))
        const at = sentence.start
        for (const found of text.slice(at, sentence.end).matchAll(DESIGNATION)) {
          const span = { start: at + found.index, end: at + found.index + found[0].length }
          if (!free(span)) continue
          const around = text.slice(
            Math.max(sentence.start, span.start - 80),
            Math.min(sentence.end, span.end + 80),
          )
          const weapon = (around.toLowerCase().match(/\p{L}+/gu) ?? []).some((w) => arms.has(w))
          note(found[0], weapon ? 'weapon' : 'unknown', article, sentence, near(span.start))
        }
        for (const found of text.slice(at, sentence.end).matchAll(SEQUENCE)) {
          const name = trimmed(found[0], at + found.index, sentence.start, words)
          if (!name || !free(name)) continue
          note(
            text.slice(name.start, name.end),
            guess(text, name, words, arms),
            article,
            sentence,
            near(name.start),
          )
        }
      }
    },
    suggestions() {
      const list: Suggestion[] = []
      for (const c of candidates.values()) {
        const spellings = ranked(c.spellings)
        const name = spellings[0]!
        const kind = kindOf(c)
        const country = ranked(c.countries)[0] ?? null
        const office = ranked(c.offices)[0]
        const stub: Stub | null =
          kind === 'place' || kind === 'unknown' || slugOf(name) === ''
            ? null
            : { kind, name, aliases: spellings.slice(1), country: country ?? undefined, office }
        list.push({
          name,
          kind,
          count: c.count,
          articles: c.articles,
          country,
          variants: spellings.slice(1),
          contexts: c.contexts,
          stub,
        })
      }
      return list.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    },
  }
}

interface Nearby {
  readonly countries: readonly string[]
  readonly office: string | undefined
}

function bump<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const ranked = <K>(counts: ReadonlyMap<K, number>): K[] =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key)

/** The guess made most often, where it was made often enough to mean something. */
function kindOf({ kinds, count }: Candidate): Guess {
  const best = ranked(kinds).find((k) => k !== 'unknown')
  return best !== undefined && kinds.get(best)! * 4 >= count ? best : 'unknown'
}

/** Single nouns for arms, aircraft and ships, as the word lists have them. */
function armsNouns(extractor: Extractor): ReadonlySet<string> {
  const { objects } = extractor.gazetteer.words
  const nouns = ['arms', 'aircraft', 'ships'].flatMap((name) => objects[name] ?? [])
  return new Set(nouns.filter((n) => /^\p{L}+$/u.test(n)).flatMap((n) => [n, `${n}s`]))
}

/** Whether a span is free of all those taken. */
function freeOf(length: number, taken: readonly Span[]): (span: Span) => boolean {
  const cover = new Uint8Array(length)
  for (const { start, end } of taken) cover.fill(1, start, end)
  return ({ start, end }) => !cover.subarray(start, end).includes(1)
}

const PLAIN = NAME.opener | NAME.date | NAME.title | NAME.connector

/** The sequence without what only opens the sentence, days and titles; undefined where no name is left. */
function trimmed(text: string, start: number, sentenceStart: number, words: NameWords): Span | undefined {
  let list = [...text.replace(/['’]s$/u, '').matchAll(/\S+/g)].map((m) => ({
    word: m[0],
    start: start + m.index,
  }))
  const plain = (word: string): boolean => (words.of(word) & PLAIN) !== 0 || /^\p{Ll}/u.test(word)
  while (list.length > 0 && plain(list[0]!.word)) list = list.slice(1)
  while (list.length > 0 && plain(list.at(-1)!.word)) list = list.slice(0, -1)
  const first = list[0]
  const last = list.at(-1)
  if (!first || !last) return undefined
  const span = { start: first.start, end: last.start + last.word.replace(/['’]s$/u, '').length }
  if (list.length > 1) {
    // A sentence's first word may have its capital from there alone.
    if (first.start === sentenceStart && words.of(first.word) & NAME.common && list.length === 2)
      return undefined
    return span
  }
  if (first.start === sentenceStart || first.word.length < 3) return undefined
  return words.of(first.word) & (NAME.common | NAME.given | NAME.family | NAME.abbreviation | NAME.head)
    ? undefined
    : span
}

/** What a name that the tagger did not tell may be, by its neighbours. */
function guess(text: string, span: Span, words: NameWords, arms: ReadonlySet<string>): Guess {
  const after = /^[ -](\p{Ll}[\p{Ll}-]*)(?: (\p{Ll}+))?/u.exec(text.slice(span.end, span.end + 40))
  if (after && (arms.has(after[1]!) || (after[2] !== undefined && arms.has(after[2])))) return 'weapon'
  const name = text.slice(span.start, span.end)
  if (name.split(' ').some((w) => words.of(w) & (NAME.head | NAME.tail))) return 'organization'
  if (name.split(' ').every((w) => words.of(w) & NAME.place)) return 'place'
  if (LOCATIVE.test(text.slice(Math.max(0, span.start - 16), span.start))) return 'place'
  return 'unknown'
}
