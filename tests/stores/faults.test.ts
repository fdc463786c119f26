import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AraxesError } from '../../src/core/diagnostic.ts'
import { openStore } from '../../src/stores/index.ts'

/** The AraxesError of something that must fail. */
async function errorOf(work: Promise<unknown>): Promise<AraxesError> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  )
  if (!(error instanceof AraxesError))
    throw new Error('it ought to have failed with an AraxesError', { cause: error })
  return error
}

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

const server = inject('neo4j')

describe.skipIf('missing' in server)('a Neo4j server says what is wrong', () => {
  const { uri, username, password } = 'missing' in server ? { uri: '', username: '', password: '' } : server

  it('when the password is wrong', async () => {
    const error = await errorOf(openStore(uri, { NEO4J_USERNAME: username, NEO4J_PASSWORD: 'wr0ng' }))
    expect(error).toMatchObject({ code: 'store/unauthorized', exitCode: 4 })
    expect(error.message).toContain('NEO4J_PASSWORD')
    expect(error.message).not.toContain('wr0ng')
  })

  it('when there is none', async () => {
    expect(await errorOf(openStore(uri, {}))).toMatchObject({ code: 'store/unauthorized', exitCode: 4 })
  })

  it('when the database does not exist', async () => {
    const env = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'atlantis' }
    const error = await errorOf(openStore(uri, env))
    expect(error).toMatchObject({
      code: 'store/no-database',
      exitCode: 4,
      message: expect.stringContaining('atlantis'),
    })
  })

  it.each([
    ['a backtick', 'na`me'],
    ['a quote', "it's"],
    ['braces', 'a{b}'],
    ['a dollar', '$db'],
    ['Cypher', 'MATCH (n) DETACH DELETE n'],
    ['a line break', 'two\nlines'],
    ['another script', 'ایران'],
    ['half a surrogate pair', 'half \ud83d'],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['the name of the system database', 'system'],
  ])('when the name of the database holds %s', async (_, name) => {
    const env = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: name }
    const error = await errorOf(preparing(uri, env))
    expect(error.code).toMatch(/^store\/(?:no-database|query)$/)
    expect(error.message.length).toBeLessThan(3000)
  })
})
