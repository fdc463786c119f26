import type { ArticleVersion, GraphStore } from '../core/graph.ts'
import type { SkippedItem } from './items.ts'

/** Articles the store is asked about at once, and the characters of text held for that. */
const ASKED = 200
const ASKED_CHARACTERS = 2_000_000

/** What tells whether an item is stored already. */
export interface Fingerprint {
  readonly id: string
  readonly version: ArticleVersion
  /** Characters that are held while the store is asked. */
  readonly length: number
}

/**
 * Passes items on, but for those the store holds already: the same text, read with the same gazetteer and rules.
 * `fingerprint` gives nothing for an item that is no article, or that says not what it was read with.
 */
export async function* withoutStored<Item>(
  items: AsyncIterable<Item>,
  store: GraphStore,
  fingerprint: (item: Item) => Fingerprint | undefined,
): AsyncGenerator<Item | SkippedItem> {
  let held: { item: Item; print: Fingerprint | undefined }[] = []
  let length = 0
  for await (const item of items) {
    const print = fingerprint(item)
    held.push({ item, print })
    length += print?.length ?? 0
    if (held.length < ASKED && length < ASKED_CHARACTERS) continue
    yield* ask(held, store)
    held = []
    length = 0
  }
  yield* ask(held, store)
}

async function* ask<Item>(
  held: readonly { item: Item; print: Fingerprint | undefined }[],
  store: GraphStore,
): AsyncGenerator<Item | SkippedItem> {
  const ids = held.flatMap(({ print }) => (print ? [print.id] : []))
  const stored = ids.length > 0 ? await store.versions(ids) : new Map<string, ArticleVersion>()
  for (const { item, print } of held) {
    const version = print && stored.get(print.id)
    const isStored =
      version?.textHash === print?.version.textHash && version?.extractor === print?.version.extractor
    yield version && print && isStored ? { skipped: print.id } : item
  }
}
