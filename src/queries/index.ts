import { readdir, readFile } from 'node:fs/promises'
import { closest } from '../core/closest.ts'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { GraphStore, Row } from '../core/graph.ts'
import { type NamedQuery, parseQuery } from './header.ts'
import { bindParameters } from './parameters.ts'

export type { NamedQuery } from './header.ts'
export type { Parameter } from './parameters.ts'

/** The package's `cypher/queries/` folder: as far above `src/queries/` as above `dist/queries/`. */
const FOLDER = new URL('../../cypher/queries/', import.meta.url)

/** Every query of the folder, sorted by name. Throws `query/header` for a file whose header is not in order. */
export async function listQueries(): Promise<readonly NamedQuery[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.cypher')).sort()
  return Promise.all(
    files.map(async (file) =>
      parseQuery(`cypher/queries/${file}`, await readFile(new URL(file, FOLDER), 'utf8')),
    ),
  )
}

/** The query of that name. Throws `query/unknown` (exit 2), with the name that was probably meant. */
export async function findQuery(name: string): Promise<NamedQuery> {
  const queries = await listQueries()
  const found = queries.find((query) => query.name === name)
  if (found) return found
  const meant = closest(
    name,
    queries.map((query) => query.name),
  )
  const wayOut = meant ? `did you mean ${meant}?` : 'araxes query lists them all'
  throw new AraxesError('query/unknown', `there is no query ${JSON.stringify(name)}; ${wayOut}`, {
    exitCode: EXIT.usage,
  })
}

/**
 * Runs a query by name, its parameters given as a person types them: `{ a: 'Iran', limit: '50' }`.
 * Throws `query/unknown`, `query/parameter` (both exit 2) and what the store throws.
 */
export async function runQuery(
  store: GraphStore,
  name: string,
  given: Readonly<Record<string, string>> = {},
): Promise<readonly Row[]> {
  const query = await findQuery(name)
  return store.read(query.cypher, bindParameters(name, query.parameters, given))
}
