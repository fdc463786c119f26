import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { GraphStore } from '../../src/core/graph.ts'
import { createExtractor } from '../../src/extract/extractor.ts'
import { type Gazetteer, loadGazetteer } from '../../src/gazetteer/gazetteer.ts'
import type { OutputItem } from '../../src/pipeline/items.ts'
import { run } from '../../src/pipeline/run.ts'
import { readArticles } from '../../src/readers/index.ts'
import { dump } from './dump.ts'
import { edgesOf, expectedEdges, statementsOf } from './edges.ts'
import { describeStores, type Place, STORES } from './table.ts'

const gazetteer = await loadGazetteer()

/** A gazetteer that lacks an entity in seven, has another name for one in five, and gives one in three no facts. */
const changed: Gazetteer = {
  ...gazetteer,
  entity(id) {
    const entity = gazetteer.entity(id)
    if (!entity) return undefined
    const lot = [...id].reduce((sum, c) => sum + c.charCodeAt(0), 0)
    if (lot % 7 === 0) return undefined
    const renamed = lot % 5 === 0 ? { ...entity, name: `New ${entity.name}`, aliases: [entity.name] } : entity
    if (lot % 3 > 0) return renamed
    if (renamed.kind === 'leader') return { ...renamed, offices: [] }
    if (renamed.kind === 'weapon') return { ...renamed, origin: null }
    if (renamed.kind === 'organization') return { ...renamed, basedIn: null, memberOf: [] }
    return { ...renamed, memberOf: [] }
  },
}

async function extractExamples(): Promise<readonly OutputItem[]> {
  const extractor = createExtractor({ gazetteer })
  const items: OutputItem[] = []
  for await (const item of readArticles([resolve(import.meta.dirname, '../../examples')]))
    if ('article' in item) items.push(extractor.extract(item.article))
  return items
}

async function* inOrder(items: readonly OutputItem[]): AsyncGenerator<OutputItem> {
  yield* items
}

let items: readonly OutputItem[]
let fresh: { readonly ours: readonly string[]; readonly theirs: readonly string[] }

const load = (store: GraphStore, by: Gazetteer) => run(inOrder(items), { store }, by)

/** The graph of one load into an empty embedded store. */
async function freshDump(by: Gazetteer): Promise<readonly string[]> {
  const place = await STORES.find((s) => s.name === 'grafeo')!.enter()
  try {
    const store = await place.open()
    await load(store, by)
    return await dump(store)
  } finally {
    await place.leave()
  }
}

describeStores('the examples, loaded again and again', ({ enter }) => {
  let place: Place
  let store: GraphStore

  beforeAll(async () => {
    items ??= await extractExamples()
    fresh ??= { ours: await freshDump(gazetteer), theirs: await freshDump(changed) }
    place = await enter()
    store = await place.open()
  })
  afterAll(() => place.leave())

  it.each([
    ['once', gazetteer, 'ours'],
    ['twice', gazetteer, 'ours'],
    ['with a changed gazetteer', changed, 'theirs'],
    ['and back', gazetteer, 'ours'],
  ] as const)(
    '%s: the graph is that of a fresh load, its edges those of its statements',
    async (_, by, whose) => {
      await load(store, by)
      expect(await dump(store)).toEqual(fresh[whose])
      expect(await edgesOf(store)).toEqual(expectedEdges(await statementsOf(store)))
    },
  )

  it('the change was one: fewer statements, entities and facts', () => {
    expect(fresh.theirs.length).toBeGreaterThan(100)
    expect(fresh.theirs.length).toBeLessThan(fresh.ours.length * 0.9)
  })
})
