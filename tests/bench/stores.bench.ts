// How fast the stores write: npx vitest bench --project stores. Each round writes 1,000 articles with 10,000
// statements, 100 articles a transaction, into a new graph.
import { bench, describe } from 'vitest'
import type { EntityRow, GraphBatch, StatementRow } from '../../src/core/graph.ts'
import { RELATIONS } from '../../src/core/ontology.ts'
import { STORES } from '../stores/table.ts'

const [ARTICLES, PER_ARTICLE, PER_BATCH, ACTORS, WEAPONS] = [1000, 10, 100, 300, 40]

/** The same numbers from 0 to 1 in every run (a linear congruential generator). */
function randomNumbers(): () => number {
  let state = 7
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const entity = (kind: 'country' | 'weapon', i: number): EntityRow => ({
  id: `${kind}/${i}`,
  kind,
  name: `${kind} ${i}`,
  code: kind === 'country' ? `C${i}` : null,
  aliases: [`alias of ${i}`],
})
const actors = Array.from({ length: ACTORS }, (_, i) => entity('country', i))
const weapons = Array.from({ length: WEAPONS }, (_, i) => entity('weapon', i))

function makeBatches(): readonly GraphBatch[] {
  const random = randomNumbers()
  // News is about few: cubed, the first tenth of the entities gets half of the statements.
  const pick = (from: readonly EntityRow[]): string => from[Math.floor(random() ** 3 * from.length)]!.id
  const statement = (article: string, i: number): StatementRow => {
    const { relation, plover, target } = RELATIONS[Math.floor(random() * RELATIONS.length)]!
    return {
      id: `${article}-${i}`,
      article,
      relation,
      plover,
      mode: null,
      polarity: random() < 0.15 ? 'negated' : 'affirmed',
      modality: random() < 0.6 ? 'actual' : 'alleged',
      date: null,
      reportedOn: '2022-12-02',
      sentence: 'The spokesman said that one country had done to another what it denied at once. '.repeat(2),
      trigger: 'did',
      confidence: 0.8,
      rule: 'does/do:V-NP',
      source: pick(actors),
      sourceSector: 'GOV',
      target: pick(target === 'weapon' ? weapons : actors),
      targetSector: null,
      saidBy: random() < 0.4 ? pick(actors) : null,
      weapons: random() < 0.1 ? [pick(weapons)] : [],
    }
  }
  const batch = (_: unknown, n: number): GraphBatch => {
    const ids = Array.from({ length: PER_BATCH }, (_, i) => `article-${n * PER_BATCH + i}`)
    const articles = ids.map((id) => ({
      id,
      title: id,
      url: null,
      publisher: 'P',
      publishedOn: '2022-12-02',
      language: 'en',
      textHash: id,
      extractor: null,
    }))
    const statements = ids.flatMap((id) => Array.from({ length: PER_ARTICLE }, (_, i) => statement(id, i)))
    const ends = statements.flatMap((s) =>
      [s.source, s.target].map((end) => [`${s.article} ${end}`, s.article, end] as const),
    )
    const mentions = [...new Map(ends.map((end) => [end[0], end])).values()].map(([, article, id]) => ({
      article,
      entity: id,
      count: 1,
    }))
    return { articles, entities: [...actors, ...weapons], mentions, statements }
  }
  return Array.from({ length: ARTICLES / PER_BATCH }, batch)
}

const batches = makeBatches()

describe('1,000 articles with 10,000 statements', () => {
  for (const { name, missing, enter } of STORES) {
    if (missing !== undefined) continue
    bench(
      name,
      async () => {
        const place = await enter()
        const store = await place.open()
        await store.prepare()
        for (const batch of batches) await store.writeArticles(batch)
        await place.leave()
      },
      { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 },
    )
  }
})
