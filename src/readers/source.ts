import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Source, SourceError } from './reader.ts'

const HEAD_BYTES = 64 * 1024

/** The most one article may hold, as a text file or as a line of JSON: 32 MiB. */
export const MAX_ARTICLE_BYTES = 32 * 1024 * 1024

type Bytes = AsyncIterable<Uint8Array>

/** Opens a file. Throws a SourceError (`reader/unreadable`) where that fails. */
export function openFile(path: string): Promise<Source> {
  return openBytes(path, createReadStream(path, { highWaterMark: HEAD_BYTES }))
}

/** Opens any bytes under a name; gzip is recognized by its first two bytes and unzipped as a stream. */
export async function openBytes(name: string, bytes: Bytes): Promise<Source> {
  const raw = await peek(explained(name, bytes), 2)
  if (raw.head[0] !== 0x1f || raw.head[1] !== 0x8b) return { name, ...(await peek(raw.bytes, HEAD_BYTES)) }
  // The callback is empty because pipeline's errors also reach whoever iterates the last stream.
  const unzipped = pipeline(Readable.from(raw.bytes), createGunzip(), () => {})
  return { name, ...(await peek(explained(name, unzipped), HEAD_BYTES)) }
}

/**
 * The whole source as text: UTF-8, without byte order mark, line ends as `\n`.
 * Throws a SourceError: `reader/binary`, `reader/not-utf8` or `reader/too-large`.
 */
export async function readText(source: Source): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_ARTICLE_BYTES) {
      throw new SourceError({
        code: 'reader/too-large',
        at: source.name,
        message: `is larger than ${MAX_ARTICLE_BYTES / 1024 / 1024} MiB`,
        hint: 'split it, or write its articles as JSON lines',
        severity: 'error',
      })
    }
  }
  const bytes = Buffer.concat(chunks)
  refuseBinary(source.name, bytes)
  const text = decodeUtf8(bytes)
  if (text === null) throw new SourceError(notUtf8(source.name))
  return text.replace(/\r\n?/g, '\n')
}

/** Throws a SourceError (`reader/binary`) where the bytes hold a NUL, which no text does. */
export function refuseBinary(name: string, bytes: Uint8Array): void {
  if (!bytes.includes(0)) return
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  throw new SourceError({
    code: 'reader/binary',
    at: name,
    message: utf16 ? 'is UTF-16, not UTF-8' : 'is binary, not text',
    hint: utf16 ? 'convert it with `iconv -f UTF-16 -t UTF-8`' : 'save its text as UTF-8',
    severity: 'error',
  })
}

/** Strict UTF-8 without byte order mark; null where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The diagnostic for bytes that are text in another encoding. */
export function notUtf8(at: string) {
  return {
    code: 'reader/not-utf8',
    at,
    message: 'is not valid UTF-8',
    hint: 'convert it, such as with `iconv -f WINDOWS-1251 -t UTF-8`',
    severity: 'error',
  } as const
}

/** Reads chunks until `size` bytes are at hand or the end is reached; `bytes` gives all of them again. */
async function peek(bytes: Bytes, size: number): Promise<Omit<Source, 'name'>> {
  const rest = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await rest.next()
    if (next.done) break
    chunks.push(next.value)
    length += next.value.length
  }
  const close = async (): Promise<void> => {
    await rest.return?.()
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
    } finally {
      await close()
    }
  }
  return { head: Buffer.concat(chunks).subarray(0, size), bytes: all(), close }
}

/** The same bytes; an error on the way becomes a SourceError that keeps it as cause. */
async function* explained(name: string, bytes: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SourceError(
      {
        code: 'reader/unreadable',
        at: name,
        message: `cannot be read: ${reason}`,
        hint: 'check its permissions, and that it is whole',
        severity: 'error',
      },
      cause,
    )
  }
}
