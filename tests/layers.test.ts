import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** What each room may know besides itself. */
const KNOWS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  gazetteer: ['core'],
  readers: ['core'],
  extract: ['core', 'gazetteer'],
  pipeline: ['core', 'gazetteer', 'readers', 'extract'],
  stores: ['core'],
  queries: ['core'],
  cli: ['core', 'gazetteer', 'readers', 'extract', 'pipeline', 'stores', 'queries'],
}

/** The one door by which each dependency enters. */
const DOORS: Readonly<Record<string, RegExp>> = {
  compromise: /^extract\/grammar\.ts$/,
  'chrono-node': /^extract\/calendar\.ts$/,
  'neo4j-driver': /^stores\/neo4j\.ts$/,
  '@grafeo-db/js': /^stores\/grafeo\.ts$/,
  'p-limit': /^pipeline\/batch-writer\.ts$/,
  piscina: /^pipeline\/(?:pool|worker)\.ts$/,
  yaml: /^gazetteer\//,
  fflate: /^queries\/favourites\.ts$/,
  'csv-parse': /^gazetteer\/csv\.ts$/,
  commander: /^cli\//,
  tinyglobby: /^readers\/files\.ts$/,
  picocolors: /^cli\//,
}

interface Import {
  readonly file: string
  readonly target: string
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((f) => f.replaceAll('\\', '/'))
  .filter((f) => f.endsWith('.ts'))
const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:^|\n)(?:import|export)\s[^'"]*?from\s+'([^']+)'/g),
  ].map((m) => ({ file, target: m[1]! })),
)
const roomOf = (path: string): string => path.split('/')[0]!

describe('imports point up the ranks', () => {
  for (const [room, known] of Object.entries(KNOWS)) {
    for (const other of Object.keys(KNOWS).filter((r) => r !== room && !known.includes(r))) {
      test(`${room} must not know ${other}`, () => {
        const wrong = imports.filter(({ file, target }) => {
          if (roomOf(file) !== room || !target.startsWith('.')) return false
          return roomOf(relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/')) === other
        })
        expect(wrong).toEqual([])
      })
    }
  }
})

describe('each dependency enters by one door', () => {
  for (const [name, door] of Object.entries(DOORS)) {
    test(`${name} enters by ${door.source}`, () => {
      const users = imports
        .filter(({ target }) => target === name || target.startsWith(`${name}/`))
        .map((i) => i.file)
      expect(users.length).toBeGreaterThan(0)
      expect(users.filter((file) => !door.test(file))).toEqual([])
    })
  }

  test('every dependency of package.json has its door', () => {
    const { dependencies } = JSON.parse(readFileSync(resolve(SRC, '../package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const unguarded = Object.keys(dependencies).filter((d) => !(d in DOORS) && d !== 'zod')
    expect(unguarded).toEqual([])
  })
})

test('core uses no clock and no file', () => {
  const wrong = imports.filter(
    ({ file, target }) => roomOf(file) === 'core' && /^node:(?!crypto)/.test(target),
  )
  const clocks = files.filter(
    (f) =>
      roomOf(f) === 'core' && /\b(?:Date\.now\(\)|new Date\(\))/.test(readFileSync(join(SRC, f), 'utf8')),
  )
  expect([...wrong, ...clocks]).toEqual([])
})

test('no file is called utils, helpers, types or manager', () => {
  expect(files.filter((f) => /(?:^|\/)(?:utils?|helpers?|types|manager)\.ts$/.test(f))).toEqual([])
})
