import type { EntityId } from '../core/entity.ts'
import type { Mention } from '../core/mention.ts'
import { relationType } from '../core/ontology.ts'
import { type Participant, type Statement, statementId } from '../core/statement.ts'
import { type Actor, actorsOf, agentAt, hasCountry } from './actors.ts'
import type { Clause } from './clause.ts'
import { createEventDates, type EventDates } from './dates.ts'
import type { Firing, Miss, Scene } from './firing.ts'
import type { Reading } from './modality.ts'
import { firstIn } from './slots.ts'
import { DOMESTIC, isMutual, targetsOf } from './targets.ts'
import { untold } from './untold.ts'
import { weaponsAround } from './weapons-around.ts'

/** A statement in the making. */
export interface Draft {
  readonly firing: Firing
  readonly source: Actor
  readonly target: Actor
  readonly weapons: readonly EntityId[]
  readonly reading: Reading
  /** The ways by which the source and the target were found: names of slots, or of what was looked for elsewhere. */
  readonly ways: { readonly from: string; readonly to: string }
  readonly confidence: number
}

/** Relations that answer an act of the one they are directed at. */
const ANSWERED = new Set(['ACCUSES', 'SANCTIONS', 'COERCES', 'THREATENS', 'PROTESTS_AGAINST'])
/** Sectors that act at home. */
const AT_HOME = new Set(['COP', 'JUD'])
/** Factors by which a doubt lowers confidence. */
const DOUBT = {
  ownedSource: 0.85,
  ownedTarget: 0.9,
  inferred: 0.85,
  unlisted: 0.8,
} as const

/** Fills the slots of the triggers of one sentence and makes statements of them. */
export class Drafts {
  readonly misses: Miss[] = []
  private drafts: Draft[] = []
  private readonly scene: Scene
  private readonly dateOf: EventDates

  constructor(scene: Scene) {
    const { parse, context, triggers } = scene
    this.scene = scene
    this.dateOf = createEventDates(parse, context.day, triggers)
  }

  /**
   * Fills the slots: the first that names somebody wins, on either side; listed actors before unlisted ones.
   * Whether a statement came of it.
   */
  fire(firing: Firing): boolean {
    const { trigger, slots } = firing
    const found = firstIn(firing.source, slots)
    const told = found.actors.length > 0
    const { actors: sources, way: from } = told ? found : untold(firing, this.scene)
    if (sources.length === 0) {
      this.miss(firing, 'no actor as source')
      return false
    }
    if (trigger.relation.target === 'weapon') {
      const weapons = weaponsAround(firing, this.scene.parse)
      for (const source of sources)
        for (const weapon of weapons) this.draft(firing, source, weapon, { from, to: 'weapon' })
      return weapons.length > 0
    }
    const { actors, way: to } = targetsOf(firing, sources, this.scene)
    // Authorities nobody names deal with people, not with another part of the state.
    const targets = told
      ? actors
      : actors.filter((t) => t.unlisted || t.code !== sources[0]!.code || DOMESTIC.has(t.sector ?? ''))
    // "Baku and Tehran vowed to deepen Tehran–Baku ties": the targets are the sources.
    if (sources.length > 1 && targets.length > 1 && sameCodes(sources, targets)) {
      this.pairs(firing, sources)
      return true
    }
    if (targets.length === 0 && sources.length > 1 && isMutual(firing, this.scene.parse)) {
      this.pairs(firing, sources)
      return true
    }
    if (targets.length === 0) this.miss(firing, 'no actor as target')
    for (const source of sources) {
      for (const target of targets)
        this.draft(firing, this.atHome(source, target), this.atHome(target, source), { from, to })
    }
    return targets.length > 0
  }

  /** The rules that made something so far. */
  rules(): string[] {
    return [...new Set(this.drafts.map((d) => d.firing.trigger.rule))]
  }

  /** Gives each draft its confidence and drops those without; `why` says so for `explain`. */
  keep(confidenceOf: (draft: Draft, drafts: readonly Draft[]) => number | undefined, why: string): void {
    const all = this.drafts
    if (all.length === 0) return
    this.drafts = all.flatMap((d) => {
      const confidence = confidenceOf(d, all)
      if (confidence !== undefined) return [{ ...d, confidence }]
      this.miss(d.firing, why)
      return []
    })
  }

  isEmpty(): boolean {
    return this.drafts.every((d) => d.firing.trigger.relation.target === 'weapon')
  }

  /** To whom the clause does what is done to somebody for an act of theirs; thanks are given `for` it alone. */
  answering(clause: Clause, preposition: string): readonly Actor[] {
    const found: Actor[] = []
    for (const { firing, target } of this.drafts) {
      const { relation } = firing.trigger.relation
      if (firing.clause !== clause || target.unlisted) continue
      if (!ANSWERED.has(relation) && !(relation === 'SUPPORTS' && preposition === 'for')) continue
      if (!found.some((a) => a.start === target.start)) found.push(target)
    }
    return found
  }

  /** Who praises or thanks somebody in the clause. */
  thanking(clause: Clause): readonly Actor[] {
    const thanks = this.drafts.find(
      ({ firing }) => firing.clause === clause && firing.trigger.relation.relation === 'SUPPORTS',
    )
    return thanks ? [thanks.source] : []
  }

  /** Every party with every other; once a pair where the relation has no direction. */
  pairs(firing: Firing, parties: readonly Actor[]): void {
    for (const [i, source] of parties.entries()) {
      for (const [j, target] of parties.entries()) {
        const another = source.entity !== target.entity || source.sector !== target.sector
        if (another && (i < j || (i > j && firing.trigger.relation.directed)))
          this.draft(firing, source, target, { from: 'parties', to: 'parties' })
      }
    }
  }

  /** The statements, in text order. Several words may say the same of the same two; the surest stays. */
  statements(articleId: string, unlisted: readonly Mention[]): Statement[] {
    const best = new Map<string, Statement>()
    for (const draft of this.drafts) {
      const content = this.statement(draft, unlisted)
      const { relation, source, target, polarity, modality } = content
      const ends = [`${source.entity} ${source.sector}`, `${target.entity} ${target.sector}`]
      if (!relationType(relation).directed) ends.sort()
      const key = [relation, ...ends, polarity, modality].join('\n')
      const before = best.get(key)
      if (!before || before.confidence < content.confidence)
        best.set(key, { id: statementId(articleId, content), ...content })
    }
    return [...best.values()].sort((a, b) => a.trigger.start - b.trigger.start || (a.id < b.id ? -1 : 1))
  }

  private statement(draft: Draft, unlisted: readonly Mention[]): Omit<Statement, 'id'> {
    const { firing, weapons, reading } = draft
    const { trigger, from, to, clause, phrase } = firing
    const { relation } = trigger
    const { source, target } = draft
    const speaker = reading.speakers
      .flatMap((p) => [...actorsOf(p, this.scene.context)])
      .find((a) => !a.unlisted && !a.inferred)
    let { modality } = reading
    // What a party says of its adversary is a claim; what it says of itself, or of friendly acts, is reported as said.
    const claim = speaker?.code != null && speaker.code !== draft.source.code && speaker.sector !== 'MED'
    if (modality === 'actual' && claim && (relation.quad ?? 0) >= 3) modality = 'alleged'
    const { words, sentence } = this.scene.parse
    return {
      relation: relation.relation,
      plover: relation.plover,
      mode: trigger.mode,
      source: participant(source, unlisted),
      target: participant(target, unlisted),
      weapons: weapons.toSorted(),
      polarity: reading.polarity,
      modality,
      saidBy: speaker ? participant(speaker, unlisted) : null,
      sentence: { start: sentence.start, end: sentence.end, text: sentence.text },
      trigger: {
        start: words[firing.from]!.start,
        end: words[firing.to]!.end,
        text: this.scene.parse.text(firing.from, firing.to),
      },
      date: this.dateOf({ from, to, reading, clause, phrase }),
      confidence: Math.round(draft.confidence * 100) / 100,
      rule: trigger.rule,
    }
  }

  private draft(firing: Firing, source: Actor, target: Actor, ways: Draft['ways']): void {
    // Travellers and students visit a country; only who acts for somebody pays it a visit.
    if (firing.trigger.mode === 'visit' && source.sector === 'CVL') return
    const reading = firing.read()
    // "did not close its airspace": what is not done to a thing is no event.
    if (ways.to === 'thing' && reading.polarity === 'negated' && reading.modality === 'actual') return
    const confidence =
      firing.confidence *
      (source.as === 'head' ? 1 : DOUBT.ownedSource) *
      (target.as === 'head' ? 1 : DOUBT.ownedTarget) *
      (source.inferred || target.inferred ? DOUBT.inferred : 1) *
      (source.unlisted || target.unlisted ? DOUBT.unlisted : 1)
    const weapons =
      firing.trigger.relation.target === 'actor' ? weaponsAround(firing, this.scene.parse) : [target]
    this.drafts.push({
      firing,
      source,
      target,
      weapons: [...new Set(weapons.map((w) => w.entity))],
      reading,
      ways,
      confidence,
    })
  }

  /**
   * "Belarus detains protesters", "Kenyan teachers accuse the government": people without a country, and the state whose
   * people act, are of the one country the sentence speaks of.
   */
  private atHome(actor: Actor, other: Actor): Actor {
    if (!actor.unlisted || actor.sector === other.sector) return actor
    if (!hasCountry(other)) return actor
    const ofThePeople = DOMESTIC.has(actor.sector ?? '') || this.isPerson(actor)
    const ofTheState = actor.sector !== null && DOMESTIC.has(other.sector ?? '')
    if (!ofThePeople && !ofTheState) return actor
    // Police and courts deal with those of their country, whoever else is named.
    const foreign =
      !AT_HOME.has(other.sector ?? '') &&
      this.scene.parse.words.some((w) => {
        const code = w.mention?.kind === 'weapon' ? null : (w.mention?.code ?? w.place?.country.slice(8))
        return code != null && code !== other.code
      })
    if (foreign) return actor
    return { ...actor, entity: `country/${other.code}`, code: other.code, inferred: true, unlisted: false }
  }

  /** An unknown name with a title or a function before it: "former Vice President X". */
  private isPerson(actor: Actor): boolean {
    const { words } = this.scene.parse
    const head = words.findIndex((w) => w.end === actor.end)
    const first = words.findIndex((w) => w.start === actor.start)
    return (
      head > first &&
      words[head]?.pos === 'name' &&
      !this.scene.triggers.premises.has(words[head]!.lower) &&
      words
        .slice(first, head)
        .some((_, i) => agentAt(words, first, first + i, this.scene.triggers) !== undefined)
    )
  }

  private miss(firing: Firing, missing: string): void {
    this.misses.push({
      rule: firing.trigger.rule,
      trigger: this.scene.parse.text(firing.from, firing.to),
      missing,
    })
  }
}

function sameCodes(a: readonly Actor[], b: readonly Actor[]): boolean {
  const codes = (list: readonly Actor[]): string =>
    [...new Set(list.map((x) => x.code ?? x.entity))].sort().join()
  return codes(a) === codes(b)
}

/** A bare country is its government. Words that end with an unlisted name are whom that mention names. */
function participant(a: Actor, unlisted: readonly Mention[]): Participant {
  const sector = a.sector ?? (a.entity.startsWith('country/') ? 'GOV' : null)
  const named = a.unlisted ? mentionEndingAt(unlisted, a.end) : undefined
  const entity = named && named.start >= a.start ? named.entity : a.entity
  return { entity, code: a.code, sector, start: a.start, end: a.end }
}

/** The mention that ends at an offset, of some in text order that do not overlap. */
function mentionEndingAt(mentions: readonly Mention[], end: number): Mention | undefined {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.end < end) low = middle + 1
    else high = middle
  }
  return mentions[low]?.end === end ? mentions[low] : undefined
}
