// What befalls a server, and a load into it. One file, because starting a server is what takes long.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkNeo4j } from '../../src/cli/check-neo4j.ts'
import type { GraphCounts, GraphStore, Row } from '../../src/core/graph.ts'
import { openStore } from '../../src/stores/index.ts'
import { prepareNeo4j, type Server, type Settings, Unavailable } from '../neo4j/server.mjs'
import { type Done, runHere } from '../run-here.ts'
import { dump } from '../stores/dump.ts'
import { importExamples } from './import.ts'
import { type Loader, startLoader } from './loader.ts'
import { makeRecords } from './records.ts'

const folder = await mkdtemp(join(tmpdir(), 'araxes-'))
const home = join(folder, 'home')

/** A server of these tests' own, because they kill it; undefined without Java or Maven. */
const server: Server | undefined = await prepareNeo4j({ keep: home, brief: true }).catch((error: unknown) => {
  if (!(error instanceof Unavailable) || process.env.ARAXES_REQUIRE_ALL === '1') throw error
  console.warn(`\n SKIPPED: every test of a server that fails. ${error.message}\n`)
  return undefined
})

const EDGES = `MATCH (p:Entity)-[r]->(q:Entity) WHERE r.statements IS NOT NULL
               RETURN p.id AS source, type(r) AS relation, q.id AS target, r.statements AS statements,
                      r.articles AS articles, r.actual AS actual, r.firstDate AS firstDate, r.lastDate AS lastDate
               ORDER BY source, relation, target`

type Content = GraphCounts & { readonly edges: readonly Row[] }

/** What a graph holds in numbers, and every direct edge with what it rests on. */
async function contentOf(opening: Promise<GraphStore>): Promise<Content> {
  const store = await opening
  try {
    return { ...(await store.counts()), edges: await store.read(EDGES, {}) }
  } finally {
    await store.close()
  }
}

// A transaction holds 500 articles: of the beginning the first is stored while the second is written, and the rest is
// still to come. One statement an article, because what is at stake is what becomes of transactions.
const RECORDS = makeRecords(1020, 1)
const [BEGIN, REST] = [RECORDS.slice(0, 1000), RECORDS.slice(1000)]
/** For four loaders at once: a transaction of each that meets those of the others, and one behind it. */
const FEW = RECORDS.slice(0, 520)
/** What one transaction holds. */
const BATCH = RECORDS.slice(0, 500)

/** Nobody opens the Browser of this server, which would make a fifth of its start. */
const NO_BROWSER: Settings = { 'server.http.enabled': 'false' }

/** Longer than the driver waits for an answer, or tries again by itself: 10 s at most. */
const STANDSTILL_MS = 12_000

describe.skipIf(server === undefined)('a server of its own', { timeout: 300_000 }, () => {
  const { uri, username, password } = server ?? { uri: '', username: '', password: '' }
  const env = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const graph = () => openStore(uri, env)
  const start = (more: Settings = {}) => server!.start({ ...NO_BROWSER, ...more })
  const fileOf = (records: readonly string[]): string => join(folder, `records-${records.length}.jsonl`)
  let clean: Content
  let few: Content
  let firstBatch: Content
  let imported: string

  /** The content of an embedded store that was loaded once, without a fault. */
  async function cleanContent(records: readonly string[]): Promise<Content> {
    const path = join(folder, `clean-${records.length}`)
    await writeFile(fileOf(records), records.join(''))
    const { code, stderr } = await runHere(['load', fileOf(records), '--store', path])
    expect(code, stderr).toBe(0)
    return contentOf(openStore(path, {}))
  }

  beforeAll(async () => {
    firstBatch = await cleanContent(BATCH)
    few = await cleanContent(FEW)
    clean = await cleanContent(RECORDS)
    expect(clean.nodes).toMatchObject({ Article: RECORDS.length, Statement: RECORDS.length })
    imported = await importExamples(folder, home)
    await start()
  })

  afterAll(async () => {
    await server?.end('SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const load = (...options: readonly string[]): Loader => startLoader(['--store', uri, ...options], env)

  /** Loads all records, in this process. */
  const loadAll = (): Promise<Done> => runHere(['load', fileOf(RECORDS), '--store', uri], { env })

  /** A load that is in the midst of its second transaction. */
  async function loadUnderWay(...options: readonly string[]): Promise<Loader> {
    const loader = load(...options)
    loader.give(BEGIN)
    await holds(1)
    return loader
  }

  /** Waits until so many articles are in the graph. */
  async function holds(articles: number): Promise<void> {
    const store = await graph()
    while (Number((await store.read('MATCH (a:Article) RETURN count(a) AS n', {}))[0]!.n) < articles)
      await sleep(20)
    await store.close()
  }

  /** Hands over the rest: the load must end well, and its graph be that of a clean one. */
  async function endsClean(loader: Loader): Promise<void> {
    const { code, said } = await loader.finish(REST)
    expect(code, said).toBe(0)
    expect(await contentOf(graph())).toEqual(clean)
  }

  /** The same command once more: its graph must be that of a clean load. */
  async function goesOnClean(): Promise<void> {
    const { code, stderr } = await loadAll()
    expect(code, stderr).toBe(0)
    expect(await contentOf(graph())).toEqual(clean)
  }

  /** Empties the graph; its indexes stay. */
  async function empty(): Promise<void> {
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
    await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: 'neo4j' })
    await driver.close()
  }

  it('holds what neo4j-admin imports of an export: the graph that a load makes', async () => {
    const [ours, theirs] = [await openStore(imported, {}), await graph()]
    const expected = await dump(ours)
    expect(expected.length).toBeGreaterThan(100)
    expect(await ours.counts()).toMatchObject({ nodes: { Unlisted: expect.any(Number) } })
    expect(await dump(theirs)).toEqual(expected)
    // It is a graph that can be written on.
    await theirs.prepare()
    expect(await theirs.counts()).toEqual(await ours.counts())
    await ours.close()
    await theirs.close()
  })

  it('takes the same articles from four loaders at once', async () => {
    await empty()
    const loaders = Array.from({ length: 4 }, () => load())
    for (const { code, said } of await Promise.all(loaders.map((l) => l.finish(FEW))))
      expect(code, said).toBe(0)
    expect(await contentOf(graph())).toEqual(few)
  })

  it('lets a loader that was killed begin again', async () => {
    await empty()
    const loader = await loadUnderWay()
    expect(await loader.kill()).toMatchObject({ code: null })
    expect((await contentOf(graph())).nodes.Article).toBeGreaterThanOrEqual(BATCH.length)
    await goesOnClean()
  })

  it('may stand still for longer than the driver waits', async () => {
    await empty()
    const loader = await loadUnderWay('--wait', '60s')
    server!.signal('SIGSTOP')
    await sleep(STANDSTILL_MS)
    server!.signal('SIGCONT')
    await endsClean(loader)
  })

  it('may be killed and started again; who would not wait is told how to go on', async () => {
    await empty()
    const hasty = await loadUnderWay('--wait', '1s')
    // With the second transaction the loader has been told of the first, which the server may otherwise die before.
    await holds(BEGIN.length)
    const patient = load('--wait', '200s')
    patient.give(BEGIN)
    await server!.end('SIGKILL')
    const gaveUp = await hasty.finish(REST)
    expect(gaveUp.code).toBe(4)
    expect(gaveUp.said).toMatch(
      /(?:500|1000) articles of this run are stored: the same command goes on from there/,
    )
    expect(gaveUp.said).not.toMatch(/^\s+at /m)
    await patient.says(/waiting for the server/)
    await start()
    await endsClean(patient)
  })

  it.skipIf(process.platform !== 'linux')(
    'says that its disk is full, and keeps what was stored: the state from which the same command goes on',
    async () => {
      await empty()
      const loader = await loadUnderWay('--wait', '60s')
      await server!.limitFiles(1)
      const { code, said } = await loader.finish(REST)
      expect(code, said).toBe(1)
      expect(said).toMatch(/disk is full.*start it again/)
      expect(said).not.toMatch(/^\s+at /m)
    },
  )

  // The one that ran on a full disk, started again: what it has kept is looked at before anything else.
  it('may be read only: a load says so and changes nothing, and doctor names the fix', async () => {
    await server!.end('SIGKILL')
    await start({ 'server.databases.read_only': 'neo4j' })
    const kept = process.platform === 'linux' ? firstBatch : clean
    expect(await contentOf(graph())).toEqual(kept)
    const { code, stderr } = await loadAll()
    expect(code, stderr).toBe(1)
    expect(stderr).toMatch(/read.only.*NEO4J_DATABASE/is)
    expect(await contentOf(graph())).toEqual(kept)
    const checks = await checkNeo4j(uri, env, Date.now)
    expect(checks.filter((c) => c.ok === false)).toEqual([
      {
        name: 'permission',
        ok: false,
        says: 'neo4j is read-only and online',
        fix: expect.stringContaining('NEO4J_DATABASE'),
      },
    ])
  })
})
