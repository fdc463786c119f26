import { AraxesError } from '../core/diagnostic.ts'
import type { GraphStore, Row } from '../core/graph.ts'
import { definedBy, readCypher, readStatements } from '../stores/cypher.ts'
import { type Environment, openStore } from '../stores/index.ts'
import { SCHEMA_VERSION } from '../stores/schema-version.ts'
import { bad, type Check, good } from './check.ts'
import { isAtLeast } from './check-machine.ts'

/** The oldest line of Neo4j the tests run against. */
const LEAST_VERSION = '5.26'

/** Server and client may differ by so much before dates of loads mislead. */
const CLOCK_SECONDS = 60

/** What to do about an error on connecting, by its code, and which check it fails. */
const CONNECTING: Readonly<Record<string, readonly [check: string, fix: string]>> = {
  'store/unreachable': [
    'reachable',
    'start it (docker compose up -d, or npm run neo4j), and see that host and port are right',
  ],
  'store/unauthorized': ['authentication', 'set NEO4J_USERNAME and NEO4J_PASSWORD to what the server knows'],
  'store/no-database': ['database', 'name one that exists in NEO4J_DATABASE'],
}

/** A Neo4j server, one check after the other as far as they get. `now` is the time in milliseconds. */
export async function checkNeo4j(
  uri: string,
  env: Environment,
  now: () => number,
): Promise<readonly Check[]> {
  let store: GraphStore
  try {
    store = await openStore(uri, env)
  } catch (error) {
    if (!(error instanceof AraxesError)) throw error
    const [check, fix] = CONNECTING[error.code] ?? ['address', 'name the server as neo4j://localhost:7687']
    const reached = check === 'authentication' || check === 'database' ? [good('reachable', uri)] : []
    return [...reached, bad(check, error.message, fix)]
  }
  try {
    const database = env.NEO4J_DATABASE || 'neo4j'
    const [server] = await ask(store, 'server')
    return [
      good('reachable', uri),
      good('authentication', env.NEO4J_PASSWORD ? `as ${env.NEO4J_USERNAME || 'neo4j'}` : 'none'),
      checkVersion(server),
      good('edition', String(server?.edition)),
      checkPermission(database, await ask(store, 'database', { database })),
      await checkSchema(store),
      checkClock(Number(server?.clock), now()),
    ]
  } catch (error) {
    if (!(error instanceof AraxesError)) throw error
    return [good('reachable', uri), bad('permission', error.message, 'name a user who may ask for that')]
  } finally {
    await store.close()
  }
}

const ask = (store: GraphStore, file: string, parameters = {}): Promise<readonly Row[]> =>
  store.read(readCypher(`doctor/${file}.cypher`), parameters)

function checkVersion(server: Row | undefined): Check {
  const version = String(server?.version)
  return isAtLeast(version, LEAST_VERSION)
    ? good('version', `Neo4j ${version}`)
    : bad('version', `Neo4j ${version} is too old`, `run Neo4j ${LEAST_VERSION} or newer`)
}

function checkPermission(database: string, [row]: readonly Row[]): Check {
  if (row?.access === 'read-write' && row.status === 'online')
    return good('permission', `${database} may be written`)
  const is = row ? `${String(row.access)} and ${String(row.status)}` : 'not to be seen'
  return bad('permission', `${database} is ${is}`, 'name a database that may be written in NEO4J_DATABASE')
}

async function checkSchema(store: GraphStore): Promise<Check> {
  const [graph] = await store.read(readCypher('write/version.cypher'), {})
  const version = graph?.version ?? null
  if (version === null) {
    return graph?.inUse
      ? bad('schema', 'the database holds what Araxes did not write', 'name an empty one in NEO4J_DATABASE')
      : good('schema', 'none yet; the first load makes it')
  }
  if (version !== SCHEMA_VERSION) {
    const fix =
      Number(version) > SCHEMA_VERSION
        ? 'update Araxes'
        : 'load the extraction records into an empty database'
    return bad('schema', `version ${String(version)}; this Araxes knows ${SCHEMA_VERSION}`, fix)
  }
  const online = (await ask(store, 'indexes')).filter((row) => row.state === 'ONLINE').map((row) => row.name)
  const named = readStatements('schema.neo4j.cypher').map(definedBy)
  const absent = named.filter((name) => !online.includes(name))
  if (absent.length === 0)
    return good('schema', `version ${version}, ${named.length} constraints and indexes`)
  return bad(
    'schema',
    `${absent.join(', ')} not online`,
    'wait until they are, or load anything: that makes those which lack',
  )
}

function checkClock(server: number, client: number): Check {
  const seconds = Math.round((server - client) / 1000)
  if (Math.abs(seconds) <= CLOCK_SECONDS) return good('clock', 'the same as here')
  const [off, way] = [Math.abs(seconds), seconds > 0 ? 'ahead' : 'behind']
  return bad('clock', `the server is ${off} s ${way}`, 'let both machines set their clocks by the network')
}
