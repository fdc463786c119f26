import type { Span } from '../core/document.ts'
import { isUpperUnit, isWordUnit } from '../gazetteer/fold.ts'
import { NAME, type NameWords } from './name-words.ts'

/** What the words around a name tell: whether it is a place, a dateline, part of a person's or a thing's name. */

const LOCATIVE =
  /(?:^|[\s("“])(?:in|at|near|outside|inside|around|across|throughout|through|via|above|over|leaving|visiting|arrived? in|based|capital,?|capital of|city of|airport of|port of|people of|residents of|province of|region of|mayor of|streets of|outskirts of|suburbs? of|centre of|center of|embassy in|north of|south of|east of|west of|downtown|central|northern|southern|eastern|western|greater|occupied|old|f[ae]ll on|fallen on|rained on) $/iu

/** The word right before, where only a space stands between. */
function wordBefore(text: string, at: number): Span | undefined {
  if (text.charCodeAt(at - 1) !== 0x20) return undefined
  let end = at - 1
  if (text.charCodeAt(end - 1) === 0x2e) end--
  let start = end
  while (
    start > 0 &&
    (isWordUnit(text.charCodeAt(start - 1)) || (text.charCodeAt(start - 1) === 0x2d && start < end))
  )
    start--
  return start < end ? { start, end } : undefined
}

/** The capitalized word right behind, where only a space stands between. */
function nameBehind(text: string, at: number): Span | undefined {
  if (text.charCodeAt(at) !== 0x20 || !isUpperUnit(text.charCodeAt(at + 1))) return undefined
  let end = at + 1
  while (
    end < text.length &&
    (isWordUnit(text.charCodeAt(end)) || (isWordUnit(text.charCodeAt(end + 1)) && /['’-]/.test(text[end]!)))
  )
    end++
  return { start: at + 1, end }
}

/** "in Tehran", "the capital Tehran", "Tehran, Iran", "Tehran Airport": the town, not the government. */
export function isLocative(text: string, span: Span, words: NameWords, language: string): boolean {
  if (language === 'az' || language === 'tr')
    return /^['’]?[dt][aeə](?:n|ki\p{L}*)?(?!\p{L})/u.test(text.slice(span.end, span.end + 12))
  if (language === 'ru' || language === 'uk')
    return /(?:^|[^\p{L}])(?:во?|из|под|около|у|до|через|над)\s$/iu.test(
      text.slice(Math.max(0, span.start - 8), span.start),
    )
  if (language === 'fa') return /(?:^|\s)در\s$/u.test(text.slice(Math.max(0, span.start - 5), span.start))
  if (LOCATIVE.test(text.slice(Math.max(0, span.start - 24), span.start))) return true
  if (
    /^(?:-(?:based|born|area)\b|,? D\.? ?C\b| (?:state|district|airport|suburb|metro|time|province|city|university|summit)\b)/u.test(
      text.slice(span.end, span.end + 16),
    )
  )
    return true
  if (comesFrom(text, span, words) || isRoute(text, span, words)) return true
  const behind = nameBehind(text, span.end)
  return (
    behind !== undefined &&
    (words.at(text, behind.start, behind.end) & (NAME.thing | NAME.memorial | NAME.tail)) !== 0
  )
}

/** "A student from Baku", "they fled from Aleppo"; not "pressure from Baku". */
function comesFrom(text: string, span: Span, words: NameWords): boolean {
  const before =
    text.slice(Math.max(0, span.start - 5), span.start) === 'from ' && wordBefore(text, span.start - 5)
  return before ? (words.at(text, before.start, before.end) & NAME.comer) !== 0 : false
}

const ONWARD = /^[-–—]\p{Lu}[\p{L}’'-]* (\p{Ll}+)/u
const INWARD = /\p{L}[-–—]$/u

/** "The Moscow-Kazan train": two towns and what goes between them. */
function isRoute(text: string, span: Span, words: NameWords): boolean {
  const next = text.charCodeAt(span.end)
  let noun: string | undefined
  if (next === 0x2d || next === 0x2013 || next === 0x2014)
    noun = ONWARD.exec(text.slice(span.end, span.end + 40))?.[1]
  else if (INWARD.test(text.slice(Math.max(0, span.start - 2), span.start)))
    noun = /^ (\p{Ll}+)/u.exec(text.slice(span.end, span.end + 20))?.[1]
  return noun !== undefined && (words.of(noun) & NAME.route) !== 0
}

/** "The Kremlin wall", "the White House lawn": the building, not its masters. */
export function isBuilding(text: string, span: Span, words: NameWords): boolean {
  const noun = /^(?:['’]s)? (\p{Ll}+)/u.exec(text.slice(span.end, span.end + 20))?.[1]
  return noun !== undefined && (words.of(noun) & NAME.building) !== 0
}

/** "Ms England", "Coach Brazil": a form of address stands right before. */
export function isHonoured(text: string, span: Span, words: NameWords): boolean {
  const before = wordBefore(text, span.start)
  return before !== undefined && (words.at(text, before.start, before.end) & NAME.address) !== 0
}

const LISTED_BEFORE = /(?:\p{Lu}\p{L}+(?:,? and |,? or |, ))+$/u
const LISTED_BEHIND = /^(?:(?:,? and |,? or |, )\p{Lu}\p{L}+)*(?![\p{L}’'-]| \p{L})/u

/** "English, **French** and Arabic.": in a list of tongues, with nothing behind that they would be of. */
function isAmongTongues(text: string, span: Span, words: NameWords): boolean {
  const behind = LISTED_BEHIND.exec(text.slice(span.end, span.end + 60))?.[0]
  if (behind === undefined) return false
  const before = LISTED_BEFORE.exec(text.slice(Math.max(0, span.start - 60), span.start))?.[0] ?? ''
  return `${before} ${behind}`.split(/[ ,]+/).some((word) => (words.of(word) & NAME.tongue) !== 0)
}

/** "in Turkish.", "speaks Persian", "German-speaking", "the Manx language": the tongue, not the country. */
export function isLanguage(text: string, span: Span, words: NameWords): boolean {
  const next = text.charCodeAt(span.end)
  const after = text.slice(span.end, span.end + 14)
  if (
    (next === 0x20 || next === 0x2d) &&
    /^(?:-(?:speaking|language)|[ -](?:language|dialect|translation|alphabet|literature|poetry)s?\b)/u.test(
      after,
    )
  )
    return true
  // "Turkish officials": a word behind goes on with a list only if it is "and" or "or".
  if (next === 0x20 && /^ (?!and |or )[a-z]/.test(after)) return false
  if (isAmongTongues(text, span, words)) return true
  if (!/^(?:[.,;:)!?”"]|$)/u.test(after)) return false
  return /\b(?:in|into|speaks?|speaking|spoke|spoken|fluent|learn|learning|studied|teaches|taught) $/u.test(
    text.slice(Math.max(0, span.start - 12), span.start),
  )
}

const DATELINE_TAIL = /^(?:,[^.\n]{0,40})?\s*(?:\([^)\n]{1,40}\)\s*)?(?:[-–—]{1,2}\s|:\s)/u
const DATELINE_DATE = /^,? \p{L}{3,9}\.? \d{1,2}(?:,? \d{4})?\.?\s+(?:\([^)\n]{1,40}\)|\p{Lu})/u

/** "TEHRAN – The foreign minister …", "MOSCOW (Reuters) -", "BAKU, Azerbaijan, July 4 …": where the report was filed. */
export function isDateline(text: string, span: Span): boolean {
  if (span.start > 0 && !/\n\s?$/u.test(text.slice(Math.max(0, span.start - 2), span.start))) return false
  const after = text.slice(span.end, span.end + 90)
  return DATELINE_TAIL.test(after) || (DATELINE_DATE.test(after) && isUpper(text, span))
}

/** The country of a dateline: "BAKU, **Azerbaijan** (AP) —". */
export function isDatelineCountry(text: string, span: Span): boolean {
  if (text.charCodeAt(span.start - 2) !== 0x2c) return false
  const town = /(?:^|\n)(\p{Lu}[\p{Lu} .’'-]{2,30}), $/u.exec(
    text.slice(Math.max(0, span.start - 36), span.start),
  )
  return (
    town !== null &&
    (DATELINE_TAIL.test(text.slice(span.end, span.end + 90)) ||
      DATELINE_DATE.test(text.slice(span.end, span.end + 40)))
  )
}

const isUpper = (text: string, { start, end }: Span): boolean => {
  const word = text.slice(start, end)
  return word === word.toUpperCase()
}

/**
 * "Michael Jordan", "Denzel Washington", "Chad Smith", "Cuba Gooding": a given name before a country or capital that is one
 * word, or a name behind one by which people are called as well. `nextCountry` is where the next country stands, if any.
 */
export function isPersonalName(text: string, span: Span, words: NameWords, nextCountry: number): boolean {
  const before = wordBefore(text, span.start)
  if (before && isUpperUnit(text.charCodeAt(before.start))) {
    if (before.end - before.start === 1)
      return text.charCodeAt(before.end) === 0x2e && !'SUN'.includes(text.charAt(before.start))
    const bits = words.at(text, before.start, before.end)
    if (
      bits & NAME.given &&
      !(
        bits &
        (NAME.title |
          NAME.opener |
          NAME.date |
          NAME.common |
          NAME.head |
          NAME.thing |
          NAME.place |
          NAME.namesake)
      )
    )
      return true
  }
  // "Iran S. Karimov"
  if (
    text.charCodeAt(span.end + 2) === 0x2e &&
    /^ \p{Lu}\. \p{Lu}\p{Ll}/u.test(text.slice(span.end, span.end + 6))
  )
    return true
  const self = words.at(text, span.start, span.end)
  if (!(self & (NAME.given | NAME.namesake))) return false
  const behind = nameBehind(text, span.end)
  if (!behind || behind.start === nextCountry || behind.end - behind.start < 2) return false
  const bits = words.at(text, behind.start, behind.end)
  if (
    bits &
    (NAME.head |
      NAME.tail |
      NAME.thing |
      NAME.memorial |
      NAME.title |
      NAME.opener |
      NAME.date |
      NAME.members |
      NAME.place)
  )
    return false
  return !(bits & NAME.common) || (bits & (NAME.given | NAME.family)) !== 0
}

/** "Kennedy Airport", "Heydar Aliyev International Airport", "Clinton Foundation": a thing named after a person. */
export function isMemorial(text: string, span: Span, words: NameWords): boolean {
  let at = span.end
  for (let k = 0; k < 3; k++) {
    const behind = nameBehind(text, at)
    if (!behind) return false
    const bits = words.at(text, behind.start, behind.end)
    if (bits & NAME.memorial) return true
    if (!(bits & (NAME.common | NAME.tail))) return false
    at = behind.end
  }
  return false
}

/** "Hunter Biden": another person's given name stands right before a family name. */
export function isRelative(text: string, span: Span, words: NameWords, language: string): boolean {
  const before = wordBefore(text, span.start)
  if (!before || !isUpperUnit(text.charCodeAt(before.start))) return false
  const word = text.slice(before.start, before.end)
  if (word.length === 1) return text.charCodeAt(before.end) === 0x2e
  const bits = words.of(word)
  if (bits & (NAME.title | NAME.opener | NAME.date | NAME.head)) return false
  if (bits & NAME.given) return true
  // What is unknown in another language may be any of its words.
  if (language !== 'en' || word === word.toUpperCase()) return false
  // In a headline every word has its capital: then a word of the language tells nothing.
  return bits & NAME.common
    ? /\p{Ll} $/u.test(text.slice(Math.max(0, before.start - 2), before.start)) &&
        !(bits & (NAME.thing | NAME.members))
    : !startsSentence(text, before.start) || (bits === 0 && !/(?:s|ed|ing)$/.test(word))
}

/** Whether a sentence, line or quotation starts at `at`. */
export function startsSentence(text: string, at: number): boolean {
  if (at <= 0) return true
  const unit = text.charCodeAt(at - 1)
  if (unit === 0x0a || unit === 0x22 || unit === 0x201c) return true
  return /[.!?:]["”’)]?\s+$/u.test(text.slice(Math.max(0, at - 4), at))
}

/** "Sir Jeffrey Donaldson": what may be a family name is a given name where a name stands behind it. */
export function isGivenName(text: string, span: Span, words: NameWords, titled: boolean): boolean {
  let behind = nameBehind(text, span.end)
  // "Joseph L. Votel"
  if (behind && behind.end - behind.start === 1 && text.charCodeAt(behind.end) === 0x2e)
    behind = nameBehind(text, behind.end + 1)
  if (!behind || behind.end - behind.start < 3) return false
  const word = text.slice(behind.start, behind.end)
  if (word === word.toUpperCase()) return false
  const bits = words.of(word)
  if (
    bits &
    (NAME.title |
      NAME.titlePart |
      NAME.opener |
      NAME.date |
      NAME.common |
      NAME.head |
      NAME.thing |
      NAME.place)
  )
    return false
  return titled || (bits & (NAME.family | NAME.given | NAME.ending)) !== 0
}

/** "Niger River", "Jordan Valley": a country's name in that of a river, a sea, a valley. */
export function isLandform(text: string, span: Span, words: NameWords): boolean {
  const behind = nameBehind(text, span.end)
  return behind !== undefined && (words.at(text, behind.start, behind.end) & NAME.landform) !== 0
}

/** "Iskander Makhmudov", "R77 road", "Mercedes S 300": a person's, a road's or a car's name that looks like a weapon's. */
export function isNoWeapon(text: string, span: Span, words: NameWords): boolean {
  const before = wordBefore(text, span.start)
  if (before && words.at(text, before.start, before.end) & NAME.maker) return true
  const next = /^ (\p{L}[\p{L}’'-]+)/u.exec(text.slice(span.end, span.end + 24))
  if (!next) return false
  const word = next[1]!
  const bits = words.of(word)
  if ((bits & (NAME.thing | NAME.memorial)) === (NAME.thing | NAME.memorial)) return true
  if (!isUpperUnit(word.charCodeAt(0)) || /\d/.test(text.slice(span.start, span.end))) return false
  return (bits & (NAME.family | NAME.ending)) !== 0 && !(bits & (NAME.common | NAME.place | NAME.thing))
}

/** "GIVE US MORE TIME", "WHO STOLE IT?": in a line of capitals a pronoun looks like an acronym. */
export function isShoutedPronoun(text: string, span: Span, words: NameWords): boolean {
  if (span.end - span.start > 3) return false
  const name = text.slice(span.start, span.end)
  if (name !== name.toUpperCase() || !(words.of(name) & (NAME.opener | NAME.abbreviation))) return false
  const around = text.slice(Math.max(0, span.start - 16), span.start) + text.slice(span.end, span.end + 16)
  if (/\p{Ll}/u.test(around) || !/\p{Lu}{3}/u.test(around)) return false
  if (name === 'US')
    return /\b(?:GIVE|LET|TELL|HELP|SHOW|JOIN|LEAVE|MAKE|TEACH|SEND|BRING|OF|LEND) $/.test(
      text.slice(Math.max(0, span.start - 8), span.start),
    )
  return (words.of(name) & NAME.opener) !== 0 && startsSentence(text, span.start)
}
