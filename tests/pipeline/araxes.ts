import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { GraphCounts } from '../../src/core/graph.ts'
import { openStore } from '../../src/stores/index.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js')

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A run under way. */
export interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves when its standard error holds `text`; rejects if it ends without. */
  told(text: string): Promise<void>
}

/** Starts the built command line. Its standard input stays open unless `input` is given. */
export function start(args: readonly string[], options: { input?: string; cwd?: string } = {}): Run {
  const env = { ...process.env, NO_COLOR: '1', NEO4J_URI: undefined }
  const child = spawn(process.execPath, [MAIN, ...args], { env, cwd: options.cwd })
  if (options.input !== undefined) child.stdin.end(options.input)
  const code = new Promise<number | null>((done) => child.once('exit', done))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const closed = new Promise<void>((done) => child.stderr.once('close', done))
  const ended = Promise.all([code, text(child.stdout), closed]).then(([code, stdout]) => ({
    code,
    stdout,
    stderr,
  }))
  const told = (expected: string): Promise<void> =>
    new Promise((done, fail) => {
      const look = (): void => {
        if (stderr.includes(expected)) done()
      }
      child.stderr.on('data', look)
      ended.then(() => fail(new Error(`ended without "${expected}": ${stderr}`)))
      look()
    })
  return { child, ended, told }
}

/** Runs the built command line to its end. */
export function araxes(args: readonly string[], options: { cwd?: string } = {}): Promise<Ended> {
  return start(args, { ...options, input: '' }).ended
}

/** A folder that is gone after the test. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'araxes-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const ACTORS = ['Iran', 'Azerbaijan', 'Turkey', 'Russia', 'Israel', 'Armenia', 'Georgia', 'Pakistan']

/** Article `i` of a made-up archive: two sentences with a statement each, and `padding` more without. */
export function article(i: number, padding = 0): { id: string; text: string; date: string } {
  const [a, b] = [ACTORS[i % ACTORS.length]!, ACTORS[(i + 1 + (i % 5)) % ACTORS.length]!]
  const day = String(1 + (i % 28)).padStart(2, '0')
  const idle = ' It rained in the valley all day long, and nobody went out.'.repeat(padding)
  return {
    id: `article-${i}`,
    text: `${a} condemned ${b} on Monday.${idle} ${b} said that it had signed an agreement with ${a}.`,
    date: `2022-03-${day}`,
  }
}

export const articles = (from: number, to: number, padding = 0): string =>
  Array.from({ length: to - from }, (_, k) => `${JSON.stringify(article(from + k, padding))}\n`).join('')

/** As many articles, of which one in ten has statements: for what counts articles and not what they say. */
export const sparseArticles = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, k) => {
    const made = article(from + k)
    const said = (from + k) % 10 === 0 ? made : { ...made, text: `It rained in valley ${from + k}.` }
    return `${JSON.stringify(said)}\n`
  }).join('')

export async function writeArticles(path: string, count: number, padding = 0): Promise<string> {
  await writeFile(path, articles(0, count, padding))
  return path
}

export async function countsOf(path: string): Promise<GraphCounts> {
  const store = await openStore(path, {})
  try {
    return await store.counts()
  } finally {
    await store.close()
  }
}
