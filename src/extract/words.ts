import { inTextOrder, type Sentence, type Span, type TextSpan } from '../core/document.ts'
import type { Mention } from '../core/mention.ts'
import { unitsOf } from '../gazetteer/units.ts'
import type { VerbReading } from './grammar.ts'
import type { Lexeme, Lexemes } from './lexeme.ts'
import type { Place } from './tag-context.ts'
import type { Pos } from './word-classes.ts'

/** A word of a sentence: a mention or place is one word, however many it is written with. */
export interface Word extends TextSpan {
  readonly lower: string
  readonly lexeme: Lexeme
  readonly mention: Mention | undefined
  readonly place: Place | undefined
  /** Glued to the word before, as the parts of "Russian-backed". */
  readonly joined: boolean
  /** These are undefined until it is tagged (`pos.ts`), which makes no other object of it: words are most of what is made. */
  readonly pos: Pos | undefined
  readonly verb: VerbReading | undefined
  readonly lemma: string | undefined
  readonly participle: boolean
}

/** One shape for all words: every step reads them, and reading objects of several shapes is slow. */
const untagged = (
  start: number,
  end: number,
  text: string,
  lexeme: Lexeme,
  mention: Mention | undefined,
  place: Place | undefined,
  joined: boolean,
): Word => ({
  start,
  end,
  text,
  lower: lexeme.lower,
  lexeme,
  mention,
  place,
  joined,
  pos: undefined,
  verb: undefined,
  lemma: undefined,
  participle: false,
})

const WORD =
  /(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Capt|Sgt|Gov|Sen|Rep|Rev|Prof|Hon|St|Jr|Sr)\.|(?:\p{L}\.){2,}|\p{Lu}\.(?=\s\p{Lu}\p{Ll})|\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}%]+)?|[\p{L}\p{M}]+(?:['’](?!s\b|s$)[\p{L}]+)*|['’´`]s(?!\p{L})|\.{3}|[^\s]/uy

/**
 * Where the word at `at` ends, of a piece of text that goes on to `to`. Nine words of ten are letters of the English alphabet
 * up to a blank or a comma: those are told without the expression, which takes ten times as long.
 */
function wordEnd(text: string, units: Uint16Array, at: number, to: number): number {
  let end = at
  while (end < to && isLetter(units[end]!)) end++
  const next = units[end]!
  if (end > at && (end === to || (next < 0x80 && next !== APOSTROPHE && next !== STOP))) return end
  if (end === at && (next === COMMA || next === HYPHEN)) return at + 1
  // What stands before tells nothing, what stands behind is another piece: the expression sees only this word's.
  WORD.lastIndex = 0
  WORD.test(text.slice(at, to))
  return at + WORD.lastIndex
}

const [APOSTROPHE, COMMA, HYPHEN, STOP] = [0x27, 0x2c, 0x2d, 0x2e]
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
const isSpace = (code: number): boolean =>
  code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(String.fromCharCode(code))

/**
 * Cuts a sentence of an article into words. A hyphen parts, but for the `compounds` our lists hold: "cease-fire".
 * Mentions and places are given in text order; of nested ones the outer counts.
 */
export function toWords(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  places: readonly Place[],
  compounds: ReadonlySet<string>,
  lexemes: Lexemes,
): Word[] {
  const units = unitsOf(text)
  const words: Word[] = []
  let at = sentence.start
  const push = (start: number, end: number, mention?: Mention, place?: Place): void => {
    const lexeme = lexemes.at(units, start, end)
    const joined = words.length > 0 && words[words.length - 1]!.end === start
    words.push(untagged(start, end, lexeme.text, lexeme, mention, place, joined))
  }
  const plain = (to: number): void => {
    while (at < to) {
      if (isSpace(units[at]!)) at++
      else {
        const end = wordEnd(text, units, at, to)
        push(at, end)
        at = end
      }
    }
  }
  const name = ({ start, end }: Span, mention?: Mention, place?: Place): void => {
    if (start < at || end > sentence.end) return
    plain(start)
    push(start, end, mention, place)
    at = end
  }
  let p = 0
  const placesBefore = (mention: Mention | undefined): void => {
    for (; p < places.length && (!mention || inTextOrder(places[p]!, mention) < 0); p++)
      name(places[p]!, undefined, places[p])
  }
  for (const mention of mentions) {
    placesBefore(mention)
    name(mention, mention)
  }
  placesBefore(undefined)
  plain(sentence.end)
  return joined(words, sentence, compounds, lexemes)
}

function joined(
  words: readonly Word[],
  sentence: Sentence,
  compounds: ReadonlySet<string>,
  lexemes: Lexemes,
): Word[] {
  const out: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!
    const hyphen = words[i + 1]
    const last = words[i + 2]
    // "in the west of Iran" is a part of it.
    const { phrases } = w.lexeme
    const phrase =
      phrases === undefined || (i > 0 && words[i - 1]!.lower === 'the')
        ? undefined
        : phrases.find((p) => p.words.every((word, k) => words[i + k]?.lower === word))
    if (phrase) {
      const end = words[i + phrase.words.length - 1]!.end
      const text = sentence.text.slice(w.start - sentence.start, end - sentence.start)
      out.push(longer(w, end, text, lexemes.of(phrase.as)))
      i += phrase.words.length - 1
      continue
    }
    if (
      hyphen &&
      last &&
      !w.mention &&
      !last.mention &&
      hyphen.joined &&
      last.joined &&
      (hyphen.text === '-' || hyphen.text === '‑')
    ) {
      const lower = `${w.lower}-${last.lower}`
      if (compounds.has(lower) || (lower.endsWith('s') && compounds.has(lower.slice(0, -1)))) {
        const text = sentence.text.slice(w.start - sentence.start, last.end - sentence.start)
        out.push(longer(w, last.end, text, lexemes.of(`${w.text}-${last.text}`)))
        i += 2
        continue
      }
    }
    out.push(w)
  }
  return out
}

/** The word with those behind it that make one word with it. */
function longer({ start, mention, place, joined }: Word, end: number, text: string, lexeme: Lexeme): Word {
  return untagged(start, end, text, lexeme, mention, place, joined)
}
