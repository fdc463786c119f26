import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../src/gazetteer/csv.ts'
import { slugOf, stubFile, stubYaml } from '../../src/gazetteer/stub.ts'
import { problemsOf, SOUND } from './harness.ts'

describe('stubs', () => {
  test('a slug is lower case and ASCII', () => {
    expect(slugOf('İlham Əliyev')).toBe('ilham-eliyev')
    expect(slugOf('9M133 Kornet-E')).toBe('9m133-kornet-e')
    expect(slugOf('Путин')).toBe('')
  })

  test('a weapon, pasted into its file, is sound', async () => {
    const stub = {
      kind: 'weapon',
      name: 'Dart-3',
      aliases: ['Dart III'],
      country: 'AZE',
      room: 'uav',
    } as const
    expect(stubFile(stub)).toBe('weapons/uav.yaml')
    const yaml = stubYaml(stub)
    expect(yaml).toBe(
      '  - id: weapon/dart-3\n    name: Dart-3\n    aliases: [Dart III]\n    origin: country/AZE\n',
    )
    expect(await problemsOf({ 'weapons/uav.yaml': SOUND['weapons/uav.yaml']! + yaml })).toEqual([])
  })

  test('a leader, with what is unknown marked', () => {
    expect(stubYaml({ kind: 'leader', name: 'Cem Gamma', from: '2020' })).toBe(
      '  - id: leader/cem-gamma\n    name: Cem Gamma\n    offices:\n      - {office: "?", from: 2020}\n',
    )
    expect(stubFile({ kind: 'leader', name: 'Cem Gamma' })).toBe('leaders/, the file of: ?')
  })

  test('an organization', () => {
    expect(stubYaml({ kind: 'organization', name: 'Tea Board', country: 'AZE' })).toBe(
      '  - id: organization/tea-board\n    name: Tea Board\n    code: AZE\n    basedIn: country/AZE\n',
    )
  })
})

describe('tables', () => {
  const rows: readonly [name: string, text: string, rows: readonly object[]][] = [
    ['columns by name, lower case', 'Name,Count\nDart,2\n', [{ name: 'Dart', count: '2' }]],
    ['commas in quotes', 'a,b\n"x, y","say ""z"""\n', [{ a: 'x, y', b: 'say "z"' }]],
    ['a byte order mark and Windows lines', '\uFEFFa\r\nx\r\n', [{ a: 'x' }]],
    ['a quote inside a cell', 'a,b\n\'Dart\' "2",y\n', [{ a: '\'Dart\' "2"', b: 'y' }]],
    ['an empty file', '', []],
  ]
  for (const [name, text, expected] of rows)
    test(name, () => {
      expect(parseCsv(text, 't.csv')).toEqual(expected)
    })

  test('a quote left open is an error that names the file', () => {
    expect(() => parseCsv('a\n"x\n', 't.csv')).toThrow(/^t\.csv is no CSV: /)
  })
})
