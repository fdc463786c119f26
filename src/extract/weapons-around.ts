import type { EntityId } from '../core/entity.ts'
import type { Actor } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Firing } from './firing.ts'
import type { Parse } from './parse.ts'

/** Weapons in the trigger's own clause or phrase: what it handles, and what it is done with. */
export function weaponsAround({ clause, phrase, trigger }: Firing, parse: Parse): Actor[] {
  const { words } = parse
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
  if (clause && (!phrase || parse.standing(phrase)?.clause === clause)) {
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
