/** One line without its end. `bytes` is null where it is longer than the limit. */
export interface Line {
  /** 1-based. */
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LF = 0x0a
const CR = 0x0d

/** Splits at LF or CRLF, holding one line at a time and never more than `limit` bytes of it. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0

  const add = (part: Uint8Array): void => {
    length += part.length
    if (length <= limit) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    const bytes = length > limit ? null : withoutCr(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
    parts = []
    length = 0
    return { number: number++, bytes }
  }

  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

function withoutCr(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
}
