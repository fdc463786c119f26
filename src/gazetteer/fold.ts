/**
 * Folding: case, diacritics, quotes, dashes and white space made one, character by character, so that every
 * folded character knows its UTF-16 place in the text. A character folds to one code unit or to nothing.
 */

const TABLE = new Uint16Array(0x10000)
const WORD = new Uint8Array(0x10000)
const UPPER = new Uint8Array(0x10000)
const LOWER = new Uint8Array(0x10000)

/** What `fold` gives for a character that vanishes: a combining mark, a soft hyphen, a vowel sign. */
export const DROPPED = 0
export const SPACE = 0x20

/** Letters whose base form no decomposition tells. ə and ı are folded so that names typed without them match. */
const SPECIAL: Readonly<Record<string, string>> = {
  ə: 'e',
  Ə: 'e',
  ı: 'i',
  İ: 'i',
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ß: 's',
  þ: 't',
  ð: 'd',
  æ: 'a',
  Æ: 'a',
  œ: 'o',
  Œ: 'o',
  ё: 'е',
  Ё: 'е',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
}
const APOSTROPHES = "'’‘ʼ`´ʻ"
const QUOTES = '"“”„«»'
const DASHES = '-‐‑‒–—―−'
const SPACES =
  ' \t\n\r\u000b\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200c'
const NOTHING = '\u00ad\u200b\u200d\u2060\ufeff\u0640'

function build(): void {
  for (let c = 1; c < 0x10000; c++) TABLE[c] = c
  const letter = /[\p{L}\p{N}]/u
  const mark = /\p{M}/u
  // The scripts we have names in; the rest folds to itself. й is a letter of its own, not и with a mark.
  const ranges = [
    [0x21, 0x2af],
    [0x300, 0x52f],
    [0x531, 0x587],
    [0x590, 0x6ff],
    [0x10a0, 0x10ff],
    [0x1e00, 0x1eff],
  ] as const
  for (const [from, to] of ranges) {
    for (let c = from; c <= to; c++) {
      const char = String.fromCharCode(c)
      if (mark.test(char)) TABLE[c] = DROPPED
      else if (letter.test(char)) {
        const lower = char.toLowerCase()
        const base = c >= 0x400 ? lower : (lower.normalize('NFD')[0] ?? lower)
        TABLE[c] = base.charCodeAt(0)
        WORD[c] = 1
        if (lower !== char) UPPER[c] = 1
        else if (char.toUpperCase() !== char) LOWER[c] = 1
      }
    }
  }
  // The other scripts' letters by their stretches: asking for each character takes as long as the rest of the start.
  for (const [from, to] of [
    [0x700, 0xd800],
    [0xe000, 0x10000],
  ] as const) {
    const all = String.fromCharCode(...Array.from({ length: to - from }, (_, i) => from + i))
    for (const { 0: stretch, index } of all.matchAll(/[\p{L}\p{N}]+/gu))
      WORD.fill(1, from + index, from + index + stretch.length)
    for (const { 0: char, index } of all.matchAll(/[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}]/gu))
      if (UPPER[from + index] === 0 && char.toUpperCase() !== char) LOWER[from + index] = 1
  }
  for (const [char, base] of Object.entries(SPECIAL)) TABLE[char.charCodeAt(0)] = base.charCodeAt(0)
  for (const char of APOSTROPHES) TABLE[char.charCodeAt(0)] = 0x27
  for (const char of QUOTES) TABLE[char.charCodeAt(0)] = 0x22
  for (const char of DASHES) TABLE[char.charCodeAt(0)] = 0x2d
  for (const char of SPACES) TABLE[char.charCodeAt(0)] = SPACE
  for (const char of NOTHING) TABLE[char.charCodeAt(0)] = DROPPED
}
build()

// Outside of a text there is no code unit but NaN, and looking up one NaN makes every look-up slow: `& 0xffff` gives 0.
/** The folded code unit of a code unit, or DROPPED. */
export const foldUnit = (unit: number): number => TABLE[unit & 0xffff]!
/** Whether the code unit is a letter or a digit. */
export const isWordUnit = (unit: number): boolean => WORD[unit & 0xffff] === 1
export const isUpperUnit = (unit: number): boolean => UPPER[unit & 0xffff] === 1
/** Whether the code unit is a letter that has a capital and is none: digits and Arabic letters have no case. */
export const isLowerUnit = (unit: number): boolean => LOWER[unit & 0xffff] === 1

// Loops over whole texts stand here, beside the tables: an imported function or constant is looked up anew at every step.
/** Where the next capital stands in `units`, from a place on; `end` where there is none before it. */
export function nextUpper(units: Uint16Array, from: number, end: number): number {
  let at = from
  while (at < end && UPPER[units[at]!] === 0) at++
  return at
}

/** Where the next letter or digit stands in `units`, from a place on; `end` where there is none before it. */
export function startOfLetters(units: Uint16Array, from: number, end: number): number {
  let at = from
  while (at < end && WORD[units[at]!] === 0) at++
  return at
}

/** Where the letters and digits end that stand in `units` from a place on. */
export function endOfLetters(units: Uint16Array, from: number): number {
  let at = from
  while (WORD[units[at]!] === 1) at++
  return at
}

/** A text folded as the matcher sees it: for names that are compiled, and for look-ups by name. */
export function fold(text: string): string {
  let out = ''
  let space = true
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit === DROPPED) continue
    if (unit === SPACE) {
      if (!space) out += ' '
      space = true
    } else {
      out += String.fromCharCode(unit)
      space = false
    }
  }
  return out.trimEnd()
}
