import type { EntityId } from '../core/entity.ts'
import type { EntityRow, FactRow } from '../core/graph.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'

/** The row of a gazetteer entity; undefined for an id the gazetteer lacks. */
export function describeEntity(gazetteer: Gazetteer, id: EntityId): EntityRow | undefined {
  const entity = gazetteer.entity(id)
  return entity && { id, kind: entity.kind, name: entity.name, code: entity.code, aliases: entity.aliases }
}

/** The dated facts the gazetteer holds of these entities, and the rows of all entities they touch. */
export function factsOf(
  gazetteer: Gazetteer,
  ids: Iterable<EntityId>,
): { entities: EntityRow[]; facts: FactRow[] } {
  const facts: FactRow[] = []
  const touched = new Set<EntityId>()
  const add = (
    type: FactRow['type'],
    source: EntityId,
    target: EntityId | null,
    more: Partial<FactRow> = {},
  ): void => {
    if (target === null || !gazetteer.entity(target)) return
    touched.add(source).add(target)
    facts.push({ type, source, target, office: null, from: null, to: null, ...more })
  }
  for (const id of ids) {
    const entity = gazetteer.entity(id)
    if (!entity) continue
    touched.add(id)
    switch (entity.kind) {
      case 'leader':
        for (const { office, of, from, to } of entity.offices)
          add('HELD', id, of, { office, from: from ?? null, to: to ?? null })
        break
      case 'weapon':
        add('DESIGNED_BY', id, entity.origin)
        break
      case 'organization':
        add('BASED_IN', id, entity.basedIn)
        break
      default:
    }
    if (entity.kind === 'country' || entity.kind === 'organization') {
      for (const { organization, from, to } of entity.memberOf)
        add('MEMBER_OF', id, organization, { from: from ?? null, to: to ?? null })
    }
  }
  return { entities: [...touched].sort().flatMap((id) => describeEntity(gazetteer, id) ?? []), facts }
}
