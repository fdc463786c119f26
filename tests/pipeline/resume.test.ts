import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runHere } from '../run-here.ts'
import { araxes, countsOf, type Ended, inFolder, sparseArticles, start, writeArticles } from './araxes.ts'

const summaryOf = (stdout: string): { articles: number; skipped: number } => JSON.parse(stdout)

/** Articles the store is asked about at once: no sooner is a line passed on than that many are read. */
const WINDOW = 200

/**
 * Gives a run `count` articles, a line that is none, and more to fill the window. When it complains of the line, all before
 * it went to the store, in batches of 500: the last but one is stored, the last is being written. Then the signal is sent.
 */
async function stopped(store: string, count: number, signal: NodeJS.Signals): Promise<Ended> {
  const run = start(['extract', '-', '--store', store, '--jobs', '1', '--json'])
  run.child.stdin!.write(
    `${sparseArticles(0, count)}no article\n${sparseArticles(count, count + WINDOW - 1)}`,
  )
  await run.told(`stdin:${count + 1}`)
  run.child.kill(signal)
  return run.ended
}

describe('a run that was stopped', () => {
  it(
    'goes on where it was, after kill -9, SIGTERM and Ctrl-C, and ends as a clean run does',
    { timeout: 240_000 },
    () =>
      inFolder(async (folder) => {
        const [graph, clean] = [join(folder, 'stopped'), join(folder, 'clean')]

        const killed = await stopped(graph, 1000, 'SIGKILL')
        expect(killed.code).toBe(null)

        const terminated = await stopped(graph, 1000, 'SIGTERM')
        expect(terminated.code).toBe(143)
        const first = summaryOf(terminated.stdout)
        expect(first.skipped).toBeGreaterThanOrEqual(500)
        expect(first.articles + first.skipped).toBe(1199)

        // Nothing of what was read is lost.
        const interrupted = await stopped(graph, 1400, 'SIGINT')
        expect(interrupted.code).toBe(130)
        expect(interrupted.stderr).toContain('The same command goes on from there')
        expect(summaryOf(interrupted.stdout)).toMatchObject({ articles: 400, skipped: 1199 })

        const input = join(folder, 'news.jsonl')
        await writeFile(input, sparseArticles(0, 1700))
        // By the program again: one of other code would read everything anew.
        const last = await araxes(['extract', input, '--store', graph, '--json'])
        expect(last.code).toBe(0)
        expect(summaryOf(last.stdout)).toMatchObject({ articles: 101, skipped: 1599 })

        expect((await runHere(['extract', input, '--store', clean])).code).toBe(0)
        const counts = await countsOf(graph)
        expect(counts).toEqual(await countsOf(clean))
        expect(counts.nodes).toMatchObject({ Article: 1700, Statement: expect.any(Number) })
      }),
  )

  it('redoes what is stored with --fresh, and what has another text', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const input = await writeArticles(join(folder, 'news.jsonl'), 20)
      const changed = await writeArticles(join(folder, 'changed.jsonl'), 20, 1)
      const store = join(folder, 'graph')
      const run = async (...args: string[]) =>
        summaryOf((await runHere(['extract', ...args, '--store', store, '--json'])).stdout)
      expect(await run(input)).toMatchObject({ articles: 20, skipped: 0 })
      expect(await run(input)).toMatchObject({ articles: 0, skipped: 20 })
      expect(await run(input, '--fresh')).toMatchObject({ articles: 20, skipped: 0 })
      expect(await run(changed)).toMatchObject({ articles: 20, skipped: 0 })
    }),
  )

  it('loads records on from where it was', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const input = await writeArticles(join(folder, 'news.jsonl'), 20)
      const [records, store] = [join(folder, 'records.jsonl'), join(folder, 'graph')]
      expect((await runHere(['extract', input, '--output', records])).code).toBe(0)
      const run = async (...args: string[]) =>
        summaryOf((await runHere(['load', records, '--store', store, '--json', ...args])).stdout)
      expect(await run()).toMatchObject({ articles: 20, skipped: 0 })
      expect(await run()).toMatchObject({ articles: 0, skipped: 20 })
      expect(await run('--fresh')).toMatchObject({ articles: 20, skipped: 0 })
    }),
  )
})
