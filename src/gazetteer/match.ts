import type { TextSpan } from '../core/document.ts'
import type { Entity } from '../core/entity.ts'
import { type CompiledGazetteer, FLAG, SENSES, type SenseVia } from './compile.ts'
import { DROPPED, endOfLetters, foldUnit, isLowerUnit, isWordUnit, SPACE, startOfLetters } from './fold.ts'
import { SUFFIXES } from './forms.ts'
import * as trieStates from './trie.ts'
import { headLetter, headOf } from './trie.ts'
import { unitsOf } from './units.ts'

/** What a mention says of its entity. Entities have many shapes; these have one, and every match is asked for them. */
export type Who = Pick<Entity, 'id' | 'kind' | 'code'>

/** One thing a name may stand for. `what` indexes the entities, for `title` the offices. */
export interface Sense {
  readonly what: number
  readonly via: SenseVia
  readonly weak: boolean
  /** The entity; undefined for what stands for none: a title, an honorific, no name of ours. */
  readonly who: Who | undefined
}

/** What a name may stand for, as it is written in a language. One object for all its places in all texts. */
export interface Reading {
  readonly senses: readonly Sense[]
  /** The strong sense of the best rank, the first of equals; undefined where nothing stands for an entity by itself. */
  readonly strongest: (Sense & { readonly who: Who }) | undefined
  /** Bits of VIA: how the name stands for what it names. */
  readonly vias: number
}

/** A name in a text, with everything it may stand for. */
export interface Match extends TextSpan, Reading {
  /** The longest strong name that starts at the same place, where the match itself is weak and longer. */
  readonly fallback: Match | undefined
}

/** A bit for each way to stand for something. */
export const VIA = Object.fromEntries(SENSES.map((via, i) => [via, 1 << i])) as Readonly<
  Record<SenseVia, number>
>

/** Names before what stands for an entity in some contexts only; what is missing never does by itself. */
const RANK: Readonly<Partial<Record<SenseVia, number>>> = {
  name: 0,
  alias: 1,
  metonym: 2,
  demonym: 3,
  capital: 4,
  place: 5,
}

/** What stands for no entity. */
const NOBODY: ReadonlySet<SenseVia> = new Set(['title', 'honorific', 'nothing'])

// An imported constant is read anew whenever it is used; one of this module is part of the machine code.
const { CHECK, ENDS, LINK, ROOT, SMALL } = trieStates

const HYPHEN = 0x2d
/** What `letterOf` holds for a character that vanishes; no alphabet is as long. */
const VANISHES = 0xffff
/** More names than begin with one another. */
const MOST_ENDS = 64

/** How a match is written: its first letter small, or a capital, or all its letters capitals. Each allows what the ones before allow. */
const WRITTEN = { small: 0, initial: 1, all: 2 } as const

/**
 * Finds every gazetteer name in one pass. Leftmost, then longest; where the longest is weak only, the longest strong
 * name at the same place is kept as its fallback. Names begin and end at word boundaries; a plural s or a case ending
 * of the article's language may follow and is not part of the match.
 */
export function createMatcher(compiled: CompiledGazetteer): (text: string, language: string) => Match[] {
  const { trie, lexicon } = compiled
  const { letters, states, values, tails, heads } = trie
  const sensesOf = createSenses(compiled)
  // From the text's characters to the trie's letters in one look; 0 is in no name.
  const letterOf = new Uint16Array(0x10000)
  const headLetterOf = new Uint8Array(0x10000)
  for (let unit = 0; unit < letterOf.length; unit++) {
    const folded = foldUnit(unit)
    letterOf[unit] = folded === DROPPED ? VANISHES : letters[folded]!
    headLetterOf[unit] = headLetter(folded)
  }
  const space = letters[SPACE]!
  const hyphen = letters[HYPHEN]!
  /** Where names may end that begin at one place, shortest first: end, pattern, and what follows. */
  const ends = new Int32Array(3 * MOST_ENDS)

  return (text, language) => {
    const matches: Match[] = []
    const languageIndex = lexicon.languages.indexOf(language)
    const suffixes = SUFFIXES[language]
    const units = unitsOf(text)
    const n = text.length
    // From one word start to the next.
    for (let i = startOfLetters(units, 0, n); i < n; i = startOfLetters(units, endOfLetters(units, i), n)) {
      const first = units[i]!
      // Of what begins in lower case, three letters tell mostly that it is no name.
      const small = isLowerUnit(first)
      if (small) {
        const head = headOf(headLetterOf[first]!, headLetterOf[units[i + 1]!]!, headLetterOf[units[i + 2]!]!)
        if ((heads[head >> 5]! & (1 << (head & 31))) === 0) continue
      }
      // Walk as far as the names reach, noting where one may end.
      const anyCase = small ? 0 : SMALL
      let state = ROOT
      let tail = -1
      let breaks = 0
      let count = 0
      for (let j = i; j < n; ) {
        const unit = units[j]!
        const letter = letterOf[unit]!
        if (letter === 0) break
        if (letter === VANISHES) {
          j++
          continue
        }
        if (letter === space) {
          if (letterOf[units[j - 1]!] === space) {
            // A run of white space is one space, but a name never crosses a blank line.
            if (unit === 0x0a && ++breaks > 1) break
            j++
            continue
          }
          breaks = unit === 0x0a ? 1 : 0
        }
        let pattern = -1
        if (tail >= 0) {
          if (tails[tail] !== letter) break
          tail++
          if (tails[tail] === 0) pattern = values[state]!
        } else {
          const next = states[2 * state + LINK]! + letter
          const check = states[2 * next + CHECK]!
          if ((check | anyCase | ENDS) !== 4 * state + ENDS + SMALL) break
          state = next
          if (check & ENDS) pattern = values[state]!
          const link = states[2 * state + LINK]!
          if (link < 0) tail = ~link
        }
        j++
        if (pattern < 0) continue
        // "Franco-German": a name written with a hyphen at its end joins what follows, and stops before the hyphen.
        const hyphened = letter === hyphen
        const ending = hyphened && isWordUnit(units[j]!) ? WHOLE : endOfName(units, j, suffixes)
        if (ending === NO_END || count === MOST_ENDS) continue
        ends[3 * count] = hyphened ? j - 1 : j
        ends[3 * count + 1] = pattern
        ends[3 * count + 2] = ending
        count++
      }
      let best: Draft | undefined
      let fallback: Match | undefined
      for (let k = 3 * count - 3; k >= 0; k -= 3) {
        const end = ends[k]!
        const found = sensesOf(ends[k + 1]!, languageIndex, ends[k + 2] === PLURAL, writtenAs(units, i, end))
        if (found.senses.length === 0 || (best && !found.strong)) continue
        const { senses, strongest, vias } = found
        const name = text.slice(i, end)
        // The longest comes first, and is done with if it is strong.
        if (!best) best = { start: i, end, text: name, senses, strongest, vias, fallback: undefined }
        else fallback = { start: i, end, text: name, senses, strongest, vias, fallback: undefined }
        if (found.strong) break
      }
      if (best) {
        if (fallback) best.fallback = fallback
        matches.push(best)
        i = best.end
      }
    }
    return matches
  }
}

/** A match whose fallback is still looked for. */
type Draft = { -readonly [K in keyof Match]: Match[K] }

/**
 * A class, because a literal will not do: there are so many other objects with four properties that V8 stops sharing hidden
 * classes among them, and the first senses met, which are the most frequent ones, would have one each.
 */
class KnownSense implements Sense {
  readonly what: number
  readonly via: SenseVia
  readonly weak: boolean
  readonly who: Who | undefined

  constructor(what: number, via: SenseVia, weak: boolean, who: Who | undefined) {
    this.what = what
    this.via = via
    this.weak = weak
    this.who = who
  }
}

interface KnownReading extends Reading {
  /** Whether a sense is not weak. */
  readonly strong: boolean
  readonly language: number
  readonly plural: boolean
  readonly written: number
  /** The same pattern read in another language, or written otherwise. */
  readonly next: KnownReading | undefined
}

/**
 * What a pattern stands for in a language, as it is written. Worked out once for each of these: the names of a news archive
 * are the same few over and over.
 */
function createSenses({
  patterns,
  senses,
  entityAt,
}: CompiledGazetteer): (pattern: number, language: number, plural: boolean, written: number) => KnownReading {
  const known = new Array<KnownReading | undefined>(patterns.length).fill(undefined)
  const whoIs = (what: number): Who => {
    const { id, kind, code } = entityAt(what)
    return { id, kind, code }
  }
  const read = (
    pattern: number,
    language: number,
    plural: boolean,
    written: number,
    next: KnownReading | undefined,
  ): KnownReading => {
    const found: Sense[] = []
    for (let s = patterns[pattern]!; s < patterns[pattern + 1]!; s++) {
      const flags = senses[s * 3 + 2]!
      if (plural && !(flags & FLAG.plural)) continue
      const only = flags >> FLAG.languageShift
      if (only !== 0 && only !== language) continue
      if (((flags >> FLAG.capsShift) & 3) > written) continue
      const what = senses[s * 3]!
      const via = SENSES[senses[s * 3 + 1]!]!
      found.push(
        new KnownSense(what, via, (flags & FLAG.weak) !== 0, NOBODY.has(via) ? undefined : whoIs(what)),
      )
    }
    let strongest: Reading['strongest']
    for (const sense of found) {
      const rank = RANK[sense.via]
      if (!sense.weak && rank !== undefined && (!strongest || rank < RANK[strongest.via]!))
        strongest = sense as Reading['strongest']
    }
    return {
      senses: found,
      strongest,
      vias: found.reduce((bits, s) => bits | VIA[s.via], 0),
      strong: found.some((s) => !s.weak),
      language,
      plural,
      written,
      next,
    }
  }
  return (pattern, language, plural, written) => {
    const first = known[pattern]
    for (let at = first; at; at = at.next)
      if (at.written === written && at.plural === plural && at.language === language) return at
    const found = read(pattern, language, plural, written, first)
    known[pattern] = found
    return found
  }
}

const NO_END = 0
const WHOLE = 1
const PLURAL = 2

/** Whether a name may end before `at`: at a boundary, before a plural s, or before a case ending of the language. */
function endOfName(units: Uint16Array, from: number, suffixes: RegExp | undefined): number {
  let at = from
  // Zeros end the text, and would be dropped without an end.
  while (units[at] !== 0 && foldUnit(units[at]!) === DROPPED) at++
  if (!isWordUnit(units[at]!)) return WHOLE
  if (units[at] === 0x73 && !isWordUnit(units[at + 1]!)) return PLURAL
  if (suffixes) {
    let end = at
    let rest = ''
    while (end - at < 16 && isWordUnit(units[end]!)) rest += String.fromCharCode(foldUnit(units[end++]!))
    if (end - at < 16 && suffixes.test(rest)) return WHOLE
  }
  return NO_END
}

function writtenAs(units: Uint16Array, start: number, end: number): number {
  if (isLowerUnit(units[start]!)) return WRITTEN.small
  for (let i = start + 1; i < end; i++)
    if (isWordUnit(units[i]!) && isLowerUnit(units[i]!)) return WRITTEN.initial
  return WRITTEN.all
}
