import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js')

/** A running `araxes load`. */
export interface Loader {
  /** Ends it as `kill -9` does. */
  kill(): void
  /** How it ended: its exit code, null after a kill, and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
}

/** Starts `araxes load` of the built command line in a process of its own. */
export function startLoader(args: readonly string[], env: Readonly<Record<string, string>>): Loader {
  const child = spawn(process.execPath, [MAIN, 'load', ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return {
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, said })),
  }
}
