import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/stores/index.ts'
import { errorOf } from './error-of.ts'
import { server, serverReady } from './table.ts'

describe.skipIf('missing' in server)('a Neo4j server says what is wrong', () => {
  const { uri, username, password } = 'missing' in server ? { uri: '', username: '', password: '' } : server
  beforeAll(serverReady)

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
    const error = await errorOf(
      openStore(uri, env).then((store) => store.prepare().finally(() => store.close())),
    )
    expect(error.code).toMatch(/^store\/(?:no-database|query)$/)
    expect(error.message.length).toBeLessThan(3000)
  })
})
