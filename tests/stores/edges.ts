import type { GraphStore, Row, StatementRow } from '../../src/core/graph.ts'
import { relationType } from '../../src/core/ontology.ts'

/** What of a statement its direct edge depends on. */
export type Stated = Pick<
  StatementRow,
  'article' | 'source' | 'relation' | 'target' | 'polarity' | 'modality' | 'date' | 'reportedOn'
>

/** Every direct edge with what it rests on. */
export const edgesOf = (store: GraphStore): Promise<readonly Row[]> =>
  store.read(
    `MATCH (p:Entity)-[r]->(q:Entity) WHERE r.statements IS NOT NULL
     RETURN p.id AS source, type(r) AS relation, q.id AS target, r.plover AS plover, r.quad AS quad,
            r.statements AS statements, r.articles AS articles, r.actual AS actual,
            r.firstDate AS firstDate, r.lastDate AS lastDate
     ORDER BY source, relation, target`,
    {},
  )

/** What the direct edges of these statements are, by the words of the model and without any Cypher. */
export function expectedEdges(statements: readonly Stated[]): readonly Row[] {
  const key = (s: Stated): string => `${s.source} ${s.relation} ${s.target}`
  const affirmed = statements.filter((s) => s.polarity === 'affirmed')
  const keys = [...new Set(affirmed.map(key))].sort()
  return keys.map((edge) => {
    const ours = affirmed.filter((s) => key(s) === edge)
    const { source, relation, target } = ours[0]!
    const days = ours.flatMap((s) => s.date ?? s.reportedOn ?? []).sort()
    const { plover, quad } = relationType(relation)
    return {
      source,
      relation,
      target,
      plover,
      quad,
      statements: ours.length,
      articles: new Set(ours.map((s) => s.article)).size,
      actual: ours.filter((s) => s.modality === 'actual').length,
      firstDate: days[0] ?? null,
      lastDate: days.at(-1) ?? null,
    }
  })
}

/** Every statement of a graph, as far as direct edges depend on it. */
export const statementsOf = async (store: GraphStore): Promise<readonly Stated[]> =>
  (await store.read(
    `MATCH (p:Entity)<-[:SOURCE]-(s:Statement)-[:TARGET]->(q:Entity)
     MATCH (s)<-[:STATES]-(a:Article)
     RETURN a.id AS article, p.id AS source, s.relation AS relation, q.id AS target, s.polarity AS polarity,
            s.modality AS modality, s.date AS date, s.reportedOn AS reportedOn`,
    {},
  )) as unknown as readonly Stated[]
