import { note } from './terminal.ts'

/** Exit codes of a run that a signal ended, as shells count them: 128 and the signal's number. */
const CODES: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143 }

export interface Interruption {
  /** Aborted by the first signal; a second one ends the process at once. */
  readonly signal: AbortSignal
  /** Undefined while nobody has interrupted. */
  exitCode(): number | undefined
  /** Stops listening. */
  release(): void
}

/** Listens for Ctrl-C and SIGTERM. `wayOn` says on stderr what happens now and how to go on later. */
export function onInterrupt(wayOn: string): Interruption {
  const controller = new AbortController()
  let code: number | undefined
  const stop = (name: NodeJS.Signals): void => {
    release()
    code = CODES[name]
    note(`\n${wayOn}`)
    controller.abort()
  }
  const names = Object.keys(CODES) as NodeJS.Signals[]
  const release = (): void => {
    for (const name of names) process.removeListener(name, stop)
  }
  for (const name of names) process.on(name, stop)
  return { signal: controller.signal, exitCode: () => code, release }
}
