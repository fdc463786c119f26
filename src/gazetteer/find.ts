import type { Entity } from '../core/entity.ts'
import { fold } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'

/** Those whose Latin names hold in their own language only, and English. */
const LANGUAGES = ['en', 'az', 'tr', 'de', 'fr', 'es']

/** What a name would match, and why. */
export interface Found {
  readonly entity: Entity
  /** How the name stands for it: `name`, `alias`, `surname`, …; `similar` when only a part of one of its names matches. */
  readonly as: string
  readonly weak: boolean
  /** Words that vouch for its weak names. */
  readonly near: readonly string[]
}

/**
 * Everything a name stands for by itself, strong before weak; where that is nothing, entities one of whose names contains it
 * (at most 20). `nothing` when the name is one that stands for nothing on purpose.
 */
export function findName(
  gazetteer: Gazetteer,
  name: string,
): { readonly found: readonly Found[]; readonly nothing: boolean } {
  const found: Found[] = []
  let nothing = false
  // Asked both as typed and capitalized, since people search in lower case.
  for (const form of new Set([
    name,
    name.replace(/(?<=^|[\s-])\p{Ll}/gu, (c) => c.toUpperCase()),
    name.toUpperCase(),
  ])) {
    for (const language of LANGUAGES) {
      const match = gazetteer.match(form, language).find((m) => m.start === 0 && m.end === form.length)
      for (const { what, via, weak } of match?.senses ?? []) {
        if (via === 'nothing') nothing = true
        if (via === 'title' || via === 'honorific' || via === 'nothing') continue
        const entity = gazetteer.entityAt(what)
        if (!found.some((f) => f.entity.id === entity.id))
          found.push({ entity, as: via, weak, near: gazetteer.near(what) })
      }
    }
    if (found.length > 0)
      return { found: found.sort((a, b) => Number(a.weak) - Number(b.weak)), nothing: false }
    if (nothing) return { found, nothing }
  }
  const wanted = fold(name)
  const similar = gazetteer.entities
    .map((entity, index) => ({ entity, as: 'similar', weak: false, near: gazetteer.near(index) }))
    .filter(
      ({ entity }) =>
        wanted.length > 2 && [entity.name, ...entity.aliases].some((n) => fold(n).includes(wanted)),
    )
    .slice(0, 20)
  return { found: similar, nothing: false }
}
