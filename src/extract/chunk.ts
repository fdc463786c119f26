import type { VerbForm } from './grammar.ts'

/** A noun phrase without what follows its head: "the new Iranian ambassador". Positions are word indexes. */
export interface NounPhrase {
  readonly kind: 'np'
  from: number
  readonly to: number
  /** Its last noun, name or pronoun. */
  readonly head: number
  /** Prepositional phrases directly behind it, nearest first, each with what they chain to. */
  readonly posts: PrepositionalPhrase[]
  /** What follows it between commas and says the same: "Ilham Aliyev, the president of Azerbaijan,". */
  apposition: NounPhrase | undefined
}

export interface PrepositionalPhrase {
  readonly preposition: string
  readonly phrases: readonly NounPhrase[]
}

/** A verb with its auxiliaries, negation and adverbs: "has not yet been delivered". */
export interface VerbGroup {
  readonly kind: 'vg'
  readonly from: number
  readonly to: number
  /** Word index of the main verb. */
  readonly main: number
  readonly lemma: string
  readonly form: VerbForm
  readonly finite: boolean
  readonly passive: boolean
  readonly negated: boolean
  /** The modal that governs it, lower case. */
  readonly modal: string | undefined
  /** Particle that follows: "shot down". */
  readonly particle: string | undefined
  /** Adverbs inside, lower case. */
  readonly adverbs: readonly string[]
  /** Tense of the first verb: whether it says what was, is or (with a modal) will be. */
  readonly tense: 'past' | 'present'
  /** Its first verb is in -ing: "hosting", "having fired". */
  readonly gerund: boolean
  /** A bare past form that may be a participle: "supplied" in "drones supplied by". */
  readonly participle: boolean
}

export interface Mark {
  readonly kind:
    | 'preposition'
    | 'and'
    | 'comma'
    | 'that'
    | 'if'
    | 'who'
    | 'quote'
    | 'stop'
    | 'adverb'
    | 'adjective'
  readonly from: number
  readonly to: number
  readonly word: string
}

export type Chunk = NounPhrase | VerbGroup | Mark

/** The chunk at an index that may lie before the first: asking an array for -1 makes every look into it slow. */
export const chunkAt = (chunks: readonly Chunk[], i: number): Chunk | undefined =>
  i < 0 ? undefined : chunks[i]
/** Whether it is a mark of one of these kinds. No type predicate: "not a comma" must not narrow to "no mark at all". */
export const isMark = (
  chunk: Chunk | undefined,
  kind: Mark['kind'],
  or?: Mark['kind'],
  orElse?: Mark['kind'],
): boolean => {
  const own = chunk?.kind
  return own !== undefined && (own === kind || own === or || own === orElse)
}
export const wordOf = (chunk: Chunk | undefined): string =>
  chunk === undefined || chunk.kind === 'np' || chunk.kind === 'vg' ? '' : chunk.word
export const isPhrase = <C extends Chunk | undefined>(chunk: C): chunk is C & NounPhrase =>
  chunk?.kind === 'np'
export const isVerb = <C extends Chunk | undefined>(chunk: C): chunk is C & VerbGroup => chunk?.kind === 'vg'
