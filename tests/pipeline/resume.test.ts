import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { araxes, articles, countsOf, inFolder, start, writeArticles } from './araxes.ts'

const ALL = 1600
const FIRST = 1300

const summaryOf = (stdout: string): { articles: number; skipped: number } => JSON.parse(stdout)

/** Files of a store that has been written to, beyond its schema; bytes. */
const WRITTEN = 200_000

/** Starts a run over standard input, gives it the first articles, and waits until it has stored some and is at rest. */
async function startAndFeed(store: string): Promise<ReturnType<typeof start>> {
  const run = start(['extract', '-', '--store', store, '--jobs', '1', '--json'])
  run.child.stdin!.write(articles(0, FIRST))
  const size = (): Promise<number> =>
    Promise.all(
      [store, `${store}.wal`].map((path) =>
        stat(path).then(
          (s) => s.size,
          () => 0,
        ),
      ),
    ).then(([a, b]) => a! + b!)
  let before = -1
  for (let now = 0; now < WRITTEN || now !== before; now = await size()) {
    before = now
    await sleep(1500)
  }
  return run
}

describe('a run that was stopped', () => {
  it.each([
    ['kill -9', 'SIGKILL', null],
    ['Ctrl-C', 'SIGINT', 130],
    ['SIGTERM', 'SIGTERM', 143],
  ] as const)('goes on after %s and ends as a clean run does', { timeout: 120_000 }, (_, signal, code) =>
    inFolder(async (folder) => {
      const input = await writeArticles(join(folder, 'news.jsonl'), ALL)
      const [stopped, clean] = [join(folder, 'stopped'), join(folder, 'clean')]
      const first = await startAndFeed(stopped)
      first.child.kill(signal)
      const ended = await first.ended
      expect(ended.code).toBe(code)

      const second = await araxes(['extract', input, '--store', stopped, '--json'])
      expect(second.code).toBe(0)
      const { articles: made, skipped } = summaryOf(second.stdout)
      expect(made + skipped).toBe(ALL)
      expect(skipped).toBeGreaterThan(0)
      if (signal !== 'SIGKILL') {
        // Nothing of what was read is lost.
        expect(skipped).toBe(summaryOf(ended.stdout).articles)
        expect(ended.stderr).toContain('The same command goes on from there')
      }

      expect((await araxes(['extract', input, '--store', clean])).code).toBe(0)
      expect(await countsOf(stopped)).toEqual(await countsOf(clean))
    }),
  )

  it('redoes what is stored with --fresh, and what has another text', { timeout: 60_000 }, () =>
    inFolder(async (folder) => {
      const input = await writeArticles(join(folder, 'news.jsonl'), 20)
      const changed = await writeArticles(join(folder, 'changed.jsonl'), 20, 1)
      const store = join(folder, 'graph')
      const run = async (...args: string[]) =>
        summaryOf((await araxes(['extract', ...args, '--store', store, '--json'])).stdout)
      expect(await run(input)).toMatchObject({ articles: 20, skipped: 0 })
      expect(await run(input)).toMatchObject({ articles: 0, skipped: 20 })
      expect(await run(input, '--fresh')).toMatchObject({ articles: 20, skipped: 0 })
      expect(await run(changed)).toMatchObject({ articles: 20, skipped: 0 })
    }),
  )

  it('loads records on from where it was', { timeout: 60_000 }, () =>
    inFolder(async (folder) => {
      const input = await writeArticles(join(folder, 'news.jsonl'), 20)
      const [records, store] = [join(folder, 'records.jsonl'), join(folder, 'graph')]
      expect((await araxes(['extract', input, '--output', records])).code).toBe(0)
      const run = async (...args: string[]) =>
        summaryOf((await araxes(['load', records, '--store', store, '--json', ...args])).stdout)
      expect(await run()).toMatchObject({ articles: 20, skipped: 0 })
      expect(await run()).toMatchObject({ articles: 0, skipped: 20 })
      expect(await run('--fresh')).toMatchObject({ articles: 20, skipped: 0 })
    }),
  )
})
