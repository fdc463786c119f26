import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
// The package is CommonJS whose exports Node cannot see by name, only its types can.
import grafeo from '@grafeo-db/js'
import { AraxesError } from '../core/diagnostic.ts'
import type { GraphStore, Row } from '../core/graph.ts'
import { type Connection, runSequence } from './connection.ts'
import { toValue } from './grafeo-values.ts'
import { createGraphStore } from './graph-store.ts'
import { stepsPerName } from './steps-per-name.ts'

type Database = InstanceType<typeof grafeo.GrafeoDB>
type Transaction = ReturnType<Database['beginTransaction']>
type QueryResult = Awaited<ReturnType<Database['executeCypher']>>

const rowsOf = (result: QueryResult): readonly Row[] =>
  result
    .toArray()
    .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, toValue(value)])))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What goes wrong on opening, by the words of the error, the first that fit. */
const OPEN_ERRORS: readonly (readonly [words: RegExp, code: string, message: string])[] = [
  [/cannot be locked/, 'store/locked', 'is in use by another process: end it, or name another path'],
  [
    /not a Grafeo database|not a database file/,
    'store/not-a-graph',
    'is no graph of ours: name another path',
  ],
  [/(?:)/, 'store/unwritable', 'cannot be opened for writing: name a path in a folder you may write to'],
]

function openError(path: string, error: unknown): AraxesError {
  const [, code = '', message = ''] = OPEN_ERRORS.find(([words]) => words.test(messageOf(error))) ?? []
  return new AraxesError(code, `${path} ${message} (${messageOf(error)})`, { cause: error })
}

/** The words of ENOSPC, EFBIG and EDQUOT: no room on the disk, for a file, or for a user. */
const FULL = /No space left on device|File too large|quota exceeded/i

function queryError(error: unknown): AraxesError {
  if (error instanceof AraxesError) return error
  if (FULL.test(messageOf(error))) return fullError(error)
  const status = (error as { gqlStatus?: string }).gqlStatus ?? ''
  if (status.startsWith('25G')) return writesError(error)
  const code = status.startsWith('42') || status.startsWith('22') ? 'store/query' : 'store/failed'
  return new AraxesError(code, messageOf(error), { cause: error })
}

const fullError = (cause: unknown): AraxesError =>
  new AraxesError(
    'store/full',
    `the disk is full: make room, then repeat; what was stored before stays (${messageOf(cause)})`,
    { cause },
  )

const writesError = (cause?: unknown): AraxesError =>
  new AraxesError(
    'store/read-only',
    'the query writes: read() only answers questions; change a graph through its records',
    { cause },
  )

/** Undoes what is open. A commit that failed has ended its transaction, which nevertheless says it is active. */
function undo(transaction: Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback()
  } catch {}
}

/**
 * The embedded store: a graph in the file `path` (and `path.wal` while it is open for writing). It is opened at
 * the first call: for reading, which several processes may do at once, or for writing, which one may.
 * Errors: `store/missing`, `store/locked`, `store/not-a-graph`, `store/unwritable`, `store/full`, `store/query`,
 * `store/failed`.
 */
export function openGrafeo(path: string): GraphStore {
  let database: { readonly handle: Database; readonly writable: boolean } | undefined

  const forReading = async (): Promise<Database> => {
    if (database) return database.handle
    await access(path, constants.R_OK).catch((cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT'
      throw missing
        ? new AraxesError(
            'store/missing',
            `there is no graph at ${path}: write one first, or name another path`,
            { cause },
          )
        : new AraxesError(
            'store/unreadable',
            `${path} cannot be read: ask for the right to, or name another path`,
            { cause },
          )
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
      undo(transaction)
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
        try {
          for (const statement of statements) await handle.executeCypher(statement)
        } catch (error) {
          throw queryError(error)
        }
      }),
    write: (makeSequence) =>
      inTurn(() =>
        inTransaction(forWriting(), true, (transaction) =>
          runSequence(makeSequence(), async (step) => {
            const rows: Row[] = []
            for (const { cypher, parameters } of stepsPerName(step))
              rows.push(...rowsOf(await transaction.executeCypher(cypher, parameters)))
            return rows
          }),
        ),
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
        const handle = database?.handle
        database = undefined
        try {
          handle?.close()
        } catch (error) {
          throw queryError(error)
        }
      }),
  }
  return createGraphStore(connection)
}
