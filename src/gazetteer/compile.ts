import { createHash } from 'node:crypto'
import type { Country, Entity, EntityId, Leader, Membership, Organization, Weapon } from '../core/entity.ts'
import { fold } from './fold.ts'
import { writtenForms } from './forms.ts'
import type { GazetteerFile, GazetteerSource } from './load.ts'
import type { Models } from './model-data.ts'
import { type PeopleNames, peopleNames } from './people-names.ts'
import type { RelationFile } from './relation-schema.ts'
import { buildTrie, type Trie, type TrieEntry } from './trie.ts'
import type { NameWords, References } from './words-schema.ts'

/** How a name stands for what it names. The order is that of the compiled file. */
export const SENSES = [
  'name',
  'alias',
  'demonym',
  'capital',
  'metonym',
  'place',
  'surname',
  'title',
  'honorific',
  'nothing',
] as const
export type SenseVia = (typeof SENSES)[number]

/** Which letters of the text must be capitals for the name to match. */
export const CAPS = { any: 0, initial: 1, all: 2 } as const

export const FLAG = { weak: 1, plural: 2, capsShift: 2, languageShift: 4 } as const

/** An office and what it is called; `sector` is its PLOVER sector. */
export interface TitleOffice {
  readonly office: string
  readonly single: boolean
  readonly sector: string
}

export interface WordLists {
  readonly relations: readonly RelationFile[]
  readonly agents: readonly { readonly sector: string; readonly words: readonly string[] }[]
  readonly objects: Readonly<Record<string, readonly string[]>>
  readonly embedding: readonly {
    readonly effect: string
    readonly verbs?: readonly string[] | undefined
    readonly nouns?: readonly string[] | undefined
    readonly adverbs?: readonly string[] | undefined
    readonly adjectives?: readonly string[] | undefined
  }[]
  readonly lightVerbs: { readonly active: readonly string[]; readonly passive: readonly string[] }
  /** Verb phrases that are no event; absent in a gazetteer without `words/idioms.yaml`. */
  readonly idioms?: readonly string[] | undefined
  /** Words of unlisted names; undefined in a gazetteer without `words/names.yaml`. */
  readonly names?: NameWords | undefined
  readonly references?: References | undefined
}

/** What JSON can hold of a compiled gazetteer. Read from a file, the long parts are parsed when they are asked for. */
export interface Lexicon {
  /** Hash of everything compiled: two gazetteers with the same version tag alike. */
  readonly version: string
  readonly entities: readonly Entity[]
  /** The entities' ids, in their order. */
  readonly ids: readonly EntityId[]
  /** Who ever held an office of a country or organization (`president country/AZ`): entity indexes. */
  readonly holders: Readonly<Record<string, readonly number[]>>
  readonly people: PeopleNames
  /** For weak names: entity index → folded words that vouch for them. */
  readonly near: Readonly<Record<number, readonly string[]>>
  readonly offices: readonly TitleOffice[]
  readonly languages: readonly string[]
  readonly words: WordLists
}

export interface CompiledGazetteer {
  readonly lexicon: Lexicon
  /** `lexicon.entities[index]`; of a file, no other is read for it. */
  entityAt(index: number): Entity
  readonly trie: Trie
  /** Pattern i has the senses `patterns[i] … patterns[i + 1]`. */
  readonly patterns: Int32Array
  /** Three numbers a sense: entity (or office) index, index in SENSES, flags. */
  readonly senses: Int32Array
  /** Absent until they are trained. */
  readonly models?: Models
}

/** The key of `Lexicon.holders`. */
export const termKey = (office: string, of: EntityId): string => `${office} ${of}`

const memberships = (list: readonly Membership[] | undefined): Membership[] =>
  (list ?? []).map(({ organization, from, to }) => ({ organization, from, to }))

const otherNames = (names: Readonly<Record<string, readonly string[]>> | undefined): string[] =>
  Object.values(names ?? {}).flat()

function capsOf(name: string): number {
  const letters = [...name].filter((c) => c.toLowerCase() !== c.toUpperCase())
  const first = letters[0]
  if (first === undefined || first === first.toLowerCase()) return CAPS.any
  return letters.length <= 5 && letters.every((c) => c === c.toUpperCase()) ? CAPS.all : CAPS.initial
}

const isLatin = (name: string): boolean => /\p{Script=Latin}/u.test(name)

/** Gathers names into patterns; the same written form may have several senses. */
class PatternDraft {
  readonly languages: string[] = ['']
  private readonly byForm = new Map<string, Map<string, readonly [number, number, number]>>()

  add(
    name: string,
    what: number,
    via: SenseVia,
    options: { weak?: boolean; plural?: boolean; language?: string } = {},
  ): void {
    let language = this.languages.indexOf(options.language ?? '')
    if (language < 0) language = this.languages.push(options.language ?? '') - 1
    const flags =
      (options.weak ? FLAG.weak : 0) |
      (options.plural ? FLAG.plural : 0) |
      (capsOf(name) << FLAG.capsShift) |
      (language << FLAG.languageShift)
    for (const form of writtenForms(name)) {
      if (form.length < 2) continue
      const senses = this.byForm.get(form) ?? new Map<string, readonly [number, number, number]>()
      this.byForm.set(form, senses)
      const key = `${what}:${SENSES.indexOf(via) >= SENSES.indexOf('title') ? via : ''}:${language}`
      // The first sense given wins, so names come before demonyms and places of the same entity; strong replaces weak.
      const before = senses.get(key)
      if (before === undefined || (before[2] & FLAG.weak && !options.weak))
        senses.set(key, [what, SENSES.indexOf(via), flags])
      // "Nato" beside "NATO": a strong acronym that is also written as a word needs its first capital only.
      else if (
        !options.weak &&
        capsOf(name) === CAPS.initial &&
        ((before[2] >> FLAG.capsShift) & 3) === CAPS.all
      )
        senses.set(key, [
          before[0],
          before[1],
          (before[2] & ~(3 << FLAG.capsShift)) | (CAPS.initial << FLAG.capsShift),
        ])
    }
  }

  build(): { trie: Trie; patterns: Int32Array; senses: Int32Array } {
    const forms = [...this.byForm.keys()].sort()
    const patterns = new Int32Array(forms.length + 1)
    const senses: number[] = []
    const entries: TrieEntry[] = []
    for (const [i, form] of forms.entries()) {
      patterns[i] = senses.length / 3
      let small = false
      for (const sense of this.byForm.get(form)!.values()) {
        senses.push(...sense)
        if (((sense[2] >> FLAG.capsShift) & 3) === CAPS.any) small = true
      }
      entries.push({ key: form, value: i, small })
    }
    patterns[forms.length] = senses.length / 3
    return {
      trie: buildTrie(entries),
      patterns,
      senses: Int32Array.from(senses),
    }
  }
}

/** Makes the automaton and the entity table from a checked source. Deterministic: the same files give the same bytes. */
export function compileGazetteer(source: GazetteerSource): CompiledGazetteer {
  const entities: Entity[] = []
  const near: Record<number, string[]> = {}
  const draft = new PatternDraft()
  const codes = new Map<EntityId, string>()

  interface Named {
    readonly name: string
    readonly aliases?: readonly string[] | undefined
    readonly weak?: readonly string[] | undefined
    readonly near?: readonly string[] | undefined
    readonly in?: Readonly<Record<string, readonly string[]>> | undefined
  }
  const addNames = (
    entry: Named,
    index: number,
    options: { plural?: boolean; ownLanguage?: boolean } = {},
  ): void => {
    const plural = options.plural ?? false
    draft.add(entry.name, index, 'name', { plural, weak: entry.weak?.includes(entry.name) ?? false })
    for (const alias of entry.aliases ?? []) draft.add(alias, index, 'alias', { plural })
    for (const [language, names] of Object.entries(entry.in ?? {})) {
      for (const name of names) {
        // "Fas" is Morocco in Turkish and nothing in English: a Latin name holds in its own language only.
        draft.add(name, index, 'alias', options.ownLanguage && isLatin(name) ? { language } : {})
      }
    }
    for (const name of entry.weak ?? []) draft.add(name, index, 'alias', { weak: true, plural })
    if (entry.near) near[index] = entry.near.map(fold)
  }

  const entriesOf = <E, H>(
    files: readonly GazetteerFile<H & { entries: E[] }>[],
  ): [E, H & { entries: E[] }][] =>
    files.flatMap((f) => f.content.entries.map((e): [E, H & { entries: E[] }] => [e, f.content]))

  for (const [entry] of entriesOf(source.countries)) {
    const code = entry.id.slice('country/'.length)
    codes.set(entry.id, code)
    const demonyms = entry.demonyms
    const cldr = source.countryNames?.content.names[entry.id]
    const country: Country = {
      id: entry.id,
      kind: 'country',
      name: entry.name,
      code,
      wikidata: entry.wikidata ?? null,
      aliases: [...new Set([...(entry.aliases ?? []), ...otherNames(entry.in), ...otherNames(cldr)])],
      memberOf: memberships(entry.memberOf),
    }
    const index = entities.push(country) - 1
    addNames(entry, index, { ownLanguage: true })
    for (const [language, names] of Object.entries(cldr ?? {})) {
      for (const name of names) draft.add(name, index, 'alias', isLatin(name) ? { language } : {})
    }
    for (const name of [
      ...(demonyms?.adjective ?? []),
      ...(demonyms?.singular ?? []),
      ...(demonyms?.plural ?? []),
    ])
      draft.add(name, index, 'demonym')
    for (const name of entry.capitals ?? []) draft.add(name, index, 'capital')
    for (const name of entry.metonyms ?? []) draft.add(name, index, 'metonym')
    for (const name of entry.places ?? []) draft.add(name, index, 'place')
  }
  for (const [entry, file] of entriesOf(source.organizations)) {
    codes.set(entry.id, entry.code)
    const organization: Organization = {
      id: entry.id,
      kind: 'organization',
      name: entry.name,
      code: entry.code,
      wikidata: entry.wikidata ?? null,
      aliases: [...(entry.aliases ?? []), ...(entry.weak ?? []), ...otherNames(entry.in)],
      family: file.family,
      basedIn: entry.basedIn ?? null,
      sector: entry.sector ?? null,
      memberOf: memberships(entry.memberOf),
    }
    addNames(entry, entities.push(organization) - 1, { ownLanguage: true })
  }
  for (const [entry, file] of entriesOf(source.leaders)) {
    const surname = entry.surname ?? entry.name.split(' ').at(-1) ?? entry.name
    const leader: Leader = {
      id: entry.id,
      kind: 'leader',
      name: entry.name,
      code: codes.get(file.of) ?? null,
      wikidata: entry.wikidata ?? null,
      aliases: [...(entry.aliases ?? []), ...(entry.weak ?? []), ...otherNames(entry.in)],
      surname,
      offices: entry.offices.map(({ office, of, from, to }) => ({ office, of: of ?? file.of, from, to })),
    }
    const index = entities.push(leader) - 1
    addNames(entry, index)
    const surnames = new Set([
      surname,
      ...otherNames(entry.in)
        .filter((n) => n.includes(' '))
        .map((n) => n.split(' ').at(-1)!),
    ])
    for (const name of surnames) if (name.length > 1) draft.add(name, index, 'surname')
  }
  for (const [entry, file] of entriesOf(source.weapons)) {
    const weapon: Weapon = {
      id: entry.id,
      kind: 'weapon',
      name: entry.name,
      code: null,
      wikidata: entry.wikidata ?? null,
      aliases: [...(entry.aliases ?? []), ...(entry.weak ?? []), ...otherNames(entry.in)],
      class: file.class,
      origin: entry.origin ?? null,
      maker: entry.maker ?? null,
    }
    addNames(entry, entities.push(weapon) - 1, { plural: true })
  }

  const offices: TitleOffice[] = []
  for (const office of source.titles?.content.offices ?? []) {
    const index =
      offices.push({ office: office.office, single: office.holders === 'single', sector: office.sector }) - 1
    for (const title of [...office.titles, ...otherNames(office.in)]) draft.add(title, index, 'title')
  }
  for (const honorific of source.titles?.content.honorifics ?? []) draft.add(honorific, 0, 'honorific')

  // They match and stand for nothing, so that no country is found inside them.
  for (const name of Object.values(source.elsewhere?.content.names ?? {}).flat())
    draft.add(name, 0, 'nothing')

  const words: WordLists = {
    relations: source.relations.map((f) => f.content),
    agents: source.agents?.content.agents ?? [],
    objects: source.objects?.content.objects ?? {},
    embedding: source.embedding?.content.embedding ?? [],
    lightVerbs: {
      active: source.lightVerbs?.content.active ?? [],
      passive: source.lightVerbs?.content.passive ?? [],
    },
    idioms: source.idioms?.content.verbs,
    names: source.names?.content,
    references: source.references?.content,
  }
  const built = draft.build()
  const content = { entities, near, offices, languages: draft.languages, words }
  const leaders = entities.flatMap((entity, index) => (entity.kind === 'leader' ? [{ entity, index }] : []))
  const holders: Record<string, number[]> = {}
  for (const { entity, index } of leaders) {
    for (const key of new Set(entity.offices.map((held) => termKey(held.office, held.of)))) {
      holders[key] ??= []
      holders[key].push(index)
    }
  }
  const version = createHash('sha256')
    .update(JSON.stringify(content))
    .update(built.senses)
    .update(built.trie.states)
    .update(built.trie.tails)
    .digest('hex')
    .slice(0, 12)
  const ids = entities.map((e) => e.id)
  const people = peopleNames(leaders.map(({ entity }) => entity))
  return {
    lexicon: { version, ...content, ids, holders, people },
    entityAt: (index) => entities[index]!,
    ...built,
  }
}
