import { AraxesError } from '../core/diagnostic.ts'
import type { GraphCounts, GraphStore, Row } from '../core/graph.ts'
import { checkBatch, checkFacts, checkParameters } from './check-rows.ts'
import type { Connection } from './connection.ts'
import { readCypher, readStatements } from './cypher.ts'
import { checkGraph, markGraph } from './schema-version.ts'
import { writeArticles, writeFacts } from './write-sequence.ts'

const toCounts = (rows: readonly Row[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map((row) => [row.name as string, row.count as number]))

/** The port, made of what a kind of store brings. Everything stores have in common is here and not there. */
export function createGraphStore(connection: Connection): GraphStore {
  const { name } = connection
  let closed = false
  const open = (): Connection => {
    if (closed) throw new AraxesError('store/closed', `${name} is closed: open it again with openStore()`)
    return connection
  }
  return {
    name,
    async prepare() {
      await open().write(() => checkGraph(name))
      await open().define(readStatements(connection.schema))
      await open().write(() => markGraph(name))
    },
    async writeArticles(batch) {
      checkBatch(batch)
      await open().write(() => writeArticles(name, batch))
    },
    async writeFacts(entities, facts, about = facts.map((fact) => fact.source)) {
      checkFacts(entities, facts)
      const ids = [...new Set([...about, ...facts.map((fact) => fact.source)])]
      await open().write(() => writeFacts(name, entities, facts, ids))
    },
    async read(cypher, parameters) {
      checkParameters(parameters)
      return open().read(cypher, parameters)
    },
    async counts(): Promise<GraphCounts> {
      const nodes = await open().read(readCypher('count-nodes.cypher'), {})
      const relationships = await open().read(readCypher('count-relationships.cypher'), {})
      return { nodes: toCounts(nodes), relationships: toCounts(relationships) }
    },
    async versions(articles) {
      const rows = await open().read(readCypher('article-versions.cypher'), { articles })
      return new Map(
        rows.map(({ id, textHash, extractor }) => [
          id as string,
          { textHash: textHash as string, extractor: extractor as string | null },
        ]),
      )
    },
    async close() {
      if (closed) return
      closed = true
      await connection.close()
    },
  }
}
