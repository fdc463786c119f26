// One Neo4j server for all tests that need one. It starts while others run already.
import { readFile } from 'node:fs/promises'
import { freePort, prepareNeo4j, Unavailable } from './server.mjs'

/** What docker-compose.yml lets the Browser do on connect, with the files on another port. */
async function onConnect(/** @type {number} */ filesPort) {
  const compose = await readFile(new URL('../../docker-compose.yml', import.meta.url), 'utf8')
  const [, command = ''] = /NEO4J_browser_post__connect__cmd: (.*)/.exec(compose) ?? []
  return command.replaceAll(':7475/', `:${filesPort}/`)
}

/**
 * Provides `neo4j`: how to reach a server whose data the tests may delete, or why there is none.
 * ARAXES_TEST_NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD) names one that runs already.
 * With ARAXES_REQUIRE_ALL=1 it is an error that there is none.
 * @param {import('vitest/node').TestProject} project
 */
export default async function setup(project) {
  const { ARAXES_TEST_NEO4J_URI: uri, NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env
  if (uri !== undefined) {
    project.provide('neo4j', {
      uri,
      browser: undefined,
      filesPort: 0,
      username: NEO4J_USERNAME,
      password: NEO4J_PASSWORD,
    })
    return undefined
  }
  try {
    const server = await prepareNeo4j({ brief: true })
    const { uri, browser, username, password } = server
    const filesPort = await freePort()
    project.provide('neo4j', { uri, browser, filesPort, username, password })
    // Whoever needs it waits for it: see tests/stores/table.ts.
    const started = server
      .start({ 'browser.post_connect_cmd': await onConnect(filesPort) })
      .catch((error) => {
        console.error(error)
        process.exitCode = 1
      })
    return async () => {
      await started
      await server.stop()
    }
  } catch (error) {
    if (!(error instanceof Unavailable) || process.env.ARAXES_REQUIRE_ALL === '1') throw error
    console.warn(`
────────────────────────────────────────────────────────────────────────────────
 SKIPPED: every test against a real Neo4j. ${error.message}
 Or name a server whose data may be deleted: ARAXES_TEST_NEO4J_URI, NEO4J_PASSWORD.
 ARAXES_REQUIRE_ALL=1 makes this an error.
────────────────────────────────────────────────────────────────────────────────
`)
    project.provide('neo4j', { missing: error.message })
    return undefined
  }
}
