// One Neo4j server for all tests that need one, before the first of them runs.
import { startNeo4j, Unavailable } from './server.mjs'

/**
 * Provides `neo4j`: how to reach a server whose data the tests may delete, or why there is none.
 * ARAXES_TEST_NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD) names one that runs already.
 * With ARAXES_REQUIRE_ALL=1 it is an error that there is none.
 * @param {import('vitest/node').TestProject} project
 */
export default async function setup(project) {
  const { ARAXES_TEST_NEO4J_URI: uri, NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env
  if (uri !== undefined) {
    project.provide('neo4j', { uri, browser: undefined, username: NEO4J_USERNAME, password: NEO4J_PASSWORD })
    return undefined
  }
  try {
    const server = await startNeo4j({ brief: true })
    const { uri, browser, username, password } = server
    project.provide('neo4j', { uri, browser, username, password })
    return server.stop
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
