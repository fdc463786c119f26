import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { araxes, article, articles, inFolder } from './araxes.ts'

const line = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`
const recordsOf = async (path: string) =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l))

describe('what is too much', () => {
  it('analyses an article of 1.1 million characters to its end', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const { text } = article(0, 200)
      const long = `${text}\n`.repeat(Math.ceil(1_100_000 / text.length))
      const input = join(folder, 'long.jsonl')
      await writeFile(input, line('long', long))
      const output = join(folder, 'records.jsonl')
      expect((await araxes(['extract', input, '--output', output])).code).toBe(0)
      const [{ statements }] = await recordsOf(output)
      expect(statements.at(-1).sentence.end).toBeGreaterThan(1_090_000)
    }),
  )

  it('cuts an article above two million characters, and says so', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const filler = 'The rain went on and on.\n'.repeat(90_000)
      const input = join(folder, 'longer.jsonl')
      await writeFile(
        input,
        line('longer', `Iran attacked Iraq.\n${filler}Turkey attacked Syria.`) + articles(0, 1),
      )
      const output = join(folder, 'records.jsonl')
      const { code, stderr } = await araxes(['extract', input, '--output', output])
      expect(code).toBe(0)
      expect(stderr).toContain('[extract/cut]')
      const [longer, next] = await recordsOf(output)
      expect(longer.mentions.map((m: { text: string }) => m.text)).toEqual(['Iran', 'Iraq'])
      expect(next.article.id).toBe('article-0')
    }),
  )

  it('passes over a line of 100 MB', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const input = join(folder, 'wide.jsonl')
      await writeFile(input, articles(0, 1) + line('wide', 'x'.repeat(100_000_000)) + articles(1, 2))
      const output = join(folder, 'records.jsonl')
      const { code, stderr } = await araxes(['extract', input, '--output', output])
      expect(code).toBe(3)
      expect(stderr).toContain(`${input}:2  error`)
      expect((await recordsOf(output)).map((r) => r.article.id)).toEqual(['article-0', 'article-1'])
    }),
  )
})
