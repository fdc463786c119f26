import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  COUNTED,
  countryEntry,
  leaderEntry,
  ORGANIZATION_FAMILIES,
  organizationEntry,
  WEAPON_CLASSES,
  weaponEntry,
} from '../../src/gazetteer/schema.ts'

const README = readFileSync(resolve(import.meta.dirname, '../../gazetteer/README.md'), 'utf8')

describe('the data dictionary', () => {
  for (const [kind, entry] of Object.entries({ countryEntry, leaderEntry, organizationEntry, weaponEntry }))
    test(`explains every field of ${kind}`, () => {
      expect(Object.keys(entry.shape).filter((field) => !README.includes(`\`${field}\``))).toEqual([])
    })

  test('lists every family and class', () => {
    expect([...ORGANIZATION_FAMILIES, ...WEAPON_CLASSES].filter((name) => !README.includes(name))).toEqual([])
  })

  test('explains every code of a problem', () => {
    const codes = ['references', 'terms', 'names', 'words', 'floors'].flatMap((name) =>
      [
        ...readFileSync(
          resolve(import.meta.dirname, `../../src/gazetteer/checks/${name}.ts`),
          'utf8',
        ).matchAll(/report\(\s*(?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g),
      ].flatMap((m) => m.slice(1).filter((code) => code !== undefined)),
    )
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !README.includes(`\`${code}\``))).toEqual([])
  })

  test('shows a weapon that is one', () => {
    const [, block] = /## Adding one weapon[\s\S]*?```yaml\n([\s\S]*?)```/.exec(README)!
    const [entry] = parse(block!, { schema: 'failsafe' }) as unknown[]
    expect(weaponEntry.safeParse(entry).error).toBeUndefined()
  })

  test('counts have names people can read', () => {
    expect(new Set(COUNTED).size).toBe(COUNTED.length)
  })
})
