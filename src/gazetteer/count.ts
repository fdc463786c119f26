import type { Entity } from '../core/entity.ts'
import type { WordLists } from './compile.ts'
import type { Counted } from './schema.ts'

/** How many of each a gazetteer holds, by the names `stats` prints and `assertions.yaml` holds floors for. */
export type Counts = Readonly<Record<Counted, number | Readonly<Record<string, number>>>>

/** Counts what is compiled, so that `stats` needs no YAML and `check` counts what is really matched. */
export function countGazetteer(gazetteer: {
  readonly entities: readonly Entity[]
  readonly words: WordLists
}): Counts {
  const { entities, words } = gazetteer
  const tally = (keys: Iterable<string>): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1
    return counts
  }
  const kinds = tally(entities.map((e) => e.kind))
  const relations = Object.fromEntries(
    words.relations.map((file) => [
      file.relation.toLowerCase().replaceAll('_', '-'),
      file.classes.reduce(
        (n, c) => n + (c.verbs?.length ?? 0) + (c.nouns?.length ?? 0) + (c.adjectives?.length ?? 0),
        0,
      ),
    ]),
  )
  return {
    countries: kinds.country ?? 0,
    leaders: kinds.leader ?? 0,
    offices: entities.reduce((n, e) => n + (e.kind === 'leader' ? e.offices.length : 0), 0),
    organizations: kinds.organization ?? 0,
    weapons: kinds.weapon ?? 0,
    names: entities.reduce((n, e) => n + 1 + e.aliases.length, 0),
    'relation-words': Object.values(relations).reduce((a, b) => a + b, 0),
    'agent-words': words.agents.reduce((n, a) => n + a.words.length, 0),
    'object-words': Object.values(words.objects).reduce((n, list) => n + list.length, 0),
    families: tally(entities.flatMap((e) => (e.kind === 'organization' ? [e.family] : []))),
    classes: tally(entities.flatMap((e) => (e.kind === 'weapon' ? [e.class] : []))),
    relations,
  }
}
