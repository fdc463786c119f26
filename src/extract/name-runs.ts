import { isUpperUnit, isWordUnit } from '../gazetteer/fold.ts'
import { unitsOf } from '../gazetteer/units.ts'
import { NAME, type NameWords } from './name-words.ts'

/** A word of a capitalized run. `bits` are of NAME. */
export interface RunWord {
  readonly start: number
  readonly end: number
  readonly bits: number
  /** Written in capitals throughout, two letters at least: "NATO", "CDU". */
  readonly caps: boolean
  /** "D." or "S": one capital. */
  readonly initial: boolean
  /** In lower case: "of", "bin". */
  readonly lower: boolean
}

/** Longer runs are lists of titles, not names. */
const LONGEST = 16

const isLetter = (unit: number): boolean => isWordUnit(unit) && !(unit >= 0x30 && unit <= 0x39)
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019
const HYPHEN = 0x2d
const DOT = 0x2e
const LINE = 0x0a

/** Where the word that starts at `from` ends: "O'Neill", "Jean-Pierre", "Ki-moon"; not "Iran-based" nor "Iran's". */
function endOfWord(text: string, from: number, words: NameWords): number {
  let at = from
  const n = text.length
  while (at < n) {
    const unit = text.charCodeAt(at)
    if (isWordUnit(unit)) {
      at++
      continue
    }
    const next = text.charCodeAt(at + 1)
    if (isApostrophe(unit) && isLetter(next)) {
      // "O'Neill" goes on, "Iran's" does not.
      if (next === 0x73 && !isLetter(text.charCodeAt(at + 2))) break
      if (!isUpperUnit(next) && at - from > 2) break
      at++
      continue
    }
    if (unit === HYPHEN && isLetter(next)) {
      if (!isUpperUnit(next)) {
        let end = at + 1
        while (end < n && isLetter(text.charCodeAt(end))) end++
        // "Kyung-wha", "Ki-moon": short, and no word of the language.
        if (end - at > 6 || at - from > 6 || words.at(text, at + 1, end) & NAME.common) break
      }
      at++
      continue
    }
    break
  }
  return at
}

/**
 * Calls `visit` with each run of capitalized words, in text order: words parted by a space, with "of", "for", "bin" and
 * their like between. A run never crosses a comma, a full stop that ends a sentence, or, unless the text is wrapped, a line
 * break.
 */
export function eachRun(
  text: string,
  words: NameWords,
  wrapped: boolean,
  visit: (run: readonly RunWord[]) => void,
): void {
  const n = text.length
  const units = unitsOf(text)
  let i = 0
  while (i < n) {
    const unit = units[i]!
    if (!isWordUnit(unit)) {
      i++
      continue
    }
    if (!isUpperUnit(unit)) {
      // "al-Jaafari" may open a run.
      const opens =
        unit === 0x61 && units[i + 2]! === HYPHEN && isUpperUnit(units[i + 3]!) && units[i + 1]! === 0x6c
      if (!opens) {
        do i++
        while (isWordUnit(units[i]!))
        continue
      }
    }
    const run: RunWord[] = []
    let at = i
    for (;;) {
      const word = wordAt(text, at, words)
      run.push(word)
      at = word.end
      if (run.length >= LONGEST) break
      const next = nextInRun(text, word, words, run, wrapped)
      if (next < 0) break
      at = next
    }
    visit(run)
    i = Math.max(at, i + 1)
    // The rest of a hyphenated word is no new word: "Iran-based".
    while (
      i < n &&
      (isWordUnit(units[i]!) ||
        (units[i]! === HYPHEN && isLetter(units[i + 1]!) && !isUpperUnit(units[i + 1]!)))
    )
      i++
  }
}

function wordAt(text: string, start: number, words: NameWords): RunWord {
  let end = endOfWord(text, start, words)
  const length = end - start
  let initial = false
  if (length === 1 && isUpperUnit(text.charCodeAt(start))) {
    initial = true
    if (text.charCodeAt(end) === DOT) {
      end++
      // "U.S.", "J.K."
      while (isUpperUnit(text.charCodeAt(end)) && text.charCodeAt(end + 1) === DOT) end += 2
    }
  }
  const bits = initial ? 0 : words.at(text, start, end)
  let caps = length > 1
  for (let i = start; i < start + length && caps; i++) {
    const unit = text.charCodeAt(i)
    if (!isUpperUnit(unit) && unit !== HYPHEN) caps = false
  }
  // "People's Party", "Workers' Union": the possessor of a common noun is part of the name.
  if (isApostrophe(text.charCodeAt(end)) && bits & NAME.common && !(bits & (NAME.given | NAME.family))) {
    const after = text.charCodeAt(end + 1) === 0x73 ? end + 2 : end
    if (after > end || text.charCodeAt(end - 1) === 0x73) {
      const stop = after > end ? after : end + 1
      if (text.charCodeAt(stop) === 0x20 && isUpperUnit(text.charCodeAt(stop + 1))) end = stop
    }
  }
  return { start, end, bits, caps, initial, lower: false }
}

/** Where the next word of the run starts, after pushing lower-case words between; -1 where the run ends. */
function nextInRun(text: string, last: RunWord, words: NameWords, run: RunWord[], wrapped: boolean): number {
  let at = last.end
  // "Gen. Votel", "St. Paul", "George W. Bush": a full stop that ends no sentence.
  if (text.charCodeAt(at) === DOT && last.bits & NAME.title && last.end - last.start <= 5) at++
  at = afterSpace(text, at, wrapped)
  if (at < 0) return -1
  const unit = text.charCodeAt(at)
  if (isUpperUnit(unit)) return at
  // Up to three lower-case words may stand between.
  const between: RunWord[] = []
  for (let k = 0; k < 3; k++) {
    let end = at
    if (text.charCodeAt(at) === 0x26) end = at + 1
    else while (end < text.length && isLetter(text.charCodeAt(end))) end++
    if (end === at || end - at > 7) return -1
    // "Bashar al-Assad", "Mohammed ed-Din": the article is part of the next word.
    if (end - at <= 3 && text.charCodeAt(end) === HYPHEN && isUpperUnit(text.charCodeAt(end + 1))) {
      run.push(...between)
      return at
    }
    // "against" is the longest that counts; most words are none.
    if (end - at > 5 && !text.startsWith('against', at)) return -1
    const bits = words.at(text, at, end)
    if (!(bits & (NAME.connector | NAME.particle))) return -1
    between.push({ start: at, end, bits, caps: false, initial: false, lower: true })
    at = afterSpace(text, end, wrapped)
    if (at < 0) return -1
    if (isUpperUnit(text.charCodeAt(at))) {
      run.push(...between)
      return at
    }
  }
  return -1
}

/** The next character behind one white space, or two spaces; -1 where something else stands. */
function afterSpace(text: string, at: number, wrapped: boolean): number {
  const unit = text.charCodeAt(at)
  if (unit !== 0x20 && unit !== 0xa0 && !(wrapped && unit === LINE)) return -1
  let next = at + 1
  if (text.charCodeAt(next) === 0x20) next++
  const first = text.charCodeAt(next)
  return first === LINE || first === 0x20 ? -1 : next
}
