import type { VerbReading } from './grammar.ts'
import type { Lexemes } from './lexeme.ts'
import type { Pos } from './word-classes.ts'
import type { Word } from './words.ts'

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
  readonly lexemes: Lexemes
  /** In a headline that capitalizes every word, or all letters, a capital tells nothing. */
  readonly shouting: boolean
}

type Draft = { -readonly [K in keyof Word]: Word[K] }

/** Tags the next word. */
export function put(
  { words, out }: Tagging,
  pos: Pos,
  verb: VerbReading | undefined = undefined,
  lemma: string | undefined = undefined,
  participle = false,
): void {
  const word: Draft = words[out.length]!
  word.pos = pos
  word.verb = verb
  word.lemma = lemma
  word.participle = participle
  out.push(word as Tagged)
}

/** Tags a word anew. */
export function retag({ out }: Tagging, at: number, pos: Pos): void {
  const word: Draft = out[at]!
  word.pos = pos
}

/** Whether a noun phrase may begin at word `i`. */
export function isNominalStart({ words }: Tagging, i: number): boolean {
  const w = words[i]
  return w !== undefined && (w.mention !== undefined || w.place !== undefined || w.lexeme.nominal)
}
