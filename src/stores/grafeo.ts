import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
// The package is CommonJS whose exports Node cannot see by name, only its types can.
import grafeo from '@grafeo-db/js'
import { AraxesError } from '../core/diagnostic.ts'
import type { GraphStore, Row } from '../core/graph.ts'
import type { Connection } from './connection.ts'
import { toValue } from './grafeo-values.ts'
import { createGraphStore } from './graph-store.ts'

type Database = InstanceType<typeof grafeo.GrafeoDB>
type Transaction = ReturnType<Database['beginTransaction']>
type QueryResult = Awaited<ReturnType<Database['executeCypher']>>

const rowsOf = (result: QueryResult): readonly Row[] =>
  result
    .toArray()
    .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, toValue(value)])))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function openError(path: string, error: unknown): AraxesError {
  const text = messageOf(error)
  const [code, message] = /cannot be locked/.test(text)
    ? ['store/locked', `${path} is in use by another process: end it, or name another path`]
    : /not a (?:Grafeo database|database file)/.test(text)
      ? ['store/not-a-graph', `${path} is there but is no Araxes graph: name another path`]
      : [
          'store/unwritable',
          `${path} cannot be opened for writing (${text}): name a path in a folder you may write to`,
        ]
  return new AraxesError(code, message, { cause: error })
}

function queryError(error: unknown): AraxesError {
  if (error instanceof AraxesError) return error
  const status = (error as { gqlStatus?: string }).gqlStatus ?? ''
  if (status.startsWith('25G')) return writesError(error)
  const code = status.startsWith('42') || status.startsWith('22') ? 'store/query' : 'store/failed'
  return new AraxesError(code, messageOf(error), { cause: error })
}

const writesError = (cause?: unknown): AraxesError =>
  new AraxesError(
    'store/read-only',
    'the query writes: read() only answers questions; change a graph through its records',
    { cause },
  )

/**
 * The embedded store: a graph in the file `path` (and `path.wal` while it is open for writing). It is opened at
 * the first call: for reading, which several processes may do at once, or for writing, which one may.
 * Errors: `store/missing`, `store/locked`, `store/not-a-graph`, `store/unwritable`, `store/query`, `store/failed`.
 */
export function openGrafeo(path: string): GraphStore {
  let database: { readonly handle: Database; readonly writable: boolean } | undefined

  const forReading = async (): Promise<Database> => {
    if (database) return database.handle
    await access(path, constants.R_OK).catch((cause: NodeJS.ErrnoException) => {
      const what =
        cause.code === 'ENOENT'
          ? ['store/missing', 'there is no graph at']
          : ['store/unreadable', 'you may not read']
      const wayOut = 'write one with araxes extract --store, or name another path'
      throw new AraxesError(what[0] as string, `${what[1]} ${path}: ${wayOut}`, { cause })
    })
    try {
      database = { handle: grafeo.GrafeoDB.openReadOnly(path), writable: false }
    } catch (error) {
      throw openError(path, error)
    }
    return database.handle
  }

  const forWriting = (): Database => {
    if (database?.writable) return database.handle
    database?.handle.close()
    database = undefined
    try {
      database = { handle: grafeo.GrafeoDB.create(resolve(path)), writable: true }
    } catch (error) {
      throw openError(path, error)
    }
    return database.handle
  }

  /** Runs `work` in a transaction, which is committed if `keep` and otherwise, or after an error, undone. */
  const inTransaction = async <T>(
    handle: Database,
    keep: boolean,
    work: (t: Transaction) => Promise<T>,
  ): Promise<T> => {
    const transaction = handle.beginTransaction()
    try {
      const result = await work(transaction)
      if (keep) transaction.commit()
      return result
    } catch (error) {
      throw queryError(error)
    } finally {
      if (transaction.isActive) transaction.rollback()
    }
  }

  // Calls take their turn: two writes at once would conflict, and opening for writing closes what reads.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const connection: Connection = {
    name: path,
    schema: 'schema.grafeo.cypher',
    define: (statements) =>
      inTurn(async () => {
        const handle = forWriting()
        for (const statement of statements)
          await handle.executeCypher(statement).catch((e) => Promise.reject(queryError(e)))
      }),
    write: (makeSequence) =>
      inTurn(() =>
        inTransaction(forWriting(), true, async (transaction) => {
          const sequence = makeSequence()
          let next = sequence.next()
          while (!next.done) {
            const { cypher, parameters } = next.value
            next = sequence.next(rowsOf(await transaction.executeCypher(cypher, parameters)))
          }
        }),
      ),
    read: (cypher, parameters) =>
      inTurn(async () =>
        inTransaction(await forReading(), false, async (transaction) => {
          const result = await transaction.executeCypher(cypher, parameters)
          if (Object.values(result.counters).some((count) => count > 0)) throw writesError()
          return rowsOf(result)
        }),
      ),
    close: () =>
      inTurn(async () => {
        database?.handle.close()
        database = undefined
      }),
  }
  return createGraphStore(connection)
}
