import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphCounts, GraphStore, Row } from '../../src/core/graph.ts'
import { openStore } from '../../src/stores/index.ts'
import { prepareNeo4j, type Server, Unavailable } from '../neo4j/server.mjs'
import { type Loader, startLoader } from './loader.ts'
import { makeRecords } from './records.ts'

/** A server of these tests' own, because they kill it; undefined without Java or Maven. */
const server: Server | undefined = await prepareNeo4j({ brief: true }).catch((error: unknown) => {
  if (!(error instanceof Unavailable) || process.env.ARAXES_REQUIRE_ALL === '1') throw error
  console.warn(`\n SKIPPED: every test of a server that fails. ${error.message}\n`)
  return undefined
})

const EDGES = `MATCH (p:Entity)-[r]->(q:Entity) WHERE r.statements IS NOT NULL
               RETURN p.id AS source, type(r) AS relation, q.id AS target, r.statements AS statements,
                      r.articles AS articles, r.actual AS actual, r.firstDate AS firstDate, r.lastDate AS lastDate
               ORDER BY source, relation, target`

/** Several transactions: long enough to be struck in their midst. */
const ARTICLES = 600

describe.skipIf(server === undefined)(
  'a load ends with the graph of a clean load',
  { timeout: 120_000 },
  () => {
    const { uri, username, password } = server ?? { uri: '', username: '', password: '' }
    const env = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
    let folder: string
    let records: string
    let clean: Awaited<ReturnType<typeof contentOf>>

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'araxes-'))
      records = join(folder, 'records.jsonl')
      await writeFile(
        records,
        makeRecords(ARTICLES)
          .map((record) => `${JSON.stringify(record)}\n`)
          .join(''),
      )
      const embedded = join(folder, 'clean')
      expect(await startLoader([records, '--store', embedded], {}).ended).toMatchObject({ code: 0 })
      clean = await contentOf(await openStore(embedded, {}))
      expect(clean.nodes).toMatchObject({ Article: ARTICLES, Statement: ARTICLES * 2 })
    }, 120_000)

    afterAll(async () => {
      await server?.stop()
      await rm(folder, { recursive: true })
    }, 60_000)

    const load = (...args: readonly string[]): Loader => startLoader([records, '--store', uri, ...args], env)

    /** What the graph holds in numbers, and every direct edge with what it rests on. */
    async function contentOf(store: GraphStore): Promise<GraphCounts & { readonly edges: readonly Row[] }> {
      const edges = await store.read(EDGES, {})
      return { ...(await store.counts().finally(() => store.close())), edges }
    }

    const graphIsClean = async (): Promise<void> =>
      expect(await contentOf(await openStore(uri, env))).toEqual(clean)

    /** Empties the graph; its indexes stay. */
    async function emptied(): Promise<void> {
      const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
      await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: 'neo4j' })
      await driver.close()
    }

    /** Waits until a load knows that some of its articles are stored, and is far from its end. */
    async function underWay(): Promise<void> {
      const store = await openStore(uri, env)
      for (;;) {
        const [row] = await store.read('MATCH (a:Article) RETURN count(a) AS n', {})
        if (Number(row!.n) > 100) {
          await store.close()
          expect(row!.n).toBeLessThan(ARTICLES)
          return
        }
        await sleep(50)
      }
    }

    it('when four load the same articles at once, into a server that is not there yet', async () => {
      const loaders = Array.from({ length: 4 }, () => load('--wait', '100s'))
      await sleep(2000)
      await server!.start()
      const ends = await Promise.all(loaders.map((loader) => loader.ended))
      for (const { code, said } of ends) {
        expect(said).toContain('waiting for the server')
        expect(code, said).toBe(0)
      }
      await graphIsClean()
    })

    it('when the loader is killed and run again', async () => {
      await emptied()
      const loader = load()
      await underWay()
      loader.kill()
      expect(await loader.ended).toMatchObject({ code: null })
      const { code, said } = await load().ended
      expect(code, said).toBe(0)
      await graphIsClean()
    })

    it('when the server stands still for 20 seconds', async () => {
      await emptied()
      const loader = load('--wait', '60s')
      await underWay()
      server!.signal('SIGSTOP')
      await sleep(20_000)
      server!.signal('SIGCONT')
      const { code, said } = await loader.ended
      expect(code, said).toBe(0)
      await graphIsClean()
    })

    it('when the server is killed and started again, and says how to go on to who would not wait', async () => {
      await emptied()
      const [patient, hasty] = [load('--wait', '100s'), load('--wait', '1s')]
      await underWay()
      await server!.end('SIGKILL')
      const gaveUp = await hasty.ended
      expect(gaveUp.code).toBe(4)
      expect(gaveUp.said).toMatch(
        /of this run (?:are|is known to be) stored: the same command goes on from there/,
      )
      expect(gaveUp.said).not.toMatch(/^\s+at /m)
      await server!.start()
      const { code, said } = await patient.ended
      expect(code, said).toBe(0)
      await graphIsClean()
    })

    it('and says that there is no server, or that its database may only be read', async () => {
      await server!.end('SIGTERM')
      const absent = await load().ended
      expect(absent).toMatchObject({ code: 4, said: expect.stringContaining('--wait 60s') })
      await server!.start({ 'server.databases.read_only': 'neo4j' })
      const before = await contentOf(await openStore(uri, env))
      const { code, said } = await load('--fresh').ended
      expect(code).toBe(1)
      expect(said).toMatch(/read.only.*NEO4J_DATABASE/is)
      expect(await contentOf(await openStore(uri, env))).toEqual(before)
    })
  },
)
