/** An article is hardly ever longer; what one of a million letters needs is not kept. */
const USUAL = 1 << 16
const usual = new Uint16Array(USUAL)
let units = usual
let last = ''

/**
 * The text's UTF-16 code units, ended by zeros, good until another text's are asked for. A loop over all of a text reads them
 * twice as fast as it would from the string.
 */
export function unitsOf(text: string): Uint16Array {
  if (text === last) return units
  units = text.length + 4 <= USUAL ? usual : new Uint16Array(text.length + 4)
  Buffer.from(units.buffer).write(text, 'utf16le')
  units.fill(0, text.length, text.length + 4)
  last = text
  return units
}

/** A call takes many more arguments than this, but not as many as a text may have letters in a row. */
const MOST_ARGUMENTS = 1024

/** The text of a piece of `units`, with letters of its own: a slice would keep the text that it was cut from in memory. */
export function textOf(units: Uint16Array): string {
  if (units.length <= MOST_ARGUMENTS) return String.fromCharCode(...units)
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
}
