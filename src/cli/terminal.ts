import pc from 'picocolors'
import { type Diagnostic, formatDiagnostic } from '../core/diagnostic.ts'
import type { Row, Value } from '../core/graph.ts'

/** What commands print with. Data goes to stdout; everything else to stderr. NO_COLOR and pipes are honoured by the colours. */

export const colors = {
  data: pc.createColors(process.stdout.isTTY === true && pc.isColorSupported),
  notes: pc.createColors(process.stderr.isTTY === true && pc.isColorSupported),
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

export function printDiagnostic(diagnostic: Diagnostic): void {
  const paint = diagnostic.severity === 'error' ? colors.notes.red : colors.notes.yellow
  note(paint(formatDiagnostic(diagnostic)))
}

/** A line that counts, redrawn in place; silent where stderr is no terminal. */
export class Progress {
  private last = 0

  update(text: string): void {
    if (process.stderr.isTTY !== true) return
    const now = performance.now()
    if (now - this.last < 100) return
    this.last = now
    process.stderr.write(`\r\u001b[K${text}`)
  }

  clear(): void {
    if (process.stderr.isTTY === true && this.last > 0) process.stderr.write('\r\u001b[K')
  }
}

/** A value for a table cell. Control characters of article text are shown, never sent to the terminal. */
export function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '–'
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map((v) => cell(v as Value)).join(', ')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
}

/** Rows as records under each other: evidence sentences are too long for columns. */
export function printRows(rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => columns.map((c) => cell(row[c])))
  const widths = columns.map((c, i) => Math.max(c.length, ...values.map((v) => v[i]!.length)))
  const { bold, dim } = colors.data
  if (widths.reduce((n, w) => n + w + 2, 0) <= (process.stdout.columns ?? 120)) {
    print(
      columns
        .map((c, i) => bold(c.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    for (const v of values)
      print(
        v
          .map((x, i) => x.padEnd(widths[i]!))
          .join('  ')
          .trimEnd(),
      )
    return
  }
  const label = Math.max(...columns.map((c) => c.length))
  for (const [i, v] of values.entries()) {
    if (i > 0) print('')
    for (const [k, c] of columns.entries()) print(`${dim(c.padEnd(label))}  ${v[k]!}`)
  }
}
