import type { Diagnostic } from '../core/diagnostic.ts'
import type { GraphScope, GraphStore } from '../core/graph.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { BatchWriter } from './batch-writer.ts'
import type { OutputItem } from './items.ts'
import { countRecord, emptySummary, type Summary } from './summary.ts'

/** Where records go. */
export interface Sinks {
  /** Called with each record in order; what it returns is awaited, so a slow reader slows the run. */
  readonly onRecord?: (record: ExtractionRecord) => void | Promise<void>
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void
  readonly onProgress?: (summary: Summary) => void
  readonly store?: GraphStore
  /** What goes into the store; the gazetteer's entities only if it is left out. */
  readonly scope?: GraphScope
}

/**
 * Drains records into the sinks with a bounded window. Bad input is passed to `onDiagnostic` and counted; an error of
 * the store ends the run with everything before it written. Returns what was done.
 */
export async function run(
  items: AsyncIterable<OutputItem>,
  sinks: Sinks,
  gazetteer: Gazetteer,
): Promise<Summary> {
  const started = performance.now()
  const summary = emptySummary()
  const writer = sinks.store && new BatchWriter(sinks.store, gazetteer, sinks.scope ?? {})
  await sinks.store?.prepare()
  for await (const item of items) {
    if ('diagnostic' in item) {
      if (item.diagnostic.severity === 'error') summary.rejected++
      sinks.onDiagnostic?.(item.diagnostic)
      continue
    }
    if ('skipped' in item) summary.skipped++
    else {
      countRecord(summary, item.record, item.sentences)
      for (const diagnostic of item.record.diagnostics) sinks.onDiagnostic?.(diagnostic)
      await sinks.onRecord?.(item.record)
      await writer?.add(item.record)
    }
    summary.seconds = (performance.now() - started) / 1000
    sinks.onProgress?.(summary)
  }
  await writer?.finish()
  summary.seconds = (performance.now() - started) / 1000
  return summary
}
