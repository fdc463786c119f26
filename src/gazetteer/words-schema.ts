import { z } from 'zod'
import { ORGANIZATION_FAMILIES } from './schema.ts'

/** The shape of `words/names.yaml`: words that tell what a capitalized name is when the gazetteer does not list it. */

const words = z.array(z.string().trim().min(1)).min(1)

export const namesFile = z.strictObject({
  source: z.string().trim().min(1),
  /** A name that holds one is an organization: "Party", "Ministry". */
  organizations: words,
  /** Those that say so only as the last word: "Amnesty International", not "International Airport". */
  tails: words,
  /** Units of armies, whose number is part of their name: "158th Fighter Wing". */
  units: words,
  /** First words of organizations' names in other languages: "Parti". */
  prefixes: words,
  /** Those that stand for an organization alone: "Parliament". */
  standing: words,
  /** Members who stand for their party behind an adjective: "Australian Democrats". */
  members: words,
  /** A name that ends with one is neither person nor organization: "Street", "Treaty". */
  things: words,
  /** A country's name before one is no country: "Niger River". */
  landforms: words,
  /** What is named after people: "Kennedy Airport". */
  memorials: words,
  /** "A student from Baku", "flew from Baku": behind one, "from" tells a place; "pressure from Baku" does not. */
  comers: words,
  /** "The Moscow-Kazan train": what goes between two towns. */
  routes: words,
  /** "The Kremlin wall": parts of a building, which stands for nobody then. */
  buildings: words,
  /** "Mercedes S 300": whose products have designators as weapons have. */
  makers: words,
  /** "Coach Brazil", "Ms England": before one a country is a family name. */
  addresses: words,
  /** Tongues that are no people of ours: who lists one lists tongues. */
  tongues: words,
  /** Before a person's name. */
  titles: words,
  /** Parts of titles, which say nothing of the name behind: "Foreign", "Vice". */
  titleParts: words,
  /** With a capital only because they open a sentence or a phrase. */
  openers: words,
  dates: words,
  /** Lower-case words inside a person's name: "van", "bin". */
  particles: words,
  /** Lower-case words inside an organization's name: "of", "for". */
  connectors: words,
  /** Capitals that are no organization: "GDP". */
  abbreviations: words,
  /** Verbs whose subject is a person when nobody knows the name. */
  deeds: words,
  /** Kinds of states: "Duchy", "Empire". */
  realms: words,
  /** Before a state: "Crown Colony", "Ancient Egypt". */
  qualifiers: words,
  /** People who band together: "Friends of", "Mothers Against". */
  societies: words,
  /** Countries and capitals that are given names as well. */
  namesakes: words,
  /** Endings of family names. */
  endings: words,
  /** What ministries are of: "Industry". */
  subjects: words,
  /** Given names that compromise does not know. */
  given: words,
})

export type NameWords = Omit<z.infer<typeof namesFile>, 'source'>

/** The shape of `words/references.yaml`: phrases that stand for what was named before. */
export const referencesFile = z.strictObject({
  source: z.string().trim().min(1),
  pairs: words,
  groups: z.array(
    z.strictObject({ families: z.array(z.enum(ORGANIZATION_FAMILIES)).min(1), phrases: words }),
  ),
})

export type References = Omit<z.infer<typeof referencesFile>, 'source'>
