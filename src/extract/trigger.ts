import type { RelationType } from '../core/ontology.ts'

/** A condition on a noun phrase: one of these nouns, or of a class of them. */
export interface ObjectCondition {
  readonly nouns: ReadonlySet<string>
  /** A mention of this kind satisfies it as well: a named weapon `@arms`, a named leader `@visitor`, a named organization `@body`. */
  readonly named: 'weapon' | 'leader' | 'organization' | undefined
}

interface TriggerBase {
  /** `accuses/condemn`, as `explain` prints it. */
  readonly rule: string
  readonly relation: RelationType
  readonly mode: string | null
  readonly source: readonly string[]
  readonly target: readonly string[]
}

/** A verb with what must stand around it. */
export interface VerbPattern {
  readonly lemma: string
  /** Who or what must do it: "**troops** left". */
  readonly subject: ObjectCondition | undefined
  readonly particle: string | undefined
  readonly object: ObjectCondition | undefined
  /** Behind this preposition the target stands, or the given noun. */
  readonly preposition: { readonly word: string; readonly condition: ObjectCondition | undefined } | undefined
  /** The verb of an infinitive behind it: "vow to help". Slots but the subject are looked up there. */
  readonly infinitive: string | undefined
  /** Only with a direct object, whatever it is: "returned the statue to". */
  readonly transitive: boolean
  /** Only without a direct object: "demonstrated in Baku", not "demonstrated its strength". */
  readonly intransitive: boolean
  /** More conditions, more specific. */
  readonly weight: number
}

export interface VerbTrigger extends TriggerBase, VerbPattern {
  readonly kind: 'verb'
}

export interface NounTrigger extends TriggerBase {
  readonly kind: 'noun'
  /** Lemmas of all its words; the last is the head. */
  readonly nouns: readonly string[]
  /** A noun of this class must stand before the head: "drone exports". */
  readonly before: ObjectCondition | undefined
  /** A phrase that must stand behind it: "the easing **of sanctions**", "a call **for talks** with". */
  readonly behind: { readonly preposition: string; readonly condition: ObjectCondition } | undefined
}

export interface AdjectiveTrigger extends TriggerBase {
  readonly kind: 'adjective'
  readonly word: string
  readonly preposition: string | undefined
  /** What must stand behind the preposition: "responsible for the **attack**". */
  readonly object: ObjectCondition | undefined
}

/** A modal verb by which whoever says the clause asks something of its subject. */
export interface ModalTrigger extends TriggerBase {
  readonly kind: 'modal'
  readonly modal: string
}

/** What the event model says by itself, without a word of the lists. */
export interface ModelTrigger extends TriggerBase {
  readonly kind: 'model'
}

export type Trigger = VerbTrigger | NounTrigger | AdjectiveTrigger | ModalTrigger | ModelTrigger
