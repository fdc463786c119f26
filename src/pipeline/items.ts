import type { Diagnostic } from '../core/diagnostic.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { ReaderItem } from '../readers/index.ts'

/** A record on its way, with how many sentences were read for it. */
export interface RecordItem {
  readonly record: ExtractionRecord
  readonly sentences: number
}

/** An article the store holds as it would be written again. `skipped` is its id. */
export interface SkippedItem {
  readonly skipped: string
}

/** What goes into extraction. */
export type InputItem = ReaderItem | SkippedItem

/** What comes out of it, in the same order. */
export type OutputItem = RecordItem | SkippedItem | { readonly diagnostic: Diagnostic }
