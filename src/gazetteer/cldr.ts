import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Document, isMap, isSeq, visit } from 'yaml'
import { fold } from './fold.ts'
import { SOURCE_FOLDER } from './gazetteer.ts'
import { loadGazetteerSource } from './load.ts'
import type { CountryEntry } from './schema.ts'

/**
 * Writes `countries/names.cldr.yaml`: the names of the gazetteer's countries in other languages, from Unicode CLDR.
 * A name is taken whole, never split or trimmed, and left out where the entry has it already: "Iran" is matched in
 * every language. Deterministic: the same CLDR and the same countries give the same bytes.
 */

const LANGUAGES = ['ar', 'az', 'de', 'es', 'fa', 'fr', 'hy', 'ka', 'ru', 'tr', 'uk'] as const
const FORMS = ['', '-alt-short', '-alt-variant'] as const

/** Names that are also ordinary words or first names of their language: Того is "of that", مالی "financial". */
const SKIPPED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'country/DMA': { fr: ['Dominique'] },
  'country/GRD': { es: ['Granada'], fr: ['Grenade', 'La Grenade'] },
  'country/MAF': { es: ['San Martín'] },
  'country/MLI': { ar: ['مالي'], fa: ['مالی'], tr: ['Mali'], uk: ['Малі'] },
  'country/MUS': { es: ['Mauricio'], fr: ['Maurice'] },
  'country/REU': { es: ['Reunión'], fr: ['La Réunion'] },
  'country/SHN': { es: ['Santa Elena'] },
  'country/TGO': { ru: ['Того'], uk: ['Того'] },
}

const englishNames = (entry: CountryEntry): string[] => [
  entry.name,
  ...(entry.aliases ?? []),
  ...(entry.demonyms?.adjective ?? []),
  ...(entry.demonyms?.singular ?? []),
  ...(entry.demonyms?.plural ?? []),
  ...(entry.capitals ?? []),
  ...(entry.metonyms ?? []),
  ...(entry.places ?? []),
]

type Territories = Readonly<Record<string, string>>

async function territories(language: string): Promise<Territories> {
  const path = createRequire(import.meta.url).resolve(
    `cldr-localenames-full/main/${language}/territories.json`,
  )
  const json = JSON.parse(await readFile(path, 'utf8')) as {
    main: Record<string, { localeDisplayNames: { territories: Territories } }>
  }
  return json.main[language]?.localeDisplayNames.territories ?? {}
}

export async function namesFromCldr(folder: string): Promise<Record<string, Record<string, string[]>>> {
  const { source } = await loadGazetteerSource(folder)
  const countries = source.countries
    .flatMap((file) => file.content.entries)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const byLanguage = await Promise.all(
    LANGUAGES.map(async (language) => [language, await territories(language)] as const),
  )
  const names: Record<string, Record<string, string[]>> = {}
  for (const entry of countries) {
    const { id, iso2 } = entry
    if (iso2 === undefined) continue
    const english = new Set(englishNames(entry).map(fold))
    const found: Record<string, string[]> = {}
    for (const [language, inLanguage] of byLanguage) {
      const skipped = SKIPPED[id]?.[language] ?? []
      const all = FORMS.map((form) => inLanguage[`${iso2}${form}`]?.normalize('NFC').trim() ?? '')
      const distinct = [...new Set(all)].filter(
        (name) => name !== '' && !english.has(fold(name)) && !skipped.includes(name),
      )
      if (distinct.length > 0) found[language] = distinct
    }
    if (Object.keys(found).length > 0) names[id] = found
  }
  return names
}

export function formatNames(names: Record<string, Record<string, string[]>>): string {
  const document = new Document({ source: 'unicode-cldr', names })
  document.commentBefore =
    ' Written by `npm run gazetteer:cldr`; do not edit. Corrections go into `in` of the entries.'
  visit(document, {
    Seq: (_, node) => {
      if (isSeq(node)) node.flow = true
    },
    Map: (_, node) => {
      if (isMap(node)) node.flow = false
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  await writeFile(
    join(SOURCE_FOLDER, 'countries', 'names.cldr.yaml'),
    formatNames(await namesFromCldr(SOURCE_FOLDER)),
  )
}
