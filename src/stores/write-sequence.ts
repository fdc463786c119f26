import type { EntityId } from '../core/entity.ts'
import type { EntityRow, FactRow, GraphBatch, Row, Value } from '../core/graph.ts'
import { RELATIONS, relationType } from '../core/ontology.ts'
import type { Sequence } from './connection.ts'
import { readCypher } from './cypher.ts'
import { edgeOf } from './edge-sums.ts'
import { labelsOf } from './labels.ts'
import { requireVersion } from './schema-version.ts'

/** Runs a file of `cypher/write/` over a list, its one parameter; an empty list needs no step. */
function* over(file: string, parameter: string, list: readonly unknown[]): Sequence<readonly Row[]> {
  if (list.length === 0) return []
  return yield {
    cypher: readCypher(`write/${file}.cypher`),
    parameters: { [parameter]: list as readonly Value[] },
  }
}

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.id as string)

function* writeEntities(entities: readonly EntityRow[]): Sequence {
  const rows = entities.map(({ id, name, code, aliases, kind }) => ({
    ...{ id, name, code, aliases },
    labels: labelsOf({ id, name, code, aliases, kind }),
  }))
  yield* over('entities', 'rows', rows)
}

/** The keys of direct edges that a write touches. */
interface Touched {
  /** Of statements that went: nothing may hold such an edge any longer. */
  readonly before: ReadonlySet<string>
  readonly now: ReadonlySet<string>
}

/** Replaces the statements of the batch's articles; `stored` are those of them that are in the graph. */
function* writeStatements(stored: readonly string[], { statements }: GraphBatch): Sequence<Touched> {
  const before = yield* over('statements-before', 'articles', stored)
  yield* over('statements-gone', 'ids', idsOf(before))
  const rows = statements.map((s) => ({
    ...s,
    edge: edgeOf(s),
    quad: relationType(s.relation).quad,
  }))
  yield* over('statements', 'rows', rows)
  const weapons = statements.flatMap((s) =>
    [...new Set(s.weapons)].map((weapon) => ({ statement: s.id, weapon })),
  )
  yield* over('statement-weapons', 'rows', weapons)
  const speakers = statements
    .filter((s) => s.saidBy !== null)
    .map((s) => ({ statement: s.id, speaker: s.saidBy }))
  yield* over('statement-speakers', 'rows', speakers)
  return {
    before: new Set(before.map((row) => row.edge as string)),
    now: new Set(rows.map((row) => row.edge)),
  }
}

const TYPES: ReadonlyMap<string, (typeof RELATIONS)[number]> = new Map(RELATIONS.map((r) => [r.relation, r]))

/** Brings direct edges in line with the affirmed statements: at any time, and always to the same result. */
function* deriveEdges({ before, now }: Touched): Sequence {
  const keys = [...new Set([...before, ...now])].sort()
  const sums = new Map((yield* over('edges-sum', 'edges', keys)).map((row) => [row.edge, row]))
  const edges = keys.flatMap((key) => {
    const [source, relation, target] = key.split(' ') as [string, string, string]
    const type = TYPES.get(relation)
    return type ? [{ key, type, ends: { source, relation, target }, sum: sums.get(key) }] : []
  })
  const held = edges.filter((e) => e.sum)
  yield* over(
    'edges',
    'rows',
    held.map(({ type: { plover, quad }, ends, sum }) => ({ ...ends, plover, quad, ...sum })),
  )
  // An edge that was not there before the write is not there now either.
  const gone = edges.filter((e) => !e.sum && before.has(e.key))
  yield* over(
    'edges-gone',
    'rows',
    gone.map((e) => e.ends),
  )
}

/**
 * Drops what no article speaks of any longer: the facts of such entities, and those of them, and of the entities
 * their facts led to, that nothing else holds. So a graph that is loaded anew equals one that was loaded once.
 */
function* dropUnheard(ids: readonly string[]): Sequence {
  const unheard = yield* over('entities-unheard', 'ids', ids)
  const lost = idsOf(unheard)
  yield* over('facts-gone', 'ids', lost)
  const others = unheard.flatMap((row) => row.others as readonly string[])
  yield* over('entities-gone', 'ids', [...new Set([...lost, ...others])])
}

/** The steps that replace what some articles say. Rows must have been checked; `store` is its name, for errors. */
export function* writeArticles(store: string, batch: GraphBatch): Sequence {
  yield* requireVersion(store)
  // New articles, which most are, have nothing to drop.
  const stored = idsOf(
    yield* over(
      'articles-before',
      'articles',
      batch.articles.map((a) => a.id),
    ),
  )
  const mentioned = idsOf(yield* over('mentioned-before', 'articles', stored))
  const stated = idsOf(yield* over('stated-before', 'articles', stored))
  yield* writeEntities(batch.entities)
  yield* over('articles', 'rows', batch.articles)
  yield* over('mentions-gone', 'articles', stored)
  yield* over('mentions', 'rows', batch.mentions)
  yield* deriveEdges(yield* writeStatements(stored, batch))
  const still = new Set<string>(batch.entities.map((e) => e.id))
  yield* dropUnheard([...new Set([...mentioned, ...stated])].filter((id) => !still.has(id)))
}

/**
 * The steps that write gazetteer entities and facts. These are all the facts about the entities of `about`: what they
 * had else goes, with the entities that hung on nothing else. Other entities keep theirs. Rows must have been checked.
 */
export function* writeFacts(
  store: string,
  entities: readonly EntityRow[],
  facts: readonly FactRow[],
  about: readonly EntityId[],
): Sequence {
  yield* requireVersion(store)
  const before = idsOf(yield* over('facts-before', 'ids', about))
  yield* writeEntities(entities)
  if (before.length > 0) yield* over('facts-gone', 'ids', about)
  yield* over('facts', 'rows', facts)
  const still = new Set<string>(entities.map((e) => e.id))
  yield* over(
    'entities-gone',
    'ids',
    before.filter((id) => !still.has(id)),
  )
}
