import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runHere } from '../run-here.ts'
import { araxes, inFolder, writeArticles } from './araxes.ts'

/** With so much padding they are more than one thread takes on by itself, and make more tasks than three workers hold. */
const ARTICLES = 500
const PADDING = 40

describe('--jobs', () => {
  it('gives the same bytes in the same order for any number of workers', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const input = await writeArticles(join(folder, 'news.jsonl'), ARTICLES, PADDING)
      const outputs = await Promise.all(
        ['1', '2', '3'].map(async (jobs) => {
          const output = join(folder, `records-${jobs}.jsonl`)
          const { code } = await araxes(['extract', input, '--output', output, '--jobs', jobs])
          expect(code).toBe(0)
          return readFile(output, 'utf8')
        }),
      )
      const ids = outputs[0]!
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { article: { id: string } }).article.id)
      expect(ids).toEqual(Array.from({ length: ARTICLES }, (_, i) => `article-${i}`))
      for (const output of outputs) expect(output === outputs[0]).toBe(true)
    }),
  )

  it.each(['0', 'two', '1.5', '-1', '1000'])('refuses %s', async (jobs) => {
    const { code, stderr } = await runHere(['extract', 'examples', '--jobs', jobs])
    expect(code).toBe(2)
    expect(stderr).toContain('--jobs')
  })
})
