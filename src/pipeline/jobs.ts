import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { extractArticles } from './extract.ts'
import type { InputItem, OutputItem } from './items.ts'
import { extractorVersion } from './version.ts'

/** Characters of text that one thread reads while workers would still be starting, which takes them half a second. */
const SMALL_INPUT = 1_000_000

export interface JobOptions {
  /** The bytes of the compiled gazetteer, and the gazetteer over them. */
  readonly bytes: SharedArrayBuffer
  readonly gazetteer: Gazetteer
  /** Worker threads; 1 extracts in this thread. */
  readonly jobs: number
}

/** Articles become records, in order, by as many threads as `jobs` allows and the input is worth. */
export async function* extractWithJobs(
  items: AsyncIterable<InputItem>,
  { bytes, gazetteer, jobs }: JobOptions,
): AsyncGenerator<OutputItem> {
  const version = extractorVersion(gazetteer)
  const { all, small } = jobs === 1 ? { all: items, small: true } : await peek(items)
  if (small) {
    const { createExtractor } = await import('../extract/extractor.ts')
    yield* extractArticles(all, createExtractor({ gazetteer }), version)
    return
  }
  const { extractInPool } = await import('./pool.ts')
  yield* extractInPool(all, jobs, { gazetteer: bytes, version })
}

/** Reads ahead until an input turns out to be large; `all` gives everything, what was read ahead included. */
async function peek(
  items: AsyncIterable<InputItem>,
): Promise<{ all: AsyncIterable<InputItem>; small: boolean }> {
  const rest = items[Symbol.asyncIterator]()
  const head: InputItem[] = []
  let characters = 0
  let next = await rest.next()
  while (!next.done && characters < SMALL_INPUT) {
    head.push(next.value)
    if ('article' in next.value) characters += next.value.article.text.length
    next = await rest.next()
  }
  const small = next.done === true
  const all = async function* (): AsyncGenerator<InputItem> {
    try {
      yield* head.splice(0)
      for (; !next.done; next = await rest.next()) yield next.value
    } finally {
      await rest.return?.()
    }
  }
  return { all: all(), small }
}
