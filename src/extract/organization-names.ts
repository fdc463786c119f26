import { countryIn, isTitled, type Run, sliceOf, TITLE } from './name-cover.ts'
import type { RunWord } from './name-runs.ts'
import { NAME } from './name-words.ts'
import { startsSentence } from './surroundings.ts'

/** An organization's name in a run: its first and last word, and the word that makes it one. */
export interface OrganizationName {
  readonly first: number
  readonly last: number
  readonly head: number
}

const isAnd = (word: string): boolean => /^(?:and|&|et|und|y|e|en)$/.test(word)

/** A word of the language and nothing else, or one that looks like an adjective: "Social", "Benevolent". */
function isPlain(run: Run, at: number): boolean {
  const word = run.words[at]!
  if (run.covers[at]!.mention || word.bits & (NAME.opener | TITLE | NAME.given | NAME.date | NAME.place))
    return false
  return (word.bits & NAME.common) !== 0 || /(?:ent|ive|al|ic|ed|an|ant)$/.test(sliceOf(run, word))
}

function hasHeadBehind({ words }: Run, from: number): boolean {
  for (let i = from; i < words.length && !words[i]!.lower; i++) {
    if (words[i]!.bits & (NAME.head | NAME.members)) return true
    if (words[i]!.bits & NAME.title) return false
  }
  return false
}

/** "Social Democratic **and** Labour Party", "Peace **and** Freedom Party": one name, told by its head. */
function joinsToHead(run: Run, from: number, and: number): boolean {
  const next = run.words[and + 1]
  // "Iran Touring and Tourism Organization": a country may open the name, if a word of the name follows.
  const country = run.covers[from]!.mention
  let first = from
  while (country?.kind === 'country' && first < and && run.words[first]!.end <= country.end) first++
  if (!next || next.lower || and === first || sliceOf(run, run.words[and]!) !== 'and') return false
  for (let i = first; i < and; i++) if (!run.words[i]!.lower && !isPlain(run, i)) return false
  return !run.covers[and + 1]!.mention && hasHeadBehind(run, and + 1)
}

/** What makes a name an organization's. */
export const HEADS = NAME.head | NAME.prefix | NAME.tail | NAME.members

/** The word that makes an organization of the words from `from` on: the last such before a title, a date or "of"; -1 for none. */
function findHead(run: Run, from: number): number {
  const { words } = run
  let head = -1
  for (let at = from; at < words.length; at++) {
    const { bits, lower } = words[at]!
    const next = words[at + 1]
    if (lower) {
      if ((head < 0 || (head === from && !(words[head]!.bits & NAME.head))) && joinsToHead(run, from, at))
        continue
      break
    }
    const isHead = (bits & NAME.head) !== 0
    // "General Assembly", "Prime Minister Office": a title stands inside only where a head follows it directly.
    if (at > from && bits & (TITLE | NAME.date) && !isHead && !(next && !next.lower && next.bits & NAME.head))
      break
    if (isHead || (at === from && bits & NAME.prefix)) head = at
    else if (words[from]!.bits & NAME.prefix && head === at - 1 && !(bits & NAME.opener)) head = at
    else if (
      bits & (NAME.tail | NAME.members) &&
      (!next || next.lower || next.bits & (TITLE | NAME.opener | NAME.date))
    )
      head = at
  }
  return head
}

/** "Mothers **Against** Drunk Driving" has a capital where "for" has none. */
export const isAgainst = ({ text, words }: Run, at: number): boolean =>
  words[at]!.end - words[at]!.start === 7 && text.startsWith('Against', words[at]!.start)

/** "New York": a new place, not a new phrase. */
const isNew = (run: Run, at: number): boolean =>
  run.words[at + 1]?.lower === false && sliceOf(run, run.words[at]!) === 'New'

/** Where a name goes on behind its head: "of Canada", "for Nuclear Disarmament", "of Industry and Trade". */
function extend(run: Run, head: number): number {
  const { words, covers } = run
  let last = head
  // "Communist Party USA": a country that ends the run belongs to it.
  const country = covers[head + 1]?.mention
  if (country?.kind === 'country' && country.via !== 'demonym' && country.end === words.at(-1)!.end)
    return words.length - 1
  while (words[last + 1]) {
    let next = last + 1
    // "National Committee Against Discrimination": as "against", in spite of its capital.
    if (isAgainst(run, next)) next++
    else while (next < words.length && words[next]!.lower) next++
    if (next === last + 1 || next >= words.length) break
    const joint = words.slice(last + 1, next)
    if (!joint.every((w) => w.bits & NAME.connector)) break
    const joined = joint.map((w) => sliceOf(run, w))
    const opening = words[next]!
    let stop = next
    while (
      stop < words.length &&
      !words[stop]!.lower &&
      (covers[stop]!.mention?.kind === 'country' ||
        isNew(run, stop) ||
        (!(words[stop]!.bits & (NAME.date | NAME.opener)) && !(stop > next && words[stop]!.bits & TITLE)))
    )
      stop++
    if (stop === next || joined[0] === 'the') break
    const { mention } = covers[next]!
    if (mention && mention.kind !== 'country' && mention.kind !== 'organization') break
    const headed = words.slice(next, stop).some((w) => w.bits & NAME.head)
    if (isAnd(joined[0]!)) {
      // Two names: "the Conservative Party and Labour". One: "Ministry of Industry and Trade".
      const plain = opening.bits & (NAME.common | NAME.members | NAME.society)
      const foreign = joined[0] !== 'and' && joined[0] !== '&' && words[head]!.bits & NAME.prefix
      const goesOn = last > head && !headed && !mention && (plain || foreign)
      // "of England and Wales": one country by two names.
      const same =
        mention?.kind === 'country' &&
        mention.via !== 'demonym' &&
        covers[last]!.mention?.entity === mention.entity
      if (same) {
        last = stop - 1
        continue
      }
      if (!goesOn || opening.bits & (NAME.given | NAME.title | NAME.family)) break
    } else if (joined[0] === 'on' && mention) break
    else if (joined[0] === 'for' && isTitled(run, opening)) break
    else if (/^[Aa]gainst$/.test(joined[0]!) && !(opening.bits & NAME.common)) break
    else if (headed && joined.includes('the')) break
    last = stop - 1
  }
  return last
}

/**
 * "Concerned Women for America", "Democratic Choice of Russia": two or more words of the language, "of" or "for", and a
 * country. Things and offices are named like that as well ("Gulf of Oman"), so none of the words may be one.
 */
function findFriends(run: Run, from: number): OrganizationName | undefined {
  const { words, covers } = run
  if (words.length - from < 4) return undefined
  let at = from
  while (at < words.length && !words[at]!.lower) {
    const { bits, caps } = words[at]!
    if (caps || covers[at]!.place || (covers[at]!.mention && covers[at]!.mention!.via !== 'demonym'))
      return undefined
    if (bits & (NAME.thing | NAME.realm | TITLE | NAME.opener | NAME.date | NAME.given | NAME.place))
      return undefined
    at++
  }
  if (at - from < 2 || !words[at] || startsSentence(run.text, words[from]!.start)) return undefined
  const known = words.slice(from, at).filter((w, k) => w.bits & NAME.common || covers[from + k]!.mention)
  if (known.length === 0 || words.slice(from, at).some((w) => w.bits !== 0 && !known.includes(w)))
    return undefined
  if (!/^(?:of|for)$/.test(sliceOf(run, words[at]!))) return undefined
  let country = at + 1
  while (
    words[country]?.lower ||
    (words[country] && words[country]!.bits & NAME.common && !covers[country]!.mention)
  )
    country++
  const mention = covers[country]?.mention
  if (mention?.kind !== 'country' || mention.via === 'demonym') return undefined
  let last = country
  while (words[last + 1] && words[last + 1]!.start < mention.end) last++
  return { first: from, last, head: at - 1 }
}

/** The organization whose name starts at `from`. */
export function organizationAt(run: Run, from: number): OrganizationName | undefined {
  const { words, covers, listed } = run
  const head = run.bits & HEADS ? findHead(run, from) : -1
  if (head < 0) return findFriends(run, from)
  const opening = words[from]!
  // A title opens no organization, unless its head stands right behind ("General Staff") or it honours somebody ("King Saud University").
  if (opening.bits & TITLE && head > from) {
    const plain = (opening.bits & NAME.common) !== 0
    const memorial = (words[head]!.bits & NAME.memorial) !== 0 && head - from >= 2
    const direct = plain && (words[from + 1]!.bits & NAME.head) !== 0
    if (!direct && !memorial && (listed.titleStarts.has(opening.start) || isTitled(run, opening) || !plain))
      return undefined
  }
  // A thing behind the head is what the name names: "University Street".
  const behind = words[head + 1]
  if (behind && !behind.lower && behind.bits & NAME.thing && head === from) return undefined
  for (let i = from; i <= head; i++) {
    const { mention } = covers[i]!
    if (mention?.kind === 'weapon' && mention.end < words[head]!.start) return undefined
    if (mention?.kind === 'leader' && (i === head || !(words[head]!.bits & NAME.memorial))) return undefined
  }
  const last = extend(run, head)
  if (last > from) return { first: from, last, head }
  return opening.bits & NAME.standing && !covers[from]!.mention && standsAlone(run, opening)
    ? { first: from, last, head }
    : undefined
}

/** "Parliament" as a name of its own, inside a sentence; not in "Act of Parliament". */
function standsAlone({ text }: Run, word: RunWord): boolean {
  return (
    !startsSentence(text, word.start) && !/\bof $/u.test(text.slice(Math.max(0, word.start - 4), word.start))
  )
}

/** "Duchy of Saxony", "Crown Colony of Natal", "First Hellenic Republic": a state no longer there; the country is what it names. */
export function realmAt(run: Run, from: number): { last: number; code: string | null } | undefined {
  const { words, covers } = run
  const opening = words[from]!
  if (covers[from]!.mention && covers[from]!.mention!.end > opening.end) return undefined
  const kind = covers[from]!.mention ? from : pastQualifiers(run, from)
  if (
    words[kind] &&
    words[kind]!.bits & NAME.realm &&
    words[kind + 1]?.lower &&
    sliceOf(run, words[kind + 1]!) === 'of'
  ) {
    let last = kind + 2
    if (words[last]?.lower && sliceOf(run, words[last]!) === 'the') last++
    if (!words[last] || words[last]!.lower || words[last]!.bits & (NAME.common | NAME.opener))
      return undefined
    const mention = covers[last]!.mention
    // "Principality of Abkhazia"
    if (mention && mention.kind !== 'country' && !(mention.kind === 'organization' && mention.via === 'name'))
      return undefined
    const until = mention?.end ?? -1
    while (
      words[last + 1] &&
      !words[last + 1]!.lower &&
      (words[last + 1]!.start < until || !(words[last + 1]!.bits & (NAME.opener | NAME.head | TITLE)))
    )
      last++
    return { last, code: countryIn(run, from, last) ?? mention?.code ?? null }
  }
  // "First Hellenic Republic", "French Fourth Republic", "German Empire"
  let at = from
  const ordinal = (i: number): boolean =>
    /^(?:First|Second|Third|Fourth|Fifth)$/.test(words[i] ? sliceOf(run, words[i]!) : '')
  if (ordinal(at)) at++
  const mention = covers[at]?.mention
  if (mention?.kind !== 'country') return undefined
  while (words[at] && words[at]!.start < mention.end) at++
  if (ordinal(at)) at++
  at = pastQualifiers(run, at)
  const realm = words[at - 1]!.end <= mention.end && words[at - 1]!.bits & NAME.realm ? at - 1 : at
  if (!words[realm] || words[realm]!.lower || !(words[realm]!.bits & NAME.realm)) return undefined
  if (realm === at - 1 && words[from]!.start === mention.start) return undefined
  return { last: realm, code: mention.code }
}

/** Behind what says which state or when: "**Grand** Duchy", "**People's** Republic". */
function pastQualifiers({ words, covers }: Run, from: number): number {
  let at = from
  while (words[at] && !covers[at]!.mention && words[at]!.bits & NAME.qualifier && at - from < 3) at++
  return at
}
