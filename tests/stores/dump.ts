import type { GraphStore } from '../../src/core/graph.ts'

/** Everything a graph holds, in an order of its own, so that two graphs can be compared. */
export async function dump(store: GraphStore): Promise<readonly string[]> {
  const nodes = await store.read(
    `MATCH (n) WHERE n:Article OR n:Statement OR n:Entity OR n:AraxesSchema
     RETURN labels(n) AS labels, n AS node`,
    {},
  )
  const edges = await store.read(
    'MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, r AS edge',
    {},
  )
  // A property that is null is none, and not every store returns labels in the same order.
  const plain = (row: unknown): string =>
    JSON.stringify(row, (_, value) => {
      if (Array.isArray(value)) return [...value].sort()
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, v]) => v !== null)
          .sort(),
      )
    })
  return [...nodes.map(plain).sort(), ...edges.map(plain).sort()]
}
