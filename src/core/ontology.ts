/** PLOVER's event types (openeventdata/PLOVER, v0.8). */
export type Plover =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'

/** Verbal cooperation, material cooperation, verbal conflict, material conflict. */
export type Quad = 1 | 2 | 3 | 4

/** What one relation is: between two actors, or between an actor and a weapon (`plover` null). */
export interface RelationType {
  readonly relation: string
  readonly plover: Plover | null
  readonly quad: Quad | null
  /** Of one without, a statement keeps the order of the text, and both orders are one edge, its ends sorted by id. */
  readonly directed: boolean
  readonly target: 'actor' | 'weapon'
}

const actor = (relation: string, plover: Plover, quad: Quad, directed = true): RelationType => ({
  relation,
  plover,
  quad,
  directed,
  target: 'actor',
})
const weapon = (relation: string): RelationType => ({
  relation,
  plover: null,
  quad: null,
  directed: true,
  target: 'weapon',
})

/** Every relation an edge may have. The order is that of the model's documentation, cooperation first. */
export const RELATIONS = [
  actor('AGREES_WITH', 'AGREE', 1, false),
  actor('CONSULTS', 'CONSULT', 1, false),
  actor('SUPPORTS', 'SUPPORT', 1),
  actor('CONCEDES_TO', 'CONCEDE', 1),
  actor('COOPERATES_WITH', 'COOPERATE', 2, false),
  actor('AIDS', 'AID', 2),
  actor('SUPPLIES_ARMS_TO', 'AID', 2),
  actor('RETREATS_FROM', 'RETREAT', 2),
  actor('REQUESTS', 'REQUEST', 3),
  actor('ACCUSES', 'ACCUSE', 3),
  actor('REJECTS', 'REJECT', 3),
  actor('THREATENS', 'THREATEN', 3),
  actor('SANCTIONS', 'SANCTION', 3),
  actor('PROTESTS_AGAINST', 'PROTEST', 4),
  actor('MOBILIZES_AGAINST', 'MOBILIZE', 4),
  actor('COERCES', 'COERCE', 4),
  actor('ASSAULTS', 'ASSAULT', 4),
  weapon('PRODUCES'),
  weapon('ACQUIRES'),
  weapon('USES'),
  weapon('SUPPLIES'),
  weapon('DOWNS'),
] as const

const BY_NAME = new Map(RELATIONS.map((r) => [r.relation, r]))

/** The relation type of that name. Throws a RangeError for a name the ontology lacks. */
export function relationType(name: string): RelationType {
  const found = BY_NAME.get(name)
  if (!found) throw new RangeError(`${name} is no relation; one of ${[...BY_NAME.keys()].join(', ')}`)
  return found
}

export const POLARITIES = ['affirmed', 'negated'] as const
export type Polarity = (typeof POLARITIES)[number]

export const MODALITIES = ['actual', 'planned', 'possible', 'conditional', 'demanded', 'alleged'] as const
export type Modality = (typeof MODALITIES)[number]
