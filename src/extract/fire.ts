import type { Actor, ActorContext } from './actors.ts'
import { answerableFor, shareIn } from './answerable.ts'
import type { NounPhrase, PrepositionalPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Drafts } from './drafts.ts'
import type { Firing } from './firing.ts'
import { readClause, readNoun } from './modality.ts'
import { isNamed, isOneOf, type Naming, namingOf } from './naming.ts'
import type { Parse } from './parse.ts'
import { carrying, clauseSlots, nounSlots, nounSource, nounTarget } from './slots.ts'
import type { NounTrigger, ObjectCondition, VerbPattern } from './trigger.ts'
import type { Triggers } from './triggers.ts'
import type { Around } from './verb-index.ts'

/** Confidence of a reading before doubts: by the measured reliability of verbs, carried nouns, nouns and predicates. */
const CONFIDENCE = { verb: 0.85, predicate: 0.75, carriedNoun: 0.8, noun: 0.7 } as const

/** Slots by which a class says that its nouns may be mutual. */
const MUTUAL = ['plural', 'between']

/** Finds the triggers of a sentence and hands them to `drafts`. */
export function fireTriggers(parse: Parse, context: ActorContext, triggers: Triggers, drafts: Drafts): void {
  // A noun that a verb trigger has used up says nothing by itself: the blockade in "lifted the blockade".
  const used = new Set<NounPhrase>()
  // What a threat threatens with is the threat: "threatened to close the strait" is said once.
  const threatened = new Set<Clause>()
  for (const clause of parse.clauses) {
    if (threatened.has(clause)) continue
    const threatens = fireVerb(clause, parse, context, triggers, drafts, used)
    if (threatens) for (const c of parse.clauses) if (isThreatened(c, clause, threatened)) threatened.add(c)
    firePredicate(clause, parse, context, triggers, drafts)
    fireModal(clause, parse, context, triggers, drafts)
  }
  for (const chunk of parse.chunks) {
    if (chunk.kind === 'np' && !used.has(chunk)) fireNoun(chunk, parse, context, triggers, drafts)
  }
}

function fireVerb(
  clause: Clause,
  parse: Parse,
  context: ActorContext,
  triggers: Triggers,
  drafts: Drafts,
  used: Set<NounPhrase>,
): boolean {
  let threatens = false
  const index = triggers.verbs.get(clause.verb.lemma)
  if (!index) return threatens
  const around = new Surroundings(clause, context)
  const fits = (t: VerbPattern): boolean => verbFits(t, clause, around, parse, context)
  const fitting = index.candidates(around).filter(fits)
  if (fitting.length === 0) return threatens
  // "offered an answer", "killed time": the words of an idiom are no event, unless more of them say another.
  let idle = -1
  for (const t of triggers.idioms.get(clause.verb.lemma)?.candidates(around) ?? [])
    if (t.weight > idle && fits(t)) idle = t.weight
  // The most specific reading of a verb wins: "cut ties with" over "cut".
  let most = 0
  for (const t of fitting) if (t.relation.target === 'actor') most = Math.max(most, t.weight)
  for (const trigger of fitting) {
    if (trigger.relation.target === 'actor' && (trigger.weight < most || trigger.weight <= idle)) continue
    const { main, to, particle } = clause.verb
    const own = clauseSlots(clause, parse, context, trigger.object)
    const child =
      trigger.infinitive === undefined ? undefined : infinitiveOf(clause, trigger.infinitive, parse)
    const inner = child && clauseSlots(child, parse, context, trigger.object)
    const firing: Firing = {
      trigger,
      source: trigger.source,
      target: inner && !trigger.target.includes('content') ? [...trigger.target, 'content'] : trigger.target,
      from: main,
      to: particle === undefined ? main : to,
      slots: inner ? (name) => (name === 'subject' || name === 'content' ? own(name) : inner(name)) : own,
      read: () =>
        readClause(trigger.source.includes('speaker') ? sayingOf(clause) : clause, parse.words, triggers),
      clause,
      phrase: undefined,
      confidence: CONFIDENCE.verb,
    }
    // "Letters were exchanged between X and Y."
    const parties = clause.verb.passive && !trigger.relation.directed ? own('between') : []
    if (parties.length > 1) drafts.pairs(firing, parties)
    const fired = parties.length > 1 || drafts.fire(firing)
    threatens ||= fired && trigger.relation.relation === 'THREATENS'
    // What is condemned, demanded or denied is said as well; what is lifted, imposed or given is said once.
    if (!fired || trigger.relation.target !== 'actor' || VERBAL.has(trigger.relation.quad)) continue
    for (const p of [...clause.objects.flat(), ...(clause.verb.passive ? clause.subjects : [])]) {
      const { object } = trigger
      if (object && isOneOf(p, object, context)) used.add(p)
    }
  }
  return threatens
}

/** "threatened **to close** the strait and **expel** the envoy" */
function isThreatened(clause: Clause, threat: Clause, threatened: ReadonlySet<Clause>): boolean {
  if (clause.link === 'infinitive') return clause.parent === threat
  return clause.link === 'coordinate' && clause.parent !== undefined && threatened.has(clause.parent)
}

/** The clause in which somebody says this one: that they say it is not what they say. */
function sayingOf(clause: Clause): Clause {
  for (let c: Clause | undefined = clause; c?.parent; c = c.parent) if (c.link === 'content') return c.parent
  return clause
}

/** Quads of words rather than deeds, which leave what they speak of as it was. */
const VERBAL: ReadonlySet<number | null> = new Set([1, 3])

function infinitiveOf(clause: Clause, lemma: string, parse: Parse): Clause | undefined {
  return parse.clauses.find((c) => c.parent === clause && c.link === 'infinitive' && c.verb.lemma === lemma)
}

/** What the triggers of one verb are held against, hundreds for some: looked up once. */
class Surroundings implements Around {
  readonly prepositions: readonly string[]
  private readonly clause: Clause
  private readonly context: ActorContext
  private called: readonly Naming[] | undefined

  constructor(clause: Clause, context: ActorContext) {
    this.prepositions = clause.prepositional.map((p) => p.preposition)
    this.clause = clause
    this.context = context
  }

  /** What is acted on: the objects, for a passive the subjects. */
  get things(): readonly Naming[] {
    if (this.called === undefined) {
      const { verb, subjects, objects } = this.clause
      const called: Naming[] = []
      for (const list of verb.passive ? [subjects] : objects)
        for (const phrase of list) called.push(namingOf(phrase, this.context))
      this.called = called
    }
    return this.called
  }
}

function verbFits(
  trigger: VerbPattern,
  clause: Clause,
  around: Surroundings,
  parse: Parse,
  context: ActorContext,
): boolean {
  const { verb } = clause
  const { prepositions } = around
  const { subject, particle, object, preposition } = trigger
  if (particle !== undefined && verb.particle !== particle && !prepositions.includes(particle)) return false
  if (particle === undefined && verb.particle !== undefined && preposition?.word !== verb.particle)
    return false
  if (subject && (verb.passive || !clause.subjects.some((p) => isOneOf(p, subject, context)))) return false
  if (trigger.transitive && !verb.passive && clause.objects.length === 0) return false
  if (trigger.intransitive && (verb.passive || clause.objects.length > 0)) return false
  const governs =
    trigger.infinitive !== undefined && infinitiveOf(clause, trigger.infinitive, parse) !== undefined
  if (preposition && !governs && !prepositions.includes(preposition.word)) return false
  if (object && !around.things.some((t) => isNamed(t, object))) return false
  if (preposition && !governs) {
    const { word, condition } = preposition
    if (condition && !isBehind(clause.prepositional, word, condition, context)) return false
  }
  return true
}

/** Whether such a thing stands behind the preposition. */
function isBehind(
  list: readonly PrepositionalPhrase[],
  preposition: string,
  condition: ObjectCondition,
  context: ActorContext,
): boolean {
  for (const p of list)
    if (p.preposition === preposition && p.phrases.some((phrase) => isOneOf(phrase, condition, context)))
      return true
  return false
}

function firePredicate(
  clause: Clause,
  parse: Parse,
  context: ActorContext,
  triggers: Triggers,
  drafts: Drafts,
): void {
  const { predicate } = clause
  if (clause.verb.lemma !== 'be' || !predicate) return
  for (const trigger of triggers.adjectives.get(predicate.word) ?? []) {
    const { preposition, object } = trigger
    if (preposition) {
      const behind = clause.prepositional.filter((p) => p.preposition === preposition)
      if (behind.length === 0) continue
      if (object && !behind.some((p) => p.phrases.some((phrase) => isOneOf(phrase, object, context))))
        continue
    }
    drafts.fire({
      trigger,
      source: trigger.source,
      target: trigger.target,
      from: predicate.at,
      to: predicate.at,
      slots: clauseSlots(clause, parse, context, undefined),
      read: () => {
        const reading = readClause(clause, parse.words, triggers)
        // "is due in Moscow"
        const due = reading.modality === 'actual' && triggers.embedding.adjective(predicate.word).has('plan')
        return due ? { ...reading, modality: 'planned' } : reading
      },
      clause,
      phrase: undefined,
      confidence: CONFIDENCE.predicate,
    })
  }
}

/** "Paris says Berlin **must** pay": the saying is the event, and is meant as the clause that says it. */
function fireModal(
  clause: Clause,
  parse: Parse,
  context: ActorContext,
  triggers: Triggers,
  drafts: Drafts,
): void {
  const { modal, from } = clause.verb
  if (modal === undefined || clause.link !== 'content') return
  for (const trigger of triggers.modals.get(modal) ?? []) {
    const at = parse.words.findIndex((w, i) => i >= from && w.lower === modal)
    drafts.fire({
      trigger,
      source: trigger.source,
      target: trigger.target,
      from: at,
      to: at,
      slots: clauseSlots(clause, parse, context, undefined),
      read: () => readClause(sayingOf(clause), parse.words, triggers),
      clause,
      phrase: undefined,
      confidence: CONFIDENCE.predicate,
    })
  }
}

function fireNoun(
  phrase: NounPhrase,
  parse: Parse,
  context: ActorContext,
  triggers: Triggers,
  drafts: Drafts,
): void {
  const head = parse.words[phrase.head]!
  if (head.pos !== 'noun' || head.lemma === undefined) return
  const listed = triggers.nouns.get(head.lemma)
  if (!listed) return
  const fitting: NounTrigger[] = []
  let longest = 0
  for (const t of listed)
    if (nounFits(t, phrase, parse, context)) {
      fitting.push(t)
      longest = Math.max(longest, lengthOf(t))
    }
  if (fitting.length === 0) return
  const standing = parse.standing(phrase)
  const carried = carrying(standing, triggers)
  // "denied any role in the attack": the attack is meant as the role in it is.
  const share = shareIn(phrase, standing, parse, triggers)
  const { slots, parties, between, owners } = nounSlots(phrase, standing, carried, parse, context, {
    answerable: (owned) => answerableFor(standing, share, parse, context, triggers, drafts, owned),
    grateful: () => (standing?.preposition === 'for' ? drafts.thanking(standing.clause) : []),
  })
  const meant = share ? parse.standing(share) : standing
  for (const trigger of fitting) {
    if (lengthOf(trigger) < longest) continue
    const firing: Firing = {
      trigger,
      source: nounSource(trigger, carried, standing),
      target: nounTarget(trigger, carried),
      from: phrase.head,
      to: phrase.head,
      slots,
      read: () =>
        readNoun(phrase, meant, carried !== undefined && standing?.role !== 'subject', parse.words, triggers),
      clause: standing?.clause,
      phrase,
      confidence: carried ? CONFIDENCE.carriedNoun : CONFIDENCE.noun,
    }
    // "talks between X and Y", "clashes between X and Y", but "Russia's mediation between X and Y" has a third.
    const mutual =
      between ||
      !trigger.relation.directed ||
      MUTUAL.some((s) => trigger.target.includes(s) || trigger.source.includes(s))
    const third = owners.length === 1 || (carried === 'active' && hasOtherDoer(slots('subject'), parties))
    if (mutual && parties.length > 1 && !third) drafts.pairs(firing, parties)
    else drafts.fire(firing)
  }
}

/** How much of a text a noun trigger takes, conditions included. */
function lengthOf({ nouns, before, behind }: NounTrigger): number {
  return nouns.length + (before ? 1 : 0) + (behind ? 1 : 0)
}

/** "Russia launched a mediation effort between India and Pakistan": who does it is none of the parties. */
function hasOtherDoer(doers: readonly Actor[], parties: readonly Actor[]): boolean {
  return doers.length === 1 && !parties.some((p) => p.entity === doers[0]!.entity)
}

function nounFits(trigger: NounTrigger, phrase: NounPhrase, parse: Parse, context: ActorContext): boolean {
  const { words } = parse
  const first = phrase.head - trigger.nouns.length + 1
  for (let k = 0; k < trigger.nouns.length - 1; k++)
    if (words[first + k]?.lower !== trigger.nouns[k]) return false
  const { before, behind } = trigger
  if (behind) {
    const { preposition, condition } = behind
    if (!isBehind(phrase.posts, preposition, condition, context)) return false
  }
  if (!before) return true
  for (let i = first - 1; i >= phrase.from; i--) {
    const w = words[i]!
    if (before.named !== undefined && w.mention?.kind === before.named) return true
    if (before.nouns.has(w.lemma ?? w.lower)) return true
  }
  return false
}
