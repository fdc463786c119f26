import type { Span } from '../core/document.ts'

/** What the words around a name tell: whether it is a place, a dateline, part of a person's name. */

const LOCATIVE =
  /(?:^|[\s("“])(?:in|at|near|outside|inside|around|across|throughout|through|via|above|over|leaving|visiting|arrived? in|based|capital,?|capital of|city of|province of|region of|mayor of|streets of|outskirts of|suburbs? of|centre of|center of|embassy in|north of|south of|east of|west of|downtown|central|northern|southern|eastern|western|greater|occupied|old) $/iu

/** "in Tehran", "the capital Tehran", "Tehran, Iran", "Tehran University": the town, not the government. */
export function isLocative(text: string, span: Span): boolean {
  if (LOCATIVE.test(text.slice(Math.max(0, span.start - 24), span.start))) return true
  const after = text.slice(span.end, span.end + 24)
  return (
    /^-(?:based|born|area)\b/u.test(after) ||
    /^\s(?:University|Airport|International|Stock|Province|Street|Square|City|Metro|Declaration|Convention|Agreement|Accords?|Protocol|Summit|Conference|Forum|Times|Post|district|airport|suburb|metro|time)\b/u.test(
      after,
    )
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

/** Words that stand with a capital before a country without being a first name: they start sentences or are offices. */
const NOT_FIRST_NAMES = new Set(
  `the a an in on at of to from for by with and or but if as when while since after before until against between under over than that this these those its his her their our my
  both all some many most what where why how who which also even only now then today yesterday meanwhile however moreover although though because so yet nor not no
  north south east west northern southern eastern western central new old greater upper lower inner outer republic kingdom king queen prince emir sultan president minister mr mrs ms dr
  said says monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  team inside outside near around across toward towards via per versus vs free occupied soviet communist post pro anti non mainland equatorial papua saudi british french spanish american
  let can could will would should may might must did does do is are was were has have had like unlike despite amid among without within during about into onto upon through throughout`.split(
    /\s+/,
  ),
)

/**
 * "Michael Jordan", "Chad Smith", "Paris Hilton": a capitalized name word directly before or behind, in no mention of its own.
 * Only names that are also people's names are asked about.
 */
export function isPersonalName(text: string, span: Span): boolean {
  const name = text.slice(span.start, span.end)
  if (!PERSON_LIKE.has(name)) return false
  const before = /(?:^|[\s("“])(\p{Lu}[\p{Ll}]+|\p{Lu}\.) $/u.exec(
    text.slice(Math.max(0, span.start - 24), span.start),
  )
  if (before && !NOT_FIRST_NAMES.has(before[1]!.toLowerCase())) return true
  const after = /^ (\p{Lu}\p{Ll}+)(?=[\s.,;:!?’'”")]|$)/u.exec(text.slice(span.end, span.end + 24))
  return FIRST_NAMES.has(name) && after !== null && !NOT_FIRST_NAMES.has(after[1]!.toLowerCase())
}

/** Country and capital names that are also people's names. */
const PERSON_LIKE = new Set(
  'Jordan Chad Georgia Paris Israel Ireland Holland Cyprus Kenya China India London Lincoln Vienna Sofia Valencia Adelaide Florence Austin Jackson Houston Dallas Brazil Cuba Iran Malta France English Washington'.split(
    ' ',
  ),
)
/** Those of them that are first names. */
const FIRST_NAMES = new Set('Jordan Chad Georgia Paris Israel Kenya India London Lincoln Sofia'.split(' '))
