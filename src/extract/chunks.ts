import type { Span } from '../core/document.ts'
import type { Chunk, Mark, NounPhrase } from './chunk.ts'
import { nounPhraseAt } from './noun-phrase.ts'
import type { Tagged } from './pos.ts'
import { verbGroupAt } from './verb-group.ts'
import type { Pos } from './word-classes.ts'

/** The characters a chunk covers. */
export function spanOf(
  words: readonly Tagged[],
  chunk: { readonly from: number; readonly to: number },
): Span {
  return { start: words[chunk.from]!.start, end: words[chunk.to]!.end }
}

/** Cuts tagged words into noun phrases, verb groups and marks. Short parentheses ("(OIC)", "(Reuters)") are passed over. */
export function chunkWords(words: readonly Tagged[]): Chunk[] {
  const chunks: Chunk[] = []
  let i = 0
  while (i < words.length) {
    const w = words[i]!
    if (w.pos === 'open') {
      const close = words.findIndex((x, j) => j > i && x.pos === 'close')
      i = close > 0 && close - i <= 8 ? close + 1 : i + 1
      continue
    }
    const after = timePhraseEnd(words, i)
    if (after > i) {
      chunks.push({ kind: 'adverb', from: i, to: after - 1, word: w.lower })
      i = after
      continue
    }
    const verbs = verbGroupAt(words, i)
    if (verbs) {
      chunks.push(verbs)
      i = verbs.to + 1
      continue
    }
    const phrase = nounPhraseAt(words, i)
    if (phrase) {
      pushPhrase(chunks, phrase, words)
      i = phrase.to + 1
      continue
    }
    // "the army -- backed by Russia": two dashes part as one comma does.
    const kind = markOf(w.pos)
    if (kind !== 'comma' || chunks.at(-1)?.kind !== 'comma')
      chunks.push({ kind, from: i, to: i, word: w.lower })
    i++
  }
  return chunks
}

/** What a word that is part of no phrase and no verb group is. "out of", "because of": of two prepositions the last counts. */
function markOf(pos: Pos): Mark['kind'] {
  switch (pos) {
    case 'to':
      return 'preposition'
    case 'preposition':
    case 'and':
    case 'comma':
    case 'that':
    case 'if':
    case 'who':
    case 'quote':
    case 'stop':
    case 'adjective':
      return pos
    default:
      return 'adverb'
  }
}

/** "the president of Ukraine Volodymyr Zelenskyy", "the ambassador to the UN X": office and holder are one phrase. */
function pushPhrase(chunks: Chunk[], phrase: NounPhrase, words: readonly Tagged[]): void {
  if (phrase.from !== phrase.head || words[phrase.head]!.mention?.kind !== 'leader') {
    chunks.push(phrase)
    return
  }
  const [office, of, place] = chunks.slice(-3)
  const isHeld =
    office?.kind === 'np' &&
    of?.kind === 'preposition' &&
    /^(?:of|to|for)$/.test(of.word) &&
    place?.kind === 'np' &&
    place.to === phrase.from - 1 &&
    words[place.head]!.mention !== undefined
  if (isHeld) chunks.splice(-3)
  if (isHeld) phrase.from = office.from
  chunks.push(phrase)
}

const BEFORE_TIME = new Set(['early', 'late', 'mid', 'last', 'next', 'this', 'the', 'since'])

/** Where "on Tuesday", "in early March 2019", "on 4 October" ends; the start itself when no time stands there. */
function timePhraseEnd(words: readonly Tagged[], start: number): number {
  const first = words[start]!
  if (first.pos !== 'preposition' && first.pos !== 'time') return start
  let i = first.pos === 'preposition' ? start + 1 : start
  while (words[i] && words[i]!.pos !== 'time' && BEFORE_TIME.has(words[i]!.lower)) i++
  const from = i
  let seen = false
  while (
    words[i] &&
    (words[i]!.pos === 'time' || (words[i]!.pos === 'number' && (seen || words[i + 1]?.pos === 'time')))
  ) {
    seen ||= words[i]!.pos === 'time'
    i++
  }
  if (!seen || i === from) return start
  // "this year's attacks", "the 2015 deal": a time that belongs to a noun is part of its phrase.
  const next = words[i]
  if (next?.pos === 'apostrophe') return start
  if (words[start + 1]?.pos === 'determiner' && next && (next.pos === 'noun' || next.pos === 'adjective'))
    return start
  return i
}
