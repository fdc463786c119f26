import type { Morphology, VerbReading } from './grammar.ts'
import {
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  HAVE,
  MODALS,
  NUMBERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
} from './word-classes.ts'
import type { Word } from './words.ts'

/** What a word does in its sentence. */
export type Pos =
  | 'noun'
  | 'name'
  | 'pronoun'
  | 'possessive'
  | 'determiner'
  | 'adjective'
  | 'adverb'
  | 'number'
  | 'time'
  | 'verb'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'to'
  | 'preposition'
  | 'and'
  | 'that'
  | 'if'
  | 'who'
  | 'not'
  | 'apostrophe'
  | 'comma'
  | 'hyphen'
  | 'quote'
  | 'open'
  | 'close'
  | 'stop'

export interface Tagged extends Word {
  readonly pos: Pos
  /** For verbs, `be`, `have` and `do`. */
  readonly verb: VerbReading | undefined
  /** Singular of a noun. */
  readonly lemma: string | undefined
  /** A past form that may as well be the participle: "supplied", not "came". */
  readonly participle: boolean
}

/** A sentence while its words are tagged, from left to right. */
export interface Tagging {
  readonly words: readonly Word[]
  /** The words tagged so far. */
  readonly out: Tagged[]
  readonly morphology: Morphology
  /** In a headline that capitalizes every word, or all letters, a capital tells nothing. */
  readonly shouting: boolean
}

/** Tags the next word. */
export function put(
  { words, out }: Tagging,
  pos: Pos,
  more: { verb?: VerbReading; lemma?: string; participle?: boolean } = {},
): void {
  const { start, end, text, lower, mention, place, joined } = words[out.length]!
  const { verb, lemma, participle = false } = more
  out.push({ start, end, text, lower, mention, place, joined, pos, verb, lemma, participle })
}

/** Whether a noun phrase may begin at word `i`. */
export function isNominalStart({ words, morphology }: Tagging, i: number): boolean {
  const w = words[i]
  if (!w) return false
  if (w.mention || w.place) return true
  const l = w.lower
  if (
    DETERMINERS.has(l) ||
    POSSESSIVES.has(l) ||
    PRONOUNS.has(l) ||
    NUMBERS.has(l) ||
    /^\p{N}/u.test(l) ||
    l === 'that'
  )
    return true
  if (/^["“‘']$/.test(l)) return true
  if (PREPOSITIONS.has(l) || BE.has(l) || HAVE.has(l) || MODALS.has(l) || CONJUNCTIONS.has(l)) return false
  const r = morphology.read(l)
  return r.adjective || (r.noun && !/^[.,;:]$/.test(l) && /\p{L}/u.test(l))
}
