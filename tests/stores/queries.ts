import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore, Row } from '../../src/core/graph.ts'
import { favourite } from '../../src/queries/favourites.ts'
import { paramLine } from '../../src/queries/header.ts'
import { listQueries, type NamedQuery, runQuery } from '../../src/queries/index.ts'
import { cypherShell } from '../neo4j/server.mjs'
import { ANSWERS } from './answers.ts'
import { BATCH, ENTITIES, FACTS } from './small-graph.ts'
import { type Place, STORES, server } from './table.ts'

const queries = await listQueries()
const fileText = (path: string): Promise<string> =>
  readFile(new URL(`../../cypher/${path}`, import.meta.url), 'utf8')
const recipes = [...(await fileText('README.md')).matchAll(/```cypher\n(.*?)```/gs)].map((m) => m[1]!)
const steps = [
  ...(await fileText('browser/guide.html')).matchAll(/<pre class="[^"]*runnable">(.*?)<\/pre>/gs),
].map((m) => m[1]!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))

type NamedServer = Exclude<typeof server, { missing: string }>
const present = STORES.filter((s) => s.missing === undefined)

/** A required parameter's example as a person would type it. */
const examplesOf = (query: NamedQuery): Record<string, string> =>
  Object.fromEntries(query.parameters.filter((p) => !p.optional).map((p) => [p.name, String(p.example)]))

describe('the questions', () => {
  const places: Place[] = []
  const stores = new Map<string, GraphStore>()
  /** What each query answers to its examples on the embedded store. */
  const expected = new Map<string, readonly Row[]>()

  beforeAll(async () => {
    for (const { name, enter } of present) {
      const place = await enter()
      places.push(place)
      const store = await place.open()
      await store.prepare()
      await store.writeFacts(ENTITIES, FACTS)
      await store.writeArticles(BATCH)
      stores.set(name, store)
    }
    for (const query of queries)
      expected.set(query.name, await runQuery(stores.get('grafeo')!, query.name, examplesOf(query)))
  })

  afterAll(async () => {
    for (const place of places) await place.leave()
  })

  it('are twenty or more', () => expect(queries.length).toBeGreaterThanOrEqual(20))

  it.each(queries.map((query) => [query.name, query] as const))(
    '%s finds something with its examples',
    (name, query) => {
      const rows = expected.get(name)!
      expect(rows.length).toBeGreaterThan(0)
      const isPath = (v: unknown): boolean => v !== null && typeof v === 'object' && 'relationships' in v
      expect(query.shows).toBe(Object.values(rows[0]!).some(isPath) ? 'picture' : 'table')
    },
  )

  describe.skipIf(present.length < STORES.length)('on both stores', () => {
    it.each(queries.map((query) => [query.name, query] as const))(
      '%s answers the same, by name and as a favourite',
      async (name, query) => {
        const [grafeo, neo4j] = [stores.get('grafeo')!, stores.get('neo4j')!]
        expect(await runQuery(neo4j, name, examplesOf(query))).toEqual(expected.get(name))
        expect(await neo4j.read(favourite(query), {})).toEqual(expected.get(name))
        expect(await grafeo.read(favourite(query), {})).toEqual(expected.get(name))
      },
    )

    it('all run in cypher-shell, each after its :param line', async () => {
      const script = queries.map(
        ({ name, parameters, cypher }) =>
          `RETURN '${name}' AS query;\n${paramLine(parameters)};\n${cypher.trimEnd()};\n`,
      )
      const lines = (await cypherShell(server as NamedServer, script.join(''))).trim().split('\n')
      // A heading, then a line a row: first of the name, then of the answer.
      const rows = new Map<string, number>()
      let name = ''
      for (let i = 0; i < lines.length; i++) {
        if (lines[i] === 'query') {
          name = JSON.parse(lines[++i]!) as string
          // The heading of the answer is none of its rows.
          rows.set(name, -1)
        } else rows.set(name, rows.get(name)! + 1)
      }
      expect(Object.fromEntries(rows)).toEqual(
        Object.fromEntries([...expected].map(([name, answer]) => [name, answer.length])),
      )
    })
  })

  describe.each(present)('on $name', ({ name }) => {
    it.each(ANSWERS)('%s', async (_, query, given, wanted) => {
      const rows = await runQuery(stores.get(name)!, query, given)
      expect(rows).toHaveLength(wanted.length)
      expect(rows).toMatchObject(wanted)
    })

    it.each(steps.map((cypher) => [cypher.split('\n')[0], cypher] as const))(
      'a step of the guide finds something: %s',
      async (_, cypher) => {
        expect((await stores.get(name)!.read(cypher, {})).length).toBeGreaterThan(0)
      },
    )

    // Full text is what the embedded store lacks.
    it.each(
      recipes
        .filter((cypher) => name === 'neo4j' || !cypher.includes('fulltext'))
        .map((cypher) => [cypher.split('\n')[0], cypher] as const),
    )('a recipe of cypher/README.md finds something: %s', async (_, cypher) => {
      expect((await stores.get(name)!.read(cypher, {})).length).toBeGreaterThan(0)
    })
  })

  it('are asked of a model whose every label, type and property stands in cypher/README.md', async () => {
    const [row] = await stores.get('grafeo')!.read(
      `MATCH (n)-[r]->(m)
       UNWIND labels(n) + labels(m) + [type(r)] + keys(n) + keys(r) + keys(m) AS name
       RETURN collect(DISTINCT name) AS names`,
      {},
    )
    const names = row!.names as readonly string[]
    expect(names.length).toBeGreaterThan(40)
    const model = await fileText('README.md')
    expect(names.filter((name) => !model.includes(`\`${name}\``))).toEqual([])
  })

  it('stand beside ten recipes and a guide with a dozen queries or more', () => {
    expect(recipes).toHaveLength(10)
    expect(steps.length).toBeGreaterThanOrEqual(12)
  })
})
