// All that needs the one Neo4j server of a test run, in one file: Vitest runs files side by side, and these suites
// empty its one database. `npx vitest run --project stores -t 'the store contract'` runs one of them.
import './contract.ts'
import './queries.ts'
import './refusals.ts'
import './reload.ts'
import './doctor.ts'
import '../browser/browser.ts'
