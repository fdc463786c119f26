// npm run neo4j [-- --keep DIR]: a Neo4j server for a person, until Ctrl+C.
import { parseArgs } from 'node:util'
import { startNeo4j } from './server.mjs'

const { values } = parseArgs({ options: { keep: { type: 'string' } } })

console.log('Starting Neo4j 5.26 (the first time, Maven fetches 130 MB into .neo4j/lib) …')
const server = await startNeo4j(values).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
console.log(`
  URI       ${server.uri}
  Browser   ${server.browser}
  User      ${server.username}
  Password  ${server.password}

  export NEO4J_URI=${server.uri} NEO4J_PASSWORD=${server.password}

${values.keep === undefined ? 'Its data go with it' : `Its data stay in ${values.keep}`}. Ctrl+C ends it.`)

let ending = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (ending) return
    ending = true
    await server.stop()
    process.exit(0)
  })
}
