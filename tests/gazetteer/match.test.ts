import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileGazetteer } from '../../src/gazetteer/compile.ts'
import { fold } from '../../src/gazetteer/fold.ts'
import { designatorForms, SUFFIXES, writtenForms } from '../../src/gazetteer/forms.ts'
import type { GazetteerFile, GazetteerSource } from '../../src/gazetteer/load.ts'
import { createMatcher } from '../../src/gazetteer/match.ts'

const file = <T>(content: T): GazetteerFile<T> => ({ path: 'x.yaml', content, locate: () => 'x.yaml:1:1' })
const header = { source: 'editors', checked: '2025-06' }
const weapon = (id: string, name: string, more: object = {}) => ({ id: `weapon/${id}`, name, ...more })

/** A gazetteer of our own, small enough to see through. */
const source = {
  countries: [
    file({
      ...header,
      entries: [
        {
          id: 'country/AAA',
          name: 'Azurland',
          aliases: ['AZL', 'Republic of Azurland'],
          demonyms: { adjective: ['Azurian', 'Azuro-'] },
          in: { az: ['Lacivərd'], tr: ['Fasa'], ru: ['Лазурия'] },
          capitals: ['Blueton'],
          status: 'un-member',
        },
      ],
    }),
  ],
  leaders: [],
  organizations: [],
  weapons: [
    file({
      ...header,
      class: 'uav',
      entries: [
        weapon('kite-7b', 'Kite-7B'),
        weapon('kite-70', 'Kite 70'),
        weapon('heron', 'Heron', { weak: ['Grey Heron'] }),
      ],
    }),
  ],
  relations: [],
} as unknown as GazetteerSource
const compiled = compileGazetteer(source)
const match = createMatcher(compiled)
const found = (text: string, language = 'en'): string[] => match(text, language).map((m) => m.text)

const ROWS: readonly (readonly [name: string, text: string, language: string, found: readonly string[]])[] = [
  ['plain', 'In Azurland it rained.', 'en', ['Azurland']],
  ['inside-a-word', 'In Azurlandia it rained.', 'en', []],
  ['lower-case', 'in azurland it rained', 'en', []],
  ['capitals', 'AZURLAND WINS', 'en', ['AZURLAND']],
  ['acronym', 'The AZL won.', 'en', ['AZL']],
  ['acronym-lower', 'The Azl won.', 'en', []],
  ['longest', 'The Republic of Azurland won.', 'en', ['Republic of Azurland']],
  ['line-break', 'The Republic\nof Azurland won.', 'en', ['Republic\nof Azurland']],
  ['blank-line', 'The Republic\n\nof Azurland won.', 'en', ['Azurland']],
  ['possessive', 'Azurland’s king', 'en', ['Azurland']],
  ['combining', 'Azuro-German talks', 'en', ['Azuro']],
  ['combining-alone', 'Azuro sang', 'en', []],
  ['soft-hyphen', 'Azur\u00adland won', 'en', ['Azur\u00adland']],
  ['accent', 'Ázurland won', 'en', ['Ázurland']],
  ['suffix-az', 'Lacivərddən gəldi', 'az', ['Lacivərd']],
  ['suffix-az-in-english', 'Lacivərddən gəldi', 'en', []],
  ['language', 'Fasa gitti', 'tr', ['Fasa']],
  ['language-other', 'Fasa gitti', 'en', []],
  ['case-ru', 'в Лазурии', 'ru', ['Лазурии']],
  ['plural', 'Herons flew', 'en', ['Heron']],
  ['plural-of-a-country', 'Azurlands', 'en', []],
  ['designator-hyphen', 'a Kite-7B fell', 'en', ['Kite-7B']],
  ['designator-space', 'a Kite 7B fell', 'en', ['Kite 7B']],
  ['designator-none', 'a Kite7B fell', 'en', ['Kite7B']],
  ['designator-parted', 'a Kite-7 B fell', 'en', ['Kite-7 B']],
  ['designator-digit', 'a Kite-7 fell', 'en', []],
  ['designator-other', 'a Kite-70 fell', 'en', ['Kite-70']],
]

describe('matching', () => {
  test.each(ROWS)('%s', (_, text, language, expected) => {
    expect(found(text, language)).toEqual(expected)
  })

  test('a weak name keeps the strong one it begins with', () => {
    const strongFirst = createMatcher(
      compileGazetteer({
        ...source,
        weapons: [
          file({
            ...header,
            class: 'uav',
            entries: [weapon('grey', 'Grey'), weapon('grey-heron', 'X', { weak: ['Grey Heron'] })],
          }),
        ],
      } as unknown as GazetteerSource),
    )
    const [only] = strongFirst('The Grey Heron flew.', 'en')
    expect(only?.text).toBe('Grey Heron')
    expect(only?.fallback?.text).toBe('Grey')
  })

  test('finds what it says, wherever it stands, and never overlaps', () => {
    const piece = fc.constantFrom(
      'Azurland',
      'Kite-7B',
      'kite',
      ' ',
      '-',
      '’s',
      'ə',
      '\n',
      'é',
      '\u00ad',
      '.',
      'Lacivərd',
      'dan',
      '7',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('en', 'az', 'tr', 'ru'),
        (pieces, language) => {
          const text = pieces.join('')
          let at = 0
          for (const m of match(text, language)) {
            expect(text.slice(m.start, m.end)).toBe(m.text)
            expect(m.start).toBeGreaterThanOrEqual(at)
            at = m.end
          }
        },
      ),
    )
  })
})

describe('forms', () => {
  test.each([
    ['kite-7b', ['kite-7b', 'kite7b', 'kite 7b', 'kite-7-b', 'kite 7 b']],
    ['kite', ['kite']],
  ])('%s is written as', (name, forms) => {
    expect(designatorForms(name)).toEqual(expect.arrayContaining(forms))
  })

  test.each([
    ['лазурский', 'лазурских'],
    ['лазурський', 'лазурських'],
    ['лазурський', 'лазурська'],
    ['Лазурия', 'лазурию'],
  ])('%s is also %s', (name, form) => {
    expect(writtenForms(name)).toContain(form)
  })

  test('keep letters and digits, whatever stands between', () => {
    const word = fc.stringMatching(/^[a-z]{1,4}-?[0-9]{1,3}[a-z]?$/)
    fc.assert(
      fc.property(word, (name) => {
        const bare = name.replace(/[- ]/g, '')
        for (const form of designatorForms(name)) expect(form.replace(/[- ]/g, '')).toBe(bare)
      }),
    )
  })

  test.each(['nin', 'de', 'den', 'ye', 'ler', 'li'])('-%s is an ending in Azerbaijani', (ending) => {
    expect(SUFFIXES.az?.test(ending)).toBe(true)
  })

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (t) => {
        expect(fold(fold(t))).toBe(fold(t))
      }),
    )
  })
})
