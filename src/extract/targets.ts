import { type Actor, actorsOf, hasCountry, STATELESS, unlistedAt } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Firing, Scene } from './firing.ts'
import type { Parse } from './parse.ts'
import type { Tagged } from './pos.ts'
import { clauseSlots, type Found, firstIn, type Slots } from './slots.ts'

/** Relations whose target may be told only by the place. */
const SET_IN = new Set([
  'ASSAULTS',
  'COERCES',
  'AIDS',
  'SUPPLIES_ARMS_TO',
  'PROTESTS_AGAINST',
  'MOBILIZES_AGAINST',
  'RETREATS_FROM',
  'CONCEDES_TO',
])
/** Relations whose target may be a thing or place of the actor's own country: "stormed a house in Kabul". */
const AT_HOME = new Set(['ASSAULTS', 'COERCES', 'CONCEDES_TO'])
/** Relations whose target may be told only by who else is in the sentence. */
const MEANT_FOR_ONE = new Set(['MOBILIZES_AGAINST', 'AGREES_WITH', 'THREATENS'])
/** Modes of what a state does to all its people: "declared a state of emergency". */
const ALL_OVER = new Set(['curfew', 'martial-law'])
const SETTINGS = ['in', 'at', 'across', 'near', 'into', 'throughout']
/** What a verb must do to the act it governs, for that act's object to be the verb's own target. */
const GOVERNING = ['agree', 'threaten', 'demand', 'refuse', 'plan']
/** Effects of verbs whose content is another act than their own: "denied that Iran armed the rebels". */
const SPEECH = ['report', 'allege', 'deny']
/** Prepositions of a doer, a time or a likeness: whoever stands behind them is not concerned. */
const ASIDE = new Set([
  'by',
  'after',
  'before',
  'since',
  'until',
  'as',
  'like',
  'unlike',
  'than',
  'during',
  'despite',
])
/** Sectors of those a state deals with at home. */
export const DOMESTIC = new Set([
  'CVL',
  'OPP',
  'REB',
  'UAF',
  'COP',
  'JUD',
  'LAB',
  'EDU',
  'REL',
  'MED',
  'PRM',
  'LEG',
  'PTY',
])
const NONE: ReadonlySet<string> = new Set()

/** Who it is done to: in the slots of the rule, else in the act it governs, else where it is set. */
export function targetsOf(firing: Firing, sources: readonly Actor[], scene: Scene): Found {
  const { trigger, slots } = firing
  const athome = AT_HOME.has(trigger.relation.relation)
  const others = (list: readonly Actor[]): readonly Actor[] =>
    list.length === 0
      ? list
      : (athome ? list.map(ofThePeople) : list).filter((t) => !sources.some((s) => isSame(s, t)))
  const { actors: targets, way } = namedIn(firing.target, (name) => others(slots(name)))
  // "Chad and Mali set up a joint force": what parties do together they do with each other, whatever it is.
  if (
    !trigger.relation.directed &&
    sources.some((s) => (s.code ?? s.entity) !== (sources[0]!.code ?? sources[0]!.entity))
  )
    return { actors: targets.filter(isListed), way }
  if (targets.length > 0 || (sources.length > 1 && isMutual(firing, scene.parse))) {
    const unnamed = targets.length > 0 && !targets.some(isListed)
    const other = targets.some(isListed) ? [] : onlyOther(firing, sources, scene)
    if (other.length > 0) return { actors: other, way: 'only other' }
    // "torched a village in Chad, killing two herders": those of the place.
    const local = unnamed && SET_IN.has(trigger.relation.relation) ? others(settingOf(firing, scene)) : []
    if (local.length > 0) return { actors: local, way: 'setting' }
    const accuser = unnamed ? others(accuserOf(firing, scene)) : []
    return accuser.length > 0 ? { actors: accuser, way: 'accuser' } : { actors: targets, way }
  }
  // "wants Iran to leave" needs the one who is to leave; "wants to leave Iran" asks nobody.
  const needsAnother = firing.target.every((name) => name === 'clause')
  const content = !needsAnother && governs(firing, scene) ? others(slots('content')) : []
  if (content.length > 0) return { actors: content, way: 'governed' }
  // "Miners protested in the capital": people of a country, with nobody else named, protest against its government.
  if (trigger.relation.relation === 'PROTESTS_AGAINST') {
    const home = sources.filter((s) => hasCountry(s) && s.sector !== 'GOV')
    const abroad = SETTINGS.flatMap(slots).some((a) => !a.unlisted && a.code !== home[0]?.code)
    if (home[0] && !abroad) return { actors: [ofItsCountry(home[0], 'GOV')], way: 'home' }
  }
  const addressee = others(addresseeOf(firing, scene))
  if (addressee.length > 0) return { actors: addressee, way: 'addressee' }
  const accuser = others(accuserOf(firing, scene))
  if (accuser.length > 0) return { actors: accuser, way: 'accuser' }
  if (SET_IN.has(trigger.relation.relation)) {
    // "imposed a blockade in Lahore": who is where it happens undergoes it.
    const set = others(settingOf(firing, scene))
    if (set.length > 0) return { actors: set, way: 'setting' }
    const home = sources[0]
    if (ALL_OVER.has(trigger.mode ?? '') && home && hasCountry(home))
      return { actors: [ofItsCountry(home, 'CVL')], way: 'home' }
  }
  const claimant = firing.clause && !firing.phrase ? others(claimantOf(firing.clause, scene)) : []
  if (claimant.length > 0) return { actors: claimant, way: 'claimant' }
  // Somebody is named, but it is the source itself ("defended Germany's decision"): then it is about nobody else.
  const own = firing.target.flatMap((name) => slots(name).filter(isListed))
  const oneself = own.length > 0
  // "The president defended Mexico's policy": who holds an office, and the state or those it belongs to.
  if (trigger.relation.relation === 'SUPPORTS') {
    const state = own.find(
      (a) => !a.anaphoric && sources.every((s) => s.entity !== a.entity && s.start !== a.start),
    )
    if (state) return { actors: [state], way: 'own state' }
  }
  const concerned = oneself || needsAnother ? [] : others(concernedIn(firing, scene))
  if (concerned.length > 0) return { actors: concerned, way: 'concerned' }
  const other = oneself ? [] : others(onlyOther(firing, sources, scene))
  // "X and Y held drills": against nobody, but with each other.
  const joint =
    trigger.relation.relation === 'MOBILIZES_AGAINST' && sources.some((s) => s.code !== sources[0]!.code)
  if (joint && other.length === 0) return { actors: [], way: 'none' }
  return other.length > 0
    ? { actors: other, way: 'only other' }
    : { actors: thingOf(firing, scene.parse), way: 'thing' }
}

/** Another part of the actor's country: its government, its people. */
function ofItsCountry(actor: Actor, sector: string): Actor {
  return { ...actor, entity: `country/${actor.code}`, sector, inferred: true }
}

/** Who is named where it happens, in the clause itself or in the one whose outcome it tells. */
function settingOf({ clause, slots }: Firing, { parse, context }: Scene): readonly Actor[] {
  const listed = (of: Slots): Actor[] => SETTINGS.flatMap((name) => of(name).filter(isListed))
  const own = listed(slots)
  if (own.length > 0 || clause?.link !== 'adverbial' || !clause.parent) return own
  return listed(clauseSlots(clause.parent, parse, context, undefined))
}

/** "phoned **Erdogan** to apologize": who is addressed is meant, where nobody else is. */
function addresseeOf({ clause }: Firing, { context, triggers }: Scene): readonly Actor[] {
  if (clause?.link !== 'infinitive' || !clause.parent) return []
  const { verb, objects } = clause.parent
  if (!triggers.embedding.addresses(verb.lemma, clause.verb.lemma)) return []
  return objects.flat().flatMap((p) => [...actorsOf(p, context)])
}

/** "**Mali** accused Niger of shelling villages": its own, where it says of nobody else's. */
function accuserOf({ trigger, clause }: Firing, { context, triggers }: Scene): readonly Actor[] {
  if (trigger.relation.relation !== 'ASSAULTS' || clause?.link !== 'gerund' || clause.preposition !== 'of')
    return []
  const { parent } = clause
  if (!parent || parent.verb.passive || !triggers.embedding.verb(parent.verb.lemma, NONE).has('allege'))
    return []
  return parent.subjects.flatMap((p) => [...actorsOf(p, context)]).filter(isListed)
}

const isListed = (actor: Actor): boolean => !actor.unlisted

/** Who stands in the first slot that names somebody listed, else in the first that names anybody. */
function namedIn(names: readonly string[], slots: Slots): Found {
  for (const way of names) {
    const actors = slots(way).filter(isListed)
    if (actors.length > 0) return { actors, way }
  }
  return firstIn(names, slots)
}

/** "gave 300 million to promote investment **in Ethiopia**": the one actor the rest of the clause is about, if it is one. */
function concernedIn({ clause, phrase, slots }: Firing, scene: Scene): readonly Actor[] {
  if (!clause || phrase || (clause.objects.length === 0 && !clause.verb.passive)) return []
  const effects = scene.triggers.embedding.verb(clause.verb.lemma, NONE)
  if (SPEECH.some((e) => effects.has(e))) return []
  const listed: Actor[] = []
  for (const { preposition, phrases } of clause.prepositional)
    if (!ASIDE.has(preposition))
      for (const p of phrases) listed.push(...actorsOf(p, scene.context).filter(isListed))
  listed.push(...slots('content').filter(isListed))
  const [first] = listed
  if (first) return listed.every((a) => a.entity === first.entity) ? [first] : []
  // "told Chad it would cut the aid": who is told.
  const { parent } = clause
  return clause.link === 'content' && parent
    ? parent.objects.flat().flatMap((p) => [...actorsOf(p, scene.context)])
    : []
}

/** The one other actor that the sentence names: "scrambled jets as **Chinese** aircraft crossed the line". */
function onlyOther(
  { trigger, phrase: noun, source: slots }: Firing,
  sources: readonly Actor[],
  { parse, context }: Scene,
): readonly Actor[] {
  const told = trigger.source.length > 0 && (!noun || slots[0] === 'subject')
  if (!told || !MEANT_FOR_ONE.has(trigger.relation.relation)) return []
  const [source] = sources
  if (!source || source.unlisted || sources.some((s) => s.code !== source.code)) return []
  const codes = new Map<string, number>()
  for (const [i, { mention }] of parse.words.entries()) {
    const code = mention?.code
    if (mention && code != null && mention.kind !== 'weapon' && code !== source.code && !codes.has(code))
      codes.set(code, i)
  }
  const [only] = codes.values()
  if (codes.size !== 1 || only === undefined) return []
  const phrase = parse.chunks.find((c) => c.kind === 'np' && c.from <= only && only <= c.to)
  return phrase?.kind === 'np'
    ? actorsOf(phrase, context).filter((a) => !a.unlisted && a.code !== source.code)
    : []
}

/** "Kuwait said …, a claim Iraq denied": who made the claim that the clause is about. */
function claimantOf(clause: Clause, { parse, context, triggers }: Scene): readonly Actor[] {
  const { words, clauses } = parse
  const { embedding } = triggers
  const claims = (p: NounPhrase): boolean =>
    p.posts.length === 0 && embedding.noun(words[p.head]!.lemma ?? '').has('allege')
  if (!clause.objects.flat().some(claims)) return []
  for (const other of clauses.slice(0, clauses.indexOf(clause)).toReversed()) {
    const effects = embedding.verb(other.verb.lemma, NONE)
    if (!effects.has('allege') && !effects.has('report')) continue
    const said = other.subjects.flatMap((p) => [...actorsOf(p, context)])
    if (said.length > 0) return said
  }
  return []
}

/** Where nobody is named, the thing itself: "outlawed **the practice**", "freed **37 captives**". It stays out of the graph. */
function thingOf({ trigger, clause, phrase }: Firing, parse: Parse): readonly Actor[] {
  if (phrase || !clause || trigger.kind === 'modal') return []
  // "held drills": with nobody there is nothing joint about them.
  if (trigger.kind === 'verb' && trigger.object && trigger.relation.relation === 'COOPERATES_WITH') return []
  return asCalled((clause.verb.passive ? clause.subjects : clause.objects[0])?.[0], parse)
}

/** Somebody or something by its own words; a pronoun or a number alone is neither. */
export function asCalled(phrase: NounPhrase | undefined, { words }: Parse): readonly Actor[] {
  const pos = phrase && words[phrase.head]!.pos
  return phrase && (pos === 'noun' || pos === 'name') ? [unlistedAt(phrase, words, null)] : []
}

/** "X and Y met", "X and Y accused each other": every one of them the others. */
export function isMutual(firing: Firing, { words }: Parse): boolean {
  return !firing.trigger.relation.directed || firing.target.includes('plural') || isReciprocal(firing, words)
}

/** Whether the verb is one that takes an act as its content: "agreed to", "threatened to", "refused to". */
function governs({ trigger, phrase }: Firing, { parse, triggers: { embedding } }: Scene): boolean {
  const noun = phrase && parse.words[phrase.head]!.lemma
  const effects =
    trigger.kind === 'verb' ? embedding.verb(trigger.lemma, NONE) : noun ? embedding.noun(noun) : NONE
  return GOVERNING.some((e) => effects.has(e))
}

function isReciprocal({ clause }: Firing, words: readonly Tagged[]): boolean {
  if (!clause) return false
  const eachOther = (phrases: readonly NounPhrase[]): boolean =>
    phrases.some((p) => {
      const [first, second] = [words[p.from]!.lower, words[p.from + 1]?.lower ?? '']
      return first === 'each' ? second.startsWith('other') : first === 'one' && second.startsWith('another')
    })
  return clause.objects.some(eachOther) || clause.prepositional.some((p) => eachOther(p.phrases))
}

/** A country that only tells whose or where a thing is stands for its people: "the mosque **in Mosul**", "**Saudi** ports". */
function ofThePeople(actor: Actor): Actor {
  const told = actor.as === 'head' || actor.sector !== null || !isCountry(actor)
  return told ? actor : { ...actor, sector: 'CVL', inferred: true }
}

const isCountry = ({ entity }: Actor): boolean => entity.startsWith('country/')

/** The same actor as source `a` and target `b`, unless the text tells two parts of one country apart by their sector. */
function isSame(a: Actor, b: Actor): boolean {
  if (a.start === b.start && a.end === b.end) return true
  // "withdrew its troops": whose they are is not whom it is done to.
  if (b.anaphoric && a.code === b.code && a.code !== null) return true
  if (a.unlisted || b.unlisted) return a.entity === b.entity
  if (a.code !== b.code || a.code === null || STATELESS.has(a.code)) return a.entity === b.entity
  // Two named people or bodies of one country are two actors; so are its government and its people, or its rebels.
  if (a.entity !== b.entity && !isCountry(a) && !isCountry(b)) return false
  const [from, to] = [a.sector ?? 'GOV', b.sector ?? 'GOV']
  return from === to || !(DOMESTIC.has(from) || DOMESTIC.has(to))
}
