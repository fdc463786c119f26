import type { Interval } from './dates.ts'

export const KINDS = ['country', 'leader', 'organization', 'weapon'] as const
export type Kind = (typeof KINDS)[number]

/** `<kind>/<slug>`; once released it never changes its meaning. */
export type EntityId = string

/** Whether an id is provisional: made of the words of a name that the gazetteer lacks. */
export const isUnlisted = (id: EntityId): boolean => id.startsWith('unlisted/')

/** An ISO 3166-1 alpha-3 code, `XKX`, a historical state's code, or `IGO`, `NGO`, `MNC`, `IMG`. */
export type ActorCode = string

/** An office held, half-open in time. `office` is a key of `titles.yaml`; `of` is a country or organization. */
export interface Office extends Interval {
  readonly office: string
  readonly of: EntityId
}

/** A membership of an organization. */
export interface Membership extends Interval {
  readonly organization: EntityId
}

interface EntityBase {
  readonly id: EntityId
  readonly name: string
  readonly code: ActorCode | null
  /** Every other name, in any script, for search. */
  readonly aliases: readonly string[]
  readonly wikidata: string | null
}

export interface Country extends EntityBase {
  readonly kind: 'country'
  readonly memberOf: readonly Membership[]
}

export interface Leader extends EntityBase {
  readonly kind: 'leader'
  readonly surname: string
  readonly offices: readonly Office[]
}

export interface Organization extends EntityBase {
  readonly kind: 'organization'
  readonly family: string
  /** The country it is based in, where it has one. */
  readonly basedIn: EntityId | null
  /** The PLOVER sector it acts in when it acts for its country: GOV, MIL, REB, … */
  readonly sector: string | null
  readonly memberOf: readonly Membership[]
}

export interface Weapon extends EntityBase {
  readonly kind: 'weapon'
  readonly class: string
  /** The country that designed it. */
  readonly origin: EntityId | null
  readonly maker: EntityId | null
}

export type Entity = Country | Leader | Organization | Weapon
