import { describe, expect, it } from 'vitest'
import { checkNeo4j } from '../../src/cli/check-neo4j.ts'
import type { Environment } from '../../src/stores/index.ts'
import { BATCH, ENTITIES, FACTS } from './small-graph.ts'
import { STORES, server } from './table.ts'

describe.skipIf('missing' in server)('doctor on a Neo4j server', () => {
  const { uri, username, password } = 'missing' in server ? { uri: '', username: '', password: '' } : server
  const env = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const enter = STORES.find((s) => s.name === 'neo4j')!.enter
  const LATER = 3_600_000

  /** What it says of each thing; with `BAD` before and the fix behind where it is not ok. */
  const doctor = async (more: Environment = {}, now = Date.now): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(
      (await checkNeo4j(uri, { ...env, ...more }, now)).map(({ name, ok, says, fix }) => [
        name,
        ok ? says : `BAD ${says}; ${fix}`,
      ]),
    )

  it('finds an empty one ready', async () => {
    await (await enter()).leave()
    expect(await doctor()).toEqual({
      reachable: uri,
      authentication: `as ${username}`,
      version: expect.stringMatching(/^Neo4j 5\.26\./),
      edition: 'community',
      permission: 'neo4j may be written',
      schema: 'none yet; the first load makes it',
      clock: 'the same as here',
    })
  })

  it('finds our schema, and an index that is missing', async () => {
    const place = await enter()
    const store = await place.open()
    await store.prepare()
    await store.writeFacts(ENTITIES, FACTS)
    await store.writeArticles(BATCH)
    expect((await doctor()).schema).toMatch(/^version 1, 10 constraints and indexes$/)
    await place.raw('DROP INDEX statement_edge')
    expect((await doctor()).schema).toMatch(/^BAD statement_edge not online; .*load anything/)
    await store.prepare()
    expect((await doctor()).schema).toMatch(/^version 1/)
    await place.leave()
  })

  it.each([
    [
      'a newer schema',
      `CREATE (:AraxesSchema {id: 'araxes', version: 99})`,
      /^BAD version 99; .*update Araxes/,
    ],
    [
      'an unknown schema',
      `CREATE (:AraxesSchema {id: 'araxes', version: 0})`,
      /^BAD version 0; .*empty database/,
    ],
    ['what is not ours', `CREATE (:Article {id: 'theirs'})`, /^BAD .*did not write; name an empty one/],
  ])('finds %s', async (_, cypher, says) => {
    const place = await enter()
    await place.raw(cypher)
    expect((await doctor()).schema).toMatch(says)
    await place.leave()
  })

  it('finds a clock that goes wrong', async () => {
    expect((await doctor({}, () => Date.now() + LATER)).clock).toMatch(
      /^BAD the server is 3[56]\d\d s behind; /,
    )
    expect((await doctor({}, () => Date.now() - LATER)).clock).toMatch(
      /^BAD the server is 3[56]\d\d s ahead; /,
    )
  })

  it.each([
    ['a wrong password', { NEO4J_PASSWORD: 'wr0ng' }, 'authentication', /^BAD .*NEO4J_PASSWORD/],
    ['an unknown user', { NEO4J_USERNAME: 'nobody' }, 'authentication', /^BAD .*NEO4J_USERNAME/],
    ['an unknown database', { NEO4J_DATABASE: 'atlantis' }, 'database', /^BAD .*atlantis.*NEO4J_DATABASE/],
  ])('finds %s, and that the server is there', async (_, more, name, says) => {
    const found = await doctor(more)
    expect(found).toEqual({ reachable: uri, [name]: expect.stringMatching(says) })
    expect(JSON.stringify(found)).not.toContain('wr0ng')
  })
})
