import type { Span } from '../core/document.ts'
import type { Mention } from '../core/mention.ts'
import type { RunWord } from './name-runs.ts'
import { NAME, type NameWords } from './name-words.ts'

/** What is known of an article's names before unlisted ones are looked for. */
export interface Listed {
  /** Accepted mentions, in text order, outer before inner. */
  readonly mentions: readonly Mention[]
  /** Places inside a country, and what is no name of ours at all. */
  readonly places: readonly (Span & { readonly country?: string })[]
  /** Where titles and honorifics end: "Foreign Minister", "Gen.". */
  readonly titleEnds: ReadonlySet<number>
  /** Their ends by their starts. */
  readonly titleStarts: ReadonlyMap<number, number>
}

/** What a word of a run is covered by. */
export interface Cover {
  readonly mention?: Mention | undefined
  readonly place?: (Span & { readonly country?: string }) | undefined
}

/** A run of capitalized words with what is listed in it. */
export interface Run {
  readonly text: string
  readonly names: NameWords
  readonly listed: Listed
  readonly words: readonly RunWord[]
  readonly covers: readonly Cover[]
  /** All the bits of its words: most runs lack what makes an organization or a realm. */
  readonly bits: number
}

const FREE: Cover = {}
export const TITLE = NAME.title | NAME.titlePart

/** Gives each word of the text what covers it; the words are asked for in text order. */
export function createCovers({ mentions, places }: Listed): (word: RunWord) => Cover {
  let m = 0
  let p = 0
  return (word) => {
    while (m < mentions.length && mentions[m]!.end <= word.start) m++
    while (p < places.length && places[p]!.end <= word.start) p++
    let mention: Mention | undefined
    // Of nested mentions the inner tells: "Iranian" in "Iranian president".
    for (let i = m; i < mentions.length && mentions[i]!.start < word.end; i++)
      if (mentions[i]!.end > word.start && mentions[i]!.via !== 'title') mention = mentions[i]
    const place = p < places.length && places[p]!.start < word.end ? places[p] : undefined
    return mention || place ? { mention, place } : FREE
  }
}

export const sliceOf = ({ text }: Run, span: Span): string => text.slice(span.start, span.end)

/** Whether an office, rank or form of address stands right before. */
export function isTitled({ text, listed: { titleEnds } }: Run, word: RunWord): boolean {
  return (
    titleEnds.has(word.start - 1) ||
    (text.charCodeAt(word.start - 2) === 0x2e && titleEnds.has(word.start - 2))
  )
}

/** The code of the one country named between two words. */
export function countryIn({ covers }: Run, from: number, to: number): string | null {
  const codes = new Set<string>()
  for (let i = from; i <= to; i++) {
    const { mention, place } = covers[i]!
    if (mention?.kind === 'country' && mention.code) codes.add(mention.code)
    else if (place?.country) codes.add(place.country.slice('country/'.length))
  }
  const [code] = codes
  return codes.size === 1 && code ? code : null
}
