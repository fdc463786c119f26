import { AraxesError, EXIT, type ExitCode } from '../core/diagnostic.ts'

/** Server codes, by their beginning, the first that fits, with what they mean for a person. */
const ERRORS: readonly (readonly [prefix: string, code: string, exit: ExitCode, wayOut: string])[] = [
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    'store/unauthorized',
    EXIT.unreachable,
    'too many wrong passwords: wait a few seconds, then correct NEO4J_PASSWORD',
  ],
  [
    'Neo.ClientError.Security.Forbidden',
    'store/read-only',
    EXIT.failed,
    'this user may not do that: name one that may in NEO4J_USERNAME',
  ],
  [
    'Neo.ClientError.Security.',
    'store/unauthorized',
    EXIT.unreachable,
    'set NEO4J_USERNAME and NEO4J_PASSWORD to what the server knows',
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    'store/no-database',
    EXIT.unreachable,
    'set NEO4J_DATABASE to one that exists; SHOW DATABASES lists them',
  ],
  [
    'ServiceUnavailable',
    'store/unreachable',
    EXIT.unreachable,
    'see that the server runs and that host, port and scheme are right',
  ],
  [
    'SessionExpired',
    'store/unreachable',
    EXIT.unreachable,
    'the connection was lost: see that the server runs, then repeat',
  ],
  [
    'Neo.TransientError.General.DatabaseUnavailable',
    'store/unreachable',
    EXIT.unreachable,
    'the database is starting or stopped: wait, then repeat',
  ],
  [
    'Neo.ClientError.Statement.AccessMode',
    'store/read-only',
    EXIT.failed,
    'the query writes: read() only answers questions; change a graph through its records',
  ],
  [
    'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
    'store/read-only',
    EXIT.failed,
    'the database is read-only: ALTER DATABASE … SET ACCESS READ WRITE, or name another',
  ],
  [
    'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
    'store/read-only',
    EXIT.failed,
    'the database is read-only: name another in NEO4J_DATABASE',
  ],
  [
    'Neo.ClientError.Cluster.NotALeader',
    'store/read-only',
    EXIT.failed,
    'this server does not take writes: connect with neo4j:// instead of bolt://',
  ],
  ['Neo.ClientError.Statement.', 'store/query', EXIT.failed, 'correct the query'],
]

/** What an error of the server or its driver means for a person. `store` is its name; a password is never in it. */
export function serverError(store: string, error: Error & { readonly code: string }): AraxesError {
  const known = ERRORS.find(([prefix]) => error.code.startsWith(prefix))
  const [, code, exitCode, wayOut] = known ?? ['', 'store/failed', EXIT.failed, "see the server's log"]
  return new AraxesError(code, `${store}: ${error.message.trim()} (${error.code}); ${wayOut}`, {
    cause: error,
    exitCode,
  })
}
