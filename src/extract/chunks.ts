import type { Span } from '../core/document.ts'
import type { VerbForm } from './grammar.ts'
import type { Tagged } from './pos.ts'

/** A noun phrase without what follows its head: "the new Iranian ambassador". Positions are word indexes. */
export interface NounPhrase {
  readonly kind: 'np'
  readonly from: number
  readonly to: number
  /** Its last noun, name or pronoun. */
  readonly head: number
  /** Prepositional phrases directly behind it, nearest first, each with what they chain to. */
  readonly posts: PrepositionalPhrase[]
  /** What follows it between commas and says the same: "Ilham Aliyev, the president of Azerbaijan,". */
  apposition: NounPhrase | undefined
}

export interface PrepositionalPhrase {
  readonly preposition: string
  readonly phrases: readonly NounPhrase[]
}

/** A verb with its auxiliaries, negation and adverbs: "has not yet been delivered". */
export interface VerbGroup {
  readonly kind: 'vg'
  readonly from: number
  readonly to: number
  /** Word index of the main verb. */
  readonly main: number
  readonly lemma: string
  readonly form: VerbForm
  readonly finite: boolean
  readonly passive: boolean
  readonly negated: boolean
  /** The modal that governs it, lower case. */
  readonly modal: string | undefined
  /** Particle that follows: "shot down". */
  readonly particle: string | undefined
  /** Adverbs inside, lower case. */
  readonly adverbs: readonly string[]
  /** Tense of the first verb: whether it says what was, is or (with a modal) will be. */
  readonly tense: 'past' | 'present'
  /** Its first verb is in -ing: "hosting", "having fired". */
  readonly gerund: boolean
  /** A bare past form that may be a participle: "supplied" in "drones supplied by". */
  readonly participle: boolean
}

export interface Mark {
  readonly kind:
    | 'preposition'
    | 'and'
    | 'comma'
    | 'that'
    | 'if'
    | 'who'
    | 'quote'
    | 'stop'
    | 'adverb'
    | 'adjective'
  readonly from: number
  readonly to: number
  readonly word: string
}

export type Chunk = NounPhrase | VerbGroup | Mark

/** The characters a chunk covers. */
export function spanOf(
  words: readonly Tagged[],
  chunk: { readonly from: number; readonly to: number },
): Span {
  return { start: words[chunk.from]!.start, end: words[chunk.to]!.end }
}

const NEGATIVE = new Set(['not', "n't", 'never'])
const isNegative = (word: string): boolean => NEGATIVE.has(word) || word.endsWith("n't") || word === 'cannot'

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
    const mark = (kind: Mark['kind']): void => {
      chunks.push({ kind, from: i, to: i, word: w.lower })
    }
    switch (w.pos) {
      case 'preposition':
      case 'to': {
        // "out of", "because of", "away from": the last one counts.
        mark('preposition')
        break
      }
      case 'and':
      case 'comma':
      case 'that':
      case 'if':
      case 'who':
      case 'quote':
      case 'stop':
        mark(w.pos)
        break
      case 'adjective':
        mark('adjective')
        break
      case 'time':
      case 'adverb':
      case 'not':
      case 'hyphen':
      case 'close':
        mark('adverb')
        break
      default:
        mark('adverb')
    }
    i++
  }
  return chunks
}

/** "the president of Ukraine Volodymyr Zelenskyy", "the ambassador to the UN X": office and holder are one phrase. */
function pushPhrase(chunks: Chunk[], phrase: NounPhrase, words: readonly Tagged[]): void {
  const [office, of, place] = chunks.slice(-3)
  const isHeld =
    phrase.from === phrase.head &&
    words[phrase.head]!.mention?.kind === 'leader' &&
    office?.kind === 'np' &&
    of?.kind === 'preposition' &&
    /^(?:of|to|for)$/.test(of.word) &&
    place?.kind === 'np' &&
    place.to === phrase.from - 1 &&
    words[place.head]!.mention !== undefined
  if (isHeld) chunks.splice(-3)
  chunks.push(isHeld ? { ...phrase, from: office.from } : phrase)
}

/** Where "on Tuesday", "in early March 2019", "on 4 October" ends; the start itself when no time stands there. */
function timePhraseEnd(words: readonly Tagged[], start: number): number {
  const first = words[start]!
  if (first.pos !== 'preposition' && first.pos !== 'time') return start
  let i = first.pos === 'preposition' ? start + 1 : start
  while (
    words[i] &&
    /^(?:early|late|mid|last|next|this|the|since)$/.test(words[i]!.lower) &&
    words[i]!.pos !== 'time'
  )
    i++
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

function verbGroupAt(words: readonly Tagged[], start: number): VerbGroup | undefined {
  let i = start
  let modal: string | undefined
  let negated = false
  let passive = false
  let finite = false
  let tense: 'past' | 'present' | undefined
  let main = -1
  const adverbs: string[] = []
  let infinitive = false
  const first = words[i]!
  if (first.pos === 'not' || first.pos === 'adverb') {
    // "not to deploy", "never supplied": only when a verb follows at once.
    let j = i
    while (j < words.length && (words[j]!.pos === 'not' || words[j]!.pos === 'adverb')) j++
    const next = words[j]
    if (!next || !(next.pos === 'verb' || (next.pos === 'to' && words[j + 1]?.pos === 'verb')))
      return undefined
    for (; i < j; i++) {
      if (isNegative(words[i]!.lower)) negated = true
      adverbs.push(words[i]!.lower)
    }
  }
  if (words[i]!.pos === 'to') {
    let j = i + 1
    while (words[j] && (words[j]!.pos === 'adverb' || words[j]!.pos === 'not')) j++
    const next = words[j]
    if (
      !next ||
      !(
        (next.pos === 'verb' && next.verb!.form === 'base') ||
        (next.pos === 'be' && next.lower === 'be') ||
        (next.pos === 'have' && next.lower === 'have') ||
        (next.pos === 'do' && next.lower === 'do')
      )
    )
      return undefined
    infinitive = true
    i++
  }
  let auxiliary: Tagged | undefined
  for (; i < words.length; i++) {
    const w = words[i]!
    // A quote may begin inside: has not been "welcomed with open arms".
    if (w.pos === 'quote' && auxiliary && words[i + 1]?.pos === 'verb') continue
    if (w.pos === 'modal') {
      modal = w.lower
      finite = true
      tense ??= 'present'
      if (isNegative(w.lower)) negated = true
      continue
    }
    if (w.pos === 'be' || w.pos === 'have' || w.pos === 'do') {
      if (main >= 0 && auxiliary === undefined) break
      if (isNegative(w.lower)) negated = true
      if (tense === undefined) {
        tense = w.verb!.form === 'past' ? 'past' : 'present'
        if (!infinitive && (w.verb!.form === 's' || w.verb!.form === 'past' || w.verb!.form === 'base'))
          finite = true
      }
      auxiliary = w
      main = i
      continue
    }
    if (w.pos === 'not' || w.pos === 'adverb') {
      // An adverb belongs to the group only when more of the group follows it.
      let j = i
      while (words[j] && (words[j]!.pos === 'not' || words[j]!.pos === 'adverb')) j++
      const next = words[j]
      const more =
        next &&
        (next.pos === 'verb' || next.pos === 'be' || next.pos === 'have' || next.pos === 'do') &&
        (main < 0 || auxiliary !== undefined)
      if (isNegative(w.lower) && (auxiliary || modal)) {
        negated = true
        if (!more) main = main < 0 ? i : main
      } else if (!more || (main < 0 && modal === undefined && !infinitive)) break
      adverbs.push(w.lower)
      if (!more && !isNegative(w.lower)) break
      if (!more) {
        i++
        break
      }
      continue
    }
    if (w.pos === 'verb') {
      if (main >= 0 && auxiliary === undefined) break
      const form = w.verb!.form
      if (auxiliary) {
        if (auxiliary.pos === 'be') {
          if (form === 'part' || form === 'past') passive = true
          else if (form !== 'ger') break
        } else if (auxiliary.pos === 'have' && form !== 'part' && form !== 'past') break
      }
      main = i
      tense ??= form === 'past' ? 'past' : 'present'
      if (!infinitive && !auxiliary && !modal) finite = form === 's' || form === 'past' || form === 'base'
      auxiliary = undefined
      i++
      break
    }
    break
  }
  if (main < 0) return undefined
  let to = i - 1
  const verb = words[main]!
  if (!verb.verb) return undefined
  // "is being", "have" alone: the auxiliary is the main verb.
  let particle: string | undefined
  const after = words[to + 1]
  if (
    verb.pos === 'verb' &&
    after &&
    after.pos === 'preposition' &&
    /^(?:up|down|out|off|away|back|over)$/.test(after.lower)
  ) {
    particle = after.lower
    to++
  }
  return {
    kind: 'vg',
    from: start,
    to,
    main,
    lemma: verb.verb.lemma,
    form: verb.verb.form,
    finite: finite && !infinitive,
    passive,
    negated,
    modal,
    particle,
    adverbs,
    tense: tense ?? 'present',
    gerund: words.slice(start, main + 1).find((w) => w.verb)?.verb?.form === 'ger',
    participle: verb.participle === true && start === main,
  }
}

function nounPhraseAt(words: readonly Tagged[], start: number): NounPhrase | undefined {
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
        if (!(p === 'adjective' && next && (next.pos === 'noun' || next.pos === 'name'))) break
      }
      continue
    }
    // "a bitter and costly war", "a serious, immediate apology".
    if (
      (p === 'and' || p === 'comma') &&
      head < 0 &&
      i > start &&
      words[i - 1]!.pos === 'adjective' &&
      words[i + 1]?.pos === 'adjective' &&
      (p === 'and' || isInside(words[i + 2] ?? w))
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

/** A common noun in the singular. */
function isBareNoun(w: Tagged | undefined): boolean {
  return w?.pos === 'noun' && w.lemma === w.lower
}

function isInside(w: Tagged): boolean {
  return (
    w.pos === 'noun' || w.pos === 'name' || w.pos === 'adjective' || w.pos === 'number' || w.pos === 'quote'
  )
}
