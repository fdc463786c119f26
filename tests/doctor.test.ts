import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkEmbedded, checkNode } from '../src/cli/check-machine.ts'
import { openStore } from '../src/stores/index.ts'
import { start } from './pipeline/araxes.ts'
import { BATCH } from './stores/small-graph.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'araxes-'))
  const store = await openStore(join(folder, 'graph'), {})
  await store.prepare()
  await store.writeArticles(BATCH)
  await store.close()
  await writeFile(join(folder, 'letter.txt'), 'Dear reader, this is no graph.')
})
afterAll(() => rm(folder, { recursive: true }))

describe('doctor', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.1', true],
    ['24.0.0', true],
    ['20.18.9', false],
    ['18.20.0', false],
  ])('takes Node %s: %s', (version, ok) => {
    expect(checkNode(version)).toMatchObject({ ok, says: expect.stringContaining(version) })
  })

  it('finds a graph, a place for one, and what is neither', async () => {
    const said = async (path: string) => {
      const { ok, says, fix } = await checkEmbedded(join(folder, path))
      return [ok, says, fix]
    }
    expect(await said('graph')).toEqual([
      true,
      expect.stringContaining('6 articles, 22 statements'),
      undefined,
    ])
    expect(await said('new')).toEqual([true, expect.stringContaining('none yet'), undefined])
    expect(await said('letter.txt')).toEqual([
      false,
      expect.stringContaining('no graph of ours'),
      expect.stringContaining('--store'),
    ])
    expect(await said('nowhere/graph')).toEqual([
      false,
      expect.stringContaining('cannot be written'),
      expect.stringContaining('another folder'),
    ])
  })

  it.each([
    ['all is well', 'graph', 0, /^ok .*embedded store +.*6 articles/m],
    ['a broken store', 'letter.txt', 1, /^BAD .*embedded store.*\n +→ /m],
    ['a server that is not there', 'bolt://localhost:1', 4, /^BAD .*Neo4j reachable.*\n +→ start it/m],
  ])('ends by what it finds: %s', async (_, store, code, says) => {
    const ended = await start(['doctor', '--store', store], { cwd: folder, input: '' }).ended
    expect(ended.stdout).toMatch(says)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toBe('')
  })
})

describe('load --wait', () => {
  const load = (...wait: readonly string[]) =>
    start(['load', '-', '--store', 'bolt://localhost:1', ...wait], { input: '' }).ended

  it('without it, gives up at once and names it', async () => {
    const { code, stderr } = await load()
    expect(code).toBe(4)
    expect(stderr).toMatch(/nothing of this run is known to be stored: .*--wait 60s/)
    expect(stderr).not.toContain('waiting for the server')
  })

  it('waits as long as it is told, and says so', async () => {
    const began = Date.now()
    const { code, stderr } = await load('--wait', '2s')
    expect(code).toBe(4)
    expect(Date.now() - began).toBeGreaterThanOrEqual(2000)
    expect(stderr).toMatch(/waiting for the server/)
    expect(stderr).toMatch(
      /It did not come back within 2 s\. So far nothing .*: the same command goes on from there$/m,
    )
  })

  it.each(['soon', '1.5s'])('refuses %s', async (wait) => {
    const { code, stderr } = await load('--wait', wait)
    expect(code).toBe(2)
    expect(stderr).toMatch(/duration such as 60s/)
  })
})
