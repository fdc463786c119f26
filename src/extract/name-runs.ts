import { endOfLetters, isUpperUnit, isWordUnit, nextUpper } from '../gazetteer/fold.ts'
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
const AMPERSAND = 0x26
const HYPHEN = 0x2d
const DOT = 0x2e
const LINE = 0x0a

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
  const runs = new Runs(text, words, wrapped)
  for (let at = runs.nextStart(0); at >= 0; ) {
    const run = runs.read(at)
    visit(run)
    at = runs.nextStart(runs.behind(Math.max(run.at(-1)!.end, at + 1)))
  }
}

class Runs {
  private readonly text: string
  private readonly units: Uint16Array
  private readonly words: NameWords
  private readonly wrapped: boolean

  constructor(text: string, words: NameWords, wrapped: boolean) {
    this.text = text
    this.units = unitsOf(text)
    this.words = words
    this.wrapped = wrapped
  }

  /** Where the next run starts, from a place outside of words on; -1 for none. */
  nextStart(from: number): number {
    const { units } = this
    const n = this.text.length
    const begins = (at: number): boolean => at === from || (at > from && !isWordUnit(units[at - 1]!))
    // Most words have no capital, so capitals are looked for, not words.
    for (let at = nextUpper(units, from, n); at < n; at = nextUpper(units, at + 1, n)) {
      if (!begins(at)) continue
      // "al-Jaafari" may open a run.
      const article = units[at - 1] === HYPHEN && units[at - 2] === 0x6c && units[at - 3] === 0x61
      return article && begins(at - 3) ? at - 3 : at
    }
    return -1
  }

  /** The run that starts at `start`. */
  read(start: number): RunWord[] {
    const run: RunWord[] = []
    for (let at = start; at >= 0; ) {
      const word = this.wordAt(at)
      run.push(word)
      if (run.length >= LONGEST) break
      at = this.nextInRun(word, run)
    }
    return run
  }

  /** The rest of a hyphenated word is no new word: "Iran-based". */
  behind(end: number): number {
    const { units } = this
    let at = end
    while (
      isWordUnit(units[at]!) ||
      (units[at] === HYPHEN && isLetter(units[at + 1]!) && !isUpperUnit(units[at + 1]!))
    )
      at++
    return at
  }

  /** Where the word that starts at `from` ends: "O'Neill", "Jean-Pierre", "Ki-moon"; not "Iran-based" nor "Iran's". */
  private endOfWord(from: number): number {
    const { units } = this
    for (let at = endOfLetters(units, from); ; at = endOfLetters(units, at + 1)) {
      const unit = units[at]!
      const next = units[at + 1]!
      if (isApostrophe(unit) && isLetter(next)) {
        // "O'Neill" goes on, "Iran's" does not.
        if (next === 0x73 && !isLetter(units[at + 2]!)) return at
        if (!isUpperUnit(next) && at - from > 2) return at
      } else if (unit === HYPHEN && isLetter(next)) {
        if (isUpperUnit(next)) continue
        let end = at + 1
        while (isLetter(units[end]!)) end++
        // "Kyung-wha", "Ki-moon": short, and no word of the language.
        if (end - at > 6 || at - from > 6 || this.words.at(this.text, at + 1, end) & NAME.common) return at
      } else return at
    }
  }

  private wordAt(start: number): RunWord {
    const { units } = this
    let end = this.endOfWord(start)
    const length = end - start
    const initial = length === 1 && isUpperUnit(units[start]!)
    if (initial && units[end] === DOT) {
      end++
      // "U.S.", "J.K."
      while (isUpperUnit(units[end]!) && units[end + 1] === DOT) end += 2
    }
    const bits = initial ? 0 : this.words.at(this.text, start, end)
    let caps = length > 1
    for (let i = start; i < start + length && caps; i++)
      if (!isUpperUnit(units[i]!) && units[i] !== HYPHEN) caps = false
    // "People's Party", "Workers' Union": the possessor of a common noun is part of the name.
    if (isApostrophe(units[end]!) && bits & NAME.common && !(bits & (NAME.given | NAME.family))) {
      const after = units[end + 1] === 0x73 ? end + 2 : end
      if (after > end || units[end - 1] === 0x73) {
        const stop = after > end ? after : end + 1
        if (units[stop] === 0x20 && isUpperUnit(units[stop + 1]!)) end = stop
      }
    }
    return { start, end, bits, caps, initial, lower: false }
  }

  /** Where the next word of the run starts, after pushing lower-case words between; -1 where the run ends. */
  private nextInRun(last: RunWord, run: RunWord[]): number {
    const { units } = this
    let at = last.end
    // "Gen. Votel", "St. Paul", "George W. Bush": a full stop that ends no sentence.
    if (units[at] === DOT && last.bits & NAME.title && last.end - last.start <= 5) at++
    at = this.afterSpace(at)
    if (at < 0 || isUpperUnit(units[at]!)) return at
    // Up to three lower-case words may stand between.
    const between: RunWord[] = []
    for (let k = 0; k < 3; k++) {
      let end = at
      if (units[at] === AMPERSAND) end++
      else while (isLetter(units[end]!)) end++
      if (end === at || end - at > 7) return -1
      // "Bashar al-Assad", "Mohammed ed-Din": the article is part of the next word.
      if (end - at <= 3 && units[end] === HYPHEN && isUpperUnit(units[end + 1]!)) {
        run.push(...between)
        return at
      }
      // "against" is the longest that counts; most words are none.
      if (end - at > 5 && !this.text.startsWith('against', at)) return -1
      const bits = this.words.at(this.text, at, end)
      if (!(bits & (NAME.connector | NAME.particle))) return -1
      between.push({ start: at, end, bits, caps: false, initial: false, lower: true })
      at = this.afterSpace(end)
      if (at < 0) return -1
      if (isUpperUnit(units[at]!)) {
        run.push(...between)
        return at
      }
    }
    return -1
  }

  /** The next character behind one white space, or two spaces; -1 where something else stands. */
  private afterSpace(at: number): number {
    const { units } = this
    const unit = units[at]
    if (unit !== 0x20 && unit !== 0xa0 && !(this.wrapped && unit === LINE)) return -1
    const next = units[at + 1] === 0x20 ? at + 2 : at + 1
    return units[next] === LINE || units[next] === 0x20 ? -1 : next
  }
}
