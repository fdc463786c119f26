import { type Modality, type Polarity, RELATIONS } from '../core/ontology.ts'
import type { Actor } from './actors.ts'
import type { Clause } from './clause.ts'
import type { Draft } from './drafts.ts'
import { type EventModel, NO_EVENT } from './model.ts'
import type { Trigger } from './trigger.ts'

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
 * Takes a trait. `kind` and `key` tell it from all others, so that whoever knows these needs no name: making the names of a
 * draft's thirty traits and looking them up took longer than everything else the judge does.
 */
export type TraitSink = (kind: number, key: number, name: () => string) => void

/** Gives a sink all traits of a draft, each once, always in the same order. */
export type TraitReader = (sink: TraitSink) => void

/**
 * How likely a statement of the rules is right, 0 to 1, by its traits. Learned from our labelled sentences: how often
 * statements with such traits said what the sentence is about.
 */
export type Judge = (traits: TraitReader, claim: Claim) => number

/** What was learned from labelled sentences. */
export interface Trained {
  readonly model: EventModel
  readonly judge: Judge
}

/** A judge that asks a model trained by `trainLogistic` with the label `RIGHT`. */
export function createJudge(model: EventModel): (traits: TraitReader) => number {
  const right = model.labels.indexOf(RIGHT)
  /** The model's row of each trait met so far, by kind and key. */
  const known = new Map<number, number>()
  let rows: number[] = []
  const sink: TraitSink = (kind, key, name) => {
    const number = key * KINDS + kind
    let row = known.get(number)
    if (row === undefined) {
      row = model.rowOf(name())
      known.set(number, row)
    }
    if (row >= 0) rows.push(row)
  }
  return (traits) => {
    rows = []
    traits(sink)
    return model.scoreOf(rows)[right]!
  }
}

/** What the event model says of a sentence. */
export interface Opinion {
  /** Probability of a relation. */
  of(relation: string): number
  /** The relation that is likeliest, and its probability. */
  readonly likeliest: { readonly relation: string; readonly probability: number }
  /** The highest probability of any relation but these. */
  likeliestBut(spoken: readonly string[]): number
  /** Probability that there is no event. */
  readonly none: number
}

/** `scores` are those of the model's labels, in their order. */
export function opinionOf({ labels, labelAt }: EventModel, scores: Float64Array): Opinion {
  const of = (label: string): number => scores[labelAt.get(label) ?? -1] ?? 0
  let likeliest = { relation: '', probability: -1 }
  for (const [k, relation] of labels.entries())
    if (relation !== NO_EVENT && scores[k]! > likeliest.probability)
      likeliest = { relation, probability: scores[k]! }
  const likeliestBut = (spoken: readonly string[]): number =>
    spoken.includes(likeliest.relation)
      ? Math.max(0, ...labels.filter((l) => l !== NO_EVENT && !spoken.includes(l)).map(of))
      : likeliest.probability
  return { of, likeliest, likeliestBut, none: of(NO_EVENT) }
}

/** Log odds in whole steps, so that a judge sees how sure the model is without a number of its own. */
const band = (p: number): number =>
  Math.max(-8, Math.min(8, Math.round(Math.log((p + 1e-5) / (1 - p + 1e-5)))))

const standingOf = (a: Actor): string =>
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

/** More than there are kinds of traits. */
const KINDS = 64
/** More than there are relations. */
const MANY = 32
/** More than there are words that traits are made of. */
const MANY_WORDS = 2 ** 20
const RELATION_AT: ReadonlyMap<string, number> = new Map(RELATIONS.map(({ relation }, i) => [relation, i]))
const AS = ['head', 'owner', 'behind'] as const
const BY = ['verb', 'noun', 'other'] as const

/** Numbers for the words of the gazetteer and the grammar that traits are made of: rules, sectors, links. */
const numbers = new Map<string, number>()
function numberOf(word: string): number {
  const known = numbers.get(word)
  if (known !== undefined) return known
  numbers.set(word, numbers.size)
  return numbers.size - 1
}

/** The word that fires, whatever its rule. */
const wordOf = (t: Trigger): string =>
  t.kind === 'verb' ? t.lemma : t.kind === 'noun' ? t.nouns.at(-1)! : t.rule

/** How far apart two ends stand in the text, in steps of doubling (letters), and negative where the target stands first. */
function gapOf(source: Actor, target: Actor): number {
  const steps = Math.min(8, Math.round(Math.log2(1 + Math.abs(target.start - source.start))))
  return target.start < source.start ? -steps : steps
}

const standingKey = (a: Actor): number =>
  AS.indexOf(a.as) * 8 + (a.unlisted ? 4 : 0) + (a.inferred ? 2 : 0) + (a.anaphoric ? 1 : 0)

/** How many relations of some drafts the event model holds for likelier than `own`, but for the spoken ones. */
function beating(drafts: readonly Draft[], own: number, spoken: readonly string[], opinion: Opinion): number {
  let beaten = 0
  let seen = 0
  for (const { firing } of drafts) {
    const { relation } = firing.trigger.relation
    const bit = 1 << RELATION_AT.get(relation)!
    if ((seen & bit) !== 0) continue
    seen |= bit
    if (!spoken.includes(relation) && opinion.of(relation) > own) beaten++
  }
  return beaten
}

/**
 * What a judge goes by: the rule, how its ends were found, where its clause hangs, and what the event model says. Keys are
 * made of the same as the names.
 */
export function readTraits(draft: Draft, drafts: readonly Draft[], opinion: Opinion, trait: TraitSink): void {
  const { firing, source, target, reading, ways } = draft
  const { trigger, clause, phrase } = firing
  const { rule } = trigger
  const { relation } = trigger.relation
  const own = opinion.of(relation)
  const spoken: string[] = []
  for (const { firing } of aboveOf(draft, drafts)) {
    const r = firing.trigger.relation.relation
    if (!spoken.includes(r)) spoken.push(r)
  }
  const rivals = Math.min(4, relationsIn(drafts))
  const beaten = Math.min(3, beating(drafts, own, spoken, opinion))
  const ofPair = Math.min(
    2,
    beating(
      drafts.filter((d) => isPair(d, draft)),
      own,
      spoken,
      opinion,
    ),
  )
  const by = trigger.kind === 'verb' ? 'verb' : phrase ? 'noun' : 'other'
  const link = clause ? (clause.link ?? 'main') : 'none'
  const home = source.code === target.code && source.code !== null
  const p = band(own)
  const { modality, polarity } = reading
  const weight = trigger.kind === 'verb' ? trigger.weight : '-'
  const share = band(Math.min(1, own / (opinion.likeliestBut(spoken) + 1e-9)))
  const none = band(opinion.none)

  const [r, b] = [RELATION_AT.get(relation)!, BY.indexOf(by)]
  const [from, to, gap] = [numberOf(ways.from), numberOf(ways.to), gapOf(source, target)]
  const [s, t] = [AS.indexOf(source.as), AS.indexOf(target.as)]
  trait(30, 0, () => 'always')
  trait(0, numberOf(rule), () => `rule:${rule}`)
  trait(1, numberOf(rule) * 4 + b, () => `rule:${rule} ${by}`)
  trait(2, r, () => `relation:${relation}`)
  trait(3, b, () => `by:${by}`)
  trait(4, weight === '-' ? 31 : weight, () => `weight:${weight}`)
  trait(5, standingKey(source), () => `source:${standingOf(source)}`)
  trait(6, standingKey(target), () => `target:${standingOf(target)}`)
  trait(
    7,
    standingKey(source) * 32 + standingKey(target),
    () => `ends:${standingOf(source)} ${standingOf(target)}`,
  )
  trait(8, home ? 1 : 0, () => `home:${home}`)
  trait(9, home ? MANY + r : r, () => `home:${home} ${relation}`)
  if (home) {
    const parts = `${source.sector ?? 'GOV'}>${target.sector ?? 'GOV'}`
    trait(10, numberOf(parts), () => `parts:${parts}`)
  }
  trait(11, to, () => `to:${ways.to}`)
  trait(12, to * MANY + r, () => `to:${ways.to} ${relation}`)
  trait(26, (to * 4 + b) * 4 + t, () => `to:${ways.to} ${by} ${target.as}`)
  trait(27, from, () => `from:${ways.from}`)
  trait(28, from * MANY + r, () => `from:${ways.from} ${relation}`)
  trait(29, (from * 4 + b) * 4 + s, () => `from:${ways.from} ${by} ${source.as}`)
  trait(31, from * MANY_WORDS + to, () => `ways:${ways.from}>${ways.to}`)
  trait(32, gap + 8, () => `gap:${gap}`)
  const word = wordOf(trigger)
  const fired = Math.min(
    5,
    drafts.reduce((n, d) => (d.firing === firing ? n + 1 : n), 0),
  )
  trait(34, numberOf(word), () => `word:${word}`)
  trait(35, numberOf(source.sector ?? '') * MANY + r, () => `sector:${source.sector} ${relation}`)
  trait(36, fired, () => `fired:${fired}`)
  trait(33, (gap + 8) * 4 + b, () => `gap:${gap} ${by}`)
  trait(13, numberOf(link) * 4 + b, () => `link:${link} ${by}`)
  trait(14, numberOf(modality) * MANY + r, () => `modality:${modality} ${relation}`)
  trait(
    15,
    numberOf(modality) * 2 + (polarity === 'negated' ? 1 : 0),
    () => `reading:${polarity},${modality}`,
  )
  trait(16, p + 8, () => `p:${p}`)
  trait(17, (p + 8) * MANY + r, () => `p:${p} ${relation}`)
  trait(18, share + 8, () => `share:${share}`)
  for (const above of spoken) trait(19, RELATION_AT.get(above)! * 4 + b, () => `under:${above} ${by}`)
  for (const above of spoken)
    trait(20, RELATION_AT.get(above)! * MANY + r, () => `under:${above} ${relation}`)
  trait(21, none + 8, () => `none:${none}`)
  trait(22, rivals, () => `rivals:${rivals}`)
  trait(23, beaten, () => `beaten:${beaten}`)
  trait(24, beaten * 8 + rivals, () => `beaten:${beaten} of ${rivals}`)
  trait(25, ofPair, () => `beaten for the two:${ofPair}`)
}

function relationsIn(drafts: readonly Draft[]): number {
  let bits = 0
  for (const { firing } of drafts) bits |= 1 << RELATION_AT.get(firing.trigger.relation.relation)!
  let count = 0
  for (; bits !== 0; bits &= bits - 1) count++
  return count
}
