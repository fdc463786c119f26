import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { GraphBatch, GraphStore, Row, StatementRow } from '../../src/core/graph.ts'
import { RELATIONS } from '../../src/core/ontology.ts'
import { edgesOf, expectedEdges } from './edges.ts'
import { ARTICLES, BATCH, batchOf, ENTITIES, FACTS, only, STATEMENTS } from './small-graph.ts'
import { describeStores, type Place } from './table.ts'

/** Everything the graph holds, in a fixed order. */
const dump = (store: GraphStore): Promise<readonly Row[]> =>
  store.read(
    `MATCH (n)-[r]->(m) RETURN n, type(r) AS type, r, m ORDER BY n.id, type, m.id, coalesce(r.office, '')`,
    {},
  )

describeStores('the store contract', ({ name, enter }) => {
  let place: Place
  let store: GraphStore

  beforeEach(async () => {
    place = await enter()
    store = await place.open()
  })
  afterEach(() => place.leave())

  const prepared = async (): Promise<GraphStore> => {
    await store.prepare()
    return store
  }
  const filled = async (): Promise<GraphStore> => {
    await prepared()
    await store.writeFacts(ENTITIES, FACTS)
    await store.writeArticles(BATCH)
    return store
  }

  it('is empty once prepared, however often', async () => {
    await store.prepare()
    await store.prepare()
    expect(await store.counts()).toEqual({ nodes: {}, relationships: {} })
  })

  it('counts what was written', async () => {
    await filled()
    const { nodes, relationships } = await store.counts()
    expect(nodes).toEqual({
      Article: 6,
      Statement: STATEMENTS.length,
      Entity: ENTITIES.length,
      Country: 7,
      Leader: 4,
      Organization: 2,
      Weapon: 3,
    })
    expect(relationships).toMatchObject({
      STATES: STATEMENTS.length,
      SOURCE: STATEMENTS.length,
      TARGET: STATEMENTS.length,
    })
    expect(relationships).toMatchObject({
      HELD: 5,
      BASED_IN: 1,
      MEMBER_OF: 2,
      DESIGNED_BY: 3,
      INVOLVES: 7,
      SAID_BY: 6,
    })
    expect(relationships.MENTIONS).toBe(BATCH.mentions.length)
    expect(relationships).toMatchObject({ ACCUSES: 3, SUPPLIES_ARMS_TO: 3, CONSULTS: 2, USES: 2 })
  })

  it('labels who is in no gazetteer, and only them, until no article names them', async () => {
    await filled()
    const [article] = ARTICLES
    const batch = only(article!.id)
    const row = {
      id: 'unlisted/wade-wendel',
      kind: 'leader',
      name: 'Wade Wendel',
      code: null,
      aliases: [],
    } as const
    const mention = { article: article!.id, entity: row.id, count: 2 }
    await store.writeArticles({
      ...batch,
      entities: [...batch.entities, row],
      mentions: [...batch.mentions, mention],
    })
    const unlisted = () =>
      store.read('MATCH (e:Unlisted) RETURN e.id AS id, e:Leader AS leader, e.name AS name ORDER BY id', {})
    expect(await unlisted()).toEqual([{ id: row.id, leader: true, name: row.name }])
    expect((await store.counts()).nodes).toMatchObject({ Unlisted: 1, Leader: 5 })
    await store.writeArticles(batch)
    expect(await unlisted()).toEqual([])
  })

  it('changes nothing when the same is written twice', async () => {
    await filled()
    const before = await dump(store)
    await store.prepare()
    await store.writeFacts(ENTITIES, FACTS)
    await store.writeArticles(BATCH)
    expect(await dump(store)).toEqual(before)
  })

  it('makes the same graph of one batch as of one batch per article', async () => {
    await filled()
    const whole = await dump(store)
    await store.close()
    await place.leave()
    place = await enter()
    store = await place.open()
    await prepared()
    for (const { id } of ARTICLES) await store.writeArticles(only(id))
    await store.writeFacts(ENTITIES, FACTS)
    expect(await dump(store)).toEqual(whole)
  })

  it('derives the direct edges from the affirmed statements', async () => {
    await filled()
    expect(await edgesOf(store)).toEqual(expectedEdges(STATEMENTS))
  })

  it('replaces what an article said: statements, mentions, speakers and edges follow', async () => {
    await filled()
    const [first, ...others] = STATEMENTS.filter((s) => s.article === 'drones-2')
    const changed: StatementRow = { ...first!, polarity: 'negated', saidBy: 'country/RUS', weapons: [] }
    await store.writeArticles(only('drones-2', [changed]))
    const rest = STATEMENTS.filter((s) => s !== first && !others.includes(s))
    expect(await edgesOf(store)).toEqual(expectedEdges([...rest, changed]))
    expect(
      await store.read(
        `MATCH (:Article {id: 'drones-2'})-[:STATES]->(s)-[r]->(e:Entity)
         RETURN s.id AS id, s.polarity AS polarity, type(r) AS type, e.id AS entity ORDER BY type`,
        {},
      ),
    ).toEqual([
      { id: changed.id, polarity: 'negated', type: 'SAID_BY', entity: 'country/RUS' },
      { id: changed.id, polarity: 'negated', type: 'SOURCE', entity: 'country/IRN' },
      { id: changed.id, polarity: 'negated', type: 'TARGET', entity: 'country/RUS' },
    ])
    expect((await store.counts()).nodes.Statement).toBe(rest.length + 1)
    expect(
      await store.read(
        `MATCH (:Article {id: 'drones-2'})-[m:MENTIONS]->(e) RETURN e.id AS id, m.count AS count ORDER BY id`,
        {},
      ),
    ).toEqual([
      { id: 'country/IRN', count: 1 },
      { id: 'country/RUS', count: 2 },
    ])
  })

  it('keeps its edges right through any history of replacements', async () => {
    await prepared()
    await store.writeFacts(ENTITIES, [])
    const ids = ['one', 'two', 'three']
    const statement = fc.record({
      article: fc.constantFrom(...ids),
      serial: fc.nat(6),
      relation: fc.constantFrom('ACCUSES', 'CONSULTS', 'SUPPORTS'),
      source: fc.constantFrom('country/ARM', 'country/AZE'),
      target: fc.constantFrom('country/IRN', 'country/ISR'),
      polarity: fc.constantFrom('affirmed' as const, 'negated' as const),
      modality: fc.constantFrom('actual' as const, 'alleged' as const),
      date: fc.option(fc.constantFrom('2020', '2020-05', '2021-01-31')),
    })
    // A statement's id is a hash of its ends and relation among others, and so here stands for them.
    const rows = fc.array(statement, { maxLength: 12 }).map((made) => {
      const all = made.map(({ serial, ...s }): StatementRow => {
        const id = [s.article, serial, s.relation, s.source, s.target].join('-')
        return { ...STATEMENTS[0]!, ...s, saidBy: null, reportedOn: null, id }
      })
      return [...new Map(all.map((s) => [s.id, s])).values()]
    })
    const replacement = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
    const now = new Map<string, readonly StatementRow[]>()
    await fc.assert(
      fc.asyncProperty(replacement, rows, async (replaced, made) => {
        const statements = made.filter((s) => replaced.includes(s.article))
        const articles = replaced.map((id) => ({ ...ARTICLES[0]!, id }))
        await store.writeArticles({ articles, entities: ENTITIES, mentions: [], statements })
        for (const id of replaced)
          now.set(
            id,
            statements.filter((s) => s.article === id),
          )
        expect(await edgesOf(store)).toEqual(expectedEdges([...now.values()].flat()))
      }),
      // One graph lives through all runs: a failure cannot be shrunk by going back.
      { numRuns: 30, endOnFailure: true },
    )
  })

  it('knows every relation and every label of the model', async () => {
    await prepared()
    const statements = RELATIONS.map(({ relation, target }, i) => ({
      ...STATEMENTS[0]!,
      id: `s${i}`,
      article: 'undated',
      relation,
      source: 'country/IRN',
      target: target === 'weapon' ? 'weapon/harop' : 'country/AZE',
      saidBy: null,
    }))
    await store.writeArticles(only('undated', statements))
    const types = (await edgesOf(store)).map((row) => row.relation as string)
    expect(types.toSorted()).toEqual(RELATIONS.map((r) => r.relation).toSorted())
  })

  it('orders two writes at once', async () => {
    await prepared()
    const second = name === 'neo4j' ? await place.open() : store
    const halves = [ARTICLES.slice(0, 3), ARTICLES.slice(3)].map((articles) => batchOf(articles, STATEMENTS))
    await Promise.all([store.writeArticles(halves[0]!), second.writeArticles(halves[1]!)])
    expect(await edgesOf(store)).toEqual(expectedEdges(STATEMENTS))
  })

  it('writes all or nothing', async () => {
    await filled()
    const before = await dump(store)
    // A value that breaks as it is sent: in mid-transaction, when the article and its mentions are already changed.
    const breaks = {
      get value(): never {
        throw new Error('broken as it was sent')
      },
    }
    const bad = { ...STATEMENTS[0]!, mode: breaks as unknown as string }
    await expect(store.writeArticles(only('gulf-1', [bad]))).rejects.toThrow('broken as it was sent')
    expect(await dump(store)).toEqual(before)
  })

  const TEXTS: readonly (readonly [string, string])[] = [
    ['quotes', `He said "it's 'over'"`],
    ['backticks and braces', '`n` {id: 1} }) DETACH DELETE n //'],
    ['dollars and backslashes', '$rows $(x) \\n \\u0041 \\'],
    ['Cypher keywords', "MATCH (n) WHERE true OR '1'='1' CALL { DETACH DELETE n } RETURN n; :param a => 1"],
    ['line breaks', 'one\ntwo\r\nthree\ttab\u2028'],
    ['other scripts', 'ایران — Азербайджан — Azərbaycan — 伊朗'],
    ['emoji and combining marks', '👩‍🚀 🇦🇿 e\u0301'],
    ['a null character', 'a\u0000b'],
    ['an empty text', ''],
    ['a megabyte', 'Araxes '.repeat(150_000)],
  ]
  for (const [what, text] of TEXTS) {
    it(`gives back ${what} as written`, async () => {
      await prepared()
      const article = { ...ARTICLES[0]!, title: text }
      const statement = { ...STATEMENTS.find((s) => s.article === article.id)!, sentence: text }
      const batch = batchOf([article], [statement])
      const named = { ...batch, entities: batch.entities.map((e) => ({ ...e, aliases: [text] })) }
      await store.writeArticles(named)
      const [row] = await store.read(
        `MATCH (a:Article)-[:STATES]->(s)-[:SOURCE]->(e)
         RETURN a.title AS title, s.sentence AS sentence, e.aliases AS aliases`,
        {},
      )
      expect(row).toEqual({ title: text, sentence: text, aliases: [text] })
      expect(await store.read('RETURN $text AS text, $list AS list', { text, list: [text] })).toEqual([
        { text, list: [text] },
      ])
    })
  }

  it('gives back any text as written', async () => {
    await prepared()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (title) => {
        await store.writeArticles({
          articles: [{ ...ARTICLES[0]!, title }],
          entities: [],
          mentions: [],
          statements: [],
        })
        expect(await store.read('MATCH (a:Article) RETURN a.title AS title', {})).toEqual([{ title }])
      }),
      { numRuns: 40 },
    )
  })

  const REFUSED: readonly (readonly [string, GraphBatch])[] = [
    ['half a surrogate pair', only('gulf-1', [{ ...STATEMENTS[0]!, sentence: 'broken \ud83d text' }])],
    ['an empty id', { ...BATCH, articles: [{ ...ARTICLES[0]!, id: '' }] }],
    ['a null id', { ...BATCH, entities: [{ ...ENTITIES[0]!, id: null as unknown as string }] }],
    ['an id longer than an index takes', { ...BATCH, articles: [{ ...ARTICLES[0]!, id: 'x'.repeat(9000) }] }],
    ['an entity id with white space', { ...BATCH, entities: [{ ...ENTITIES[0]!, id: 'country/A B' }] }],
    [
      'a relation the ontology lacks',
      only('gulf-1', [{ ...STATEMENTS[0]!, relation: 'X]->() DETACH DELETE n //' }]),
    ],
    ['a statement of an article it lacks', { ...BATCH, articles: [] }],
    ['an entity it lacks', { ...BATCH, entities: [] }],
    ['a statement twice', only('gulf-1', [STATEMENTS[0]!, STATEMENTS[0]!])],
    ['a mention twice', { ...BATCH, mentions: [...BATCH.mentions, BATCH.mentions[0]!] }],
  ]
  for (const [what, batch] of REFUSED) {
    it(`refuses a batch with ${what}, and writes nothing of it`, async () => {
      await prepared()
      await expect(store.writeArticles(batch)).rejects.toMatchObject({
        name: 'AraxesError',
        code: 'store/row',
      })
      expect(await store.counts()).toEqual({ nodes: {}, relationships: {} })
    })
  }

  it('replaces the facts of an entity, and leaves those of others', async () => {
    await filled()
    const raisi = FACTS.filter((f) => f.source === 'leader/ebrahim-raisi' && f.office === 'president')
    await store.writeFacts(ENTITIES, [{ ...raisi[0]!, to: '2024-05' }])
    expect(
      await store.read(
        `MATCH (l:Leader)-[h:HELD]->(c) RETURN l.name AS leader, h.office AS office, h.from AS from, h.to AS to, c.id AS of
         ORDER BY leader`,
        {},
      ),
    ).toEqual([
      { leader: 'Ebrahim Raisi', office: 'president', from: '2021-08-03', to: '2024-05', of: 'country/IRN' },
      {
        leader: 'Hossein Amir-Abdollahian',
        office: 'foreign-minister',
        from: '2021-08-25',
        to: '2024-05-19',
        of: 'country/IRN',
      },
      { leader: 'Ilham Aliyev', office: 'president', from: '2003-10-31', to: null, of: 'country/AZE' },
      { leader: 'Vladimir Putin', office: 'president', from: '2012-05', to: null, of: 'country/RUS' },
    ])
    await expect(store.writeFacts([], FACTS)).rejects.toMatchObject({ code: 'store/row' })
  })

  it('drops the last fact of an entity that has none any longer', async () => {
    await filled()
    await store.writeFacts(ENTITIES, [], ['weapon/harop', 'leader/vladimir-putin'])
    const { relationships } = await store.counts()
    expect(relationships).toMatchObject({ DESIGNED_BY: 2, HELD: 4, MEMBER_OF: 2 })
  })

  it('drops an entity no article speaks of any longer, with its facts and what they alone led to', async () => {
    await prepared()
    const [article] = ARTICLES
    const speaking = (...ids: readonly string[]): GraphBatch => ({
      articles: [article!],
      entities: ENTITIES.filter((e) => ids.includes(e.id)),
      mentions: ids.map((entity) => ({ article: article!.id, entity, count: 1 })),
      statements: [],
    })
    const facts = (...sources: readonly string[]) => FACTS.filter((f) => sources.includes(f.source))
    const touched = ENTITIES.filter((e) => ['country/ISR', 'country/TUR', 'organization/nato'].includes(e.id))
    await store.writeArticles(speaking('country/IRN'))
    const before = await dump(store)
    await store.writeFacts(
      [...touched, ...speaking('weapon/harop').entities],
      facts('weapon/harop', 'country/TUR'),
    )
    await store.writeArticles(speaking('country/IRN', 'country/TUR', 'weapon/harop'))
    expect((await store.counts()).nodes).toMatchObject({ Entity: 5, Weapon: 1 })
    await store.writeArticles(speaking('country/IRN', 'country/TUR'))
    expect((await store.counts()).nodes).toEqual({ Article: 1, Entity: 3, Country: 2, Organization: 1 })
    await store.writeArticles(speaking('country/IRN'))
    expect(await dump(store)).toEqual(before)
    expect((await store.counts()).nodes).toEqual({ Article: 1, Entity: 1, Country: 1 })
  })

  it('reads plain data', async () => {
    await filled()
    const [row] = await store.read(
      `MATCH path = (:Entity {id: 'country/USA'})-[f:MEMBER_OF]->(o)
       RETURN path, f, o, labels(o) AS labels, 2 + $n AS sum, 7.5 AS half, null AS nothing, {a: [1, 'x']} AS map,
              toString(date('2022-12-02')) AS day`,
      { n: 40 },
    )
    const nato = {
      id: 'organization/nato',
      name: 'NATO',
      code: 'IGO',
      aliases: ['North Atlantic Treaty Organization'],
      names: ['organization/nato', 'nato', 'igo', 'north atlantic treaty organization'],
    }
    const usa = {
      id: 'country/USA',
      name: 'United States',
      code: 'USA',
      aliases: ['US'],
      names: ['country/usa', 'united states', 'usa', 'us'],
    }
    expect({ ...row, labels: [...(row!.labels as string[])].sort() }).toEqual({
      path: {
        nodes: [
          { labels: ['Country', 'Entity'], properties: usa },
          { labels: ['Entity', 'Organization'], properties: nato },
        ],
        relationships: [
          { type: 'MEMBER_OF', from: 'country/USA', to: 'organization/nato', properties: { from: '1949' } },
        ],
      },
      f: { from: '1949' },
      o: nato,
      labels: ['Entity', 'Organization'],
      sum: 42,
      half: 7.5,
      nothing: null,
      map: { a: [1, 'x'] },
      day: '2022-12-02',
    })
    expect(JSON.parse(JSON.stringify(row))).toEqual(row)
  })

  it('gives the relationships of a path their own direction', async () => {
    await filled()
    const [row] = await store.read(
      `MATCH p = (:Entity {id: 'organization/nato'})<-[:MEMBER_OF]-({id: 'country/TUR'}) RETURN p`,
      {},
    )
    expect(row).toMatchObject({ p: { relationships: [{ from: 'country/TUR', to: 'organization/nato' }] } })
  })

  it.each([
    ['writes', 'CREATE (:Entity {id: "intruder"})', 'store/read-only'],
    ['deletes', 'MATCH (n) DETACH DELETE n', 'store/read-only'],
    ['is no Cypher', 'SELECT * FROM entities', 'store/query'],
    ['lacks a parameter', 'RETURN $missing AS x', 'store/query'],
  ])('refuses to read with a query that %s', async (_, cypher, code) => {
    await filled()
    const before = await store.counts()
    await expect(store.read(cypher, {})).rejects.toMatchObject({ name: 'AraxesError', code })
    expect(await store.counts()).toEqual(before)
  })

  it('refuses half a surrogate pair as a parameter, which no store would look for as it is', async () => {
    await prepared()
    for (const text of ['\ud83d', ['x', 'a\udc00b']] as const) {
      await expect(store.read('RETURN $text AS text', { text })).rejects.toMatchObject({
        code: 'store/parameter',
        message: expect.stringContaining('text'),
      })
    }
  })

  it('refuses to write before it is prepared', async () => {
    await expect(store.writeArticles(BATCH)).rejects.toMatchObject({ code: 'store/schema' })
  })

  it.each([
    [
      'of a newer version',
      `CREATE (:AraxesSchema {id: 'araxes', version: 99})`,
      /newer Araxes.*update Araxes/,
    ],
    [
      'of an unknown version',
      `CREATE (:AraxesSchema {id: 'araxes', version: 'first'})`,
      /"first".*empty graph/,
    ],
    ['of someone else', `CREATE (:Article {id: 'theirs'})`, /did not write.*empty graph/],
  ])('refuses a graph %s and leaves it as it is', async (_, cypher, message) => {
    await store.close()
    await place.raw(cypher)
    store = await place.open()
    await expect(store.prepare()).rejects.toMatchObject({
      code: 'store/schema',
      message: expect.stringMatching(message),
    })
    await expect(store.writeArticles(BATCH)).rejects.toMatchObject({ code: 'store/schema' })
    expect((await store.counts()).relationships).toEqual({})
  })

  it('keeps what was written when it is opened again', async () => {
    await filled()
    const before = await dump(store)
    await store.close()
    store = await place.open()
    expect(await dump(store)).toEqual(before)
    await store.prepare()
    await store.writeArticles(BATCH)
    expect(await dump(store)).toEqual(before)
  })

  it('refuses every call once it is closed, but not to close again', async () => {
    await prepared()
    await store.close()
    await store.close()
    for (const call of [
      store.prepare(),
      store.writeArticles(BATCH),
      store.writeFacts([], []),
      store.read('RETURN 1', {}),
      store.counts(),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'store/closed' })
    }
  })
})
