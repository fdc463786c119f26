import type { NounPhrase } from './chunk.ts'
import type { Tagged } from './pos.ts'

/** The noun phrase that starts at word `start`, if one does, without what follows its head. */
export function nounPhraseAt(words: readonly Tagged[], start: number): NounPhrase | undefined {
  let i = start
  let head = -1
  let spare = -1
  const first = words[start]!
  if (first.pos === 'pronoun')
    return { kind: 'np', from: start, to: start, head: start, posts: [], apposition: undefined }
  for (; i < words.length; i++) {
    const w = words[i]!
    const p = w.pos
    if (p === 'noun' || p === 'name') {
      if (head >= 0 && head === i - 1 && startsAnother(words, start, i)) break
      head = i
      continue
    }
    if (p === 'apostrophe') {
      if (head !== i - 1) break
      // "Iran's": the head is still to come, unless nothing of a phrase follows.
      const next = words[i + 1]
      const behind = words[i + 2]
      if (next && (isInside(next) || (next.pos === 'time' && behind && isInside(behind)))) continue
      i++
      break
    }
    if (p === 'open' && head >= 0) {
      // "the Islamic Jihad (PIJ) organization": the phrase goes on behind a short acronym.
      const close = words.findIndex((x, j) => j > i && x.pos === 'close')
      if (close > i && close - i <= 3 && words[close + 1]?.pos === 'noun') {
        i = close
        continue
      }
      break
    }
    if (p === 'hyphen') {
      if (
        i > start &&
        words[i + 1] &&
        (isInside(words[i + 1]!) ||
          words[i + 1]!.pos === 'verb' ||
          words[i + 1]!.pos === 'preposition' ||
          words[i + 1]!.pos === 'to')
      ) {
        i++
        const glued = words[i]!
        if (glued.pos === 'noun' || glued.pos === 'name') head = i
        else if (head >= 0) {
          // "the Russian-held old town": what is glued to a participle describes, and the head is still to come.
          spare = head
          head = -1
        }
        continue
      }
      break
    }
    if (p === 'determiner' || p === 'possessive') {
      if (i === start || (words[i - 1]!.pos === 'determiner' && head < 0)) continue
      break
    }
    if (p === 'number' || p === 'adjective') {
      if (head >= 0 && words[i - 1]!.pos !== 'apostrophe' && words[i - 1]!.pos !== 'hyphen') {
        // "Iran nuclear talks": an adjective inside a compound, when a noun follows it.
        const next = words[i + 1]
        const inside = p === 'adjective' && next && (next.pos === 'noun' || next.pos === 'name')
        if (!inside && !(first.pos === 'determiner' && isNumbered(words, i))) break
      }
      continue
    }
    // "a bitter and costly war", "a serious, immediate apology", "direct, high-level talks".
    if (
      (p === 'and' || p === 'comma') &&
      head < 0 &&
      i > start &&
      words[i - 1]!.pos === 'adjective' &&
      words[i + 1]?.pos === 'adjective' &&
      (p === 'and' || words[i + 2]?.pos === 'hyphen' || isInside(words[i + 2] ?? w))
    )
      continue
    // "air and ground assaults": of two nouns joined, both may describe a plural behind them.
    if (
      p === 'and' &&
      w.lower === 'and' &&
      head === i - 1 &&
      isBareNoun(words[head]) &&
      isBareNoun(words[i + 1]) &&
      words[i + 2]?.pos === 'noun' &&
      words[i + 2]!.lemma !== words[i + 2]!.lower
    )
      continue
    if (p === 'quote') {
      // A quoted word inside a phrase: the "brutal" attacks.
      const next = words[i + 1]
      if (i > start && next && head < 0 && isInside(next)) continue
      break
    }
    if (p === 'adverb' && (head < 0 || words[i - 1]!.pos === 'apostrophe')) {
      const next = words[i + 1]
      if (next && (next.pos === 'adjective' || next.pos === 'number') && i > start) continue
      break
    }
    if (p === 'time') {
      // "this year's", "the 2015 deal": inside a phrase, a time is a modifier.
      const next = words[i + 1]
      // "a May 15 deadline"
      if (i > start && /^(?:number|time)$/.test(next?.pos ?? '') && words[i + 2]?.pos === 'noun') continue
      if (
        next &&
        (next.pos === 'apostrophe' ||
          (i > start && (next.pos === 'noun' || next.pos === 'name' || next.pos === 'adjective')))
      ) {
        if (next.pos === 'apostrophe') i++
        continue
      }
      break
    }
    break
  }
  if (head < 0) head = spare
  if (head < 0) {
    // "the wounded", "both", "many": a determiner or adjective that stands alone.
    const last = i - 1
    if (
      last >= start &&
      (first.pos === 'determiner' || first.pos === 'possessive' || first.pos === 'number')
    ) {
      return { kind: 'np', from: start, to: last, head: last, posts: [], apposition: undefined }
    }
    return undefined
  }
  return { kind: 'np', from: start, to: Math.max(head, i - 1), head, posts: [], apposition: undefined }
}

/**
 * Whether the name at `at` is no part of the phrase before it: a leader behind the country of an office ("the president of
 * Ukraine | Volodymyr Zelenskyy"), or who does what is said of a noun ("a claim | Armenia denied").
 */
function startsAnother(words: readonly Tagged[], start: number, at: number): boolean {
  const { mention } = words[at]!
  const before = words[at - 1]!
  if (!mention || mention.via === 'demonym') return false
  if (before.mention)
    return mention.kind === 'leader' && before.mention.kind !== 'leader' && before.mention.via !== 'demonym'
  const after = words[at + 1]?.pos
  return (
    before.pos === 'noun' &&
    (/^an?$/.test(words[start]!.lower) || before.lemma !== before.lower) &&
    (after === 'verb' || after === 'have' || after === 'be' || after === 'modal')
  )
}

/** "the Sina **1** supertanker": a number behind a name and before what it is. */
function isNumbered(words: readonly Tagged[], at: number): boolean {
  return /^\d+$/.test(words[at]!.lower) && words[at - 1]!.pos === 'name' && isBareNoun(words[at + 1])
}

/** A common noun in the singular. */
function isBareNoun(w: Tagged | undefined): boolean {
  return w?.pos === 'noun' && w.lemma === w.lower
}

function isInside(w: Tagged): boolean {
  return (
    w.pos === 'noun' || w.pos === 'name' || w.pos === 'adjective' || w.pos === 'number' || w.pos === 'quote'
  )
}
