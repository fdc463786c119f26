import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { AraxesError } from '../core/diagnostic.ts'

/** Parts the values of a list. No text holds it: it is taken out of what is written. */
export const LIST_SEPARATOR = '\u001f'

export type Field = string | number | null | readonly string[]

/** A field as `neo4j-admin database import` reads it: nothing is null, quotes are doubled, a list is parted by U+001F. */
export function csvField(value: Field): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value.replaceAll(LIST_SEPARATOR, ' ') : listOf(value)
  return `"${text.replaceAll('"', '""')}"`
}

const listOf = (values: readonly string[]): string =>
  values.map((v) => v.replaceAll(LIST_SEPARATOR, ' ')).join(LIST_SEPARATOR)

/** A CSV file that is written row by row. Throws `export/unwritable`. */
export class CsvFile {
  readonly path: string
  private readonly stream: WriteStream
  private failure: unknown

  /** `columns` is the header, as the import reads it: `id:ID(Article)`, `count:long`. */
  constructor(path: string, columns: readonly string[]) {
    this.path = path
    this.stream = createWriteStream(path)
    this.stream.on('error', (error) => {
      this.failure ??= error
    })
    this.stream.write(`${columns.join(',')}\n`)
  }

  /** Resolves when there is room for more. */
  async write(rows: Iterable<readonly Field[]>): Promise<void> {
    let text = ''
    for (const row of rows) text += `${row.map(csvField).join(',')}\n`
    this.check()
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain').catch(() => this.check())
  }

  async close(): Promise<void> {
    if (!this.stream.closed) {
      this.stream.end()
      await once(this.stream, 'close').catch(() => {})
    }
    this.check()
  }

  private check(): void {
    if (this.failure === undefined) return
    const reason = (this.failure as Error).message
    throw new AraxesError(
      'export/unwritable',
      `${this.path} cannot be written: ${reason}; name another folder`,
      {
        cause: this.failure,
      },
    )
  }
}
