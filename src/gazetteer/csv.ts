import { parse } from 'csv-parse/sync'
import { AraxesError, EXIT } from '../core/diagnostic.ts'

/** A row by its column names, lower case. */
export type CsvRow = Readonly<Record<string, string>>

/** The rows of a CSV file with a header line. Throws `csv/unreadable` with the line of the fault. */
export function parseCsv(text: string, path: string): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as CsvRow[]
  } catch (cause) {
    throw new AraxesError('csv/unreadable', `${path} is no CSV: ${(cause as Error).message}`, {
      cause,
      exitCode: EXIT.usage,
    })
  }
}
