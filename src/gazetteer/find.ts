import type { Entity } from '../core/entity.ts'
import { fold } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'

/** What a name would match, and why. */
export interface Found {
  readonly entity: Entity
  /** How the name stands for it: `name`, `alias`, `surname`, …; `similar` when only a part of one of its names matches. */
  readonly as: string
  readonly weak: boolean
}

/** Everything a name stands for by itself; where that is nothing, entities one of whose names contains it (at most 20). */
export function findName(gazetteer: Gazetteer, name: string): Found[] {
  const found: Found[] = []
  // Asked both as typed and capitalized, since people search in lower case.
  for (const form of new Set([
    name,
    name.replace(/(?<=^|[\s-])\p{Ll}/gu, (c) => c.toUpperCase()),
    name.toUpperCase(),
  ])) {
    for (const language of ['en', 'az', 'tr', 'ru', 'fa', 'ar', 'uk', 'hy', 'ka', 'de', 'fr', 'es']) {
      const match = gazetteer.match(form, language).find((m) => m.start === 0 && m.end === form.length)
      for (const sense of match?.senses ?? []) {
        if (sense.via === 'title' || sense.via === 'honorific') continue
        const entity = gazetteer.entities[sense.what]!
        if (!found.some((f) => f.entity.id === entity.id))
          found.push({ entity, as: sense.via, weak: sense.weak })
      }
    }
    if (found.length > 0) return found
  }
  const wanted = fold(name)
  return gazetteer.entities
    .filter((e) => wanted.length > 2 && [e.name, ...e.aliases].some((n) => fold(n).includes(wanted)))
    .slice(0, 20)
    .map((entity) => ({ entity, as: 'similar', weak: false }))
}
