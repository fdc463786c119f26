import { AraxesError, EXIT } from '../core/diagnostic.ts'

const SERVER_FULL =
  'most likely its disk is full: make room and start it again, then repeat; what was stored before stays'

/** Server codes, by their beginning, the first that fits, with our code and the way out. */
const ERRORS: readonly (readonly [prefix: string, code: string, wayOut: string])[] = [
  [
    'ServiceUnavailable',
    'store/unreachable',
    'see that the server runs, and that scheme, host and port are right',
  ],
  ['SessionExpired', 'store/unreachable', 'the connection was lost: see that the server runs, then repeat'],
  [
    'Neo.TransientError.General.DatabaseUnavailable',
    'store/unreachable',
    'the database is starting: wait, then repeat',
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    'store/no-database',
    'name one that exists in NEO4J_DATABASE',
  ],
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    'store/unauthorized',
    'wait, then correct NEO4J_PASSWORD',
  ],
  ['Neo.ClientError.Security.Forbidden', 'store/read-only', 'name a user in NEO4J_USERNAME who may do that'],
  [
    'Neo.ClientError.Security.',
    'store/unauthorized',
    'set NEO4J_USERNAME and NEO4J_PASSWORD to what the server knows',
  ],
  [
    'Neo.ClientError.Statement.AccessMode',
    'store/read-only',
    'read() only answers questions: write through records',
  ],
  [
    'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
    'store/read-only',
    'name another in NEO4J_DATABASE',
  ],
  [
    'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
    'store/read-only',
    'name another in NEO4J_DATABASE',
  ],
  ['Neo.ClientError.Cluster.NotALeader', 'store/read-only', 'connect with neo4j:// instead of bolt://'],
  // A server that cannot append to its log stops the database until it is started again.
  ['Neo.DatabaseError.Transaction.', 'store/full', SERVER_FULL],
  ['Neo.ClientError.Statement.', 'store/query', 'correct the query'],
]

/** The codes of a server that cannot be used at all, which the command line tells by exit code 4. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'store/unreachable',
  'store/unauthorized',
  'store/no-database',
])

/** What an error of the server or its driver means for a person. `store` is its name; a password is never in it. */
export function serverError(store: string, error: Error & { readonly code: string }): AraxesError {
  const known = ERRORS.find(([prefix]) => error.code.startsWith(prefix))
  const [, code, wayOut] = known ?? ['', 'store/failed', "see the server's log"]
  const exitCode = UNREACHABLE.has(code) ? EXIT.unreachable : EXIT.failed
  const message = `${store}: ${error.message.trim()} (${error.code}); ${wayOut}`
  return new AraxesError(code, message, { cause: error, exitCode })
}
