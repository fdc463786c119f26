import { type Run, sliceOf, TITLE } from './name-cover.ts'
import { NAME } from './name-words.ts'
import { isAgainst, type OrganizationName } from './organization-names.ts'
import { startsSentence } from './surroundings.ts'

const NO_PHRASE =
  NAME.thing | TITLE | NAME.date | NAME.given | NAME.place | NAME.landform | NAME.tongue | NAME.particle

/** "Northern", "Communist", "Angevin": what says which France is meant, and makes no name with it. */
const ADJECTIVE = /(?:ist|ian|ean|an|ese|ish|ern|ic|al|ed|ing|ive|ous|ary|era)$/

/**
 * Whether a word of five small letters stands near the name, other than "after" and its like: in a headline, where every
 * word has a capital, capitals tell nothing.
 */
function inProse({ text, names }: Run, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - 60), start)} ${text.slice(end, end + 60)}`
  for (const [word] of around.matchAll(/(?<![\p{L}'’-])\p{Ll}{5,}/gu))
    if (!(names.of(word) & NAME.opener)) return true
  return false
}

const isCountry = ({ covers }: Run, at: number): boolean => {
  const mention = covers[at]?.mention
  return mention?.kind === 'country' && (mention.via === 'name' || mention.via === 'alias')
}

/**
 * An organization that no single word tells, but the whole phrase: one ending in its country ("Reclaim Australia", "We Are
 * Peru"), one beginning with it ("Italy of Values"), people who band together ("Veterans for Peace", "Americans for Tax
 * Reform").
 */
export function phraseNameAt(run: Run, from: number): OrganizationName | undefined {
  if (run.words.length - from < 2) return undefined
  return run.covers[from]!.mention && isCountry(run, from)
    ? countryFirst(run, from)
    : (bandAt(run, from) ?? countryLast(run, from))
}

/** A word of the language; "Peace Now" may be a name of its own. */
const isCommon = ({ words, covers }: Run, at: number): boolean =>
  words[at] !== undefined &&
  (words[at]!.bits & NAME.common) !== 0 &&
  (!covers[at]!.mention || covers[at]!.mention!.kind === 'organization')

function countryLast(run: Run, from: number): OrganizationName | undefined {
  const { words, covers, text } = run
  let at = from
  while (at < words.length && at - from < 4 && !covers[at]!.mention) {
    const { bits, lower, initial } = words[at]!
    if (lower || initial || covers[at]!.place || bits & NO_PHRASE) return undefined
    // "We Are …", but no "… In …".
    if (bits & NAME.opener && at > from && !(at === from + 1 && words[from]!.bits & NAME.opener))
      return undefined
    at++
  }
  if (at === from || !isCountry(run, at)) return undefined
  const { mention } = covers[at]!
  if (mention!.start !== words[at]!.start) return undefined
  const before = words[at - 1]!
  if (before.bits & (NAME.family | NAME.ending | NAME.qualifier)) return undefined
  if (ADJECTIVE.test(sliceOf(run, before)) || (before.caps && words[at]!.caps)) return undefined
  let last = at
  while (words[last + 1] && words[last + 1]!.start < mention!.end) last++
  if ((words[last + 1] && !words[last + 1]!.lower) || text[mention!.end] === '$') return undefined
  const { start } = words[from]!
  if (startsSentence(text, start) || !inProse(run, start, mention!.end)) return undefined
  return { first: from, last, head: at - 1 }
}

function countryFirst(run: Run, from: number): OrganizationName | undefined {
  const { words, covers, text } = run
  const { mention } = covers[from]!
  if (mention!.start !== words[from]!.start) return undefined
  let at = from
  while (words[at] && words[at]!.start < mention!.end) at++
  if (!words[at]?.lower || !/^(?:of|for)$/.test(sliceOf(run, words[at]!))) return undefined
  at++
  while (words[at]?.lower) at++
  if (!isCommon(run, at) && covers[at]?.mention?.via !== 'demonym') return undefined
  const last = causeFrom(run, at, mention!.entity)
  const { start } = words[from]!
  if (last < at || startsSentence(text, start) || !inProse(run, start, words[last]!.end)) return undefined
  return { first: from, last, head: last }
}

/** Where what a group is for ends: words of the language, the country or people `own`; before `from` for none. */
function causeFrom({ words, covers }: Run, from: number, own?: string): number {
  let at = from
  for (; at < words.length; at++) {
    const { bits, lower, initial } = words[at]!
    if (lower || initial) break
    const { mention, place } = covers[at]!
    if (mention && mention.kind === 'country' && (own === undefined || mention.entity === own)) continue
    if (mention?.kind === 'organization' && own === undefined) continue
    if (mention || place || bits & (TITLE | NAME.date | NAME.given | NAME.opener)) break
    if (bits !== 0 && !(bits & NAME.common)) break
  }
  // "Mothers Against Drunk …": what goes on is more than a cause.
  return words[at] && !words[at]!.lower ? from - 1 : at - 1
}

function bandAt(run: Run, from: number): OrganizationName | undefined {
  const { words, covers } = run
  let at = from
  while (words[at] && !words[at]!.lower && !isAgainst(run, at)) {
    const { mention, place } = covers[at]!
    if (place || (mention && mention.via !== 'demonym') || words[at]!.bits & (NO_PHRASE & ~NAME.thing))
      return undefined
    if (++at - from > 4) return undefined
  }
  if (at === from || !words[at]) return undefined
  const people = words[at - 1]!
  const folk = covers[at - 1]!.mention !== undefined && sliceOf(run, people).endsWith('s')
  if (!folk && !(people.bits & NAME.society)) return undefined
  const joint = words[at]!
  const kind = /^(?:of|for|[Aa]gainst)$/.exec(sliceOf(run, joint))?.[0]
  if (!kind || (kind !== 'for' && folk)) return undefined
  let next = at + 1
  while (words[next]?.lower) next++
  if (kind !== 'of' && !isCommon(run, next)) return undefined
  let last = causeFrom(run, next)
  // "Friends of Neve Shalom": after whom or where they call themselves.
  if (kind === 'of' && last < next) for (last = next; words[last + 1] && !words[last + 1]!.lower; ) last++
  if (last < next || !words[last]) return undefined
  const { start } = words[from]!
  if (kind === 'of' && (startsSentence(run.text, start) || !inProse(run, start, words[last]!.end)))
    return undefined
  return { first: from, last, head: at - 1 }
}
