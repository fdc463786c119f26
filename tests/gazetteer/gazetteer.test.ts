import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Leader } from '../../src/core/entity.ts'
import { checkCommonWords } from '../../src/extract/check-common-words.ts'
import { checkExamples, exampleArticle } from '../../src/extract/check-examples.ts'
import { coverageKind, equipmentCoverage, leaderCoverage } from '../../src/extract/coverage.ts'
import { createExtractor, type Extractor } from '../../src/extract/extractor.ts'
import { createSuggester } from '../../src/extract/suggest.ts'
import { checkSource } from '../../src/gazetteer/check.ts'
import { checkFloors } from '../../src/gazetteer/checks/floors.ts'
import { collect } from '../../src/gazetteer/checks/report.ts'
import { type CompiledGazetteer, compileGazetteer } from '../../src/gazetteer/compile.ts'
import { decodeCompiled, readCompiled, writeCompiled } from '../../src/gazetteer/compiled-file.ts'
import { findName } from '../../src/gazetteer/find.ts'
import { COMPILED_PATH, createGazetteer, type Gazetteer } from '../../src/gazetteer/gazetteer.ts'
import { type GazetteerSource, loadGazetteerSource } from '../../src/gazetteer/load.ts'
import { folderOf } from './harness.ts'

/** The gazetteer itself, from its YAML: loaded once for all tests of this file. */
let source: GazetteerSource
let compiled: CompiledGazetteer
let gazetteer: Gazetteer
let extractor: Extractor
beforeAll(async () => {
  const loaded = await loadGazetteerSource(resolve(import.meta.dirname, '../../gazetteer'))
  expect(loaded.problems).toEqual([])
  source = loaded.source
  compiled = compileGazetteer(source)
  gazetteer = createGazetteer(compiled)
  extractor = createExtractor({ gazetteer })
}, 120_000)

/** What the automaton of names is made of. */
const PARTS = ['letters', 'states', 'values', 'tails', 'heads'] as const

const entitiesIn = (text: string): string[] =>
  extractor.tag(exampleArticle(text)).tags.mentions.map((m) => m.entity)

describe('the gazetteer', () => {
  test('has no problem between its entries', () => {
    expect(checkSource(source)).toEqual([])
  })

  test('has no strong name that is a word of the language', () => {
    expect(checkCommonWords(source)).toEqual([])
  })

  test('finds its examples and none of its counter-examples', () => {
    expect(checkExamples(source, extractor)).toEqual([])
  })

  test('reaches its floors, and these are not lower than what was promised', () => {
    const { problems, report } = collect()
    checkFloors(source, compiled.lexicon, report)
    expect(problems).toEqual([])
    const floors = source.assertions!.content.floors
    for (const [key, least] of Object.entries({ leaders: 2000, organizations: 1000, weapons: 1200 }))
      expect(floors[key as 'leaders'], key).toBeGreaterThanOrEqual(least)
  })

  test('compiles to a file that reads back as it was', async () => {
    const path = join(folderOf({}), 'gazetteer.bin')
    await writeCompiled(path, compiled)
    const read = decodeCompiled(await readCompiled(path))
    expect(read.lexicon).toEqual(JSON.parse(JSON.stringify(compiled.lexicon)))
    for (const key of PARTS)
      expect(Buffer.compare(bytesOf(read.trie[key]), bytesOf(compiled.trie[key])), key).toBe(0)
    expect(Buffer.compare(bytesOf(read.patterns), bytesOf(compiled.patterns))).toBe(0)
    expect(Buffer.compare(bytesOf(read.senses), bytesOf(compiled.senses))).toBe(0)
  })

  test('compiles alike twice: here, and when it was built', async () => {
    const built = decodeCompiled(await readCompiled(COMPILED_PATH))
    expect(built.lexicon.version, 'after a change of gazetteer/ run "npm run build:gazetteer"').toBe(
      compiled.lexicon.version,
    )
    for (const key of PARTS)
      expect(Buffer.compare(bytesOf(built.trie[key]), bytesOf(compiled.trie[key])), key).toBe(0)
  })

  test('knows the same country by its code in every file', () => {
    const codes = source.countries.flatMap((f) => f.content.entries.map((e) => e.iso2)).filter((c) => c)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThanOrEqual(249)
  })
})

const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

interface Ambiguity {
  readonly name: string
  readonly text: string
  readonly finds: readonly string[]
  readonly twin: string
  readonly not?: readonly string[]
  readonly notInTwin?: readonly string[]
}

describe('names that mean several things', () => {
  const rows = parse(readFileSync(join(import.meta.dirname, 'ambiguities.yaml'), 'utf8')) as Ambiguity[]
  for (const { name, text, finds, twin, not = [], notInTwin } of rows) {
    test(name, () => {
      const found = entitiesIn(text)
      for (const id of finds) expect(found, text).toContain(id)
      // With `notInTwin`, `not` speaks of the text itself.
      if (notInTwin) for (const id of not) expect(found, text).not.toContain(id)
    })
    test(`${name}, the twin`, () => {
      const found = entitiesIn(twin)
      for (const id of notInTwin ?? not) expect(found, twin).not.toContain(id)
    })
  }
})

describe('find', () => {
  const ids = (name: string): string[] => findName(gazetteer, name).found.map((f) => f.entity.id)

  test('a designation in another spelling', () => {
    expect(ids('shahed 136')).toEqual(['weapon/shahed-136'])
  })
  test('a weak name, and what vouches for it', () => {
    const { found } = findName(gazetteer, 'Charles Taylor')
    expect(found[0]).toMatchObject({ weak: true, entity: { id: 'leader/charles-taylor-liberia' } })
    expect(found[0]!.near).toContain('liberia')
  })
  test('a part of a name', () => {
    expect(findName(gazetteer, 'Chuvash').found.every((f) => f.as === 'similar')).toBe(true)
  })
  test('a name that stands for nothing', () => {
    expect(findName(gazetteer, 'Gulf of Oman')).toEqual({ found: [], nothing: true })
  })
})

describe('coverage', () => {
  test('the kind of a list is told by its columns', () => {
    expect(coverageKind(['equipment', 'category', 'count'])).toBe('equipment')
    expect(coverageKind(['cow_state', 'leader', 'start', 'end'])).toBe('leaders')
    expect(coverageKind(['leader'])).toBeUndefined()
  })

  test('equipment counts by its count; lorries and what is unknown are left aside', () => {
    const coverage = equipmentCoverage(
      [
        { equipment: 'T-72B3', category: 'Tanks', count: '7' },
        { equipment: 'Snowplough X', category: 'Tanks', count: '2' },
        { equipment: 'Unknown tank', category: 'Tanks', count: '9' },
        { equipment: 'Ural-4320', category: 'Trucks, Vehicles and Jeeps', count: '50' },
      ],
      extractor,
    )
    expect(coverage).toMatchObject({ rows: 2, found: 1, weight: 9, foundWeight: 7 })
    expect(coverage.aside).toEqual({ unknown: 1, 'trucks and cars': 1 })
    expect(coverage.missing.map((m) => m.row.equipment)).toEqual(['Snowplough X'])
  })

  test('a leader counts by name, state and time', () => {
    const leaders = gazetteer.entities.filter((e): e is Leader => e.kind === 'leader')
    const row = (leader: string, start: string, end: string) => ({ cow_state: 'GMY', leader, start, end })
    const coverage = leaderCoverage(
      [
        row('Kohl', '1990-10-01', '1998-10'),
        row('Schroder', '1998-10-27', '2005-11'),
        row('Kohl', '2010-01', '2011-01'),
        row('Nobody', '1998', '1999'),
      ],
      leaders,
      (code) => (code === 'GMY' ? ['country/DEU'] : []),
    )
    expect(coverage).toMatchObject({ rows: 4, found: 2 })
    expect(coverage.missing.map((m) => m.row.leader)).toEqual(['Kohl', 'Nobody'])
  })
})

describe('suggest', () => {
  test('names that the gazetteer lacks, with a guess, contexts and an entry to be', () => {
    const suggester = createSuggester(extractor)
    const text =
      'Iran showed the new Zolvaran-77 missile. President Vladimir Putin met Foreign Minister Ferdinand Quxley of Iran. Troops reached Xanavar on Monday.'
    for (const id of ['a', 'b']) suggester.read({ ...exampleArticle(text), id })
    const found = new Map(suggester.suggestions().map((s) => [s.name, s]))
    expect(found.get('Zolvaran-77')).toMatchObject({
      kind: 'weapon',
      count: 2,
      articles: 2,
      country: 'IRN',
      contexts: ['Iran showed the new Zolvaran-77 missile.'],
    })
    expect(found.get('Ferdinand Quxley')).toMatchObject({
      kind: 'leader',
      stub: { office: 'foreign-minister', country: 'IRN' },
    })
    expect(found.get('Xanavar')?.count).toBe(2)
    for (const known of ['Iran', 'Vladimir Putin', 'Putin', 'Monday', 'Troops'])
      expect(found.has(known)).toBe(false)
  })
})
