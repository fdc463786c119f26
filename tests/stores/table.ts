import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, describe, inject } from 'vitest'
import type { GraphStore } from '../../src/core/graph.ts'
import { openPatiently, openStore } from '../../src/stores/index.ts'

/** An empty place for one test's graph. */
export interface Place {
  /** Opens a store there; several may be open in turn. Closed with the place. */
  open(): Promise<GraphStore>
  /** Runs Cypher past our stores, which write only what the port allows. Nothing may be open. */
  raw(cypher: string): Promise<void>
  /** Closes what was opened and throws the place away. */
  leave(): Promise<void>
}

/** A kind of store under test. `missing` says why it cannot be tested here. */
export interface StoreUnderTest {
  readonly name: string
  readonly missing?: string
  readonly enter: () => Promise<Place>
}

function place(open: () => Promise<GraphStore>, raw: Place['raw'], away: () => Promise<void>): Place {
  const opened: GraphStore[] = []
  return {
    async open() {
      const store = await open()
      opened.push(store)
      return store
    },
    raw,
    async leave() {
      for (const store of opened) await store.close()
      await away()
    },
  }
}

async function enterGrafeo(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'araxes-'))
  const path = join(folder, 'graph')
  const raw = async (cypher: string): Promise<void> => {
    const database = grafeo.GrafeoDB.create(path)
    await database.executeCypher(cypher)
    database.close()
  }
  return place(
    () => openStore(path, {}),
    raw,
    () => rm(folder, { recursive: true }),
  )
}

/** The server of this test run, or why there is none. */
export const server = inject('neo4j')

/** Resolves when the server of this test run, which is started beside the tests, answers. */
export async function serverReady(): Promise<void> {
  if ('missing' in server) return
  const { uri, username, password } = server
  const open = () => openStore(uri, { NEO4J_USERNAME: username, NEO4J_PASSWORD: password })
  await (await openPatiently(open, { seconds: 200 })).close()
}

async function enterNeo4j(): Promise<Place> {
  if ('missing' in server) throw new Error(server.missing)
  ready ??= serverReady()
  await ready
  const { uri, username, password } = server
  driver ??= neo4j.driver(uri, neo4j.auth.basic(username, password))
  const raw = async (cypher: string): Promise<void> => {
    await driver!.executeQuery(cypher, {}, { database: 'neo4j' })
  }
  await raw('MATCH (n) DETACH DELETE n')
  const open = () => openStore(uri, { NEO4J_USERNAME: username, NEO4J_PASSWORD: password })
  // What is left is deleted by whoever enters next.
  return place(open, raw, async () => {})
}

let ready: Promise<void> | undefined
let driver: Driver | undefined
afterAll(() => driver?.close())

/** Every kind of store the contract runs over. A new store is a line here. */
export const STORES: readonly StoreUnderTest[] = [
  { name: 'grafeo', enter: enterGrafeo },
  { name: 'neo4j', enter: enterNeo4j, ...('missing' in server ? { missing: server.missing } : {}) },
]

/** Describes the same tests for each kind of store. One that is missing here is skipped by name. */
export function describeStores(title: string, tests: (store: StoreUnderTest) => void): void {
  for (const store of STORES) {
    if (store.missing === undefined) describe(`${title} on ${store.name}`, () => tests(store))
    else describe.skip(`${title} on ${store.name}: ${store.missing}`, () => tests(store))
  }
}
