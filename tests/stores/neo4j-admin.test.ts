import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import type { GraphStore } from '../../src/core/graph.ts'
import { openStore } from '../../src/stores/index.ts'
import { prepareNeo4j } from '../neo4j/server.mjs'

const exec = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../..')
const araxes = (...args: string[]) => exec(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args])

/** Everything a graph holds, in an order of its own, so that two graphs can be compared. */
async function dump(store: GraphStore): Promise<readonly string[]> {
  const nodes = await store.read(
    `MATCH (n) WHERE n:Article OR n:Statement OR n:Entity OR n:AraxesSchema
     RETURN labels(n) AS labels, n AS node`,
    {},
  )
  const edges = await store.read(
    'MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, r AS edge',
    {},
  )
  // A property that is null is none, and not every store returns labels in the same order.
  const plain = (row: unknown): string =>
    JSON.stringify(row, (_, value) => {
      if (Array.isArray(value)) return [...value].sort()
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, v]) => v !== null)
          .sort(),
      )
    })
  return [...nodes.map(plain).sort(), ...edges.map(plain).sort()]
}

/** A `neo4j-admin` that runs from the jars of the test server. */
async function makeAdmin(folder: string, home: string): Promise<void> {
  const lib = join(ROOT, '.neo4j/lib')
  const [stamp] = (await readdir(lib)).filter((name) => !name.startsWith('fetching-'))
  const script = `#!/bin/sh\nNEO4J_HOME='${home}' NEO4J_CONF='${home}/conf' exec java -cp '${lib}/${stamp}/*' org.neo4j.cli.AdminTool "$@"\n`
  await writeFile(join(folder, 'neo4j-admin'), script)
  await chmod(join(folder, 'neo4j-admin'), 0o755)
}

it.skipIf('missing' in inject('neo4j'))(
  'an export imported by neo4j-admin is the graph that a load makes',
  { timeout: 300_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'araxes-'))
    const home = join(folder, 'home')
    const server = await prepareNeo4j({ keep: home, brief: true })
    try {
      const [records, loaded] = [join(folder, 'records.jsonl'), join(folder, 'graph')]
      await araxes('extract', join(ROOT, 'examples'), '--output', records)
      await araxes('load', records, '--store', loaded, '--unlisted')
      const { stdout: command } = await araxes(
        'export',
        'neo4j-admin',
        join(folder, "it's here"),
        records,
        '--unlisted',
      )
      await makeAdmin(folder, home)
      await exec('sh', ['-c', command], {
        env: { ...process.env, PATH: folder + delimiter + process.env.PATH },
      })

      await server.start()
      const ours = await openStore(loaded, {})
      const theirs = await openStore(server.uri, { NEO4J_PASSWORD: server.password })
      const expected = await dump(ours)
      expect(expected.length).toBeGreaterThan(100)
      expect(await ours.counts()).toMatchObject({ nodes: { Unlisted: expect.any(Number) } })
      expect(await dump(theirs)).toEqual(expected)
      // It is a graph that can be written on.
      await theirs.prepare()
      expect(await theirs.counts()).toEqual(await ours.counts())
      await ours.close()
      await theirs.close()
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
)
