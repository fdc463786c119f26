let scratch = new Uint16Array(1 << 16)
let last = ''

/**
 * The text's UTF-16 code units, ended by zeros, good until another text's are asked for. A loop over all of a text reads them
 * twice as fast as it would from the string.
 */
export function unitsOf(text: string): Uint16Array {
  if (text === last) return scratch
  if (scratch.length < text.length + 4) scratch = new Uint16Array(2 * text.length + 4)
  Buffer.from(scratch.buffer).write(text, 'utf16le')
  scratch.fill(0, text.length, text.length + 4)
  last = text
  return scratch
}

/** A call takes many more arguments than this, but not as many as a text may have letters in a row. */
const MOST_ARGUMENTS = 1024

/** The text of a piece of `units`, with letters of its own: a slice would keep the text that it was cut from in memory. */
export function textOf(units: Uint16Array): string {
  if (units.length <= MOST_ARGUMENTS) return String.fromCharCode(...units)
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
}
