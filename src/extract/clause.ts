import type { NounPhrase, PrepositionalPhrase, VerbGroup } from './chunk.ts'

/** How a clause hangs on another. */
export type Link =
  /** "plans **to supply**" */
  | 'infinitive'
  /** "denied **supplying**", "accused X of **supplying**" */
  | 'gerund'
  /** ", **killing** ten" */
  | 'adverbial'
  /** "said (that) Iran **supplied**", and a quote before its speaker */
  | 'content'
  /** "forces, which **shelled**" */
  | 'relative'
  /** "drones **supplied** by Iran", "a group **backed** by Turkey" */
  | 'participle'
  /** "condemned and **sanctioned**" */
  | 'coordinate'

/** One verb with what stands around it. Grammatical roles: the object of a passive is its subject here. */
export interface Clause {
  verb: VerbGroup
  subjects: readonly NounPhrase[]
  /** Up to two objects, each a list of coordinated phrases: "gave [Ukraine] [drones]". */
  objects: (readonly NounPhrase[])[]
  prepositional: PrepositionalPhrase[]
  /** Predicate adjective behind "be": "critical". */
  predicate: { readonly word: string; readonly at: number } | undefined
  parent: Clause | undefined
  link: Link | undefined
  /** Before a gerund: "of", "for", "without". */
  preposition: string | undefined
  /** The noun phrase an infinitive or gerund depends on: "Iran's **plan** to supply". */
  governor: NounPhrase | undefined
  /** Under "if", "unless". */
  conditional: boolean
}

/** What clause building must know of words: which verbs report what someone says. */
export interface ClauseWords {
  reports(lemma: string): boolean
  /** Whether its object does what follows ("urged Iran to stop"), rather than its subject ("promised him to stop"). */
  controlsObject(lemma: string): boolean
  /** Whether it addresses somebody so as to say something: "summoned the envoy to protest". */
  addresses(lemma: string, said: string): boolean
  /** Whether it plans what follows, itself ("wants to leave") or for another ("wants Iran to leave"). */
  plans(lemma: string): boolean
  /** Whether what it has as its object is denied or refused: "rejected the claim". */
  denies(lemma: string): boolean
  /** Whether a noun has what is said behind it: "the claim that", "a demand that". */
  says(noun: string): boolean
  /** Whether a noun is something that happens: "release". */
  happens(noun: string): boolean
  /** Whether a verb may carry a noun: "made a demand". */
  carries(lemma: string): boolean
  /** Whether a noun is somebody who may be asked to act: "president", "rebel". */
  acts(noun: string): boolean
}
