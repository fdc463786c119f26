import { isUnlisted, type Kind } from '../core/entity.ts'
import type { EntityRow } from '../core/graph.ts'

/** The label of each kind, which every `:Entity` bears as well. */
export const LABELS: Readonly<Record<Kind, string>> = {
  country: 'Country',
  leader: 'Leader',
  organization: 'Organization',
  weapon: 'Weapon',
}

/** Borne beside the label of the kind by who is not in the gazetteer. */
export const UNLISTED = 'Unlisted'

/** What an entity bears besides `:Entity`. */
export const labelsOf = ({ id, kind }: EntityRow): readonly string[] =>
  isUnlisted(id) ? [LABELS[kind], UNLISTED] : [LABELS[kind]]
