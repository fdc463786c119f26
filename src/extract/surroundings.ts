import type { Span } from '../core/document.ts'
import { isUpperUnit, isWordUnit } from '../gazetteer/fold.ts'
import { NAME, type NameWords } from './name-words.ts'

/** What the words around a name tell: whether it is a place, a dateline, part of a person's or a thing's name. */

const LOCATIVE =
  /(?:^|[\s("“])(?:in|at|near|outside|inside|around|across|throughout|through|via|above|over|leaving|visiting|arrived? in|based|capital,?|capital of|city of|province of|region of|mayor of|streets of|outskirts of|suburbs? of|centre of|center of|embassy in|north of|south of|east of|west of|downtown|central|northern|southern|eastern|western|greater|occupied|old) $/iu

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
export function isLocative(text: string, span: Span, words: NameWords): boolean {
  if (LOCATIVE.test(text.slice(Math.max(0, span.start - 24), span.start))) return true
  if (
    /^(?:-(?:based|born|area)\b|,? D\.? ?C\b| (?:state|district|airport|suburb|metro|time|province|city|university|summit)\b)/u.test(
      text.slice(span.end, span.end + 16),
    )
  )
    return true
  const behind = nameBehind(text, span.end)
  return (
    behind !== undefined &&
    (words.of(text.slice(behind.start, behind.end)) & (NAME.thing | NAME.memorial | NAME.tail)) !== 0
  )
}

/** "TEHRAN – The foreign minister …", "MOSCOW (Reuters) -", "BAKU, Azerbaijan, July 4 …": where the report was filed. */
export function isDateline(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - 2), span.start)
  if (span.start > 0 && !/\n\s?$/u.test(before)) return false
  return /^(?:,[^.\n]{0,40})?\s*(?:\([^)\n]{1,40}\)\s*)?(?:[-–—]{1,2}\s|:\s)/u.test(
    text.slice(span.end, span.end + 90),
  )
}

/**
 * "Michael Jordan", "Denzel Washington", "Chad Smith", "Cuba Gooding": a given name before a country or capital that is one
 * word, or a name behind one by which people are called as well. `nextCountry` is where the next country stands, if any.
 */
export function isPersonalName(text: string, span: Span, words: NameWords, nextCountry: number): boolean {
  const before = wordBefore(text, span.start)
  if (before && isUpperUnit(text.charCodeAt(before.start))) {
    const word = text.slice(before.start, before.end)
    if (word.length === 1)
      return text.charCodeAt(before.end) === 0x2e && word !== 'S' && word !== 'U' && word !== 'N'
    const bits = words.of(word)
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
  const self = words.of(text.slice(span.start, span.end))
  if (!(self & (NAME.given | NAME.namesake))) return false
  const behind = nameBehind(text, span.end)
  if (!behind || behind.start === nextCountry || behind.end - behind.start < 2) return false
  const bits = words.of(text.slice(behind.start, behind.end))
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
    const bits = words.of(text.slice(behind.start, behind.end))
    if (bits & NAME.memorial) return true
    if (!(bits & (NAME.common | NAME.tail))) return false
    at = behind.end
  }
  return false
}

/** "Hunter Biden": another person's given name stands right before a family name. */
export function isRelative(text: string, span: Span, words: NameWords): boolean {
  const before = wordBefore(text, span.start)
  if (!before || !isUpperUnit(text.charCodeAt(before.start))) return false
  const word = text.slice(before.start, before.end)
  if (word.length === 1) return text.charCodeAt(before.end) === 0x2e
  const bits = words.of(word)
  if (bits & (NAME.title | NAME.opener | NAME.date | NAME.head)) return false
  if (bits & NAME.given) return true
  return (bits & NAME.common) === 0 && word !== word.toUpperCase() && !startsSentence(text, before.start)
}

/** Whether a sentence, line or quotation starts at `at`. */
export function startsSentence(text: string, at: number): boolean {
  if (at <= 0) return true
  const unit = text.charCodeAt(at - 1)
  if (unit === 0x0a || unit === 0x22 || unit === 0x201c) return true
  return /[.!?:]["”’)]?\s+$/u.test(text.slice(Math.max(0, at - 4), at))
}
