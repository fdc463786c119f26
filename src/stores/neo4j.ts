import neo4j, {
  type Driver,
  isInt,
  isNode,
  isPath,
  isRelationship,
  Neo4jError,
  type Record as Neo4jRecord,
  type Node,
  type Path,
} from 'neo4j-driver'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { GraphStore, PathValue, Row, Value } from '../core/graph.ts'
import { type Connection, runSequence } from './connection.ts'
import { definedBy, readCypher } from './cypher.ts'
import type { Environment } from './environment.ts'
import { createGraphStore } from './graph-store.ts'
import { serverError } from './neo4j-errors.ts'

const plainProperties = (properties: object): Row =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toValue(value)]))

function toPath(path: Path): PathValue {
  const nodes: Node[] = [path.start as Node, ...path.segments.map((segment) => segment.end as Node)]
  const ids = new Map(nodes.map((node) => [node.elementId, String(node.properties.id)]))
  return {
    nodes: nodes.map((node) => ({
      labels: [...node.labels].sort(),
      properties: plainProperties(node.properties),
    })),
    relationships: path.segments.map(({ relationship }) => ({
      type: relationship.type,
      from: ids.get(relationship.startNodeElementId) ?? '',
      to: ids.get(relationship.endNodeElementId) ?? '',
      properties: plainProperties(relationship.properties),
    })),
  }
}

/** What the driver returns as the port promises it. */
function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object') return value as Value
  if (isInt(value)) return value.toNumber()
  if (Array.isArray(value)) return value.map(toValue)
  if (isPath(value)) return toPath(value)
  if (isNode(value) || isRelationship(value)) return plainProperties(value.properties)
  // Dates, times and points have a text form; a map is the only plain object.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value)
  return plainProperties(value)
}

const toRow = (record: Neo4jRecord): Row => plainProperties(record.toObject())

/** The driver sends every number as a float, which LIMIT refuses: whole numbers go as integers. */
function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(toParameter)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toParameter(inner)]))
}

const LONGEST_DATABASE_NAME = 63

const ALREADY_DEFINED = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists'

function usage(code: string, message: string): AraxesError {
  return new AraxesError(code, message, { exitCode: EXIT.usage })
}

/** Throws for a URI that holds more than scheme, host and port: `store/credentials` or `store/target`. */
function checkUri(uri: string): void {
  const scheme = uri.slice(0, uri.indexOf('://') + 3)
  // Looked for in the whole text: a password with a # or / in it does not parse as one, and must not be repeated.
  if (uri.includes('@')) {
    throw usage(
      'store/credentials',
      'credentials do not belong in a URI, where logs and shells keep them: ' +
        `set NEO4J_USERNAME and NEO4J_PASSWORD, and name the server as ${scheme}${uri.slice(uri.lastIndexOf('@') + 1)}`,
    )
  }
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  if (!url?.hostname)
    throw usage('store/target', `${uri} names no server: write it as neo4j://localhost:7687`)
  if (url.pathname.length > 1) {
    const bare = scheme + url.host
    throw usage(
      'store/target',
      `${uri} holds a path: name the server as ${bare} and its database in NEO4J_DATABASE`,
    )
  }
}

/**
 * A Neo4j server. User, password and database come from NEO4J_USERNAME (`neo4j` if missing), NEO4J_PASSWORD and
 * NEO4J_DATABASE (`neo4j` if missing) of `env`; without a password it connects unauthenticated.
 * Connects at once. Errors: `store/credentials`, `store/target` (exit 2), `store/unreachable`,
 * `store/unauthorized`, `store/no-database` (exit 4), `store/read-only`, `store/query`, `store/failed`.
 */
export async function openNeo4j(uri: string, env: Environment): Promise<GraphStore> {
  checkUri(uri)
  // Empty is missing: that is how a .env file leaves a variable out.
  const { NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = env
  const database = NEO4J_DATABASE || 'neo4j'
  if (database.length > LONGEST_DATABASE_NAME) {
    throw usage(
      'store/no-database',
      `NEO4J_DATABASE begins with ${JSON.stringify(database.slice(0, 40))} and has ${database.length} characters; no database's name has more than ${LONGEST_DATABASE_NAME}`,
    )
  }
  const auth = NEO4J_PASSWORD ? neo4j.auth.basic(NEO4J_USERNAME || 'neo4j', NEO4J_PASSWORD) : undefined
  const driver: Driver = neo4j.driver(uri, auth, {
    disableLosslessIntegers: true,
    connectionTimeout: 5_000,
    // Long enough for a deadlock or a new leader; to wait longer is a matter of patience (see patience.ts).
    maxTransactionRetryTime: 10_000,
  })
  const name = database === 'neo4j' ? uri : `${uri} (${database})`

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw error instanceof Neo4jError ? serverError(name, error) : error
    }
  }

  try {
    // Asked before all else, because a query would go on trying an unreachable server for half a minute.
    await guarded(() => driver.getServerInfo({ database }))
    // Over bolt:// only a query finds out whether the database is there.
    await guarded(() => driver.executeQuery('RETURN 1', {}, { database, routing: neo4j.routing.READ }))
  } catch (error) {
    await driver.close()
    throw error
  }

  const connection: Connection = {
    name,
    schema: 'schema.neo4j.cypher',
    define: (statements) =>
      guarded(async () => {
        // Asked first, because each statement takes a transaction and its locks even where it finds all as it should be.
        const { records } = await driver.executeQuery(readCypher('doctor/indexes.cypher'), {}, { database })
        const online = new Set(records.filter((r) => r.get('state') === 'ONLINE').map((r) => r.get('name')))
        const absent = statements.filter((statement) => !online.has(definedBy(statement)))
        if (absent.length === 0) return
        for (const cypher of absent) {
          // IF NOT EXISTS looks before it locks: of two that prepare at once, the second finds the first one's work.
          await driver.executeQuery(cypher, {}, { database }).catch((error: unknown) => {
            if (!(error instanceof Neo4jError) || error.code !== ALREADY_DEFINED) throw error
          })
        }
        await driver.executeQuery('CALL db.awaitIndexes(60)', {}, { database })
      }),
    write: (makeSequence) =>
      guarded(async () => {
        const session = driver.session({ database })
        try {
          await session.executeWrite((transaction) =>
            runSequence(makeSequence(), async ({ cypher, parameters }) => {
              const { records } = await transaction.run(cypher, toParameter(parameters))
              return records.map(toRow)
            }),
          )
        } finally {
          await session.close()
        }
      }),
    read: (cypher, parameters) =>
      guarded(async () => {
        const options = { database, routing: neo4j.routing.READ } as const
        const { records } = await driver.executeQuery(cypher, toParameter(parameters) as object, options)
        return records.map(toRow)
      }),
    close: () => driver.close(),
  }
  return createGraphStore(connection)
}
