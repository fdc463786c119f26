import type { Row, Value } from '../core/graph.ts'

/** One Cypher statement with its parameters. */
export interface Step {
  readonly cypher: string
  readonly parameters: Readonly<Record<string, Value>>
}

/** Steps of one transaction: each is answered with its rows, which the next may depend on. */
export type Sequence<Result = void> = Generator<Step, Result, readonly Row[]>

/** Runs a sequence to its end, step by step, each by `run`. */
export async function runSequence(
  sequence: Sequence,
  run: (step: Step) => Promise<readonly Row[]>,
): Promise<void> {
  let next = sequence.next()
  while (!next.done) next = sequence.next(await run(next.value))
}

/** What a kind of store has to bring; `createGraphStore` makes the port of it. Errors are AraxesErrors. */
export interface Connection {
  readonly name: string
  /** The file under `cypher/` with the constraints and indexes of this kind of store. */
  readonly schema: string
  /** Runs schema statements, each by itself. */
  define(statements: readonly string[]): Promise<void>
  /** Runs a sequence in one transaction: all of it or nothing. May begin anew after a passing fault, hence a maker. */
  write(makeSequence: () => Sequence): Promise<void>
  /** Runs one query that must not write. */
  read(cypher: string, parameters: Readonly<Record<string, Value>>): Promise<readonly Row[]>
  close(): Promise<void>
}
