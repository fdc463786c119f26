import type { Span } from '../core/document.ts'
import type { Mention } from '../core/mention.ts'
import { type Run, TITLE } from './name-cover.ts'
import type { RunWord } from './name-runs.ts'
import { NAME } from './name-words.ts'

/** What no name of an organization that is known by its neighbours alone may hold. */
const NO_SIBLING =
  TITLE | NAME.given | NAME.place | NAME.date | NAME.thing | NAME.landform | NAME.tongue | NAME.opener

const BEFORE = /(?:,? and |,? or |, | \/ )(?:the )?$/u
const BEHIND = /^(?: \([^()]{1,12}\))?(?:,? and |,? or |, | \/ )(?:the )?/u
const IN_BRACKETS = / \([^()]{1,12}\)$/u

/** Whether a comma or "and" stands at both ends, as in a list. */
function isInList(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  const behind = text.charCodeAt(end)
  if (before !== 0x20 || (behind !== 0x2c && behind !== 0x20)) return false
  return BEFORE.test(text.slice(Math.max(0, start - 10), start)) && BEHIND.test(text.slice(end, end + 24))
}

/**
 * Calls `visit` with each part of a run that may be an item of a list and in which nothing is known, listed or among `found`
 * from `known` on. A run may hold two items: "Meshkar and the Harvest Party".
 */
export function eachCandidate(
  { text, words, covers }: Run,
  found: readonly Mention[],
  known: number,
  visit: (words: readonly RunWord[]) => void,
): void {
  const isFree = (from: number, to: number): boolean => {
    if (to <= from || to - from > 6) return false
    let bits = 0
    for (let i = from; i < to; i++) {
      if (covers[i]!.mention || covers[i]!.place) return false
      bits |= words[i]!.bits
    }
    const { start } = words[from]!
    const { end } = words[to - 1]!
    // One word of the language is no name: "the Industry, Mining and Trade Ministry".
    if (bits & NO_SIBLING || (to - from === 1 && bits !== 0) || !isInList(text, start, end)) return false
    for (let i = known; i < found.length; i++)
      if (found[i]!.start < end && start < found[i]!.end) return false
    return true
  }
  let from = 0
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !(words[at]!.lower && text.startsWith('and ', words[at]!.start))) continue
    if (isFree(from, at)) visit(words.slice(from, at))
    from = at + 1
    while (words[from]?.lower) from++
  }
}

/**
 * Those of `runs` that stand in a list between organizations: "the Labour Party, **Ale Yarok** and the Green Movement". Two
 * or more of them may stand side by side.
 */
export function siblingsOf(
  text: string,
  runs: readonly (readonly Span[])[],
  found: readonly Mention[],
  listed: readonly Mention[],
): readonly Span[] {
  if (runs.length === 0) return []
  const starts = new Set<number>()
  const ends = new Set<number>()
  for (const mentions of [found, listed])
    for (const mention of mentions) {
      if (mention.kind !== 'organization') continue
      starts.add(mention.start)
      ends.add(mention.end)
    }
  const siblings: Span[] = []
  /** Behind an organization, and with none behind them so far. */
  let waiting: Span[] = []
  for (const words of runs) {
    const { start } = words[0]!
    const { end } = words.at(-1)!
    const before = text.slice(Math.max(0, start - 10), start)
    const left = start - BEFORE.exec(before)![0].length
    const bracket = IN_BRACKETS.exec(text.slice(Math.max(0, left - 15), left))
    const last = left - (bracket?.[0].length ?? 0)
    if (waiting.at(-1)?.end !== last) waiting = []
    if (waiting.length === 0 && !ends.has(last)) continue
    waiting.push({ start, end })
    if (!starts.has(end + BEHIND.exec(text.slice(end, end + 24))![0].length)) continue
    siblings.push(...waiting)
    waiting = []
  }
  return siblings
}
