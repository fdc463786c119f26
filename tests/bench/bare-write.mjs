// The yardstick of writing to Neo4j: the same rows by bare UNWIND and CREATE, with indexes, and nothing else. No
// replacing, no direct edges, no checks.
import neo4j from 'neo4j-driver'

const BATCH = 1000

const STEPS = [
  ['entities', 'UNWIND $rows AS row CREATE (e:Entity) SET e = row'],
  ['articles', 'UNWIND $rows AS row CREATE (a:Article) SET a = row'],
  [
    'mentions',
    'UNWIND $rows AS row MATCH (a:Article {id: row.article}) MATCH (e:Entity {id: row.entity}) CREATE (a)-[:MENTIONS {count: row.count}]->(e)',
  ],
  [
    'statements',
    `UNWIND $rows AS row
     MATCH (a:Article {id: row.article}) MATCH (source:Entity {id: row.source}) MATCH (target:Entity {id: row.target})
     CREATE (a)-[:STATES]->(s:Statement) SET s = row CREATE (s)-[:SOURCE]->(source) CREATE (s)-[:TARGET]->(target)`,
  ],
]

function connect({ NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD }) {
  if (!NEO4J_URI) throw new Error('--neo4j wants NEO4J_URI and NEO4J_PASSWORD: npm run neo4j prints them')
  return neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME || 'neo4j', NEO4J_PASSWORD ?? ''))
}

/** Deletes everything in the database. */
export async function emptyNeo4j(env) {
  const driver = connect(env)
  await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: 'neo4j' })
  await driver.close()
}

/** Writes the rows of a GraphBatch into an empty database. */
export async function bareWrite(env, batch) {
  const driver = connect(env)
  for (const label of ['Entity', 'Article', 'Statement'])
    await driver.executeQuery(
      `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
      {},
      { database: 'neo4j' },
    )
  const session = driver.session({ database: 'neo4j' })
  for (const [name, cypher] of STEPS) {
    const rows = batch[name]
    for (let i = 0; i < rows.length; i += BATCH)
      await session.executeWrite((t) => t.run(cypher, { rows: rows.slice(i, i + BATCH) }))
  }
  await session.close()
  await driver.close()
}
