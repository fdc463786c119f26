import type { TextSpan } from '../core/document.ts'
import { CAPS, type CompiledGazetteer, FLAG, SENSES, type SenseVia } from './compile.ts'
import { DROPPED, foldUnit, isUpperUnit, isWordUnit, SPACE } from './fold.ts'
import { SUFFIXES } from './forms.ts'
import { ROOT } from './trie.ts'

/** One thing a name may stand for. `what` indexes the entities, for `title` the offices. */
export interface Sense {
  readonly what: number
  readonly via: SenseVia
  readonly weak: boolean
}

/** A name in a text, with everything it may stand for. */
export interface Match extends TextSpan {
  readonly senses: readonly Sense[]
  /** The longest strong name that starts at the same place, where the match itself is weak and longer. */
  readonly fallback?: Match
}

const isSpaceUnit = (unit: number): boolean => foldUnit(unit) === SPACE

/**
 * Finds every gazetteer name in one pass. Leftmost, then longest; where the longest is weak only, the longest strong
 * name at the same place is kept as its fallback. Names begin and end at word boundaries; a plural s or a case ending
 * of the article's language may follow and is not part of the match.
 */
export function createMatcher(compiled: CompiledGazetteer): (text: string, language: string) => Match[] {
  const { trie, patterns, senses, lexicon } = compiled
  const { letters, base, check, value } = trie

  const sensesAt = (
    text: string,
    start: number,
    end: number,
    pattern: number,
    language: number,
    plural: boolean,
  ): Sense[] => {
    const found: Sense[] = []
    for (let s = patterns[pattern]!; s < patterns[pattern + 1]!; s++) {
      const flags = senses[s * 3 + 2]!
      if (plural && !(flags & FLAG.plural)) continue
      const only = flags >> FLAG.languageShift
      if (only !== 0 && only !== language) continue
      const caps = (flags >> FLAG.capsShift) & 3
      if (caps !== CAPS.any && !capitalized(text, start, end, caps === CAPS.all)) continue
      found.push({ what: senses[s * 3]!, via: SENSES[senses[s * 3 + 1]!]!, weak: (flags & FLAG.weak) !== 0 })
    }
    return found
  }

  return (text, language) => {
    const matches: Match[] = []
    const languageIndex = lexicon.languages.indexOf(language)
    const suffixes = SUFFIXES[language]
    const n = text.length
    let i = 0
    while (i < n) {
      if (!isWordUnit(text.charCodeAt(i))) {
        i++
        continue
      }
      // At a word start: walk as far as the names reach, noting where one may end.
      let state = ROOT
      let best: Match | undefined
      let strong: Match | undefined
      let j = i
      let breaks = 0
      while (j < n) {
        const unit = text.charCodeAt(j)
        const folded = foldUnit(unit)
        if (folded === DROPPED) {
          j++
          continue
        }
        if (folded === SPACE && j > i && isSpaceUnit(text.charCodeAt(j - 1))) {
          // A run of white space is one space, but a name never crosses a blank line.
          if (unit === 0x0a && ++breaks > 1) break
          j++
          continue
        }
        if (folded === SPACE) breaks = unit === 0x0a ? 1 : 0
        const letter = letters[folded]!
        if (letter === 0) break
        const next = base[state]! + letter
        if (check[next] !== state) break
        state = next
        j++
        const pattern = value[state]!
        if (pattern < 0) continue
        // "Franco-German": a name written with a hyphen at its end joins what follows, and stops before the hyphen.
        const joining = folded === 0x2d && isWordUnit(text.charCodeAt(j))
        const ending = joining ? WHOLE : endOfName(text, j, suffixes)
        if (ending === NO_END) continue
        const found = sensesAt(text, i, j, pattern, languageIndex, ending === PLURAL)
        if (found.length === 0) continue
        const end = folded === 0x2d ? j - 1 : j
        best = { start: i, end, text: text.slice(i, end), senses: found }
        if (found.some((s) => !s.weak)) strong = best
      }
      if (best) {
        matches.push(strong && strong !== best ? { ...best, fallback: strong } : best)
        i = best.end
      }
      // On to the next word.
      while (i < n && isWordUnit(text.charCodeAt(i))) i++
    }
    return matches
  }
}

const NO_END = 0
const WHOLE = 1
const PLURAL = 2

/** Whether a name may end before `at`: at a boundary, before a plural s, or before a case ending of the language. */
function endOfName(text: string, at: number, suffixes: RegExp | undefined): number {
  if (at >= text.length) return WHOLE
  let unit = text.charCodeAt(at)
  if (foldUnit(unit) === DROPPED) {
    while (at < text.length && foldUnit(text.charCodeAt(at)) === DROPPED) at++
    unit = text.charCodeAt(at)
  }
  if (at >= text.length || !isWordUnit(unit)) return WHOLE
  if (unit === 0x73 && (at + 1 >= text.length || !isWordUnit(text.charCodeAt(at + 1)))) return PLURAL
  if (suffixes) {
    let end = at
    let rest = ''
    while (end < text.length && end - at < 16 && isWordUnit(text.charCodeAt(end)))
      rest += String.fromCharCode(foldUnit(text.charCodeAt(end++)))
    if (end - at < 16 && suffixes.test(rest)) return WHOLE
  }
  return NO_END
}

function capitalized(text: string, start: number, end: number, all: boolean): boolean {
  if (!all) return isUpperUnit(text.charCodeAt(start)) || !hasCase(text.charCodeAt(start))
  for (let i = start; i < end; i++)
    if (isWordUnit(text.charCodeAt(i)) && hasCase(text.charCodeAt(i)) && !isUpperUnit(text.charCodeAt(i)))
      return false
  return true
}

/** Whether a letter has a case at all: digits and Arabic letters have none. */
function hasCase(unit: number): boolean {
  if (isUpperUnit(unit)) return true
  const char = String.fromCharCode(unit)
  return char.toUpperCase() !== char
}
