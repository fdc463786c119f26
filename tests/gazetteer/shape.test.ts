import { describe, expect, test } from 'vitest'
import { problemsOf, SOUND, spoilt } from './harness.ts'

/** Each row spoils one place of a sound gazetteer and tells what is said of it, with file, line and column. */
const ROWS: readonly [name: string, changes: Record<string, string>, problem: string][] = [
  [
    'country: unknown key',
    spoilt('countries/caucasus.yaml', 'capitals:', 'capital:'),
    'countries/caucasus.yaml:8:5 entries: Unrecognized key: "capital"',
  ],
  [
    'country: id without its code',
    spoilt('countries/caucasus.yaml', 'country/ARM', 'country/Armenia'),
    'countries/caucasus.yaml:12:10 id: a country id is country/ and its three-letter code',
  ],
  [
    'country: no such status',
    spoilt('countries/caucasus.yaml', 'name: Armenia, status: un-member', 'name: Armenia, status: state'),
    'countries/caucasus.yaml:12:46 status: Invalid option',
  ],
  [
    'leader: no such date',
    spoilt('leaders/az.yaml', 'from: 2001-01-01', 'from: 2019-13-20'),
    'leaders/az.yaml:7:41 from: "2019-13-20" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    'leader: no office',
    spoilt('leaders/az.yaml', 'offices: [{office: president, from: 2005-01-01}]', 'offices: []'),
    'leaders/az.yaml:10:14 offices: Too small',
  ],
  [
    'organization: code in lower case',
    spoilt('organizations/intergovernmental.yaml', 'name: Gas Club, code: IGO', 'name: Gas Club, code: igo'),
    'organizations/intergovernmental.yaml:5:55 code: IGO, NGO, MNC, IMG or the three-letter code of a country',
  ],
  [
    'organization: no such family',
    spoilt('organizations/intergovernmental.yaml', 'family: intergovernmental', 'family: clubs'),
    'organizations/intergovernmental.yaml:3:9 family: Invalid option',
  ],
  [
    'weapon: id with capitals',
    spoilt('weapons/uav.yaml', '{id: weapon/dart-1', '{id: weapon/Dart-1'),
    'weapons/uav.yaml:5:10 id: "weapon/Dart-1" is not a weapon id; write weapon/lower-case-words',
  ],
  [
    'weapon: Wikidata id with letters',
    spoilt('weapons/uav.yaml', 'name: Dart-1,', 'name: Dart-1, wikidata: Qx1,'),
    'weapons/uav.yaml:5:49 wikidata: a Wikidata id is Q and digits',
  ],
  [
    'titles: holders',
    spoilt('titles.yaml', 'holders: many', 'holders: some'),
    'titles.yaml:5:53 holders: Invalid option',
  ],
  [
    'relation: unknown relation',
    spoilt('relations/accuses.yaml', 'relation: ACCUSES', 'relation: SCOLDS'),
    'relations/accuses.yaml:2:11 relation: Invalid option',
  ],
  [
    'relation: example without its ends',
    spoilt('relations/accuses.yaml', 'is: ARM > AZE', 'is: ARM AZE'),
    'relations/accuses.yaml:7:58 is: write IRN > AZE or IRN > weapon/shahed-136',
  ],
  [
    'elsewhere: names without a group',
    { 'elsewhere.yaml': 'source: editors\nchecked: 2025-06\nnames: [Black Sea]\n' },
    'elsewhere.yaml:3:8 names: Invalid input: expected record, received array',
  ],
  [
    'assertions: a floor that is no number',
    { 'assertions.yaml': 'floors:\n  countries: many\n' },
    'assertions.yaml:2:14 countries: Invalid input',
  ],
  [
    'no YAML: a key twice',
    spoilt(
      'sources.yaml',
      'editors: {title: Editors}',
      'editors: {title: Editors}\n  editors: {title: Twice}',
    ),
    'sources.yaml:3:3 Map keys must be unique',
  ],
  [
    'no YAML: a bracket left open',
    spoilt('words/objects.yaml', '[drone, rocket]', '[drone, rocket'),
    'words/objects.yaml:4:1 Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
]

describe('the shape of files', () => {
  test('a sound gazetteer has no problems', async () => {
    expect(await problemsOf()).toEqual([])
  })

  for (const [name, changes, problem] of ROWS)
    test(name, async () => {
      const problems = await problemsOf(changes)
      expect(problems).toContainEqual(expect.stringContaining(problem))
    })

  test('every scalar is text: NO is Norway and 1.10 keeps its zero', async () => {
    const changes = spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: 1.10, aliases: [NO, 2001-01-01, ~],')
    expect(await problemsOf(changes)).toEqual([])
  })

  test('a bad file leaves the others to be checked', async () => {
    const problems = await problemsOf({
      ...spoilt('weapons/uav.yaml', 'class: uav', 'class: kite'),
      'leaders/az.yaml': SOUND['leaders/az.yaml']!.replace('of: country/AZE', 'of: country/AZX'),
    })
    expect(problems.some((p) => p.startsWith('weapons/uav.yaml:3:8 '))).toBe(true)
    expect(problems).toContain('leaders/az.yaml:3:5 country/AZX is not defined')
  })
})
