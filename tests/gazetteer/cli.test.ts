import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Done, runHere } from '../run-here.ts'
import { folderOf, SOUND, spoilt } from './harness.ts'

async function araxes(...args: readonly string[]): Promise<Done> {
  const done = await runHere(args)
  expect(done.stderr).not.toMatch(/^\s+at /m)
  return done
}

describe('araxes gazetteer', { timeout: 60_000 }, () => {
  test('check: a sound gazetteer', async () => {
    const { code, stderr } = await araxes('gazetteer', 'check', '--folder', folderOf(SOUND))
    expect(stderr).toBe('no problems\n')
    expect(code).toBe(0)
  })

  test('check: an error names the place, the value and the way out', async () => {
    const folder = folderOf({
      ...SOUND,
      ...spoilt('weapons/uav.yaml', 'confused: [weapon/dart-2]', 'confused: [weapon/dart-3]'),
    })
    const { code, stderr } = await araxes('gazetteer', 'check', '--folder', folder)
    expect(stderr).toContain(
      'weapons/uav.yaml:5:71  error  weapon/dart-3 is not defined — add the entry, or write weapon/dart-1  [gazetteer/dangling]',
    )
    expect(code).toBe(1)
  })

  test('check --relations: a report by class that fails nothing', async () => {
    const { code, stdout } = await araxes('gazetteer', 'check', '--relations', '--folder', folderOf(SOUND))
    expect(stdout).toMatch(/^accuses\/condemn +1 +100 % +100 % +100 %$/m)
    expect(code).toBe(0)
  })

  test('format writes what format --check only reports', async () => {
    const folder = folderOf({ 'sources.yaml': 'sources: {"editors": {title: "Editors"}}\n' })
    expect(await araxes('gazetteer', 'format', '--check', '--folder', folder)).toMatchObject({
      code: 1,
      stderr: 'sources.yaml is not formatted\n',
    })
    expect((await araxes('gazetteer', 'format', '--folder', folder)).code).toBe(0)
    expect(readFileSync(join(folder, 'sources.yaml'), 'utf8')).toBe('sources: {editors: {title: Editors}}\n')
    expect(await araxes('gazetteer', 'format', '--check', '--folder', folder)).toMatchObject({
      code: 0,
      stderr: '',
    })
  })

  test('stats tell counts, size and loading time', async () => {
    const stats = JSON.parse((await araxes('gazetteer', 'stats', '--json')).stdout) as Record<string, unknown>
    expect(stats.leaders).toBeGreaterThan(2000)
    expect(stats.classes).toHaveProperty('uav')
    expect(stats.compiled).toHaveProperty('loads in, ms')
  })

  test('import makes entries of the rows it does not know', async () => {
    const folder = folderOf({
      't.csv': 'name,class,origin\nDart-99,uav,Azerbaijan\nShahed-136,uav,Iran\nKite 7,kites,IRN\n',
    })
    const { code, stdout, stderr } = await araxes(
      'gazetteer',
      'import',
      join(folder, 't.csv'),
      '--kind',
      'weapon',
    )
    expect(stdout).toBe(`# weapons/uav.yaml
  - id: weapon/dart-99
    name: Dart-99
    origin: country/AZE

# weapons/?.yaml
  - id: weapon/kite-7
    name: Kite 7
    origin: country/IRN

`)
    expect(stderr).toBe('3 rows, 1 in the gazetteer already\n')
    expect(code).toBe(0)
  })

  test('coverage of a list it cannot read', async () => {
    const folder = folderOf({ 't.csv': 'colour\nred\n' })
    const { code, stderr } = await araxes('gazetteer', 'coverage', join(folder, 't.csv'))
    expect(stderr).toContain('has the columns colour; "equipment" or "leader" and "state" are wanted')
    expect(code).toBe(2)
  })

  test('coverage of equipment', async () => {
    const folder = folderOf({ 't.csv': 'equipment,category,count\nT-72B3,Tanks,3\nSnowplough X,Tanks,1\n' })
    const { code, stdout } = await araxes('gazetteer', 'coverage', join(folder, 't.csv'))
    expect(stdout).toContain('equipment: 1 of 2 rows, 50.0 %\n  by count: 3 of 4, 75.0 %')
    expect(stdout).toContain('Snowplough X, Tanks, 1')
    expect(code).toBe(0)
  })
})

describe('araxes suggest', { timeout: 60_000 }, () => {
  const article = (id: string) =>
    JSON.stringify({ id, language: 'en', text: 'Iran showed the new Zolvaran-77 missile on Monday.' })

  test('names, contexts and entries', async () => {
    const folder = folderOf({ 'a.jsonl': `${article('a')}\n${article('b')}\n` })
    const { code, stdout } = await araxes('suggest', join(folder, 'a.jsonl'), '--kind', 'weapon')
    expect(stdout).toBe(`Zolvaran-77  weapon, 2 times in 2 articles, with IRN
    “Iran showed the new Zolvaran-77 missile on Monday.”
  # weapons/?.yaml
  - id: weapon/zolvaran-77
    name: Zolvaran-77
    origin: country/IRN

`)
    expect(code).toBe(0)
  })

  test('a limit that is none', async () => {
    expect(await araxes('suggest', '.', '--limit', 'few')).toMatchObject({ code: 2 })
  })
})
