import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { formatYaml } from '../../src/gazetteer/format.ts'

const ROOT = resolve(import.meta.dirname, '../../gazetteer')
const read = (text: string): unknown => parse(text, { schema: 'failsafe' })

describe('format', () => {
  const rows: readonly [name: string, text: string, formatted: string][] = [
    ['quotes go where none are needed', 'name: "Dart"\nnot: \'x: y\'\n', 'name: Dart\nnot: "x: y"\n'],
    ['a short list stays in its line', 'a: [ b,c ]\n', 'a: [b, c]\n'],
    [
      'a long list is filled to the width',
      `a: [${Array.from({ length: 30 }, (_, i) => `name ${i}`).join(', ')}]\n`,
      `a: [
  name 0, name 1, name 2, name 3, name 4, name 5, name 6, name 7, name 8, name 9, name 10, name 11, name 12, name 13,
  name 14, name 15, name 16, name 17, name 18, name 19, name 20, name 21, name 22, name 23, name 24, name 25, name 26,
  name 27, name 28, name 29,
]
`,
    ],
    [
      'a long entry gets a line for each field',
      `entries:\n  - {id: weapon/dart-1, name: Dart-1, note: ${'long '.repeat(30).trim()}}\n`,
      `entries:\n  - id: weapon/dart-1\n    name: Dart-1\n    note: ${'long '.repeat(30).trim()}\n`,
    ],
    ['comments stay', '# why\na: b # because\n', '# why\na: b # because\n'],
    ['a comma in a name keeps its quotes', 'a: ["Paris, Texas", b]\n', 'a: ["Paris, Texas", b]\n'],
  ]
  for (const [name, text, formatted] of rows)
    test(name, () => {
      expect(formatYaml(text)).toBe(formatted)
    })

  test('what is no YAML is an error', () => {
    expect(() => formatYaml('a: [b')).toThrow()
  })

  test('formatting twice changes nothing, and no word is lost', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((s) => s.trim() || 'x')
    const entry = fc.record(
      {
        id: word,
        name: word,
        aliases: fc.array(word, { minLength: 1, maxLength: 30 }),
        in: fc.dictionary(fc.constantFrom('az', 'ru', 'fa'), fc.array(word, { minLength: 1, maxLength: 12 })),
      },
      { requiredKeys: ['id', 'name'] },
    )
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0, 1, 2, 3),
        (entries, flow) => {
          const text = stringify(
            { entries },
            { collectionStyle: flow > 1 ? 'flow' : 'block', lineWidth: flow % 2 ? 0 : 80 },
          )
          const once = formatYaml(text)
          expect(formatYaml(once)).toBe(once)
          expect(read(once)).toEqual(read(text))
        },
      ),
      { numRuns: 60 },
    )
  }, 30_000)

  test('every file of the gazetteer is formatted', () => {
    const names = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.yaml'))
    const wrong = names.filter((name) => {
      const text = readFileSync(join(ROOT, name), 'utf8')
      return formatYaml(text) !== text
    })
    expect(wrong, 'run "npx araxes gazetteer format"').toEqual([])
  }, 60_000)
})
