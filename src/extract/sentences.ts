import type { Sentence } from '../core/document.ts'

/** Abbreviations after which a capital letter starts no sentence. Lower case, without the last dot. */
const TITLES = new Set(
  'mr mrs ms dr prof gen lt maj brig col cmdr adm capt sgt rep sen gov amb hon rev st fr messrs vs no nos fig vol art sec ch pp jan feb mar apr jun jul aug sept sep oct nov dec mt ft cf al approx est dept inc corp ltd co bros jr sr'.split(
    ' ',
  ),
)
/** Abbreviations that often end a sentence; only a word that starts sentences splits after them. */
const OPEN = /(?:^|[^\p{L}.])(?:\p{Lu}\.){2,}$|(?:^|\s)(?:a\.m|p\.m|etc|inc|corp|ltd|co|jr|sr)\.$/u
const STARTERS = new Set(
  'the a an in on at he she it they we i but and this these that those his her its their however meanwhile according after before since while when as if there both for with by from to what who why how not also still yet now then earlier later last on'.split(
    ' ',
  ),
)
const TERMINAL = /[.!?…։।؟。]+["'”’»)\]]*(?=\s|$)/gu

/** Whether lines are wrapped at a width, as in old wire copy: then a line break is a space, not a boundary. */
function isWrapped(text: string): boolean {
  const lines = text.split('\n').filter((l) => l.trim() !== '')
  if (lines.length < 2) return false
  const inner = lines.slice(0, -1)
  const broken = inner.filter((l) => !/[.!?…:"”’)]\s*$/.test(l) && l.length >= 40 && l.length <= 100).length
  return broken / inner.length >= 0.5
}

function endsSentence(text: string, from: number, at: number, end: number): boolean {
  const before = text.slice(from, at)
  const mark = text[at]
  const rest = /^\s+(\S+)/u.exec(text.slice(end, end + 60))
  if (!rest) return true
  const next = rest[1]!
  if (mark === '…' || (mark === '.' && text.startsWith('...', at))) return /^["“«]?\p{Lu}/u.test(next)
  if (mark !== '.') return /^["'“‘«([]?[\p{Lu}\p{N}\p{Lo}]/u.test(next)
  // A lower-case word goes on with the sentence.
  if (!/^["'“‘«([—–-]*[\p{Lu}\p{N}\p{Lo}]/u.test(next)) return false
  const word = /(\S+)$/u.exec(before)?.[1] ?? ''
  const bare = word.replace(/^["'“‘(]+/u, '').toLowerCase()
  const nextWord = next.replace(/[^\p{L}'’]/gu, '').toLowerCase()
  if (OPEN.test(`${before}.`)) return STARTERS.has(nextWord)
  if (TITLES.has(bare)) return false
  // An initial: "George W. Bush"; but "Plan B." may end.
  if (/^\p{Lu}$/u.test(word)) return STARTERS.has(nextWord)
  return true
}

/**
 * Splits a text into sentences: at terminal punctuation, blank lines, and line breaks of text that is not wrapped.
 * Sentences are trimmed; between them lies white space only.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  const push = (from: number, to: number): void => {
    while (from < to && /\s/u.test(text[from]!)) from++
    while (to > from && /\s/u.test(text[to - 1]!)) to--
    if (to > from)
      sentences.push({ start: from, end: to, text: text.slice(from, to), index: sentences.length })
  }
  const block = isWrapped(text) ? /\n[^\S\n]*\n/gu : /\n/gu
  let blockStart = 0
  while (blockStart < text.length) {
    block.lastIndex = blockStart
    const stop = block.exec(text)
    const blockEnd = stop ? stop.index : text.length
    const line = text.slice(blockStart, blockEnd)
    let from = 0
    for (const m of line.matchAll(TERMINAL)) {
      const end = m.index + m[0].length
      if (!endsSentence(line, from, m.index, end)) continue
      push(blockStart + from, blockStart + end)
      from = end
    }
    push(blockStart + from, blockEnd)
    blockStart = stop ? stop.index + stop[0].length : text.length
  }
  return sentences
}
