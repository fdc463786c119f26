import type { Modality, Polarity } from '../core/ontology.ts'
import type { Actor } from './actors.ts'
import type { Clause } from './clause.ts'
import type { Draft } from './drafts.ts'
import { type EventModel, NO_EVENT } from './model.ts'

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
export type Judge = (traits: readonly string[], claim: Claim) => number

/** What was learned from labelled sentences. */
export interface Trained {
  readonly model: EventModel
  readonly judge: Judge
}

/** A judge that asks a model trained by `trainModel` with the label `RIGHT`. */
export function createJudge(model: EventModel): (traits: readonly string[]) => number {
  const right = model.labels.indexOf(RIGHT)
  return (traits) =>
    model.score((sink) => {
      for (const trait of traits) sink.named(trait)
    })[right]!
}

/** What the event model says of a sentence. */
export interface Opinion {
  /** Probability of a relation. */
  of(relation: string): number
  /** The relation that is likeliest, and its probability. */
  readonly likeliest: { readonly relation: string; readonly probability: number }
  /** The highest probability of any relation but these. */
  likeliestBut(spoken: ReadonlySet<string>): number
  /** Probability that there is no event. */
  readonly none: number
}

/** `scores` are those of the model's labels, in their order. */
export function opinionOf({ labels }: EventModel, scores: Float64Array): Opinion {
  const of = (label: string): number => scores[labels.indexOf(label)] ?? 0
  let likeliest = { relation: '', probability: -1 }
  for (const [k, relation] of labels.entries())
    if (relation !== NO_EVENT && scores[k]! > likeliest.probability)
      likeliest = { relation, probability: scores[k]! }
  const likeliestBut = (spoken: ReadonlySet<string>): number =>
    spoken.has(likeliest.relation)
      ? Math.max(0, ...labels.filter((l) => l !== NO_EVENT && !spoken.has(l)).map(of))
      : likeliest.probability
  return { of, likeliest, likeliestBut, none: of(NO_EVENT) }
}

/** Log odds in whole steps, so that a judge sees how sure the model is without a number of its own. */
const band = (p: number): number =>
  Math.max(-8, Math.min(8, Math.round(Math.log((p + 1e-5) / (1 - p + 1e-5)))))

const standing = (a: Actor): string =>
  `${a.as}${a.unlisted ? ',unlisted' : ''}${a.inferred ? ',inferred' : ''}${a.anaphoric ? ',pronoun' : ''}`

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

/** Whether two drafts are about the same two. */
function isPair(a: Draft, b: Draft): boolean {
  const [from, to] = [b.source.entity, b.target.entity]
  return (
    (a.source.entity === from && a.target.entity === to) ||
    (a.source.entity === to && a.target.entity === from)
  )
}

/**
 * What of the sentence speaks of this act: "**accused** X of attacking Y", "**condemned** X's attack on Y". It is what the
 * sentence is about in the first place, and says nothing against the act.
 */
function aboveOf({ firing }: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const { clause, phrase } = firing
  const above = new Set<Clause>()
  if (phrase && clause) above.add(clause)
  // Bounded, because a parse may be wrong but must not loop.
  for (let c = clause?.parent, depth = 0; c && depth < 6; c = c.parent, depth++) above.add(c)
  return drafts.filter((d) => !d.firing.phrase && d.firing.clause !== undefined && above.has(d.firing.clause))
}

/** What a judge goes by: the rule, how its ends were found, where its clause hangs, and what the event model says. */
export function traitsOf(draft: Draft, drafts: readonly Draft[], opinion: Opinion): string[] {
  const { firing, source, target, reading, doubt } = draft
  const { trigger, clause, phrase } = firing
  const { relation } = trigger.relation
  const own = opinion.of(relation)
  const above = aboveOf(draft, drafts)
  const spoken = new Set(above.map((d) => d.firing.trigger.relation.relation))
  const beating = (list: readonly Draft[]): number =>
    new Set(
      list
        .map((d) => d.firing.trigger.relation.relation)
        .filter((r) => !spoken.has(r) && opinion.of(r) > own),
    ).size
  const rivals = new Set(drafts.map((d) => d.firing.trigger.relation.relation)).size
  const beaten = Math.min(3, beating(drafts))
  const ofPair = beating(drafts.filter((d) => isPair(d, draft)))
  const by = trigger.kind === 'verb' ? 'verb' : phrase ? 'noun' : 'other'
  const link = clause ? (clause.link ?? 'main') : 'none'
  const home = source.code === target.code && source.code !== null
  const p = band(own)
  return [
    `rule:${trigger.rule}`,
    `rule:${trigger.rule} ${by}`,
    `relation:${relation}`,
    `by:${by}`,
    `weight:${trigger.kind === 'verb' ? trigger.weight : '-'}`,
    `source:${standing(source)}`,
    `target:${standing(target)}`,
    `ends:${source.unlisted}${target.unlisted}`,
    `home:${home}`,
    `home:${home} ${relation}`,
    ...(home ? [`parts:${source.sector ?? 'GOV'}>${target.sector ?? 'GOV'}`] : []),
    `doubt:${doubt}`,
    `doubt:${doubt} ${relation}`,
    `link:${link} ${by}`,
    `modality:${reading.modality} ${relation}`,
    `reading:${reading.polarity},${reading.modality}`,
    `p:${p}`,
    `p:${p} ${relation}`,
    `share:${band(Math.min(1, own / (opinion.likeliestBut(spoken) + 1e-9)))}`,
    ...[...spoken].map((r) => `under:${r} ${by}`),
    ...[...spoken].map((r) => `under:${r} ${relation}`),
    `none:${band(opinion.none)}`,
    `rivals:${Math.min(4, rivals)}`,
    `beaten:${beaten}`,
    `beaten:${beaten} of ${Math.min(4, rivals)}`,
    `beaten for the two:${Math.min(2, ofPair)}`,
  ]
}
