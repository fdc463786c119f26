import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore, Row } from '../../src/core/graph.ts'
import { listQueries, runQuery } from '../../src/queries/index.ts'
import { BATCH, ENTITIES, FACTS } from './small-graph.ts'
import { type Place, STORES } from './table.ts'

const queries = await listQueries()
const recipes = [
  ...(await readFile(new URL('../../cypher/README.md', import.meta.url), 'utf8')).matchAll(
    /```cypher\n(.*?)```/gs,
  ),
].map((m) => m[1]!)
const places: Place[] = []
const stores = new Map<string, GraphStore>()

beforeAll(async () => {
  for (const { name, missing, enter } of STORES) {
    if (missing !== undefined) continue
    const place = await enter()
    places.push(place)
    const store = await place.open()
    await store.prepare()
    await store.writeFacts(ENTITIES, FACTS)
    await store.writeArticles(BATCH)
    stores.set(name, store)
  }
})

afterAll(async () => {
  for (const place of places) await place.leave()
})

const ask = async (store: string, query: string, given: Record<string, string>): Promise<readonly Row[]> =>
  runQuery(stores.get(store)!, query, given)

/** A required parameter's example as a person would type it. */
const examplesOf = (query: (typeof queries)[number]): Record<string, string> =>
  Object.fromEntries(query.parameters.filter((p) => !p.optional).map((p) => [p.name, String(p.example)]))

describe('every query finds something with its examples', () => {
  for (const query of queries) {
    it(query.name, async () => {
      const rows = await ask('grafeo', query.name, examplesOf(query))
      expect(rows.length).toBeGreaterThan(0)
      const paths = Object.values(rows[0]!).filter(
        (v) => v !== null && typeof v === 'object' && 'relationships' in v,
      )
      expect(query.shows).toBe(paths.length > 0 ? 'picture' : 'table')
    })
  }
})

describe.skipIf(!STORES.every((s) => s.missing === undefined))(
  'every query answers the same on both stores',
  () => {
    for (const query of queries) {
      it(query.name, async () => {
        expect(await ask('neo4j', query.name, examplesOf(query))).toEqual(
          await ask('grafeo', query.name, examplesOf(query)),
        )
      })
    }
  },
)

/** A question as a person asks it, and some columns of the answer. */
const ANSWERS: readonly (readonly [
  what: string,
  query: string,
  given: Record<string, string>,
  rows: readonly Row[],
])[] = [
  [
    'an actor is found by alias in any letter case and script, with its leaders and organizations',
    'relations-between',
    { a: 'tehran', b: 'AZƏRBAYCAN' },
    [
      {
        day: '2022-11-11',
        source: 'Iran',
        relation: 'ACCUSES',
        target: 'Azerbaijan',
        saidBy: 'Hossein Amir-Abdollahian',
      },
      {
        day: '2022-11-11',
        source: 'Ilham Aliyev',
        relation: 'ACCUSES',
        target: 'Iran',
        saidBy: 'Ilham Aliyev',
      },
      { day: '2022-11-11', source: 'Iran', relation: 'THREATENS', target: 'Azerbaijan', polarity: 'negated' },
      { day: '2022-11', source: 'Ebrahim Raisi', relation: 'THREATENS', target: 'Azerbaijan' },
      {
        day: '2021-10-06',
        source: 'Iran',
        relation: 'THREATENS',
        target: 'Azerbaijan',
        modality: 'alleged',
        saidBy: 'Azerbaijan',
      },
      {
        day: '2021-10-01',
        source: 'Islamic Revolutionary Guard Corps',
        relation: 'MOBILIZES_AGAINST',
        target: 'Azerbaijan',
      },
    ],
  ],
  [
    'by its code, within bounds that take in all of a month',
    'relations-between',
    { a: 'irn', b: 'aze', from: '2021-10', to: '2021-10' },
    [
      { day: '2021-10-06', modality: 'alleged' },
      { day: '2021-10-01', source: 'Islamic Revolutionary Guard Corps' },
    ],
  ],
  [
    'a leader stands for nobody else',
    'relations-between',
    { a: 'Raisi', b: 'Azerbaijan' },
    [{ source: 'Ebrahim Raisi', relation: 'THREATENS' }],
  ],
  ['an unknown actor has no relations', 'relations-between', { a: 'Atlantis', b: 'Azerbaijan' }, []],
  ['a text is never Cypher', 'relations-between', { a: "Iran' OR true //", b: '`) DETACH DELETE (n' }, []],
  [
    'a timeline counts each statement once, in its class',
    'timeline',
    { a: 'Iran' },
    [
      {
        month: '2021-10',
        verbalCooperation: 0,
        materialCooperation: 0,
        verbalConflict: 1,
        materialConflict: 1,
      },
      {
        month: '2022-07',
        verbalCooperation: 0,
        materialCooperation: 1,
        verbalConflict: 0,
        materialConflict: 0,
      },
      {
        month: '2022-10',
        verbalCooperation: 0,
        materialCooperation: 1,
        verbalConflict: 0,
        materialConflict: 0,
      },
      {
        month: '2022-11',
        verbalCooperation: 1,
        materialCooperation: 0,
        verbalConflict: 3,
        materialConflict: 0,
      },
    ],
  ],
  [
    'a claim stands beside its denial',
    'claims-and-denials',
    { actor: 'Russia' },
    [
      {
        claimModality: 'planned',
        claimant: 'United States',
        denier: 'Hossein Amir-Abdollahian',
        denialSentence: 'Iran denies supplying Russia.',
      },
      { claimModality: 'actual', claimant: null, denier: 'Hossein Amir-Abdollahian' },
    ],
  ],
  [
    'a denied supply is no supply',
    'arms-suppliers',
    { receiver: 'Moscow' },
    [
      {
        supplier: 'Iran',
        receiver: 'Russia',
        weapon: 'Shahed-136',
        statements: 2,
        actual: 1,
        firstDate: '2022-07-12',
        lastDate: '2022-10',
      },
    ],
  ],
  [
    'a plan is paired with the deed that follows it',
    'planned-then-happened',
    {},
    [{ announced: '2022-07-12', happened: '2022-10', source: 'Iran', target: 'Russia' }],
  ],
  [
    'what was said before someone took office is left out',
    'leaders-said',
    { a: 'Iran', b: 'Azerbaijan', holder: 'raisi', office: 'chief-justice' },
    [],
  ],
  [
    'members act through their leaders, and nobody is the adversary of an ally',
    'common-adversaries',
    { alliance: 'north atlantic treaty organization' },
    [{ adversary: 'Russia', members: ['Turkey', 'United States'], statements: 2 }],
  ],
  ['members of another day do not count', 'common-adversaries', { alliance: 'NATO', on: '1950' }, []],
  [
    'who held an office on a day',
    'in-office',
    { of: 'Russia', on: '2012' },
    [{ body: 'Russia', office: 'president', leader: 'Vladimir Putin', from: '2012-05', to: null }],
  ],
  [
    'mediators are on terms with both',
    'mediators',
    { a: 'Iran', b: 'Azerbaijan' },
    [{ mediator: 'Turkey', withA: 1, withB: 3 }],
  ],
  ['a limit of none gives none', 'entity-search', { text: 'a', limit: '0' }, []],
]

describe.each(STORES.filter((s) => s.missing === undefined))('answers on $name', ({ name }) => {
  it.each(ANSWERS)('%s', async (_, query, given, expected) => {
    const rows = await ask(name, query, given)
    expect(rows).toHaveLength(expected.length)
    expect(rows).toMatchObject(expected)
  })
})

describe('the recipes of cypher/README.md', () => {
  it('are ten', () => expect(recipes).toHaveLength(10))

  it.each(recipes.map((cypher) => [cypher.split('\n')[0], cypher] as const))('%s', async (_, cypher) => {
    const able = [...stores].filter(([name]) => name === 'neo4j' || !cypher.includes('fulltext'))
    for (const [, store] of able) expect((await store.read(cypher, {})).length).toBeGreaterThan(0)
  })
})
