import pLimit from 'p-limit'
import { type EntityId, isUnlisted } from '../core/entity.ts'
import { type GraphScope, type GraphStore, toGraphBatch } from '../core/graph.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { describeEntity, factsOf } from './describe.ts'

/** Articles written in one transaction: large enough to be fast, small enough to lose little. */
const BATCH = 500

/**
 * Writes records into a store, batch by batch. One batch is written while the next is filled, and no more: batches
 * land in order, and direct edges are derived from what stands. An error of the store is thrown at the next call.
 */
export class BatchWriter {
  private batch: ExtractionRecord[] = []
  private readonly described = new Set<EntityId>()
  // One transaction at a time, in the order the batches were filled.
  private readonly limit = pLimit(1)
  private writing: Promise<void> = Promise.resolve()
  private readonly store: GraphStore
  private readonly gazetteer: Gazetteer
  private readonly scope: GraphScope

  constructor(store: GraphStore, gazetteer: Gazetteer, scope: GraphScope) {
    this.store = store
    this.gazetteer = gazetteer
    this.scope = scope
  }

  async add(record: ExtractionRecord): Promise<void> {
    this.batch.push(record)
    if (this.batch.length >= BATCH) await this.flush()
  }

  /** Writes what is left; resolves when all is written. */
  async finish(): Promise<void> {
    await this.flush()
    await this.writing
  }

  private async flush(): Promise<void> {
    await this.writing
    const records = this.batch
    this.batch = []
    if (records.length === 0) return
    this.writing = this.limit(() => this.write(records))
    // Thrown where it is awaited; unobserved until then it must not end the process.
    this.writing.catch(() => {})
  }

  private async write(records: readonly ExtractionRecord[]): Promise<void> {
    const batch = toGraphBatch(records, (id) => describeEntity(this.gazetteer, id), this.scope)
    const fresh = batch.entities.map((e) => e.id).filter((id) => !this.described.has(id) && !isUnlisted(id))
    if (fresh.length > 0) {
      const { entities, facts } = factsOf(this.gazetteer, fresh)
      await this.store.writeFacts(entities, facts, fresh)
      for (const id of fresh) this.described.add(id)
    }
    await this.store.writeArticles(batch)
  }
}
