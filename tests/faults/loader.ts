import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js')

/** How a load ended: its exit code, null after a kill, and all it said. */
export interface End {
  readonly code: number | null
  readonly said: string
}

/** A running `araxes load -`, which is given its records line by line. */
export interface Loader {
  /** Hands it some lines of records. */
  give(lines: readonly string[]): void
  /** Hands it the last lines, and waits for its end. */
  finish(lines?: readonly string[]): Promise<End>
  /** Resolves as soon as it has said something like this. */
  says(words: RegExp): Promise<void>
  /** Ends it as `kill -9` does. */
  kill(): Promise<End>
}

/** Starts `araxes load -` of the built command line in a process of its own. */
export function startLoader(args: readonly string[], env: Readonly<Record<string, string>>): Loader {
  const child = spawn(process.execPath, [MAIN, 'load', '-', ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  let said = ''
  const hear = (chunk: Buffer): void => {
    said += chunk
    child.emit('said')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  // One that ends early reads no further.
  child.stdin.on('error', () => {})
  const ended = once(child, 'close').then(([code]): End => ({ code: code as number | null, said }))
  return {
    give: (lines) => void child.stdin.write(lines.join('')),
    finish(lines = []) {
      child.stdin.end(lines.join(''))
      return ended
    },
    async says(words) {
      while (!words.test(said)) {
        if (child.exitCode !== null) throw new Error(`it ended without saying ${words}:\n${said}`)
        await Promise.race([once(child, 'said'), ended])
      }
    },
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  }
}
