import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/stores/index.ts'
import { errorOf } from './error-of.ts'

const preparing = async (target: string, env = {}): Promise<void> => {
  const store = await openStore(target, env)
  await store.prepare().finally(() => store.close())
}

describe('an embedded store says what is wrong', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'araxes-'))
    await writeFile(join(folder, 'letter.txt'), 'Dear reader, this is no graph.')
    await mkdir(join(folder, 'photos'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('when the path cannot be written', async () => {
    const path = join(folder, 'letter.txt', 'graph')
    const error = await errorOf(preparing(path))
    expect(error).toMatchObject({
      code: 'store/unwritable',
      exitCode: 1,
      message: expect.stringContaining(path),
    })
    expect(error.message).toContain('name a path in a folder you may write to')
    expect(error.cause).toBeInstanceOf(Error)
  })

  it.each(['letter.txt', 'photos'])(
    'when the path is something else: %s, which it leaves alone',
    async (name) => {
      const error = await errorOf(preparing(join(folder, name)))
      expect(error).toMatchObject({
        code: 'store/not-a-graph',
        exitCode: 1,
        message: expect.stringContaining(name),
      })
      expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('Dear reader, this is no graph.')
    },
  )

  it('when there is nothing to read, and makes nothing', async () => {
    const path = join(folder, 'nothing')
    const store = await openStore(path, {})
    expect(await errorOf(store.read('RETURN 1 AS one', {}))).toMatchObject({
      code: 'store/missing',
      exitCode: 1,
    })
    await store.close()
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('when another has it open for writing', async () => {
    const path = join(folder, 'shared')
    const first = await openStore(path, {})
    await first.prepare()
    const second = await openStore(path, {})
    expect(await errorOf(second.prepare())).toMatchObject({
      code: 'store/locked',
      message: expect.stringContaining(path),
    })
    expect(await errorOf(second.read('RETURN 1 AS one', {}))).toMatchObject({ code: 'store/locked' })
    await first.close()
    await second.prepare()
    await second.close()
  })

  it('and lets several read at once', async () => {
    const path = join(folder, 'read')
    await preparing(path)
    const [one, other] = [await openStore(path, {}), await openStore(path, {})]
    expect(await one.read('RETURN 1 AS n', {})).toEqual(await other.read('RETURN 1 AS n', {}))
    await one.close()
    await other.close()
  })
})

describe('a target is refused', () => {
  it.each([
    ['that is empty', '', 'store/target', 'give a path'],
    ['of another scheme', 'http://localhost:7474', 'store/target', 'neo4j://localhost:7687'],
    ['that names no server', 'neo4j://', 'store/target', 'neo4j://localhost:7687'],
    ['with a database in its path', 'neo4j://localhost:7687/news', 'store/target', 'NEO4J_DATABASE'],
    ['with credentials', 'neo4j://me:s3cret@localhost:7687', 'store/credentials', 'neo4j://localhost:7687'],
    [
      'with a password that breaks the URI',
      'bolt://me:s3cret#/x@localhost',
      'store/credentials',
      'bolt://localhost',
    ],
  ])('%s', async (_, target, code, wayOut) => {
    const error = await errorOf(openStore(target, {}))
    expect(error).toMatchObject({
      exitCode: 2,
      code: expect.stringContaining(code),
      message: expect.stringContaining(wayOut),
    })
    expect(error.message).not.toContain('s3cret')
  })
})

it('an unreachable server is said to be so within seconds', async () => {
  const port = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number }
      server.close(() => done(free))
    })
  })
  const began = Date.now()
  const error = await errorOf(openStore(`bolt://127.0.0.1:${port}`, { NEO4J_PASSWORD: 's3cret' }))
  expect(error).toMatchObject({
    code: 'store/unreachable',
    exitCode: 4,
    message: expect.stringContaining(String(port)),
  })
  expect(error.message).not.toContain('s3cret')
  expect(Date.now() - began).toBeLessThan(10_000)
})
