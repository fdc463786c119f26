import type { Mention } from '../core/mention.ts'
import { isWordUnit } from '../gazetteer/fold.ts'
import type { Who } from '../gazetteer/match.ts'
import { mentionOf } from './mentions.ts'
import { NAME, type NameWords } from './name-words.ts'
import { slugOf, type Unlisted, WORLDWIDE } from './unlisted.ts'

/** An acronym in parentheses: capitals, two at least, and what may stand between them: "IRGC", "PFLP-GC", "MpS". */
const IN_PARENTHESES = /\((?:the |or |also )?["“'‘]?(\p{Lu}[\p{L}\p{N}&.-]{1,10})["”'’]?[),;]/uy
/** The longest stretch at the end of a word that may be a word of a long name. */
const LONG_NAME_WORD = /(?:\p{Lu}[\p{L}\p{N}'’.-]*|^(?:of|for|and|the|on|in|to|is|de|des|du|del|&))$/u
/** How far a long name may reach back. */
const LONGEST = 120

/**
 * Acronyms that an article introduces in parentheses behind an organization's name, or behind words whose initials they
 * are, hold from there on: "Islamic Revolutionary Guard Corps (IRGC)". Where the long name is listed, the acronym means
 * the listed one; where only the acronym is, the long name does, unless it names another country.
 */
export function bindAcronyms(
  text: string,
  names: NameWords,
  listed: readonly Mention[],
  unlisted: Unlisted,
): Unlisted & { readonly listed: readonly Mention[] } {
  const first = text.indexOf('(')
  if (first < 0) return { mentions: unlisted.mentions, overruled: unlisted.overruled, listed: [] }
  const found: Mention[] = [...unlisted.mentions]
  const added: Mention[] = []
  const overruled = new Set(unlisted.overruled)
  const at = <T extends Mention>(mentions: readonly T[], start: number, end: number): T | undefined =>
    mentions.find((m) => m.start < end && start < m.end)

  for (let open = first; open >= 0; open = text.indexOf('(', open + 1)) {
    IN_PARENTHESES.lastIndex = open
    const match = IN_PARENTHESES.exec(text)
    if (!match || !isAcronym(match[1]!)) continue
    const acronym = match[1]!
    const ambiguous = (names.of(acronym) & (NAME.abbreviation | NAME.date)) !== 0
    const start = text.indexOf(acronym, open)
    const end = open - 1
    if (text.charCodeAt(end) !== 0x20) continue
    const known = at(listed, start, start + acronym.length)
    if (known && known.kind !== 'organization') continue
    let long =
      found.find((m) => m.end === end && m.kind === 'organization') ??
      listed.find((m) => m.end === end && m.kind === 'organization' && !overruled.has(m))
    // "Socialist Party (PS)", but not "a Member of Parliament (MP)".
    if (ambiguous && !(long && hasInitials(long.text, acronym))) continue
    const spelled = spelledBy(text, end, acronym, names)
    if (spelled >= 0 && (!long || (long.via === 'unlisted' && spelled < long.start))) {
      const covering = at(listed, spelled, end)
      if (covering && covering.kind !== 'country' && covering.kind !== 'organization') continue
      // What spells the acronym is the name; parts of it that were taken for names are not.
      for (const m of [...found]) if (m.start >= spelled && m.end <= end) found.splice(found.indexOf(m), 1)
      for (const m of listed)
        if (m.kind === 'organization' && m.start >= spelled && m.end <= end) overruled.add(m)
      const name = text.slice(spelled, end)
      const code =
        listed.find((m) => m.kind === 'country' && m.start >= spelled && m.end <= end)?.code ?? null
      const id = `unlisted/${slugOf(name)}`
      long = mentionOf(text, { start: spelled, end }, { id, kind: 'organization', code }, 'unlisted')
      found.push(long)
    }
    if (!long) {
      // "a special purpose vehicle (SPV)", "the Dispute Mechanism (DRM)": what a thing is called for short.
      if (isThing(text, end, acronym, names))
        for (const m of found.filter((m) => m.text === acronym && m.via === 'unlisted'))
          found.splice(found.indexOf(m), 1)
      continue
    }
    if (known && long.via === 'unlisted') {
      // Who is of no country may bear several countries' names: the "Islamic State in Iraq and Syria (ISIS)".
      if (long.code === null || long.code === known.code || WORLDWIDE.test(known.code ?? '')) {
        const who: Who = { id: known.entity, kind: 'organization', code: known.code }
        found[found.indexOf(long)] = mentionOf(text, long, who, 'alias', long.antecedent)
        continue
      }
      overruled.add(known)
    } else if (known) continue
    const who: Who = { id: long.entity, kind: 'organization', code: long.code }
    const isUnlisted = long.via === 'unlisted'
    for (let i = start; i >= 0; i = text.indexOf(acronym, i + 1)) {
      const stop = i + acronym.length
      if (isWordUnit(text.charCodeAt(i - 1)) || (isWordUnit(text.charCodeAt(stop)) && text[stop] !== 's'))
        continue
      const other = at(listed, i, stop)
      if (other && other.entity !== known?.entity) continue
      if (other) overruled.add(other)
      const before = at(found, i, stop)
      if (before && (before.entity !== `unlisted/${slugOf(acronym)}` || before.start !== i)) continue
      if (before) found.splice(found.indexOf(before), 1)
      const via = isUnlisted ? 'unlisted' : 'alias'
      const mention = mentionOf(text, { start: i, end: stop }, who, via, long)
      if (isUnlisted) found.push(mention)
      else added.push(mention)
    }
  }
  return { mentions: found, overruled, listed: added }
}

/** Whether the capitals of a name are those of the acronym, in any order: many are of another language. */
function hasInitials(name: string, acronym: string): boolean {
  const initials = name.match(/(?<!\p{L})\p{Lu}/gu) ?? []
  return initials.sort().join('') === [...acronym].sort().join('')
}

function isAcronym(word: string): boolean {
  const capitals = word.match(/\p{Lu}/gu)!.length
  // "(R-ND)", "(D-CA)" tell party and state.
  return capitals >= 2 && capitals * 2 >= word.length && !/^\p{Lu}-/u.test(word) && !/\d/.test(word)
}

/** Whether the words before `end` are small ones that spell the acronym, or end in a word for things. */
function isThing(text: string, end: number, acronym: string, names: NameWords): boolean {
  const words = text
    .slice(Math.max(0, end - 80), end)
    .split(' ')
    .slice(-acronym.length)
  const last = words.at(-1)!
  if (names.of(last) & NAME.thing) return true
  const initials = words.map((w) => w.charAt(0)).join('')
  return /^\p{Ll}/u.test(last) && initials.toLowerCase() === acronym.toLowerCase()
}

/** Where the words start whose initials spell the acronym; small words may be passed over. -1 for none. */
function spelledBy(text: string, end: number, acronym: string, names: NameWords): number {
  const letters = [...acronym.toLowerCase()].filter((c) => /\p{L}/u.test(c))
  const first = Math.max(0, end - LONGEST)
  let letter = letters.length - 1
  for (let stop = end; stop > first; ) {
    const start = Math.max(first, text.lastIndexOf(' ', stop - 1) + 1)
    const written = text.slice(start, stop)
    // The last word has to give the last letter; where it is a plain one, that is seen at once.
    if (
      stop === end &&
      /^[A-Z][A-Za-z]*$/.test(written) &&
      written.charAt(0).toLowerCase() !== letters[letter]
    )
      return -1
    const word = LONG_NAME_WORD.exec(written)?.[0]
    if (word === undefined) return -1
    const isCapital = /^\p{Lu}/u.test(word)
    // "Co-operative", "Inter-Services": a part may give a letter of its own.
    const before = letter
    for (const part of word.split('-').toReversed())
      if (letter >= 0 && part.charAt(0).toLowerCase() === letters[letter]) letter--
    if (letter === before && isCapital) return -1
    if (stop === end && (!isCapital || letter < 0)) return -1
    if (letter < 0) {
      const last = text.slice(text.lastIndexOf(' ', end - 1) + 1, end)
      return isCapital && !(names.of(last) & NAME.thing) ? stop - word.length : -1
    }
    // Where something else stands before it in the word, the name begins there.
    if (word.length < written.length) return -1
    stop = start - 1
  }
  return -1
}
