/**
 * What we say of input that is bad: the run goes on, the summary counts it.
 * `code` is `<room>/<slug>` and stable, so that programs may match on it.
 */
export interface Diagnostic {
  readonly code: string
  /** Where: a file, `file:line` or `file:line:column` (1-based), or an article id. */
  readonly at: string
  readonly message: string
  /** The way out, in the imperative. */
  readonly hint?: string
  readonly severity: 'error' | 'warning'
}

/** The exit codes the command line promises. */
export const EXIT = { ok: 0, failed: 1, usage: 2, rejected: 3, unreachable: 4 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What we say when we cannot go on. The message names the place, the value and the way out; `cause` is kept. */
export class AraxesError extends Error {
  readonly code: string
  readonly exitCode: ExitCode

  constructor(code: string, message: string, options: { cause?: unknown; exitCode?: ExitCode } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AraxesError'
    this.code = code
    this.exitCode = options.exitCode ?? EXIT.failed
  }
}

/** One line per diagnostic, as the command line prints it. */
export function formatDiagnostic(d: Diagnostic): string {
  return `${d.at}  ${d.severity}  ${d.message}${d.hint ? ` — ${d.hint}` : ''}  [${d.code}]`
}
