import { AraxesError } from '../core/diagnostic.ts'
import type { Value } from '../core/graph.ts'
import type { Sequence } from './connection.ts'
import { readCypher } from './cypher.ts'

/** The version of the model in `cypher/README.md`. A change that old graphs do not have raises it. */
export const SCHEMA_VERSION = 1

const WAY_OUT = 'write into an empty graph, and load its extraction records there with araxes load'

function checkVersion(store: string, version: Value): void {
  if (version === SCHEMA_VERSION) return
  const [what, wayOut] =
    typeof version === 'number' && version > SCHEMA_VERSION
      ? [
          `was written by a newer Araxes (schema ${version}; this one knows ${SCHEMA_VERSION})`,
          'update Araxes',
        ]
      : [`has schema version ${JSON.stringify(version)}; this Araxes knows ${SCHEMA_VERSION}`, WAY_OUT]
  throw new AraxesError('store/schema', `${store} ${what}: ${wayOut}`)
}

/** Refuses a graph of a newer or unknown version, and one that holds our labels but no version. An empty one passes. */
export function* checkGraph(store: string): Sequence {
  const [row] = yield { cypher: readCypher('write/version.cypher'), parameters: {} }
  const version = row?.version ?? null
  if (version !== null) checkVersion(store, version)
  else if (row?.inUse) {
    throw new AraxesError(
      'store/schema',
      `${store} holds articles or entities that Araxes did not write: ${WAY_OUT}`,
    )
  }
}

/** Marks an empty graph as ours. */
export function* markGraph(store: string): Sequence {
  yield* checkGraph(store)
  yield { cypher: readCypher('write/version-set.cypher'), parameters: { version: SCHEMA_VERSION } }
}

/** Begins a write: takes the graph's lock, and refuses a graph that was not prepared by this version. */
export function* requireVersion(store: string): Sequence {
  const [row] = yield { cypher: readCypher('write/begin.cypher'), parameters: {} }
  if (!row)
    throw new AraxesError('store/schema', `${store} is not prepared: call prepare() before the first write`)
  checkVersion(store, row.version ?? null)
}
