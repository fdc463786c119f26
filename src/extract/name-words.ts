import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { unitsOf } from '../gazetteer/units.ts'
import { nameWords } from './grammar.ts'
import { WordCache } from './word-cache.ts'

/** What a word may be in a name: bits, for one word may be several. */
export const NAME = {
  /** A given name, and nothing else we know. */
  given: 1,
  family: 1 << 1,
  place: 1 << 2,
  /** A word of the language that is no name. */
  common: 1 << 3,
  /** Makes the name an organization's. */
  head: 1 << 4,
  /** As `head`, but as the last word only. */
  tail: 1 << 5,
  standing: 1 << 6,
  members: 1 << 7,
  thing: 1 << 8,
  memorial: 1 << 9,
  title: 1 << 10,
  opener: 1 << 11,
  date: 1 << 12,
  particle: 1 << 13,
  connector: 1 << 14,
  abbreviation: 1 << 15,
  deed: 1 << 16,
  /** A country or capital by which people are called as well. */
  namesake: 1 << 17,
  /** Ends as family names do. */
  ending: 1 << 18,
  /** Part of a title, which says nothing of the name behind. */
  titlePart: 1 << 19,
  /** A kind of state. */
  realm: 1 << 20,
  /** First word of an organization's name in another language. */
  prefix: 1 << 21,
  /** A river, a sea, a valley. */
  landform: 1 << 22,
  /** Who or what comes from a place: "student", "fled". */
  comer: 1 << 23,
  /** What goes between two towns. */
  route: 1 << 24,
  /** A part of a building. */
  building: 1 << 25,
  /** Whose products have designators as weapons have. */
  maker: 1 << 26,
  /** A form of address that no state is called by. */
  address: 1 << 27,
  /** A tongue that is no people of ours. */
  tongue: 1 << 28,
  /** Before a state it says which one or when. */
  qualifier: 1 << 29,
  /** People who band together. */
  society: 1 << 30,
  /** A unit of an army. The sign bit: compare with 0, not by size. */
  unit: 1 << 31,
} as const

/** Endings by which an unknown word is one of the language. */
const ENGLISH =
  /...(?:tions?|ments?|ness|isms?|ists?|ities|ity|tors|ers|ances?|ences?|ships?|able|ical|ional|ary|ous|ative|ically|ially|[ie]ans|ists)$/

/** Tells what the words of names are. */
export interface NameWords {
  /** The bits of a word as written. */
  of(word: string): number
  /** The bits of the word that stands at a place of a text. */
  at(text: string, start: number, end: number): number
}

/**
 * Compiles `words/names.yaml`, the given and family names of the gazetteer's leaders, and compromise's names. A name that
 * is a word of the language as well ("Grant", "Rose") keeps both bits.
 */
export function compileNameWords(gazetteer: Gazetteer): NameWords {
  const bits = new Map<string, number>()
  const add = (words: readonly string[], bit: number): void => {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit)
  }
  const known = nameWords()
  add(known.given, NAME.given)
  add(known.family, NAME.family)
  add(known.places, NAME.place)
  add(known.common, NAME.common)
  add(gazetteer.people.given, NAME.given)
  add(gazetteer.people.family, NAME.family)
  const words = gazetteer.words.names
  if (words) {
    add(words.subjects, NAME.common)
    add(words.given, NAME.given)
    add(words.organizations, NAME.head)
    add(words.tails, NAME.tail)
    add(words.standing, NAME.standing | NAME.head)
    add(words.members, NAME.members)
    add(words.things, NAME.thing)
    add(words.memorials, NAME.memorial)
    add(words.titles, NAME.title)
    add(words.titleParts, NAME.titlePart)
    add(words.landforms, NAME.landform)
    add(words.comers, NAME.comer)
    add(words.routes, NAME.route)
    add(words.buildings, NAME.building)
    add(words.makers, NAME.maker)
    add(words.tongues, NAME.tongue)
    add(words.addresses, NAME.address)
    add(words.realms, NAME.realm)
    add(words.qualifiers, NAME.qualifier)
    add(words.societies, NAME.society)
    add(words.units, NAME.unit)
    add(words.prefixes, NAME.prefix)
    add(words.openers, NAME.opener)
    add(words.dates, NAME.date)
    add(words.particles, NAME.particle)
    add(words.connectors, NAME.connector)
    add(words.abbreviations, NAME.abbreviation)
    add(words.deeds, NAME.deed)
    add(words.namesakes, NAME.namesake)
  }
  const endings = words ? new RegExp(`...(?:${words.endings.join('|')})$`, 'u') : /$^/
  const work = (word: string): number => {
    const lower = word.toLowerCase().replace(/’/g, "'")
    const bare = lower.replace(/'s?$/, '')
    let found = bits.get(lower) ?? bits.get(bare) ?? 0
    // "Jean-Marie", "Abdul-Karim", "President-elect": as its first part; "al-Maliki" as what follows.
    if (found === 0 && bare.includes('-')) {
      const parts = bare.split('-')
      const part = parts[0] === 'al' || parts[0] === 'el' ? parts[1]! : parts[0]!
      found = (bits.get(part) ?? 0) & (NAME.given | NAME.family | NAME.title | NAME.titlePart)
    }
    if (found === 0 && endings.test(bare)) found = NAME.ending
    if (found === 0 && ENGLISH.test(bare)) found = NAME.common
    if (found === 0 && /[^s]s$/.test(bare)) found = (bits.get(bare.slice(0, -1)) ?? 0) & NAME.common
    return found
  }
  const cache = new WordCache(work)
  return {
    of: (word) => cache.of(word),
    at: (text, start, end) => cache.at(unitsOf(text), start, end),
  }
}
