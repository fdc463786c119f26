import pLimit from 'p-limit'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { EntityId } from '../core/entity.ts'
import { type GraphStore, toGraphBatch } from '../core/graph.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { Extractor } from '../extract/extractor.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { ReaderItem } from '../readers/index.ts'
import { describeEntity, factsOf } from './describe.ts'
import { countRecord, emptySummary, type Summary } from './summary.ts'

/** A record on its way, or why an input gave none. */
export type RecordItem =
  | { readonly record: ExtractionRecord; readonly sentences: number }
  | { readonly diagnostic: Diagnostic }

/** Where records go. */
export interface Sinks {
  /** Called with each record in order; what it returns is awaited, so a slow reader slows the run. */
  readonly onRecord?: (record: ExtractionRecord) => void | Promise<void>
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void
  readonly onProgress?: (summary: Summary) => void
  readonly store?: GraphStore
}

/** Articles become records, one at a time, as they are pulled. */
export async function* extractArticles(
  items: AsyncIterable<ReaderItem>,
  extractor: Extractor,
): AsyncGenerator<RecordItem> {
  for await (const item of items) {
    if ('diagnostic' in item) {
      yield item
      continue
    }
    const { record, sentences } = extractor.extract(item.article)
    yield { record, sentences }
  }
}

/** Articles written in one transaction: large enough to be fast, small enough to lose little. */
const BATCH = 100
/** Batches under way beside the one being filled: reading goes on while the store writes, and no further. */
const WINDOW = 1

/**
 * Drains records into the sinks with a bounded window. Bad input is passed to `onDiagnostic` and counted; an error of
 * the store ends the run with everything before it written. Returns what was done.
 */
export async function run(
  items: AsyncIterable<RecordItem>,
  sinks: Sinks,
  gazetteer: Gazetteer,
): Promise<Summary> {
  const started = performance.now()
  const summary = emptySummary()
  const writer = sinks.store && new BatchWriter(sinks.store, gazetteer)
  await sinks.store?.prepare()
  for await (const item of items) {
    if ('diagnostic' in item) {
      if (item.diagnostic.severity === 'error') summary.rejected++
      sinks.onDiagnostic?.(item.diagnostic)
      continue
    }
    countRecord(summary, item.record, item.sentences)
    await sinks.onRecord?.(item.record)
    await writer?.add(item.record)
    summary.seconds = (performance.now() - started) / 1000
    sinks.onProgress?.(summary)
  }
  await writer?.finish()
  summary.seconds = (performance.now() - started) / 1000
  return summary
}

class BatchWriter {
  private batch: ExtractionRecord[] = []
  private readonly described = new Set<EntityId>()
  // One at a time, so that batches land in order and direct edges are derived from what stands.
  private readonly limit = pLimit(1)
  private readonly pending: Promise<void>[] = []
  private readonly store: GraphStore
  private readonly gazetteer: Gazetteer

  constructor(store: GraphStore, gazetteer: Gazetteer) {
    this.store = store
    this.gazetteer = gazetteer
  }

  async add(record: ExtractionRecord): Promise<void> {
    this.batch.push(record)
    if (this.batch.length >= BATCH) await this.flush()
  }

  async finish(): Promise<void> {
    await this.flush()
    await Promise.all(this.pending)
  }

  private async flush(): Promise<void> {
    const records = this.batch
    this.batch = []
    if (records.length === 0) return
    const writing = this.limit(() => this.write(records))
    // The error is thrown where the promise is awaited; unobserved until then it must not end the process.
    writing.catch(() => {})
    this.pending.push(writing)
    while (this.pending.length > WINDOW) await this.pending.shift()
  }

  private async write(records: readonly ExtractionRecord[]): Promise<void> {
    const batch = toGraphBatch(records, (id) => describeEntity(this.gazetteer, id))
    const fresh = batch.entities.map((e) => e.id).filter((id) => !this.described.has(id))
    if (fresh.length > 0) {
      const { entities, facts } = factsOf(this.gazetteer, fresh)
      await this.store.writeFacts(entities, facts)
      for (const id of fresh) this.described.add(id)
    }
    await this.store.writeArticles(batch)
  }
}
