import type { ActorContext } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Reading } from './modality.ts'
import type { Parse } from './parse.ts'
import type { Slots } from './slots.ts'
import type { Trigger } from './trigger.ts'
import type { Triggers } from './triggers.ts'

/** A parsed sentence with what finding participants in it needs. */
export interface Scene {
  readonly parse: Parse
  readonly context: ActorContext
  readonly triggers: Triggers
}

/** A trigger seen in a sentence, with what is needed to make statements of it. */
export interface Firing {
  readonly trigger: Trigger
  readonly source: readonly string[]
  readonly target: readonly string[]
  /** Word indexes of the trigger. */
  readonly from: number
  readonly to: number
  readonly slots: Slots
  /** How it is meant; worked out only for what becomes a statement, which most firings do not. */
  readonly read: () => Reading
  readonly clause: Clause | undefined
  /** The noun phrase a noun trigger heads. */
  readonly phrase: NounPhrase | undefined
  readonly confidence: number
}

/** A trigger that was seen and made no statement. */
export interface Miss {
  readonly rule: string
  readonly trigger: string
  readonly missing: string
}
