// All that needs the one Neo4j server of a test run, in one file: Vitest runs files side by side, and these suites
// empty its one database. `npx vitest run --project stores -t 'the store contract'` runs one of them.
import './contract.ts'
import './queries.ts'
import './refusals.ts'
import './reload.ts'
import '../browser/browser.ts'
// Last, because it drops an index: the server then forgets how it planned every query.
import './doctor.ts'
