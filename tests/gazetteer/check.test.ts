import { describe, expect, test } from 'vitest'
import { checkFloors } from '../../src/gazetteer/checks/floors.ts'
import { collect } from '../../src/gazetteer/checks/report.ts'
import { compileGazetteer } from '../../src/gazetteer/compile.ts'
import { loadGazetteerSource } from '../../src/gazetteer/load.ts'
import { folderOf, problemsOf, SOUND, spoilt } from './harness.ts'

type Row = readonly [name: string, changes: Record<string, string>, problems: readonly string[]]

const REFERENCES: readonly Row[] = [
  [
    'an id twice',
    spoilt('weapons/uav.yaml', ', maker: organization/gas-club}', '}\n  - {id: weapon/dart-2, name: Dart-3}'),
    ['weapons/uav.yaml:7:10 weapon/dart-2 is already defined at weapons/uav.yaml:6:5'],
  ],
  [
    'a Wikidata id twice',
    {
      ...spoilt('weapons/uav.yaml', 'name: Dart-1,', 'name: Dart-1, wikidata: Q1,'),
      ...spoilt('countries/caucasus.yaml', 'name: Armenia,', 'name: Armenia, wikidata: Q1,'),
    },
    ['weapons/uav.yaml:5:49 Q1 is already the id of country/ARM'],
  ],
  [
    '"none" is no Wikidata id',
    spoilt('weapons/uav.yaml', 'name: Dart-1,', 'name: Dart-1, wikidata: none,'),
    [],
  ],
  [
    'a member of nothing',
    spoilt(
      'countries/caucasus.yaml',
      'organization: organization/gas-club,',
      'organization: organization/oil-club,',
    ),
    ['countries/caucasus.yaml:11:31 organization/oil-club is not defined'],
  ],
  [
    'an organization that is a member of nothing',
    spoilt(
      'organizations/intergovernmental.yaml',
      'partOf: organization/gas-club}',
      'memberOf: [{organization: organization/oil-club}]}',
    ),
    ['organizations/intergovernmental.yaml:6:100 organization/oil-club is not defined'],
  ],
  [
    'a code without its country',
    spoilt('organizations/intergovernmental.yaml', 'name: Gas Club, code: IGO', 'name: Gas Club, code: TUR'),
    ['organizations/intergovernmental.yaml:5:55 country/TUR is not defined'],
  ],
  [
    'part of itself',
    spoilt(
      'organizations/intergovernmental.yaml',
      'name: Gas Club, code: IGO}',
      'name: Gas Club, code: IGO, partOf: organization/gas-club-office}',
    ),
    [
      'organizations/intergovernmental.yaml:5:68 organization/gas-club is part of itself, by way of organization/gas-club-office',
      'organizations/intergovernmental.yaml:6:82 organization/gas-club-office is part of itself, by way of organization/gas-club',
    ],
  ],
  [
    'a source nobody explains',
    spoilt('leaders/az.yaml', 'source: editors', 'source: hearsay'),
    ['leaders/az.yaml:1:9 "hearsay" is not in sources.yaml'],
  ],
  [
    'an end before its beginning',
    spoilt('leaders/az.yaml', 'to: 2005-01-01', 'to: 1999'),
    ['leaders/az.yaml:7:15 ends (1999) before it begins (2001-01-01)'],
  ],
]

const TERMS: readonly Row[] = [
  [
    'two holders at once',
    spoilt('leaders/az.yaml', 'to: 2005-01-01', 'to: 2006-01-01'),
    [
      'leaders/az.yaml:10:15 leader/banu-beta and leader/aydin-alpha are both president of country/AZE at once (see leaders/az.yaml:7:15)',
    ],
  ],
  [
    'one holder twice at once',
    spoilt(
      'leaders/az.yaml',
      '[{office: president, from: 2005-01-01}]',
      '[{office: president, from: 2005-01-01}, {office: president, from: 2010}]',
    ),
    [
      'leaders/az.yaml:10:54 leader/banu-beta is president of country/AZE twice at once (see leaders/az.yaml:10:15)',
    ],
  ],
  ['a handover day has one president', {}, []],
  [
    'an office that many hold',
    {
      'leaders/az.yaml': SOUND['leaders/az.yaml']!.replaceAll(
        'office: president',
        'office: minister',
      ).replace('to: 2005-01-01', 'to: 2009'),
    },
    [],
  ],
  [
    'an office of another country',
    spoilt(
      'leaders/az.yaml',
      '{office: president, from: 2005-01-01}',
      '{office: president, of: country/ARM, from: 2002}',
    ),
    [],
  ],
  [
    'no such office',
    spoilt('leaders/az.yaml', '{office: president, from: 2005-01-01}', '{office: shogun, from: 2005-01-01}'),
    ['leaders/az.yaml:10:24 "shogun" is not an office of titles.yaml'],
  ],
]

const NAMES: readonly Row[] = [
  [
    'a name claimed twice',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Dart-2, aliases: [Gas Club],'),
    [
      'weapons/uav.yaml:6:49 "Gas Club" (alias) of weapon/dart-2 is also name of organization/gas-club, organizations/intergovernmental.yaml:5:39',
    ],
  ],
  [
    'a designation claimed twice in another spelling',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Dart-2, aliases: [DART 1],'),
    [
      'weapons/uav.yaml:6:49 "DART 1" (alias) of weapon/dart-2 is also name of weapon/dart-1, weapons/uav.yaml:5:31',
    ],
  ],
  [
    'a name shared and said so',
    spoilt(
      'weapons/uav.yaml',
      'name: Dart-2,',
      'name: Dart-2, aliases: [Gas Club], shares: [organization/gas-club],',
    ),
    [],
  ],
  [
    'a weak name shared',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Dart-2, weak: [Gas Club], near: [drone],'),
    [],
  ],
  [
    'an entry whose own name is weak',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Gas Club, weak: [Gas Club], near: [drone],'),
    [],
  ],
  [
    'a weak name that nothing vouches for',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Gas Club, weak: [Gas Club],'),
    ['weapons/uav.yaml:6:47 all names of weapon/dart-2 are weak and nothing vouches for them'],
  ],
  [
    'shares nothing',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Dart-2, shares: [organization/gas-club],'),
    ['weapons/uav.yaml:6:48 weapon/dart-2 and organization/gas-club have no strong name in common'],
  ],
  [
    'a town that is somebody',
    spoilt('countries/caucasus.yaml', 'places: [Ganja]', 'places: [Ganja, Banu Beta]'),
    [
      'leaders/az.yaml:9:11 "Banu Beta" (name) of leader/banu-beta is also place of country/AZE, countries/caucasus.yaml:9:21',
    ],
  ],
  [
    'a name of another language is a name in texts of that language',
    spoilt('countries/caucasus.yaml', 'name: Armenia,', 'name: Armenia, in: {tr: [Gas Club]},'),
    [
      'organizations/intergovernmental.yaml:5:39 "Gas Club" (name) of organization/gas-club is also alias of country/ARM, countries/caucasus.yaml:12:48',
    ],
  ],
  [
    'Latin names of two languages never meet',
    {
      ...spoilt('countries/caucasus.yaml', 'name: Armenia,', 'name: Armenia, in: {tr: [Kulüp]},'),
      ...spoilt(
        'organizations/intergovernmental.yaml',
        'name: Gas Club,',
        'name: Gas Club, in: {az: [Kulüp]},',
      ),
    },
    [],
  ],
  [
    'a person under two ids',
    spoilt('leaders/az.yaml', 'name: Banu Beta', 'name: Banu Beta\n    in: {az: [Aydın Alpha]}'),
    [
      'leaders/az.yaml:10:15 "Aydın Alpha" (alias) of leader/banu-beta is also name of leader/aydin-alpha, leaders/az.yaml:6:11',
    ],
  ],
  [
    'the name among the aliases',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Dart-2, aliases: [Dart-2],'),
    ['weapons/uav.yaml:6:48 "Dart-2" is the name of weapon/dart-2 already'],
  ],
  [
    'strong and weak',
    spoilt('weapons/uav.yaml', 'name: Dart-2,', 'name: Dart-2, aliases: [Arrow], weak: [Arrow],'),
    ['weapons/uav.yaml:6:64 "Arrow" is strong and weak'],
  ],
  [
    'nothing that is something',
    {
      'elsewhere.yaml': 'source: editors\nchecked: 2025-06\nnames:\n  seas: [Black Sea, Gas Club]\n',
    },
    [
      'elsewhere.yaml:4:21 "Gas Club" stands for nothing, yet is name of organization/gas-club, organizations/intergovernmental.yaml:5:39',
    ],
  ],
]

const WORDS: readonly Row[] = [
  [
    'no such class of objects',
    spoilt('relations/accuses.yaml', 'blame @arms on', 'blame @ships on'),
    ['relations/accuses.yaml:5:22 "@ships" is not in words/objects.yaml'],
  ],
  [
    'no such slot',
    spoilt('relations/accuses.yaml', 'target: [object, for]', 'target: [objekt, for]'),
    ['relations/accuses.yaml:6:14 "objekt" is no slot'],
  ],
  [
    'a word twice',
    {
      'relations/accuses.yaml': `${SOUND['relations/accuses.yaml']!}  - class: blame
    verbs: [condemn]
    examples: [{text: Armenia condemned Azerbaijan., is: ARM > AZE}]
`,
    },
    [
      'relations/accuses.yaml:9:13 "condemn" is already a verb of ACCUSES (class condemn, relations/accuses.yaml:5:13)',
    ],
  ],
  [
    'a relation in two files',
    { 'relations/blames.yaml': SOUND['relations/accuses.yaml']! },
    [
      'relations/blames.yaml:2:11 ACCUSES already has the file relations/accuses.yaml',
      'relations/blames.yaml:2:11 ACCUSES belongs in relations/accuses.yaml',
    ],
  ],
]

for (const [title, rows] of Object.entries({
  references: REFERENCES,
  terms: TERMS,
  names: NAMES,
  words: WORDS,
}))
  describe(title, () => {
    for (const [name, changes, problems] of rows)
      test(name, async () => {
        expect(await problemsOf(changes)).toEqual(problems)
      })
  })

test('a floor that is not reached', async () => {
  const { source } = await loadGazetteerSource(
    folderOf({
      ...SOUND,
      'assertions.yaml': 'floors:\n  countries: 2\n  weapons: 3\n  classes:\n    uav: 2\n    naval: 1\n',
    }),
  )
  const { problems, report } = collect()
  checkFloors(source, compileGazetteer(source).lexicon, report)
  expect(problems.map((p) => `${p.at} ${p.message}`)).toEqual([
    'assertions.yaml:3:12 weapons: 2 found, at least 3 expected',
    'assertions.yaml:6:12 classes naval: 0 found, at least 1 expected',
  ])
})
