import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { GraphStore } from '../core/graph.ts'
import type { Environment } from './environment.ts'

export type { Environment } from './environment.ts'
export { openPatiently, type Patience } from './patience.ts'

/** One kind of store. `opens` looks at the part before `://`, which is empty for a path. */
interface StoreKind {
  readonly opens: (scheme: string) => boolean
  /** Imports the store only when it is wanted: neither its driver nor its native code is loaded in vain. */
  readonly open: (target: string, env: Environment) => Promise<GraphStore>
}

/** Every kind of graph store. A new one is a file beside this one and a line here. */
const KINDS: readonly StoreKind[] = [
  { opens: (scheme) => scheme === '', open: async (path) => (await import('./grafeo.ts')).openGrafeo(path) },
  {
    opens: (scheme) => /^(?:neo4j|bolt)(?:\+s|\+ssc)?$/.test(scheme),
    open: async (uri, env) => (await import('./neo4j.ts')).openNeo4j(uri, env),
  },
]

/** Where the graph goes when nobody says: a file in the working directory. */
export const DEFAULT_STORE = './araxes-graph'

/**
 * Opens the store a `--store` value names: a path for the embedded one, `neo4j://…` or `bolt://…` (also `+s`,
 * `+ssc`) for a server, whose NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE come from `env`.
 * Throws `store/target` (exit 2) for what is neither, and what the store itself throws.
 */
export async function openStore(target: string, env: Environment): Promise<GraphStore> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(target)?.[1]?.toLowerCase() ?? ''
  const kind = target === '' ? undefined : KINDS.find((k) => k.opens(scheme))
  if (kind) return kind.open(target, env)
  throw new AraxesError(
    'store/target',
    `${JSON.stringify(target)} is no store: give a path such as ${DEFAULT_STORE}, or a server such as neo4j://localhost:7687`,
    { exitCode: EXIT.usage },
  )
}
