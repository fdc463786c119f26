import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { KINDS } from '../../src/core/entity.ts'
import { FACT_TYPES } from '../../src/core/graph.ts'
import { RELATIONS } from '../../src/core/ontology.ts'

const text = await readFile(new URL('../../cypher/browser/araxes.grass', import.meta.url), 'utf8')
const rules = new Map(
  [...text.matchAll(/^([\w.]+) \{\n(.*?)^\}/gms)].map(([, selector, body]) => [
    selector!,
    new Map([...body!.matchAll(/^ {2}([\w-]+): (.+);$/gm)].map((m) => [m[1]!, m[2]!])),
  ]),
)

it('each kind of entity has a colour of its own, and its name as a quoted caption', () => {
  const kinds = KINDS.map((kind) => rules.get(`node.${kind[0]!.toUpperCase()}${kind.slice(1)}`))
  expect(new Set(kinds.map((rule) => rule?.get('color'))).size).toBe(KINDS.length)
  for (const rule of kinds) expect(rule?.get('caption')).toBe('"{name}"')
})

it('the rule of a kind stands after that of all entities, which it overrules', () => {
  const nodes = [...rules.keys()].filter((selector) => selector.startsWith('node'))
  expect(nodes.slice(0, 2)).toEqual(['node', 'node.Entity'])
})

it('each relation is coloured by its quad class, those towards a weapon alike', () => {
  const colours = new Map(RELATIONS.map(({ quad }) => [quad, new Set<string | undefined>()]))
  for (const { relation, quad } of RELATIONS)
    colours.get(quad)!.add(rules.get(`relationship.${relation}`)?.get('color'))
  const all = [...colours.values()].flatMap((found) => [...found])
  expect(all).toHaveLength(colours.size)
  expect(new Set(all).size).toBe(colours.size)
  expect(all).not.toContain(undefined)
})

it('names nothing the model lacks', () => {
  const known = [...RELATIONS.map((r) => r.relation as string), ...FACT_TYPES]
  const named = [...rules.keys()].flatMap((selector) => /^relationship\.(\w+)$/.exec(selector)?.[1] ?? [])
  expect(named.filter((type) => !known.includes(type))).toEqual([])
})
