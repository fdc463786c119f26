import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../src/core/graph.ts'
import { favourite } from '../../src/queries/favourites.ts'
import { listQueries, runQuery } from '../../src/queries/index.ts'
import { BATCH, ENTITIES, FACTS } from './small-graph.ts'
import { type Place, STORES } from './table.ts'

const guide = await readFile(new URL('../../cypher/browser/guide.html', import.meta.url), 'utf8')
const steps = [...guide.matchAll(/<pre class="[^"]*runnable">(.*?)<\/pre>/gs)].map((m) =>
  m[1]!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
)
const queries = await listQueries()

for (const { name, missing, enter } of STORES) {
  describe.skipIf(missing !== undefined)(`what cypher/browser holds runs on ${name}`, () => {
    let place: Place
    let store: GraphStore

    beforeAll(async () => {
      place = await enter()
      store = await place.open()
      await store.prepare()
      await store.writeFacts(ENTITIES, FACTS)
      await store.writeArticles(BATCH)
    })
    afterAll(() => place.leave())

    it.each(steps.map((cypher) => [cypher.split('\n')[0], cypher] as const))(
      'guide: %s',
      async (_, cypher) => {
        expect((await store.read(cypher, {})).length).toBeGreaterThan(0)
      },
    )

    it.each(queries.map((query) => [query.name, query] as const))('favourite: %s', async (_, query) => {
      const given = query.parameters.filter((p) => !p.optional).map((p) => [p.name, String(p.example)])
      expect(await store.read(favourite(query), {})).toEqual(
        await runQuery(store, query.name, Object.fromEntries(given)),
      )
    })
  })
}

it('the guide has a dozen queries or more', () => expect(steps.length).toBeGreaterThanOrEqual(12))
