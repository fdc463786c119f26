import type { EntityId } from '../core/entity.ts'
import { type Participant, type Statement, statementId } from '../core/statement.ts'
import { type Actor, type ActorContext, actorsOf, agentAt, unlistedAt } from './actors.ts'
import type { NounPhrase } from './chunks.ts'
import type { Clause } from './clauses.ts'
import { createEventDates, type EventDates } from './dates.ts'
import type { Reading } from './modality.ts'
import type { Parse } from './parse.ts'
import { firstOf, type Slots } from './slots.ts'
import type { Trigger, Triggers } from './triggers.ts'

/** A trigger seen in a sentence, with what is needed to make statements of it. */
export interface Firing {
  readonly trigger: Trigger
  readonly source: readonly string[]
  readonly target: readonly string[]
  /** Word indexes of the trigger. */
  readonly from: number
  readonly to: number
  readonly slots: Slots
  readonly reading: Reading
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

interface Draft {
  readonly firing: Firing
  readonly source: Actor
  readonly target: Actor
  readonly weapons: readonly EntityId[]
  readonly confidence: number
}

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
/** Relations that the authorities of the place bring about when a passive names nobody: "were arrested in Iran". */
const AUTHORITIES = new Set(['COERCES', 'RETREATS_FROM', 'CONCEDES_TO', 'SANCTIONS'])
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
const DOMESTIC = new Set([
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
/** Factors by which a doubt lowers confidence. */
const DOUBT = {
  ownedSource: 0.85,
  ownedTarget: 0.9,
  inferred: 0.85,
  unlisted: 0.8,
  content: 0.8,
  concerned: 0.7,
  thing: 0.6,
  setting: 0.8,
} as const
const NONE: ReadonlySet<string> = new Set()

/** Fills the slots of the triggers of one sentence and makes statements of them. */
export class Drafts {
  readonly misses: Miss[] = []
  private drafts: Draft[] = []
  private readonly parse: Parse
  private readonly context: ActorContext
  private readonly triggers: Triggers
  private readonly dateOf: EventDates

  constructor(parse: Parse, context: ActorContext, triggers: Triggers) {
    this.parse = parse
    this.context = context
    this.triggers = triggers
    this.dateOf = createEventDates(parse, context.day, triggers)
  }

  /**
   * Fills the slots: the first that names somebody wins, on either side; listed actors before unlisted ones.
   * Whether a statement came of it.
   */
  fire(firing: Firing): boolean {
    const { trigger, slots } = firing
    const told = firstOf(firing.source.map(slots))
    const sources = told.length > 0 ? told : this.authorities(firing)
    if (sources.length === 0) {
      this.miss(firing, 'no actor as source')
      return false
    }
    if (trigger.relation.target === 'weapon') {
      const weapons = this.weaponsAround(firing)
      for (const source of sources) for (const weapon of weapons) this.draft(firing, source, weapon)
      return weapons.length > 0
    }
    const { targets: found, doubt } = this.targetsOf(firing, sources)
    // Authorities nobody names deal with people, not with another part of the state.
    const targets =
      told.length > 0
        ? found
        : found.filter((t) => t.unlisted || t.code !== sources[0]!.code || DOMESTIC.has(t.sector ?? ''))
    // "Baku and Tehran vowed to deepen Tehran–Baku ties": the targets are the sources.
    if (sources.length > 1 && targets.length > 1 && sameCodes(sources, targets)) {
      this.pairs(firing, sources)
      return true
    }
    if (targets.length === 0 && sources.length > 1 && this.isMutual(firing)) {
      this.pairs(firing, sources)
      return true
    }
    if (targets.length === 0) this.miss(firing, 'no actor as target')
    for (const source of sources) {
      for (const target of targets)
        this.draft(firing, this.atHome(source, target), this.atHome(target, source), doubt)
    }
    return targets.length > 0
  }

  /** Who it is done to: in the slots of the rule, else in the act it governs, else where it is set. */
  private targetsOf(firing: Firing, sources: readonly Actor[]): { targets: readonly Actor[]; doubt: number } {
    const { trigger, slots } = firing
    const others = (list: readonly Actor[]): Actor[] => list.filter((t) => !sources.some((s) => isSame(s, t)))
    const named = firing.target.map((name) => others(slots(name)))
    const targets = firstOf([...named.map((list) => list.filter((a) => !a.unlisted)), ...named])
    if (targets.length > 0 || (sources.length > 1 && this.isMutual(firing))) return { targets, doubt: 1 }
    // "wants Iran to leave" needs the one who is to leave; "wants to leave Iran" asks nobody.
    const needsAnother = firing.target.every((name) => name === 'clause')
    const content = !needsAnother && this.governs(firing) ? others(slots('content')) : []
    if (content.length > 0) return { targets: content, doubt: DOUBT.content }
    // "Miners protested in the capital": people of a country, with nobody else named, protest against its government.
    if (trigger.relation.relation === 'PROTESTS_AGAINST') {
      const home = sources.filter(
        (s) => s.code?.length === 3 && !NO_COUNTRY.has(s.code) && s.sector !== 'GOV',
      )
      const abroad = SETTINGS.flatMap(slots).some((a) => !a.unlisted && a.code !== home[0]?.code)
      if (home[0] && !abroad)
        return {
          targets: [{ ...home[0], entity: `country/${home[0].code}`, sector: 'GOV', inferred: true }],
          doubt: DOUBT.setting,
        }
    }
    if (SET_IN.has(trigger.relation.relation)) {
      // "imposed a blockade in Lahore": who is where it happens undergoes it.
      const set = others(SETTINGS.flatMap(slots).filter((a) => !a.unlisted))
      if (set.length > 0) return { targets: set, doubt: DOUBT.setting }
    }
    // Somebody is named, but it is the source itself ("defended Germany's decision"): then it is about nobody else.
    const oneself = named.length > 0 && firing.target.some((name) => slots(name).some((a) => !a.unlisted))
    const concerned = oneself ? [] : others(this.concerned(firing))
    return concerned.length > 0
      ? { targets: concerned, doubt: DOUBT.concerned }
      : { targets: this.thing(firing), doubt: DOUBT.thing }
  }

  /** "gave 300 million to promote investment **in Ethiopia**": the one actor the rest of the clause is about, if it is one. */
  private concerned({ clause, phrase, slots }: Firing): readonly Actor[] {
    if (!clause || phrase || (clause.objects.length === 0 && !clause.verb.passive)) return []
    const claimant = this.claimant(clause)
    if (claimant.length > 0) return claimant
    const effects = this.triggers.embedding.verb(clause.verb.lemma, NONE)
    if (SPEECH.some((e) => effects.has(e))) return []
    const around = clause.prepositional
      .filter((p) => !ASIDE.has(p.preposition))
      .flatMap((p) => p.phrases)
      .flatMap((p) => [...actorsOf(p, this.context)])
    const listed = [...around, ...slots('content')].filter((a) => !a.unlisted)
    if (listed.length > 0) return new Set(listed.map((a) => a.entity)).size === 1 ? listed.slice(0, 1) : []
    // "told Chad it would cut the aid": who is told.
    const { parent } = clause
    return clause.link === 'content' && parent
      ? parent.objects.flat().flatMap((p) => [...actorsOf(p, this.context)])
      : []
  }

  /** "Kuwait said …, a claim Iraq denied": who made the claim that the clause is about. */
  private claimant(clause: Clause): readonly Actor[] {
    const { words, clauses } = this.parse
    const { embedding } = this.triggers
    const claims = (p: NounPhrase): boolean =>
      p.posts.length === 0 && embedding.noun(words[p.head]!.lemma ?? '').has('allege')
    if (!clause.objects.flat().some(claims)) return []
    for (const other of clauses.slice(0, clauses.indexOf(clause)).toReversed()) {
      const effects = embedding.verb(other.verb.lemma, NONE)
      if (!effects.has('allege') && !effects.has('report')) continue
      const said = other.subjects.flatMap((p) => [...actorsOf(p, this.context)])
      if (said.length > 0) return said
    }
    return []
  }

  /** Where nobody is named, the thing itself: "outlawed **the practice**", "freed **37 captives**". It stays out of the graph. */
  private thing({ clause, phrase }: Firing): readonly Actor[] {
    if (phrase || !clause) return []
    const [thing] = clause.verb.passive ? clause.subjects : (clause.objects[0] ?? [])
    const pos = thing && this.parse.words[thing.head]!.pos
    return thing && (pos === 'noun' || pos === 'name') ? [unlistedAt(thing, this.parse.words, null)] : []
  }

  /** "X and Y met", "X and Y accused each other": every one of them the others. */
  private isMutual(firing: Firing): boolean {
    return !firing.trigger.relation.directed || firing.target.includes('plural') || this.isReciprocal(firing)
  }

  /** The rules that made something so far. */
  rules(): string[] {
    return [...new Set(this.drafts.map((d) => d.firing.trigger.rule))]
  }

  /** Drops what does not hold; `why` says so for `explain`. `listed` tells whether both ends are in the gazetteer. */
  keep(holds: (firing: Firing, listed: boolean) => boolean, why: string): void {
    this.drafts = this.drafts.filter((d) => {
      const held = holds(d.firing, !d.source.unlisted && !d.target.unlisted)
      if (!held) this.miss(d.firing, why)
      return held
    })
  }

  isEmpty(): boolean {
    return this.drafts.every((d) => d.firing.trigger.relation.target === 'weapon')
  }

  /** Every party with every other; once a pair where the relation has no direction. */
  pairs(firing: Firing, parties: readonly Actor[]): void {
    for (const [i, source] of parties.entries()) {
      for (const [j, target] of parties.entries()) {
        if (i < j || (i > j && firing.trigger.relation.directed)) this.draft(firing, source, target)
      }
    }
  }

  /** The statements, in text order. Several words may say the same of the same two; the surest stays. */
  statements(articleId: string): Statement[] {
    const best = new Map<string, Statement>()
    for (const draft of this.drafts) {
      const content = this.statement(draft)
      const { relation, source, target, polarity, modality } = content
      const key = [
        relation,
        source.entity,
        source.sector,
        target.entity,
        target.sector,
        polarity,
        modality,
      ].join('\n')
      const before = best.get(key)
      if (!before || before.confidence < content.confidence)
        best.set(key, { id: statementId(articleId, content), ...content })
    }
    return [...best.values()].sort((a, b) => a.trigger.start - b.trigger.start || (a.id < b.id ? -1 : 1))
  }

  private statement(draft: Draft): Omit<Statement, 'id'> {
    const { firing, weapons } = draft
    const { trigger, reading } = firing
    const { relation } = trigger
    let { source, target } = draft
    if (!relation.directed && source.entity > target.entity) [source, target] = [target, source]
    const speaker = reading.speakers
      .flatMap((p) => [...actorsOf(p, this.context)])
      .find((a) => !a.unlisted && !a.inferred)
    let { modality } = reading
    // What a party says of its adversary is a claim; what it says of itself, or of friendly acts, is reported as said.
    const claim = speaker?.code != null && speaker.code !== draft.source.code && speaker.sector !== 'MED'
    if (modality === 'actual' && claim && (relation.quad ?? 0) >= 3) modality = 'alleged'
    const { words, sentence } = this.parse
    return {
      relation: relation.relation,
      plover: relation.plover,
      mode: trigger.mode,
      source: participant(source),
      target: participant(target),
      weapons: weapons.toSorted(),
      polarity: reading.polarity,
      modality,
      saidBy: speaker ? participant(speaker) : null,
      sentence: { start: sentence.start, end: sentence.end, text: sentence.text },
      trigger: {
        start: words[firing.from]!.start,
        end: words[firing.to]!.end,
        text: this.parse.text(firing.from, firing.to),
      },
      date: this.dateOf(firing),
      confidence: Math.round(draft.confidence * 100) / 100,
      rule: trigger.rule,
    }
  }

  private authorities({ trigger, clause, phrase, from, to }: Firing): readonly Actor[] {
    const { onlyCountry } = this.context
    if (!onlyCountry || !AUTHORITIES.has(trigger.relation.relation)) return []
    if (!phrase && !clause?.verb.passive) return []
    const at = { start: this.parse.words[from]!.start, end: this.parse.words[to]!.end }
    return [{ ...at, ...onlyCountry, sector: 'GOV', as: 'behind', inferred: true, unlisted: false }]
  }

  private draft(firing: Firing, source: Actor, target: Actor, doubt = 1): void {
    // Travellers and students visit a country; only who acts for somebody pays it a visit.
    if (firing.trigger.mode === 'visit' && source.sector === 'CVL') return
    const confidence =
      firing.confidence *
      doubt *
      (source.as === 'head' ? 1 : DOUBT.ownedSource) *
      (target.as === 'head' ? 1 : DOUBT.ownedTarget) *
      (source.inferred || target.inferred ? DOUBT.inferred : 1) *
      (source.unlisted || target.unlisted ? DOUBT.unlisted : 1)
    const weapons = firing.trigger.relation.target === 'actor' ? this.weaponsAround(firing) : [target]
    this.drafts.push({
      firing,
      source,
      target,
      weapons: [...new Set(weapons.map((w) => w.entity))],
      confidence,
    })
  }

  /**
   * "Belarus detains protesters": people without a country, dealt with by the one country the sentence speaks of, are its own.
   */
  private atHome(actor: Actor, other: Actor): Actor {
    if (!actor.unlisted || !(this.isPerson(actor) || DOMESTIC.has(actor.sector ?? ''))) return actor
    if (other.code === null || other.code.length !== 3 || NO_COUNTRY.has(other.code)) return actor
    const foreign = this.parse.words.some(
      (w) =>
        (w.mention?.code ?? (w.place ? w.place.country.slice(8) : other.code)) !== other.code &&
        w.mention?.kind !== 'weapon',
    )
    if (foreign || actor.sector === other.sector) return actor
    return { ...actor, entity: `country/${other.code}`, code: other.code, inferred: true, unlisted: false }
  }

  /** An unknown name with a title or a function before it: "former Vice President X". */
  private isPerson(actor: Actor): boolean {
    const { words } = this.parse
    const head = words.findIndex((w) => w.end === actor.end)
    const first = words.findIndex((w) => w.start === actor.start)
    return (
      head > first &&
      words[head]?.pos === 'name' &&
      words.slice(first, head).some((_, i) => agentAt(words, first, first + i, this.triggers) !== undefined)
    )
  }

  private miss(firing: Firing, missing: string): void {
    this.misses.push({ rule: firing.trigger.rule, trigger: this.parse.text(firing.from, firing.to), missing })
  }

  /** Whether the verb is one that takes an act as its content: "agreed to", "threatened to", "refused to". */
  private governs({ trigger, phrase }: Firing): boolean {
    const { embedding } = this.triggers
    const noun = phrase && this.parse.words[phrase.head]!.lemma
    const effects =
      'lemma' in trigger ? embedding.verb(trigger.lemma, NONE) : noun ? embedding.noun(noun) : NONE
    return GOVERNING.some((e) => effects.has(e))
  }

  private isReciprocal({ clause }: Firing): boolean {
    if (!clause) return false
    const { words } = this.parse
    return [...clause.objects, ...clause.prepositional.map((p) => p.phrases)].flat().some((p) => {
      const text = words.slice(p.from, p.to + 2).map((w) => w.lower)
      return /^(?:each other|one another)/.test(text.join(' '))
    })
  }

  /** Weapons in the trigger's own clause or phrase: what it handles, and what it is done with. */
  private weaponsAround({ clause, phrase, trigger }: Firing): Actor[] {
    const { words } = this.parse
    const found = new Map<EntityId, Actor>()
    const search = (p: NounPhrase, depth: number): void => {
      for (let i = p.from; i <= p.to; i++) {
        const m = words[i]!.mention
        if (m?.kind === 'weapon') found.set(m.entity, weaponAt(m.entity, m.start, m.end))
      }
      if (depth < 2) for (const post of p.posts) for (const inner of post.phrases) search(inner, depth + 1)
      if (p.apposition) search(p.apposition, depth + 1)
    }
    if (phrase) search(phrase, 0)
    if (clause && (!phrase || this.parse.standing(phrase)?.clause === clause)) {
      // What is done to a weapon concerns the objects only; what is done to an actor may be done with anything around.
      const handles = trigger.relation.target === 'weapon'
      for (const list of clause.verb.passive ? [clause.subjects] : clause.objects)
        for (const p of list) search(p, handles ? 1 : 0)
      for (const pp of clause.prepositional) {
        if (!handles || pp.preposition === 'of' || pp.preposition === 'with')
          for (const p of pp.phrases) search(p, 1)
      }
    }
    return [...found.values()]
  }
}

function sameCodes(a: readonly Actor[], b: readonly Actor[]): boolean {
  const codes = (list: readonly Actor[]): string =>
    [...new Set(list.map((x) => x.code ?? x.entity))].sort().join()
  return codes(a) === codes(b)
}

const weaponAt = (entity: EntityId, start: number, end: number): Actor => ({
  start,
  end,
  entity,
  code: null,
  sector: null,
  as: 'head',
  inferred: false,
  unlisted: false,
})

/** A bare country is its government. */
function participant(a: Actor): Participant {
  const sector = a.sector ?? (a.entity.startsWith('country/') ? 'GOV' : null)
  return { entity: a.entity, code: a.code, sector, start: a.start, end: a.end }
}

const NO_COUNTRY = new Set(['IGO', 'NGO', 'MNC', 'IMG'])

/** The same actor as source `a` and target `b`, unless the text tells two parts of one country apart by their sector. */
function isSame(a: Actor, b: Actor): boolean {
  if (a.start === b.start && a.end === b.end) return true
  // "withdrew its troops": whose they are is not whom it is done to.
  if (b.anaphoric && a.code === b.code && a.code !== null) return true
  if (a.unlisted || b.unlisted) return a.entity === b.entity
  if (a.code !== b.code || a.code === null || NO_COUNTRY.has(a.code)) return a.entity === b.entity
  // Two named people or bodies of one country are two actors; so are its government and its rebels.
  const isCountry = (x: Actor): boolean => x.entity.startsWith('country/')
  if (a.entity !== b.entity && !isCountry(a) && !isCountry(b)) return false
  const plain = (x: Actor): boolean => x.sector === null && isCountry(x)
  return a.sector === b.sector || plain(a) || plain(b)
}
