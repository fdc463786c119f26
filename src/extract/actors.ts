import { holdsOn, type PartialDate } from '../core/dates.ts'
import type { Span } from '../core/document.ts'
import type { ActorCode, EntityId, Leader } from '../core/entity.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { NounPhrase } from './chunk.ts'
import { GROUPS, isOneOf, type NamingContext } from './naming.ts'
import type { Tagged } from './pos.ts'
import type { Triggers } from './triggers.ts'

/** Somebody who acts or is acted upon, at the words that tell. */
export interface Actor extends Span {
  readonly entity: EntityId
  readonly code: ActorCode | null
  readonly sector: string | null
  /**
   * How the phrase names it: as its head ("Iran", "Iranian officials"), as owner of the head ("Iran's proposal"),
   * or behind it ("an attack in Kabul").
   */
  readonly as: 'head' | 'owner' | 'behind'
  /** A common noun whose country only the sentence as a whole tells. */
  readonly inferred: boolean
  /** Told by a pronoun. */
  readonly anaphoric?: boolean
  /** Not in the gazetteer: a common noun or an unknown name. */
  readonly unlisted: boolean
}

/** Sectors that are actors by themselves, of no country: in PLOVER their code is the actor's. */
export const STATELESS = new Set(['IGO', 'NGO', 'MNC', 'IMG'])

/** Whether a country is told for the actor. */
export const hasCountry = ({ code }: Actor): boolean => code?.length === 3 && !STATELESS.has(code)

/** Kin and foes: "the wife of the Turkish president" is not the Turkish president. */
const OTHERS = new Set(
  'wife husband son daughter brother sister father mother family relative friend critic opponent enemy rival foe victim lawyer neighbour neighbor widow'.split(
    ' ',
  ),
)
/** What joined to a country says where a thing comes from. */
const MADE = new Set([
  'made',
  'built',
  'designed',
  'manufactured',
  'produced',
  'style',
  'era',
  'origin',
  'type',
])
/** What two countries share. */
const FRONTIER = new Set(['border', 'frontier', 'boundary', 'borderline'])
/** Those of them who are abroad as well as at home. */
const FOES = new Set(['opponent', 'enemy', 'rival', 'foe'])
/** Prepositions behind a noun in the order in which they tell who it belongs to. */
const OWNERSHIP = [
  'by',
  'of',
  'from',
  'against',
  'to',
  'in',
  'at',
  'on',
  'with',
  'for',
  'near',
  'between',
  'into',
  'over',
  'among',
  'including',
]

export interface ActorContext extends NamingContext {
  readonly gazetteer: Gazetteer
  /** When the article was published. */
  readonly day: PartialDate | null
  /**
   * Who each phrase asked for names, by the word where it begins: every trigger of a sentence asks for the same few.
   * Undefined while a pronoun is resolved, when a phrase that holds the pronoun itself names nobody.
   */
  readonly known: (readonly Actor[] | undefined)[] | undefined
  /** Of a pronoun at this word; empty when in doubt. */
  pronoun(at: number): readonly Actor[]
  /** Who did what a participle behind the phrase tells: "missiles fired **by the Israeli military**". */
  doerBehind(phrase: NounPhrase): readonly Actor[]
  /** Who does what a relative clause tells of the phrase: "the talks that **Kenya** had convened". */
  relativeDoer(phrase: NounPhrase): readonly Actor[]
  /** The one country the sentence is set in ("in Tehran", "across Syria"), if there is exactly one. */
  readonly onlyCountry: { readonly entity: EntityId; readonly code: ActorCode } | undefined
}

/** The sector and extent of an agent noun that ends at `at`: the longest listed one, "foreign ministry" before "ministry". */
export function agentAt(
  words: readonly Tagged[],
  from: number,
  at: number,
  triggers: Triggers,
): { sector: string; from: number } | undefined {
  const lemma = words[at]!.lemma ?? words[at]!.lower
  const sector = triggers.agents.get(lemma)
  if (sector === undefined && triggers.people.has(lemma)) return { sector: 'CVL', from: at }
  for (const phrase of triggers.agentPhrases.get(lemma) ?? []) {
    const start = at - phrase.before.length
    if (start >= from && phrase.before.every((word, k) => words[start + k]!.lower === word))
      return { sector: phrase.sector, from: start }
  }
  return sector === undefined ? undefined : { sector, from: at }
}

/** Who a noun phrase names. Several when it owns several ("Turkish and Azerbaijani forces" is one phrase of two). */
export function actorsOf(phrase: NounPhrase, context: ActorContext, depth = 0): readonly Actor[] {
  const { known } = context
  if (known === undefined || depth > 0) return findActors(phrase, context, depth)
  const actors = known[phrase.from] ?? findActors(phrase, context, 0)
  known[phrase.from] = actors
  return actors
}

function findActors(phrase: NounPhrase, context: ActorContext, depth: number): readonly Actor[] {
  const { words, triggers } = context
  const head = words[phrase.head]!
  if (head.pos === 'pronoun') return context.pronoun(phrase.head)
  if (head.mention && head.mention.kind !== 'weapon' && !isBroken(words, phrase))
    return [inOffice(mentioned(head, 'head', null, context), phrase, context)]

  const owner = ownerIn(phrase, context)
  const agent =
    head.pos === 'noun' || head.pos === 'name'
      ? agentAt(words, phrase.from, phrase.head, triggers)
      : undefined
  const lemma = head.lemma ?? head.lower
  if (OTHERS.has(lemma)) {
    // "a French lawyer" is a citizen; "France's lawyer", "the president's wife" are others than whose they are.
    const citizen = owner && words[phrase.head - 1]!.mention?.via === 'demonym' && !FOES.has(lemma)
    return [
      citizen
        ? { ...owner, sector: 'CVL', as: 'head' }
        : unlistedAt(phrase, words, FOES.has(lemma) ? null : 'CVL'),
    ]
  }
  if (agent || (head.pos === 'name' && !head.place)) {
    const sector =
      agent && LED.has(agent.sector)
        ? (movementBefore(phrase, agent.from, context) ?? agent.sector)
        : (agent?.sector ?? agentBefore(phrase, context))
    if (owner) return [{ ...owner, sector: sector ?? owner.sector, as: 'head' }]
    const behind =
      depth < 2
        ? behindOf(phrase, context, depth, agent ? ['of', 'from', 'for', 'in', 'at'] : ['of', 'in'])
        : []
    if (behind.length > 0) return behind.map((a) => ({ ...a, sector: sector ?? a.sector, as: 'head' }))
    if (phrase.apposition && depth < 1) {
      const same = actorsOf(phrase.apposition, context, depth + 1).filter((a) => !a.unlisted)
      if (same.length > 0) return same
    }
    if (words[phrase.from]!.pos === 'possessive') {
      const whose = context.pronoun(phrase.from)
      if (whose[0]) return [{ ...whose[0], sector: sector ?? null, as: 'head' }]
    }
    const doer = depth < 1 ? context.doerBehind(phrase) : []
    if (doer.length > 0) return doer.map((a) => ({ ...a, sector: sector ?? a.sector }))
    if (agent && isOneOf(phrase, triggers.arms, context)) return []
    const generic = unlistedAt(phrase, words, sector ?? null)
    if (
      agent &&
      context.onlyCountry &&
      !['NGO', 'IGO', 'MED', 'BUS'].includes(agent.sector) &&
      !isFromElsewhere(words, phrase.from, agent.from)
    )
      return [
        {
          ...generic,
          entity: context.onlyCountry.entity,
          code: context.onlyCountry.code,
          inferred: true,
          unlisted: false,
        },
      ]
    return [generic]
  }
  if (head.place) return [placed(head, 'head')]
  if ((GROUPS.has(lemma) || head.pos === 'number' || head.pos === 'determiner') && depth < 2) {
    const of = phrase.posts.find((p) => p.preposition === 'of')
    if (of) {
      const inner = of.phrases.flatMap((p) => actorsOf(p, context, depth + 1))
      if (inner.length > 0) return inner
    }
  }
  // "its border with Ukraine": who lies behind it, not whose it is.
  const across = FRONTIER.has(lemma) && depth < 2 ? behindOf(phrase, context, depth, ['with']) : []
  if (across.length > 0) return across.map((a) => ({ ...a, as: 'behind' }))
  if (owner) return [...joinedBefore(owner, phrase, context), { ...owner, as: 'owner' }]
  if (words[phrase.from]!.pos === 'possessive') {
    const whose = context.pronoun(phrase.from)
    if (whose.length > 0) return whose.map((a) => ({ ...a, as: 'owner' as const }))
  }
  // "the talks that Kenya had convened"
  const doers = depth < 1 ? context.relativeDoer(phrase) : []
  if (doers.length > 0) return doers.map((a) => ({ ...a, as: 'behind' as const }))
  // "the aid provided by China"
  const by = depth < 1 ? context.doerBehind(phrase).filter((a) => !a.unlisted && !a.anaphoric) : []
  if (by.length > 0) return by.map((a) => ({ ...a, as: 'behind' as const }))
  const behind = depth < 2 ? behindOf(phrase, context, depth, OWNERSHIP) : []
  return behind.map((a) => ({ ...a, as: 'behind' }))
}

const ELSEWHERE = new Set(['other', 'allied', 'foreign', 'visiting', 'international', 'fellow'])

/** "**other** countries", "**allied** fighters": of another country than the one where it happens, or of no one. */
function isFromElsewhere(words: readonly Tagged[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (ELSEWHERE.has(words[i]!.lower)) return true
  return false
}

/** "Azerbaijan-based": the mention is glued to a participle, and the phrase is about what follows. */
function isBroken(words: readonly Tagged[], phrase: NounPhrase): boolean {
  return phrase.head < phrase.to && words[phrase.head + 1]?.pos === 'hyphen'
}

function mentioned(word: Tagged, as: Actor['as'], sector: string | null, context: ActorContext): Actor {
  const mention = word.mention!
  const entity = context.gazetteer.entity(mention.entity)
  const own =
    entity?.kind === 'organization'
      ? entity.sector
      : entity?.kind === 'leader'
        ? sectorOfLeader(entity, context)
        : as === 'head' && isPeople(word)
          ? 'CVL'
          : null
  return {
    start: word.start,
    end: word.end,
    entity: mention.entity,
    code: mention.code,
    sector: sector ?? own,
    as,
    inferred: false,
    unlisted: false,
  }
}

/** "**NATO** Secretary General X": who is named with an office acts for whose it is, whatever else X holds or held. */
function inOffice(actor: Actor, phrase: NounPhrase, context: ActorContext): Actor {
  const { gazetteer } = context
  if (phrase.from === phrase.head || !actor.entity.startsWith('leader/')) return actor
  const owner = ownerIn(phrase, context)
  const leader = gazetteer.entity(actor.entity)
  if (!owner || owner.code === actor.code || leader?.kind !== 'leader') return actor
  return leader.offices.some((o) => o.of === owner.entity) ? { ...actor, code: owner.code } : actor
}

/** "Ecuadoreans", "Iraqis": a demonym in the plural, which stands for people. */
const isPeople = ({ mention, lower }: Tagged): boolean => mention?.via === 'demonym' && /[^s]s$/.test(lower)

/**
 * The sector a leader acts in: of the offices held on the article's day the one that stands first in the titles, since a
 * president who leads a party too acts as president. Where the article has no day, the offices that still run count.
 */
function sectorOfLeader(leader: Leader, { gazetteer, day }: ActorContext): string {
  const held = leader.offices.filter((o) => (day === null ? o.to === undefined : holdsOn(o, day)))
  const offices = held.length > 0 ? held : leader.offices.slice(-1)
  return gazetteer.offices.find((title) => offices.some((o) => o.office === title.office))?.sector ?? 'GOV'
}

function placed(word: Tagged, as: Actor['as']): Actor {
  const id = word.place!.country
  return {
    start: word.start,
    end: word.end,
    entity: id,
    code: id.slice('country/'.length),
    sector: 'CVL',
    as,
    inferred: true,
    unlisted: false,
  }
}

/** What needs no cleaning to be the end of an id, as most phrases of English. */
const PLAIN_SLUG = /^[a-z\d]+(?:-[a-z\d]+)*$/

/** A phrase nobody lists, as a participant of its own words. */
export function unlistedAt(
  phrase: Pick<NounPhrase, 'from' | 'head'>,
  words: readonly Tagged[],
  sector: string | null,
): Actor {
  const start = words[phrase.from]!.start
  const end = words[phrase.head]!.end
  const text = words
    .slice(phrase.from, phrase.head + 1)
    .filter((w) => w.pos !== 'determiner')
    .map((w) => w.lower)
    .join('-')
  const slug = PLAIN_SLUG.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '')
  return {
    start,
    end,
    entity: `unlisted/${slug}`,
    code: sector !== null && STATELESS.has(sector) ? sector : null,
    sector,
    as: 'head',
    inferred: false,
    unlisted: true,
  }
}

/** "Russian-made jets": who made them does not own them. */
function isMaker(words: readonly Tagged[], at: number): boolean {
  return words[at + 1]?.pos === 'hyphen' && MADE.has(words[at + 2]?.lower ?? '')
}

/** The last country, leader or organization before the head: "the new **Iranian** ambassador", "**Iran's** foreign ministry". */
function ownerIn(phrase: NounPhrase, context: ActorContext): Actor | undefined {
  for (let i = phrase.head - 1; i >= phrase.from; i--) {
    const w = context.words[i]!
    if (isMaker(context.words, i)) continue
    if (w.mention && w.mention.kind !== 'weapon') return mentioned(w, 'owner', null, context)
    if (w.place) return placed(w, 'owner')
  }
  return undefined
}

/** "an **Italian**-Polish initiative": the other of two owners joined by a hyphen. */
function joinedBefore(owner: Actor, phrase: NounPhrase, context: ActorContext): readonly Actor[] {
  const { words } = context
  for (let i = phrase.from + 2; i < phrase.head; i++) {
    if (words[i]!.start !== owner.start || words[i - 1]!.pos !== 'hyphen') continue
    const other = words[i - 2]!
    if (other.mention && other.mention.kind !== 'weapon') return [mentioned(other, 'owner', null, context)]
  }
  return []
}

/** Sectors whose nouns are leaders and members of anything: "rebel leaders" are rebels. */
const LED = new Set(['GOV', 'LEG', 'MIL'])
const MOVEMENTS = new Set(['REB', 'UAF', 'OPP', 'LAB', 'EDU'])

/** The movement a noun before the agent names: "**separatist** leaders", "**opposition** lawmakers". */
function movementBefore(phrase: NounPhrase, at: number, context: ActorContext): string | undefined {
  if (at <= phrase.from || context.words[at - 1]!.pos !== 'noun') return undefined
  const found = agentAt(context.words, phrase.from, at - 1, context.triggers)
  return found && MOVEMENTS.has(found.sector) ? found.sector : undefined
}

function agentBefore(phrase: NounPhrase, context: ActorContext): string | undefined {
  for (let i = phrase.head - 1; i >= phrase.from; i--) {
    const found = agentAt(context.words, phrase.from, i, context.triggers)
    if (found) return found.sector
  }
  return undefined
}

/** Who stands behind the phrase, after the first of the prepositions that names somebody: "the leaders **of Chad and Mali**". */
function behindOf(
  phrase: NounPhrase,
  context: ActorContext,
  depth: number,
  prepositions: readonly string[],
): readonly Actor[] {
  for (const preposition of prepositions) {
    for (const post of phrase.posts) {
      if (post.preposition !== preposition) continue
      // A loop, because `flatMap` is several times as slow, and this is asked more often than anything else of phrases.
      const listed: Actor[] = []
      for (const p of post.phrases)
        for (const a of actorsOf(p, context, depth + 1)) if (!a.unlisted) listed.push(a)
      const named = listed.filter((a) => !a.inferred)
      if (named.length > 0) return named
      if (listed.length > 0) return listed.slice(0, 1)
    }
  }
  return []
}

/** Owners before the head, for noun triggers: "**Russia's** invasion", "**Iranian** and **Syrian** attacks". */
export function ownersOf(phrase: NounPhrase, context: ActorContext): Actor[] {
  const { words } = context
  const owners: Actor[] = []
  for (let i = phrase.from; i < phrase.head; i++) {
    const w = words[i]!
    if (isMaker(words, i)) continue
    if (w.mention && w.mention.kind !== 'weapon') {
      // "Iranian Foreign Ministry's condemnation": an agent noun after the country gives the sector.
      let sector: string | null = null
      for (let j = phrase.head - 1; j > i; j--) {
        const agent =
          words[j]!.pos === 'noun' || words[j]!.pos === 'name'
            ? agentAt(words, i + 1, j, context.triggers)
            : undefined
        if (agent) {
          sector = agent.sector
          break
        }
      }
      owners.push(mentioned(w, 'owner', sector, context))
    } else if (w.pos === 'possessive')
      owners.push(...context.pronoun(i).map((a) => ({ ...a, as: 'owner' as const })))
    else if (w.place) owners.push(placed(w, 'owner'))
  }
  return owners
}
