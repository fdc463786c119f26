import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { AraxesError } from '../core/diagnostic.ts'
import type { ExtractionRecord } from '../core/record.ts'

/** Where `--output` writes: one JSON line per record. */
export interface RecordFile {
  /** Resolves when there is room for more. Throws `output/unwritable`, as `close` does. */
  write(record: ExtractionRecord): Promise<void>
  close(): Promise<void>
}

/** Opens a file for records, `-` being standard output; a path that cannot be written fails here, before the work. */
export async function openRecordFile(path: string): Promise<RecordFile> {
  const stream = path === '-' ? process.stdout : createWriteStream(path)
  const unwritable = (cause: unknown): AraxesError =>
    new AraxesError(
      'output/unwritable',
      `${path} cannot be written: ${(cause as Error).message}; name another file with --output`,
      { cause },
    )
  let failure: unknown
  if (path !== '-') {
    // Without a listener an error between two writes, such as a full disk, would end the process with a trace.
    stream.on('error', (error) => {
      failure ??= error
    })
    await once(stream, 'open').catch((error: unknown) => {
      throw unwritable(error)
    })
  }
  return {
    async write(record) {
      if (failure !== undefined) throw unwritable(failure)
      if (stream.write(`${JSON.stringify(record)}\n`)) return
      await once(stream, 'drain').catch((error: unknown) => {
        throw unwritable(error)
      })
    },
    async close() {
      if (path === '-') return
      if (!stream.destroyed) {
        stream.end()
        await once(stream, 'close').catch((error: unknown) => {
          failure ??= error
        })
      }
      if (failure !== undefined) throw unwritable(failure)
    },
  }
}
