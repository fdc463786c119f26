import { strToU8, zipSync } from 'fflate'
import { inlineExamples, type NamedQuery } from './header.ts'

/** The folder Neo4j Browser shows the favourites in. */
const FOLDER = 'Araxes'

/** Local time without a zone, as zip has it: the same bytes on every machine and day. */
const MADE = new Date(1980, 0, 1)

/** A query as a favourite: its examples stand in the place of parameters, so that it runs at a click. */
export function favourite(query: NamedQuery): string {
  const { name, title, description, parameters } = query
  const given = parameters.map((p) => `// ${p.name}: ${p.meaning}`)
  const [, body = ''] = query.cypher.split(/\n\s*\n(.*)/s)
  const header = [`// ${title}`, `// ${description}`, ...given, `// With parameters: araxes query ${name}`]
  return `${header.join('\n')}\n${inlineExamples(body.trimEnd(), parameters)}\n`
}

/**
 * All queries as a zip that Neo4j Browser imports as favourites: `Araxes/<name>.cypher`.
 * The same queries give the same bytes.
 */
export function favouritesZip(queries: readonly NamedQuery[]): Uint8Array {
  const files = queries.map((query) => [`${FOLDER}/${query.name}.cypher`, strToU8(favourite(query))])
  return zipSync(Object.fromEntries(files), { mtime: MADE, level: 9 })
}
