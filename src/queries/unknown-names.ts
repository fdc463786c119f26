import { closest } from '../core/closest.ts'
import type { GraphStore } from '../core/graph.ts'
import { findQuery } from './index.ts'

/** A name given to a query by which the graph knows nobody. */
export interface UnknownName {
  readonly parameter: string
  readonly given: string
  /** The name in the graph that was probably meant. */
  readonly meant: string | undefined
}

/** How the queries of `cypher/queries/` ask for somebody by name. */
const ASKED = /toLower\(\$(\w+)\) IN \w+\.names/g

const KNOWN = 'MATCH (e:Entity) WHERE toLower($name) IN e.names RETURN e.id AS id LIMIT 1'

/** Of the names given to a query those by which the graph knows nobody: why a query that found nothing may have failed. */
export async function unknownNames(
  store: GraphStore,
  query: string,
  given: Readonly<Record<string, string>>,
): Promise<readonly UnknownName[]> {
  const { cypher } = await findQuery(query)
  const asked = new Set([...cypher.matchAll(ASKED)].map((match) => match[1]!))
  const unknown: (readonly [parameter: string, name: string])[] = []
  for (const [parameter, name] of Object.entries(given)) {
    if (!asked.has(parameter)) continue
    const known = await store.read(KNOWN, { name })
    if (known.length === 0) unknown.push([parameter, name])
  }
  if (unknown.length === 0) return []
  const rows = await store.read('MATCH (e:Entity) RETURN e.name AS name, e.names AS names', {})
  // Told by the name it goes by, whichever of its names is near.
  const called = new Map(rows.flatMap((row) => namesOf(row.names).map((n) => [n, String(row.name)])))
  return unknown.map(([parameter, given]) => {
    const near = closest(given, [...called.keys()])
    return { parameter, given, meant: near === undefined ? undefined : called.get(near) }
  })
}

const namesOf = (names: unknown): readonly string[] => (Array.isArray(names) ? names.map(String) : [])
