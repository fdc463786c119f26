import { type EntityId, isUnlisted, KINDS, type Kind } from '../core/entity.ts'
import {
  type EntityRow,
  FACT_TYPES,
  type FactRow,
  type GraphBatch,
  type Row,
  type Value,
} from '../core/graph.ts'
import { RELATIONS, relationType } from '../core/ontology.ts'
import type { Sequence } from './connection.ts'
import { readCypher } from './cypher.ts'
import { edgeOf } from './edge-sums.ts'
import { requireVersion } from './schema-version.ts'

/** The label of each kind, which every `:Entity` bears as well. */
export const LABELS: Readonly<Record<Kind, string>> = {
  country: 'Country',
  leader: 'Leader',
  organization: 'Organization',
  weapon: 'Weapon',
}

/** Borne beside the label of the kind by who is not in the gazetteer. */
export const UNLISTED = 'Unlisted'

/**
 * Runs a file of `cypher/write/` over a list, its one parameter; an empty list needs no step.
 * Cypher takes no label or type as a parameter, so some files hold a placeholder instead: `names` says what it
 * stands for. Names come from the constants of the model and the ontology, never from what was read.
 */
function* over(
  file: string,
  parameter: string,
  list: readonly unknown[],
  names: Readonly<Record<string, string>> = {},
): Sequence<readonly Row[]> {
  if (list.length === 0) return []
  let cypher = readCypher(`write/${file}.cypher`)
  for (const [placeholder, name] of Object.entries(names))
    cypher = cypher.replaceAll(`:${placeholder}`, `:${name}`)
  return yield { cypher, parameters: { [parameter]: list as readonly Value[] } }
}

function* writeEntities(entities: readonly EntityRow[]): Sequence {
  for (const kind of KINDS) {
    const rows = entities.filter((row) => row.kind === kind)
    const [unlisted, listed] = [true, false].map((is) => rows.filter((row) => isUnlisted(row.id) === is))
    yield* over('entities', 'rows', listed!, { KIND: LABELS[kind] })
    yield* over('entities', 'rows', unlisted!, { KIND: `${LABELS[kind]}:${UNLISTED}` })
  }
}

/** `anyBefore` says whether these articles mention anybody so far: new ones have nothing to drop. */
function* writeMentions({ articles, mentions }: GraphBatch, anyBefore: boolean): Sequence {
  const mentioned = new Map<string, string[]>(articles.map((a) => [a.id, []]))
  for (const m of mentions) mentioned.get(m.article)?.push(m.entity)
  const still = [...mentioned].map(([article, entities]) => ({ article, entities }))
  if (anyBefore) yield* over('mentions-gone', 'rows', still)
  yield* over('mentions', 'rows', mentions)
}

/** Replaces the statements of the batch's articles. Returns the keys of the direct edges this may have changed. */
function* writeStatements({ articles, statements }: GraphBatch): Sequence<ReadonlySet<string>> {
  const articleIds = articles.map((a) => a.id)
  const before = yield* over('statements-before', 'articles', articleIds)
  const kept = new Set(statements.map((s) => s.id))
  const stay = before.map((row) => row.id as string).filter((id) => kept.has(id))
  const gone = before.map((row) => row.id as string).filter((id) => !kept.has(id))
  yield* over('statements-gone', 'ids', gone)
  yield* over('statements-loosen', 'ids', stay)

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
  return new Set([...before.map((row) => row.edge as string), ...rows.map((row) => row.edge)])
}

/** Brings direct edges in line with the affirmed statements: at any time, and always to the same result. */
function* deriveEdges(keys: ReadonlySet<string>): Sequence {
  const sorted = [...keys].sort()
  const sums = new Map((yield* over('edges-sum', 'edges', sorted)).map((row) => [row.edge, row]))
  const edges = sorted.map((key) => {
    const [source, relation, target] = key.split(' ')
    return { source, relation, target, sum: sums.get(key) }
  })
  for (const { relation, plover, quad } of RELATIONS) {
    const ours = edges.filter((edge) => edge.relation === relation)
    const held = ours
      .filter((e) => e.sum)
      .map(({ source, target, sum }) => ({ source, target, plover, quad, ...sum }))
    const gone = ours.filter((e) => !e.sum).map(({ source, target }) => ({ source, target }))
    yield* over('edges', 'rows', held, { RELATION: relation })
    yield* over('edges-gone', 'rows', gone, { RELATION: relation })
  }
}

/**
 * Drops what no article speaks of any longer: the facts of such entities, and those of them, and of the entities
 * their facts led to, that nothing else holds. So a graph that is loaded anew equals one that was loaded once.
 */
function* dropUnheard(ids: readonly string[]): Sequence {
  const unheard = yield* over('entities-unheard', 'ids', ids)
  const lost = unheard.map((row) => row.id as string)
  for (const type of FACT_TYPES) yield* over('facts-gone', 'ids', lost, { FACT: type })
  const others = unheard.flatMap((row) => row.others as readonly string[])
  yield* over('entities-gone', 'ids', [...new Set([...lost, ...others])])
}

/** The steps that replace what some articles say. Rows must have been checked; `store` is its name, for errors. */
export function* writeArticles(store: string, batch: GraphBatch): Sequence {
  yield* requireVersion(store)
  const articles = batch.articles.map((a) => a.id)
  const mentioned = yield* over('mentioned-before', 'articles', articles)
  const stated = yield* over('stated-before', 'articles', articles)
  yield* writeEntities(batch.entities)
  yield* over('articles', 'rows', batch.articles)
  yield* writeMentions(batch, mentioned.length > 0)
  yield* deriveEdges(yield* writeStatements(batch))
  const still = new Set(batch.entities.map((e) => e.id))
  const before = new Set([...mentioned, ...stated].map((row) => row.id as string))
  yield* dropUnheard([...before].filter((id) => !still.has(id)))
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
  const before = yield* over('facts-before', 'ids', about)
  yield* writeEntities(entities)
  for (const type of FACT_TYPES) {
    yield* over('facts-gone', 'ids', about, { FACT: type })
    const rows = facts.filter((fact) => fact.type === type)
    yield* over('facts', 'rows', rows, { FACT: type })
  }
  const still = new Set(entities.map((e) => e.id))
  yield* over(
    'entities-gone',
    'ids',
    before.map((row) => row.id as string).filter((id) => !still.has(id)),
  )
}
