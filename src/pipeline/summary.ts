import type { Kind } from '../core/entity.ts'
import type { ExtractionRecord } from '../core/record.ts'

/** What a run did, for the summary at its end and for `--json`. */
export interface Summary {
  articles: number
  sentences: number
  readonly mentions: Record<Kind, number>
  readonly statements: Record<string, number>
  /** Inputs that could not be read: files, lines, articles. */
  rejected: number
  /** Articles that were stored already. */
  skipped: number
  seconds: number
}

export function emptySummary(): Summary {
  return {
    articles: 0,
    sentences: 0,
    mentions: { country: 0, leader: 0, organization: 0, weapon: 0 },
    statements: {},
    rejected: 0,
    skipped: 0,
    seconds: 0,
  }
}

/** Counts one record in. */
export function countRecord(summary: Summary, record: ExtractionRecord, sentences: number): void {
  summary.articles++
  summary.sentences += sentences
  for (const m of record.mentions) summary.mentions[m.kind]++
  for (const s of record.statements)
    summary.statements[s.relation] = (summary.statements[s.relation] ?? 0) + 1
}
