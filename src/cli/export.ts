import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type GraphScope, toGraphBatch } from '../core/graph.ts'
import type { ExtractionRecord } from '../core/record.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { describeEntity, factsOf } from '../pipeline/describe.ts'
import { readRecords } from '../pipeline/records.ts'
import { countRecord, emptySummary } from '../pipeline/summary.ts'
import { Neo4jAdminExport } from '../stores/neo4j-admin.ts'
import { exitCodeOf } from './extract.ts'
import { printSummary } from './summary.ts'
import { note, Progress, print, printDiagnostic } from './terminal.ts'
import { unlistedOption } from './unlisted-option.ts'

/** Articles whose rows are made and written together. */
const BATCH = 200

export function registerExport(program: Command): void {
  program
    .command('export')
    .summary('write extraction records as files for another program')
    .description('Writes record files as what another program imports.')
    .command('neo4j-admin')
    .summary('CSV files for "neo4j-admin database import full", for very large loads')
    .description(
      'Writes the graph of record files as CSV files, and prints the command that imports them into an empty Neo4j database. The server must not run meanwhile.',
    )
    .argument('<folder>', 'where the CSV files go; files of the same names are overwritten')
    .argument('<records...>', 'record files; - is standard input')
    .addOption(unlistedOption())
    .addHelpText(
      'after',
      `
The server makes the constraints and indexes when the graph is first written to: by "araxes load", or at once by
"cypher-shell -f cypher/schema.neo4j.cypher" of this package.

Example:
  araxes extract news --output records.jsonl
  araxes export neo4j-admin ./import records.jsonl > import.sh`,
    )
    .action(async (folder: string, paths: string[], scope: GraphScope) => {
      process.exitCode = await exportNeo4jAdmin(folder, paths, scope)
    })
}

async function exportNeo4jAdmin(
  folder: string,
  paths: readonly string[],
  scope: GraphScope,
): Promise<number> {
  const gazetteer = await loadGazetteer()
  const files = await Neo4jAdminExport.open(resolve(folder))
  const progress = new Progress()
  const started = performance.now()
  const summary = emptySummary()
  const seen = new Set<string>()
  let batch: ExtractionRecord[] = []
  const flush = async (): Promise<void> => {
    await files.write(toGraphBatch(batch, (id) => describeEntity(gazetteer, id), scope))
    batch = []
  }
  const reject = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === 'error') summary.rejected++
    progress.clear()
    printDiagnostic(diagnostic)
  }
  for await (const item of readRecords(paths)) {
    if ('diagnostic' in item) reject(item.diagnostic)
    else if ('record' in item) {
      const { id } = item.record.article
      if (seen.has(id)) {
        reject({
          code: 'record/duplicate-id',
          at: id,
          message: 'is recorded a second time; the first is kept',
          hint: 'export the records of one run',
          severity: 'error',
        })
        continue
      }
      seen.add(id)
      countRecord(summary, item.record, item.sentences)
      batch.push(item.record)
      if (batch.length >= BATCH) await flush()
      progress.update(`${summary.articles} articles written`)
    }
  }
  await flush()
  const { command } = await files.finish((ids) => factsOf(gazetteer, ids))
  progress.clear()
  summary.seconds = (performance.now() - started) / 1000
  print(command)
  printSummary(summary)
  note(`written to  ${folder}`)
  return exitCodeOf(summary)
}
