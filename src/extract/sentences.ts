import type { Sentence } from '../core/document.ts'
import { unitsOf } from '../gazetteer/units.ts'

/** Abbreviations after which a capital letter starts no sentence. Lower case, without the last dot. */
const TITLES = new Set(
  'mr mrs ms dr prof gen lt maj brig col cmdr adm capt sgt rep sen gov amb hon rev st fr messrs vs no nos fig vol art sec ch pp jan feb mar apr jun jul aug sept sep oct nov dec mt ft cf al approx est dept inc corp ltd co bros jr sr e.g i.e'.split(
    ' ',
  ),
)
/** Abbreviations that often end a sentence; only a word that starts sentences splits after them. */
const OPEN_WORDS = new Set(['etc', 'inc', 'corp', 'ltd', 'co', 'jr', 'sr'])
const OPEN = new RegExp(
  `(?:^|[^\\p{L}.])(?:\\p{Lu}\\.){2,}$|(?:^|\\s)(?:a\\.m|p\\.m|${[...OPEN_WORDS].join('|')})\\.$`,
  'u',
)
/** A longer word without a dot inside is no abbreviation. */
const LONGEST_ABBREVIATION = 6
const STARTERS = new Set(
  'the a an in on at he she it they we i but and this these that those his her its their however meanwhile according after before since while when as if there both for with by from to what who why how not also still yet now then earlier later last on'.split(
    ' ',
  ),
)
/** What `OPEN` and `STARTERS` look back at: longer words are no abbreviations. */
const LOOK_BACK = 24

// Classes of code units. Everything else is none of them.
const SPACE = 1
const TERMINAL = 2
const CLOSING = 3
const BREAK = 4
const CLASS = new Uint8Array(0x10000)
for (const unit of '\t\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
  CLASS[unit.charCodeAt(0)] = SPACE
for (const mark of '.!?…։।؟。') CLASS[mark.charCodeAt(0)] = TERMINAL
for (const mark of '"\'”’»)]') CLASS[mark.charCodeAt(0)] = CLOSING
CLASS[0x0a] = BREAK
const isSpace = (unit: number): boolean => CLASS[unit] === SPACE || CLASS[unit] === BREAK

/** Whether lines are wrapped at a width, as in old wire copy: then a line break is a space, not a boundary. */
function isWrapped(text: string): boolean {
  let inner = 0
  let broken = 0
  let last: { broken: boolean } | undefined
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    let end = to
    while (end > from && isSpace(text.charCodeAt(end - 1))) end--
    if (end > from) {
      // The last line may be short; it is counted only once another follows.
      if (last) {
        inner++
        if (last.broken) broken++
      }
      const length = to - from
      last = { broken: length >= 40 && length <= 100 && !/[.!?…:"”’)]/u.test(text[end - 1]!) }
    }
    from = to + 1
  }
  return inner > 0 && broken / inner >= 0.5
}

const isPlainLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a

const letters = (word: string): string => word.replace(/[^\p{L}'’]/gu, '').toLowerCase()

/** Whether the sentence that began at `from` ends with the mark at `at`, closed at `end`; the block ends at `stop`. */
function endsSentence(text: string, from: number, at: number, end: number, stop: number): boolean {
  let next = end
  while (next < stop && isSpace(text.charCodeAt(next))) next++
  if (next >= stop) return true
  let nextEnd = next
  while (nextEnd < stop && nextEnd - next < 40 && !isSpace(text.charCodeAt(nextEnd))) nextEnd++
  const mark = text[at]
  const first = text.charCodeAt(next)
  // A lower-case word goes on with the sentence; most often it is one.
  if (first >= 0x61 && first <= 0x7a) return false
  const word = text.slice(next, nextEnd)
  if (mark === '…' || (mark === '.' && text.startsWith('...', at))) return /^["“«]?\p{Lu}/u.test(word)
  if (mark !== '.') return /^["'“‘«([]?[\p{Lu}\p{N}\p{Lo}]/u.test(word)
  if (!(first >= 0x41 && first <= 0x5a) && !/^["'“‘«([—–-]*[\p{Lu}\p{N}\p{Lo}]/u.test(word)) return false
  let start = at
  let isPlain = true
  while (start > from && at - start < LOOK_BACK && !isSpace(text.charCodeAt(start - 1))) {
    start--
    if (!isPlainLetter(text.charCodeAt(start))) isPlain = false
  }
  // A word of plain letters, as most are, needs no look at its parts.
  if (isPlain && at - start > LONGEST_ABBREVIATION) return true
  const before = text.slice(start, at)
  if (isPlain && before.length > 1) {
    if (OPEN_WORDS.has(before)) return STARTERS.has(letters(word))
    return !TITLES.has(before.toLowerCase())
  }
  const bare = before.replace(/^["“'‘(]+/u, '').toLowerCase()
  if (bare.length > LONGEST_ABBREVIATION && !bare.includes('.')) return true
  const nextWord = letters(word)
  if (OPEN.test(`${start > from ? ' ' : ''}${before}.`)) return STARTERS.has(nextWord)
  if (TITLES.has(bare)) return false
  // An initial: "George W. Bush"; but "Plan B." may end.
  if (/^\p{Lu}$/u.test(before)) return STARTERS.has(nextWord)
  return true
}

/**
 * Splits a text into sentences: at terminal punctuation, blank lines, and line breaks of text that is not wrapped.
 * Sentences are trimmed; between them lies white space only.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  const push = (from: number, to: number): void => {
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    if (to > from)
      sentences.push({ start: from, end: to, text: text.slice(from, to), index: sentences.length })
  }
  const wrapped = isWrapped(text)
  const n = text.length
  const units = unitsOf(text)
  let from = 0
  let stop = endOfBlock(text, 0, wrapped)
  for (let i = 0; i < n; i++) {
    while (i < stop && CLASS[units[i]!] !== TERMINAL) i++
    if (i >= n) break
    if (i >= stop) {
      push(from, stop)
      from = stop
      stop = endOfBlock(text, stop + 1, wrapped)
    }
    if (CLASS[units[i]!] !== TERMINAL) continue
    const at = i
    while (CLASS[units[i + 1]!] === TERMINAL) i++
    let end = i + 1
    while (CLASS[units[end]!] === CLOSING) end++
    if (end < n && !isSpace(units[end]!)) continue
    if (!endsSentence(text, from, at, end, stop)) continue
    push(from, end)
    from = end
    i = end - 1
  }
  push(from, n)
  return sentences
}

/** Where the block that holds `from` ends: at a line break; in wrapped text, at a blank line. */
function endOfBlock(text: string, from: number, wrapped: boolean): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (!wrapped) return at
    let next = at + 1
    while (next < text.length && CLASS[text.charCodeAt(next)] === SPACE) next++
    if (text.charCodeAt(next) === 0x0a) return at
  }
  return text.length
}
