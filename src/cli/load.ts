import type { Command } from 'commander'
import { EXIT } from '../core/diagnostic.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { readRecords } from '../pipeline/records.ts'
import { run } from '../pipeline/run.ts'
import { openStore } from '../stores/index.ts'
import { defaultStore, storeOption } from './store-option.ts'
import { printSummary } from './summary.ts'
import { note, Progress, printDiagnostic } from './terminal.ts'

export function registerLoad(program: Command): void {
  program
    .command('load')
    .summary('write extraction records into a graph')
    .description(
      'Loads record files that "araxes extract --output" wrote. Loading an article again replaces what it said before.',
    )
    .argument('<records...>', 'record files; - is standard input')
    .addOption(storeOption())
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Examples:
  araxes load records.jsonl
  araxes extract news --output - | araxes load - --store neo4j://localhost:7687`,
    )
    .action(async (paths: string[], options: { store?: string; json?: boolean }) => {
      process.exitCode = await load(paths, options)
    })
}

async function load(paths: readonly string[], options: { store?: string; json?: boolean }): Promise<number> {
  const gazetteer = await loadGazetteer()
  const store = await openStore(options.store ?? defaultStore(), process.env)
  const progress = new Progress()
  try {
    const summary = await run(
      readRecords(paths),
      {
        store,
        onDiagnostic: (d) => {
          progress.clear()
          printDiagnostic(d)
        },
        onProgress: (s) => progress.update(`${s.articles} articles loaded`),
      },
      gazetteer,
    )
    progress.clear()
    if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`)
    else printSummary(summary)
    note(`stored in   ${store.name}`)
    return summary.rejected > 0 ? EXIT.rejected : summary.articles === 0 ? EXIT.failed : EXIT.ok
  } finally {
    progress.clear()
    await store.close()
  }
}
