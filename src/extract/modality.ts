import type { Modality, Polarity } from '../core/ontology.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Standing } from './parse.ts'
import type { Tagged } from './pos.ts'
import type { Triggers } from './triggers.ts'

/** How a clause is meant: whether it is affirmed, how sure, and by whom. */
export interface Reading {
  readonly polarity: Polarity
  readonly modality: Modality
  /** The phrases that name the speaker, outermost attribution first. */
  readonly speakers: readonly NounPhrase[]
  /** The speaker alleges or denies, rather than states. */
  readonly alleging: boolean
}

const FUTURE = new Set(['will', "won't", 'shall', "'ll"])
const POSSIBLE = new Set(['may', 'might', 'could', "couldn't", 'can'])
const DEMANDED = new Set(['should', "shouldn't", 'must', "mustn't", 'ought'])

/** What stands around a verb and decides its effect: particle and prepositions. */
function companionsOf(clause: Clause): ReadonlySet<string> {
  const set = new Set(clause.prepositional.map((p) => p.preposition))
  if (clause.verb.particle) set.add(clause.verb.particle)
  return set
}

/** The order in which one of several effects is chosen for a clause that hangs on the verb. */
const STRENGTH = [
  'deny',
  'refuse',
  'fail',
  'threaten',
  'demand',
  'agree',
  'plan',
  'possible',
  'conditional',
  'allege',
  'report',
  'transparent',
]

/** Effects of a verb on the act behind its object, when the object is a plan or a demand for it. */
const UNDOING = new Set(['deny', 'refuse', 'fail'])

function strongest(effects: ReadonlySet<string>): string | undefined {
  return STRENGTH.find((e) => effects.has(e))
}

/**
 * Reads polarity, modality and attribution of a clause, from its own auxiliaries outward through every clause that
 * governs it: "Iran **denied** that it **planned** to **supply** …". Negation flips; the outermost of two doubts wins
 * over "actual" only, so a denied plan stays a plan.
 */
export function readClause(clause: Clause, words: readonly Tagged[], triggers: Triggers): Reading {
  const { embedding } = triggers
  let negated = false
  let modality: Modality = 'actual'
  let alleging = false
  const speakers: NounPhrase[] = []
  const weaken = (to: Modality): void => {
    if (modality === 'actual') modality = to
  }
  const own = (c: Clause): void => {
    const { verb } = c
    if (verb.negated) negated = !negated
    if (c.conditional) weaken('conditional')
    if (c.link === 'infinitive' && c.parent === undefined) weaken('planned')
    if (verb.modal !== undefined) {
      const modal = verb.modal
      if (FUTURE.has(modal)) weaken('planned')
      else if (POSSIBLE.has(modal)) weaken('possible')
      else if (DEMANDED.has(modal)) weaken('demanded')
      else if (modal === 'would' || modal === "wouldn't")
        weaken(c.link === 'content' ? 'planned' : 'conditional')
      else if (modal === 'cannot' || modal === "can't") weaken('possible')
    }
    for (const adverb of verb.adverbs) {
      if (embedding.adverb(adverb).has('allege')) {
        weaken('alleged')
        alleging = true
      }
    }
  }
  const apply = (effect: string | undefined, c: Clause, link: Clause['link']): void => {
    switch (effect) {
      case 'deny':
        negated = !negated
        if (modality === 'actual') modality = 'alleged'
        alleging = true
        speakers.unshift(...c.subjects)
        break
      case 'refuse':
      case 'fail':
        negated = !negated
        break
      case 'threaten':
      case 'agree':
      case 'plan':
        if (link !== 'gerund' || effect !== 'agree') weaken('planned')
        break
      case 'demand':
        weaken('demanded')
        break
      case 'possible':
        weaken('possible')
        break
      case 'conditional':
        weaken('conditional')
        break
      case 'allege':
        weaken('alleged')
        alleging = true
        speakers.unshift(...c.subjects)
        break
      case 'report':
        speakers.unshift(...c.subjects)
        break
      default:
    }
  }

  own(clause)
  let current = clause
  // Bounded, because a parse may be wrong but must not loop.
  for (let depth = 0; depth < 6 && current.parent; depth++) {
    const { parent, link } = current
    // What describes a noun is not under what is said of the noun: "denied arming the rebels fighting Riyadh".
    if (link === 'relative' || link === 'participle') break
    if (link === 'infinitive' || link === 'gerund' || link === 'content') {
      const noun = current.governor ? words[current.governor.head] : undefined
      const nounEffect = noun?.lemma !== undefined ? strongest(embedding.noun(noun.lemma)) : undefined
      const verbEffect =
        parent.verb.lemma === 'be' && parent.predicate
          ? strongest(embedding.adjective(parent.predicate.word))
          : parent.verb.lemma === 'be' && parent.verb.passive === false && parent.predicate === undefined
            ? link === 'infinitive'
              ? 'plan'
              : undefined
            : strongest(embedding.verb(parent.verb.lemma, companionsOf(parent)))
      if (nounEffect && (link !== 'content' || nounEffect === 'demand')) {
        apply(nounEffect, parent, link)
        // "denied any plan to", "gave up efforts to": with the noun goes what it is for.
        if (verbEffect !== undefined && UNDOING.has(verbEffect)) apply(verbEffect, parent, link)
      } else if (link === 'infinitive' && embedding.addresses(parent.verb.lemma, current.verb.lemma)) {
        // "phoned to congratulate", "summoned the envoy to protest": said in the same breath.
      } else if (link === 'gerund' && current.preposition === 'without') negated = !negated
      else if (
        link === 'gerund' &&
        current.preposition !== undefined &&
        ['by', 'after', 'before', 'while', 'since', 'in', 'despite'].includes(current.preposition)
      ) {
        // "by bombing", "after attacking": said as a fact, whatever the verb.
      } else if (verbEffect !== undefined && (link !== 'content' || verbEffect !== 'agree')) {
        // "accused of supplying" in the passive: the accuser is unknown, the doubt is not.
        if (parent.verb.passive && (verbEffect === 'report' || verbEffect === 'allege')) {
          weaken('alleged')
          alleging = true
        } else {
          // "rejected claims that it had": who rejects what is alleged denies it.
          const denies = verbEffect === 'refuse' && nounEffect === 'allege'
          apply(denies ? 'deny' : verbEffect, parent, link)
        }
      } else if (link === 'infinitive' && parent.verb.lemma !== 'be') weaken('planned')
      // A governing verb's own "not", "will", "may" reaches down, but not through speech.
      if (link !== 'content') own(parent)
      else if (parent.verb.negated && verbEffect === 'report') weaken('possible')
    }
    current = parent
  }
  return { polarity: negated ? 'negated' : 'affirmed', modality, speakers, alleging }
}

/**
 * How a noun trigger is meant, from the verb its phrase belongs to: "denied the attack", "plans talks with". A noun that a
 * light verb carries ("launched an attack") is meant as its verb is; one without a verb is a fact.
 */
export function readNoun(
  phrase: NounPhrase,
  standing: Standing | undefined,
  carried: boolean,
  words: readonly Tagged[],
  triggers: Triggers,
): Reading {
  const reading = readStanding(words[phrase.head]!.lemma ?? '', standing, carried, words, triggers)
  // "There have been no attacks."
  if (words[phrase.from]!.lower === 'no')
    return { ...reading, polarity: reading.polarity === 'negated' ? 'affirmed' : 'negated' }
  const described = describedAs(phrase, words, triggers)
  return described && reading.modality === 'actual' ? { ...reading, modality: described } : reading
}

/** "an **upcoming** visit", "a **possible** attack": what an adjective says of it. */
function describedAs(
  phrase: NounPhrase,
  words: readonly Tagged[],
  { embedding }: Triggers,
): Modality | undefined {
  for (let i = phrase.from; i < phrase.head; i++) {
    if (words[i]!.pos !== 'adjective') continue
    const effects = embedding.adjective(words[i]!.lower)
    if (effects.has('plan')) return 'planned'
    if (effects.has('possible')) return 'possible'
    if (effects.has('allege')) return 'alleged'
  }
  return undefined
}

const FACT: Reading = { polarity: 'affirmed', modality: 'actual', speakers: [], alleging: false }

function readStanding(
  lemma: string,
  standing: Standing | undefined,
  carried: boolean,
  words: readonly Tagged[],
  triggers: Triggers,
): Reading {
  if (!standing) return FACT
  const { clause, role, preposition } = standing
  const outer = readClause(clause, words, triggers)
  if (carried) return outer
  let { polarity, modality, alleging } = outer
  const speakers = [...outer.speakers]
  if (role === 'subject') {
    // "The embargo will end": it is there until then.
    if (triggers.embedding.verb(clause.verb.lemma, companionsOf(clause)).has('fail'))
      return { ...outer, polarity: 'affirmed', modality: modality === 'alleged' ? modality : 'actual' }
    // "The attack did not stop trade": the verb's negation is not the noun's.
    if (outer.polarity === 'negated') polarity = 'affirmed'
    return {
      polarity,
      modality: clause.verb.modal && modality === 'planned' ? 'planned' : modality,
      speakers,
      alleging,
    }
  }
  const effect = strongest(triggers.embedding.verb(clause.verb.lemma, companionsOf(clause)))
  // "dismissed Washington's claim", "rejected the request": what was said was said.
  const own = strongest(triggers.embedding.noun(lemma))
  if (
    (effect === 'deny' || effect === 'refuse') &&
    (own === 'allege' || own === 'demand' || own === 'threaten')
  )
    return FACT
  if (role === 'prepositional' && !['for', 'to', 'of', 'from'].includes(preposition ?? '')) return outer
  switch (effect) {
    case 'deny':
      return {
        polarity: outer.polarity === 'negated' ? 'affirmed' : 'negated',
        modality: modality === 'actual' ? 'alleged' : modality,
        speakers: [...clause.subjects, ...speakers],
        alleging: true,
      }
    case 'fail':
    case 'refuse':
      return { ...outer, polarity: outer.polarity === 'negated' ? 'affirmed' : 'negated' }
    case 'demand':
      return { ...outer, modality: modality === 'actual' ? 'demanded' : modality }
    case 'plan':
    case 'threaten':
    case 'agree':
      return { ...outer, modality: modality === 'actual' ? 'planned' : modality }
    case 'possible':
      return { ...outer, modality: modality === 'actual' ? 'possible' : modality }
    case 'allege':
      return {
        ...outer,
        modality: modality === 'actual' ? 'alleged' : modality,
        alleging: true,
        speakers: [...clause.subjects, ...speakers],
      }
    default:
      // "Iran did not condemn the attack": what is said of the condemning is not said of the attack.
      return { ...outer, polarity: 'affirmed', modality: outer.modality === 'alleged' ? 'alleged' : 'actual' }
  }
}
