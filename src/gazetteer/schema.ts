import { z } from 'zod'
import { isPartialDate } from '../core/dates.ts'

/**
 * The shape of every file under `gazetteer/`. All scalars are strings (YAML's failsafe schema), all objects strict,
 * so that a misspelt key is an error with a line. `gazetteer/README.md` explains each field to editors.
 */

const text = z.string().trim().min(1)
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const date = z.string().refine(isPartialDate, {
  error: (issue) => `"${String(issue.input)}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD`,
})
const idOf = (kind: string, pattern: RegExp = slug) =>
  z.string().refine((id) => id.startsWith(`${kind}/`) && pattern.test(id.slice(kind.length + 1)), {
    error: (issue) => `"${String(issue.input)}" is not a ${kind} id; write ${kind}/lower-case-words`,
  })

const countryId = z
  .string()
  .regex(/^country\/[A-Z]{3}$/, 'a country id is country/ and its three-letter code')
const leaderId = idOf('leader')
const organizationId = idOf('organization')
const weaponId = idOf('weapon')
const actorId = z.union([countryId, organizationId])
const anyId = z
  .string()
  .regex(/^(?:country|leader|organization|weapon)\/\S+$/, 'an id begins with its kind: leader/…, weapon/…')

const wikidata = z.union([
  z.literal('none'),
  z.string().regex(/^Q[1-9]\d*$/, 'a Wikidata id is Q and digits'),
])
const names = z.array(text).min(1)
/** Names in other languages, keyed by language. They are matched in articles of any language. */
const otherNames = z.record(
  z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/, 'a language code such as az or ru'),
  names,
)
const interval = { from: date.optional(), to: date.optional() }
/** Overrides the file's `source` for one fact. */
const source = text.optional()

const membership = z.strictObject({ organization: organizationId, ...interval, source })

/** What every entry may hold. */
const common = {
  /** The name shown to people. It is matched too. */
  name: text,
  /** Strong names: matched wherever they stand. */
  aliases: names.optional(),
  /** Weak names: matched only when the article names the entity by a strong name too, or a cue of `near` stands close by. `name` may be one. */
  weak: names.optional(),
  /** Words that vouch for a weak name when one stands in the same sentence. */
  near: names.optional(),
  /** Entities that have a strong name in common with this one, and rightly so. */
  shares: z.array(anyId).min(1).optional(),
  in: otherNames.optional(),
  wikidata: wikidata.optional(),
  /** Texts in which this entity must be found. */
  examples: names.optional(),
  /** Texts in which it must not. */
  not: names.optional(),
  note: text.optional(),
  source,
  checked: date.optional(),
}

export const countryEntry = z.strictObject({
  id: countryId,
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Its codes in the Correlates of War data sets, where ISO's are others or a predecessor has the same. */
  cow: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .min(1)
    .optional(),
  ...common,
  demonyms: z
    .strictObject({ adjective: names, singular: names.optional(), plural: names.optional() })
    .optional(),
  /** Cities from which the government is named. "Tehran denied" is Iran; "in Tehran" is a place in it. */
  capitals: names.optional(),
  /** Palaces, streets and phrases that always mean the government: "the Kremlin". */
  metonyms: names.optional(),
  /** Cities and regions inside it: tell where something is, never who acts. */
  places: names.optional(),
  status: z.enum(['un-member', 'un-observer', 'territory', 'partly-recognized', 'historical']),
  /** For a territory or a breakaway entity: the state it is counted under. */
  under: countryId.optional(),
  ...interval,
  memberOf: z.array(membership).optional(),
})

export const leaderEntry = z.strictObject({
  id: leaderId,
  ...common,
  /** The name used after a first full mention; the last word of `name` when absent. */
  surname: text.optional(),
  offices: z
    .array(z.strictObject({ office: z.string().regex(slug), of: actorId.optional(), ...interval, source }))
    .min(1),
})

export const organizationEntry = z.strictObject({
  id: organizationId,
  ...common,
  /** Short for intergovernmental (IGO), non-governmental (NGO), multinational company (MNC), transnational militant (IMG); otherwise its country's code. */
  code: z.string().regex(/^[A-Z]{3}$/, 'IGO, NGO, MNC, IMG or the three-letter code of a country'),
  basedIn: countryId.optional(),
  /** PLOVER sector when it acts for its country. */
  sector: z
    .enum([
      'GOV',
      'MIL',
      'COP',
      'SPY',
      'LEG',
      'JUD',
      'PTY',
      'OPP',
      'REB',
      'UAF',
      'PRM',
      'BUS',
      'MED',
      'CVL',
      'EDU',
      'REL',
      'LAB',
      'IGO',
      'NGO',
    ])
    .optional(),
  partOf: organizationId.optional(),
  memberOf: z.array(membership).optional(),
  ...interval,
})

export const weaponEntry = z.strictObject({
  id: weaponId,
  ...common,
  origin: countryId.optional(),
  maker: organizationId.optional(),
  /** Systems it is often mistaken for. */
  confused: z.array(weaponId).optional(),
})

const file = <T extends z.ZodType, H extends z.ZodRawShape>(entry: T, header: H) =>
  z.strictObject({
    /** A key of `sources.yaml`: where the facts of this file come from unless a fact says otherwise. */
    source: text,
    /** Until when the facts of this file are known; later ones stay open-ended. */
    checked: date,
    ...header,
    entries: z.array(entry).min(1),
  })

export const WEAPON_CLASSES = [
  'uav',
  'ballistic-missile',
  'cruise-missile',
  'air-defence',
  'aircraft',
  'helicopter',
  'armour',
  'artillery',
  'naval',
  'anti-tank',
  'small-arms',
  'electronic-warfare',
  'munition',
] as const

export const ORGANIZATION_FAMILIES = [
  'intergovernmental',
  'armed-groups',
  'armed-forces',
  'intelligence',
  'parties',
  'government',
  'companies',
  'arms-makers',
  'banks',
  'courts',
  'media',
  'think-tanks',
  'non-governmental',
  'breakaway',
] as const

/** What `stats` counts and `assertions.yaml` holds floors for: a number, or a number each family, class or relation. */
export const COUNTED = [
  'countries',
  'leaders',
  'offices',
  'organizations',
  'weapons',
  'names',
  'relation-words',
  'agent-words',
  'object-words',
  'families',
  'classes',
  'relations',
] as const
export type Counted = (typeof COUNTED)[number]

export const countryFile = file(countryEntry, {})
export const leaderFile = file(leaderEntry, { of: actorId })
export const organizationFile = file(organizationEntry, { family: z.enum(ORGANIZATION_FAMILIES) })
export const weaponFile = file(weaponEntry, { class: z.enum(WEAPON_CLASSES) })

/** `countries/names.cldr.yaml`, which a script writes: country id → language → names. */
export const countryNamesFile = z.strictObject({
  source: text,
  names: z.record(countryId, otherNames),
})

/** `titles.yaml`: an office and the words for it. */
export const titlesFile = z.strictObject({
  source: text,
  checked: date,
  offices: z.array(
    z.strictObject({
      office: z.string().regex(slug),
      /** As written before a name or after "the Iranian": "president", "supreme leader". Lower case. */
      titles: names,
      /** One holder at a time, so that "the Iranian president" means one person on one day. */
      holders: z.enum(['single', 'many']),
      sector: text,
      in: otherNames.optional(),
    }),
  ),
  /** Words before a name that say nothing of the office: "Mr", "Gen.", "Ayatollah". */
  honorifics: names,
})

/** `elsewhere.yaml`: names that hold the name of a state and mean none, in groups: seas, regions, treaties, idioms. */
export const elsewhereFile = z.strictObject({
  source: text,
  checked: date,
  names: z.record(z.string().regex(slug), names),
  /** Texts in which no country may be found. */
  not: names.optional(),
})

const floor = z
  .string()
  .regex(/^\d+$/, 'a floor is a whole number')
  .transform((n) => Number(n))
/** `assertions.yaml`: how many of each there must be at least, by the names `stats` prints. */
export const assertionsFile = z.strictObject({
  floors: z.partialRecord(z.enum(COUNTED), z.union([floor, z.record(z.string().regex(slug), floor)])),
})

/** `sources.yaml`: what each source key means. */
export const sourcesFile = z.strictObject({
  sources: z.record(
    z.string().regex(slug),
    z.strictObject({ title: text, url: text.optional(), note: text.optional() }),
  ),
})

export type CountryEntry = z.infer<typeof countryEntry>
export type LeaderEntry = z.infer<typeof leaderEntry>
export type OrganizationEntry = z.infer<typeof organizationEntry>
export type WeaponEntry = z.infer<typeof weaponEntry>
export type TitlesFile = z.infer<typeof titlesFile>
