import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Article } from '../../src/core/article.ts'
import type { Statement } from '../../src/core/statement.ts'
import { createExtractor, type Extractor } from '../../src/extract/extractor.ts'
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts'

interface Row {
  readonly name: string
  readonly text: string
  readonly is?: readonly string[]
  readonly not?: readonly string[]
}

const rows = parse(readFileSync(join(import.meta.dirname, 'relations.yaml'), 'utf8')) as readonly Row[]
const articleOf = (text: string): Article => ({
  id: 'row',
  title: null,
  text,
  url: null,
  publisher: null,
  publishedOn: '2022-10-05',
  language: 'en',
  origin: 'row',
})

let extractor: Extractor
beforeAll(async () => {
  extractor = createExtractor({ gazetteer: await loadGazetteer() })
})

const UNDIRECTED = new Set(['AGREES_WITH', 'CONSULTS', 'COOPERATES_WITH'])

/** Whether a statement is what a row's words say. */
function matches(said: string, s: Statement): boolean {
  const [, source, relation, target, rest = ''] = /^(\S+) (\S+) (\S+)(.*)$/.exec(said)!
  if (s.relation !== relation) return false
  const ends = [s.source.code, s.target.entity.startsWith('weapon/') ? s.target.entity : s.target.code]
  const straight = ends[0] === source && ends[1] === target
  if (!straight && !(UNDIRECTED.has(relation!) && ends[0] === target && ends[1] === source)) return false
  const weapon = / with (\S+)/.exec(rest)?.[1]
  const speaker = / said by (\S+)/.exec(rest)?.[1]
  const words = rest
    .replace(/ (?:with|said by) \S+/g, '')
    .trim()
    .split(' ')
    .filter(Boolean)
  const polarity = words.includes('negated') ? 'negated' : 'affirmed'
  const modality = words.find((w) => w !== 'negated') ?? (polarity === 'negated' ? s.modality : 'actual')
  return (
    s.polarity === polarity &&
    s.modality === modality &&
    (weapon === undefined || s.weapons.includes(weapon)) &&
    (speaker === undefined || s.saidBy?.code === speaker)
  )
}

describe('a sentence says', () => {
  for (const { name, text, is = [], not = [] } of rows) {
    test(name, () => {
      const { statements } = extractor.extract(articleOf(text)).record
      const found = statements.map(
        (s) =>
          `${s.source.code} ${s.relation} ${s.target.code ?? s.target.entity} ${s.polarity} ${s.modality}`,
      )
      for (const said of is)
        expect(
          statements.some((s) => matches(said, s)),
          `${said} in ${JSON.stringify(found)}`,
        ).toBe(true)
      for (const said of not)
        expect(
          statements.some((s) => matches(said, s)),
          `not ${said} in ${JSON.stringify(found)}`,
        ).toBe(false)
    })
  }
})

test('a denial reaches back to what was alleged before it', () => {
  const text =
    'In July, the White House claimed that Iran was preparing to supply Russia with drones. Tehran denied the charge.'
  const { statements } = extractor.extract(articleOf(text)).record
  const denial = statements.find((s) => s.rule === 'discourse/denial')
  expect(denial).toMatchObject({ relation: 'SUPPLIES_ARMS_TO', polarity: 'negated', modality: 'alleged' })
  expect(denial!.saidBy!.code).toBe('IRN')
})

test('an article in another language is tagged and not read', () => {
  const { record } = extractor.extract({ ...articleOf('Rusiya Ukraynaya hücum etdi.'), language: 'az' })
  expect(record.mentions.map((m) => m.entity)).toEqual(expect.arrayContaining(['country/RUS', 'country/UKR']))
  expect(record.statements).toEqual([])
})

describe('whatever the text', () => {
  const words = fc.constantFrom(
    'Iran',
    'Azerbaijan',
    'accused',
    'of',
    'the',
    'Israeli',
    'drones',
    ',',
    '.',
    'said',
    'that',
    'denied',
    'supplying',
    'and',
    'Russia',
    '“',
    '”',
    'to',
    'president',
    "'s",
    'Aliyev',
    'attack',
    'on',
    'was',
    'by',
    'will',
    'not',
    'Shahed-136',
    '(IRGC)',
    'which',
    'if',
    'Tehran',
    '—',
    'U.S.',
    '3,000',
    'İ',
    '😀',
    '\n',
  )
  const text = fc.oneof(
    fc.array(words, { maxLength: 40 }).map((w) => w.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  test('offsets are exact and ids unique', () => {
    fc.assert(
      fc.property(text, (t) => {
        const { record } = extractor.extract(articleOf(t))
        for (const m of record.mentions) expect(t.slice(m.start, m.end)).toBe(m.text)
        for (const s of record.statements) {
          expect(t.slice(s.sentence.start, s.sentence.end)).toBe(s.sentence.text)
          expect(t.slice(s.trigger.start, s.trigger.end)).toBe(s.trigger.text)
          for (const end of [s.source, s.target]) {
            expect(end.start).toBeGreaterThanOrEqual(0)
            expect(end.end).toBeLessThanOrEqual(t.length)
            expect(end.start).toBeLessThan(end.end)
          }
          expect(s.confidence).toBeGreaterThan(0)
          expect(s.confidence).toBeLessThanOrEqual(1)
        }
        const ids = record.statements.map((s) => s.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 300 },
    )
  })

  test('the same text gives the same record', () => {
    fc.assert(
      fc.property(text, (t) => {
        expect(extractor.extract(articleOf(t)).record).toEqual(extractor.extract(articleOf(t)).record)
      }),
      { numRuns: 100 },
    )
  })
})

/** The sector a leader acts in, of the offices held that day the first in the titles; each row with a twin. */
const SECTORS: readonly (readonly [
  name: string,
  publishedOn: string | null,
  text: string,
  sector: string,
])[] = [
  ['president-and-party-leader', '2022-10-05', 'Recep Tayyip Erdogan condemned Greece.', 'GOV'],
  ['party-leader', '2022-10-05', 'Devlet Bahceli condemned Greece.', 'PTY'],
  ['no-day-the-office-that-runs', null, 'Kassym-Jomart Tokayev condemned Armenia.', 'GOV'],
  ['the-day-of-an-earlier-office', '2016-02-01', 'Kassym-Jomart Tokayev condemned Armenia.', 'LEG'],
]
describe('the sector of a leader', () => {
  test.each(SECTORS)('%s', (_name, publishedOn, text, sector) => {
    const { record } = extractor.extract({ ...articleOf(text), publishedOn })
    expect(record.statements.map((s) => s.source.sector)).toContain(sector)
  })
})
