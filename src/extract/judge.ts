import type { Modality, Polarity } from '../core/ontology.ts'
import type { Draft } from './drafts.ts'
import type { Facts } from './facts.ts'
import type { EventModel } from './model.ts'
import { TraitIndex } from './traits.ts'

/** Labels of the judge's model, beside `NO_EVENT`. */
export const RIGHT = 'right'

/** What a draft says, for whoever checks it against a label. */
export interface Claim {
  readonly relation: string
  /** Actor codes; null for somebody whose country is not told. */
  readonly source: string | null
  readonly target: string | null
  readonly polarity: Polarity
  readonly modality: Modality
}

/**
 * How likely a statement of the rules is right, 0 to 1, by its traits. Learned from our labelled sentences: how often
 * statements with such traits said what the sentence is about.
 */
export type Judge = (facts: Facts) => number

/** What was learned from labelled sentences. */
export interface Trained {
  readonly model: EventModel
  readonly judge: Judge
}

/** A judge that asks a model trained by `trainLogistic` with the label `RIGHT`. */
export function createJudge(model: EventModel): Judge {
  const right = model.labels.indexOf(RIGHT)
  const index = new TraitIndex((name) => model.rowOf(name))
  return (facts) => model.scoreOf(index.rowsOf(facts))[right]!
}

export function claimOf({ firing, source, target, reading }: Draft): Claim {
  const { trigger } = firing
  return {
    relation: trigger.relation.relation,
    source: source.code,
    target: target.code,
    polarity: reading.polarity,
    modality: reading.modality,
  }
}
