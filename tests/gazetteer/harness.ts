import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkSource } from '../../src/gazetteer/check.ts'
import { loadGazetteerSource } from '../../src/gazetteer/load.ts'

/** A small gazetteer that is sound; tests spoil one file of it. */
export const SOUND: Readonly<Record<string, string>> = {
  'sources.yaml': 'sources:\n  editors: {title: Editors}\n',
  'titles.yaml': `source: editors
checked: 2025-06
offices:
  - {office: president, titles: [president], holders: single, sector: GOV}
  - {office: minister, titles: [minister], holders: many, sector: GOV}
honorifics: [mr]
`,
  'countries/caucasus.yaml': `source: editors
checked: 2025-06
entries:
  - id: country/AZE
    name: Azerbaijan
    aliases: [Republic of Azerbaijan]
    demonyms: {adjective: [Azerbaijani]}
    capitals: [Baku]
    places: [Ganja]
    status: un-member
    memberOf: [{organization: organization/gas-club, from: 2001}]
  - {id: country/ARM, name: Armenia, status: un-member}
`,
  'organizations/intergovernmental.yaml': `source: editors
checked: 2025-06
family: intergovernmental
entries:
  - {id: organization/gas-club, name: Gas Club, code: IGO}
  - {id: organization/gas-club-office, name: Gas Club Office, code: IGO, partOf: organization/gas-club}
`,
  'leaders/az.yaml': `source: editors
checked: 2025-06
of: country/AZE
entries:
  - id: leader/aydin-alpha
    name: Aydin Alpha
    offices: [{office: president, from: 2001-01-01, to: 2005-01-01}]
  - id: leader/banu-beta
    name: Banu Beta
    offices: [{office: president, from: 2005-01-01}]
`,
  'weapons/uav.yaml': `source: editors
checked: 2025-06
class: uav
entries:
  - {id: weapon/dart-1, name: Dart-1, origin: country/AZE, confused: [weapon/dart-2]}
  - {id: weapon/dart-2, name: Dart-2, maker: organization/gas-club}
`,
  'words/objects.yaml': 'source: editors\nobjects:\n  arms: [drone, rocket]\n',
  'relations/accuses.yaml': `source: editors
relation: ACCUSES
classes:
  - class: condemn
    verbs: [condemn, blame @arms on]
    target: [object, for]
    examples: [{text: Armenia condemned Azerbaijan., is: ARM > AZE}]
`,
}

/** The problems of a gazetteer, as `path:line:column message`: `changes` replaces whole files of the sound one. */
export async function problemsOf(changes: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { source, problems } = await loadGazetteerSource(folderOf({ ...SOUND, ...changes }))
  return [...problems, ...checkSource(source)].map((p) => `${p.at} ${p.message}`)
}

/** A file of the sound gazetteer with one text in it replaced. Throws where the text is not found, or twice. */
export function spoilt(path: string, from: string, to: string): Record<string, string> {
  const text = SOUND[path]
  if (text?.split(from).length !== 2) throw new Error(`"${from}" must stand in ${path} once`)
  return { [path]: text.replace(from, () => to) }
}

/** Writes files into a folder that goes when the test ends. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'araxes-gazetteer-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}
