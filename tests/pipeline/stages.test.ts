import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import type { ArticleVersion, GraphStore } from '../../src/core/graph.ts'
import type { Extractor } from '../../src/extract/extractor.ts'
import { extractArticles } from '../../src/pipeline/extract.ts'
import { untilAborted } from '../../src/pipeline/interrupt.ts'
import { withoutStored } from '../../src/pipeline/resume.ts'

async function* stream<T>(...items: T[]): AsyncGenerator<T> {
  yield* items
}
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
const article = (id: string): Article => ({
  id,
  title: null,
  text: `Text of ${id}.`,
  url: null,
  publisher: null,
  publishedOn: null,
  language: 'en',
  origin: `news.jsonl:${id}`,
})

describe('extractArticles', () => {
  it('reports an article its rules fail on, and goes on', async () => {
    const extractor = {
      extract: ({ id, text: _, origin: __, ...rest }: Article) => {
        if (id === '2') throw new TypeError('tags.some is not a function')
        return {
          record: { article: { id, ...rest, textHash: 'h' }, mentions: [], statements: [], diagnostics: [] },
          sentences: 1,
          analysed: 0,
        }
      },
    } as unknown as Extractor
    const items = await all(
      extractArticles(stream(...['1', '2', '3'].map((id) => ({ article: article(id) }))), extractor, 'v'),
    )
    expect(items).toMatchObject([
      { record: { article: { id: '1', extractor: 'v' } } },
      { diagnostic: { code: 'extract/failed', at: 'news.jsonl:2', severity: 'error' } },
      { record: { article: { id: '3', extractor: 'v' } } },
    ])
  })
})

describe('withoutStored', () => {
  const stored: Readonly<Record<string, ArticleVersion>> = {
    same: { textHash: 'h', extractor: 'v' },
    text: { textHash: 'other', extractor: 'v' },
    rules: { textHash: 'h', extractor: 'other' },
    old: { textHash: 'h', extractor: null },
  }
  const asked: (readonly string[])[] = []
  const store = {
    versions: async (ids: readonly string[]) => {
      asked.push(ids)
      return new Map(ids.flatMap((id) => (stored[id] ? [[id, stored[id]] as const] : [])))
    },
  } as unknown as GraphStore
  const print = (id: string) =>
    id.startsWith('#') ? undefined : { id, version: { textHash: 'h', extractor: 'v' }, length: 1 }

  it('skips what is stored from the same text with the same rules, and nothing else', async () => {
    const items = await all(
      withoutStored(stream('new', 'same', '#note', 'text', 'rules', 'old'), store, print),
    )
    expect(items).toEqual(['new', { skipped: 'same' }, '#note', 'text', 'rules', 'old'])
  })

  it('asks in batches', async () => {
    asked.length = 0
    await all(withoutStored(stream(...Array.from({ length: 450 }, (_, i) => `${i}`)), store, print))
    expect(asked.map((ids) => ids.length)).toEqual([200, 200, 50])
  })
})

describe('untilAborted', () => {
  it('ends when aborted while it waits', async () => {
    const controller = new AbortController()
    async function* endless(): AsyncGenerator<number> {
      yield 1
      await new Promise(() => {})
    }
    const items = untilAborted(endless(), controller.signal)
    expect((await items.next()).value).toBe(1)
    const waiting = items.next()
    controller.abort()
    expect((await waiting).done).toBe(true)
  })

  it('passes everything on otherwise, errors included', async () => {
    const { signal } = new AbortController()
    expect(await all(untilAborted(stream(1, 2, 3), signal))).toEqual([1, 2, 3])
    async function* broken(): AsyncGenerator<number> {
      yield 1
      throw new Error('broken')
    }
    await expect(all(untilAborted(broken(), signal))).rejects.toThrow('broken')
  })
})
