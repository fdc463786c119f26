import type { Command } from 'commander'
import { extractorOf, type GraphScope, type GraphStore } from '../core/graph.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { untilAborted } from '../pipeline/interrupt.ts'
import type { OutputItem } from '../pipeline/items.ts'
import { readRecords } from '../pipeline/records.ts'
import { withoutStored } from '../pipeline/resume.ts'
import { run } from '../pipeline/run.ts'
import { openPatiently, openStore } from '../stores/index.ts'
import { exitCodeOf } from './extract.ts'
import { onInterrupt } from './interrupt.ts'
import { defaultStore, storeOption } from './store-option.ts'
import { printSummary } from './summary.ts'
import { note, Progress, printDiagnostic } from './terminal.ts'
import { unlistedOption } from './unlisted-option.ts'
import { waitOption } from './wait-option.ts'

interface LoadOptions extends GraphScope {
  readonly store?: string
  readonly fresh?: boolean
  readonly wait: number
  readonly json?: boolean
}

export function registerLoad(program: Command): void {
  program
    .command('load')
    .summary('write extraction records into a graph')
    .description(
      'Loads record files that "araxes extract --output" wrote. Loading an article again replaces what it said before.',
    )
    .argument('<records...>', 'record files; - is standard input')
    .addOption(storeOption())
    .addOption(waitOption())
    .addOption(unlistedOption())
    .option('--fresh', 'also write articles that are stored with the same text, gazetteer and rules')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
A load that was stopped goes on when it is started again: articles that are stored are skipped. Ctrl-C finishes the
batch in hand and exits with 130; a second one stops at once.

Examples:
  araxes load records.jsonl
  araxes load records.jsonl --store neo4j://localhost:7687 --wait 60s
  araxes extract news --output - | araxes load - --store neo4j://localhost:7687`,
    )
    .action(async (paths: string[], options: LoadOptions) => {
      process.exitCode = await load(paths, options)
    })
}

async function load(paths: readonly string[], options: LoadOptions): Promise<number> {
  const gazetteer = await loadGazetteer()
  const store = await openPatiently(() => openStore(options.store ?? defaultStore(), process.env), {
    seconds: options.wait,
    onWait: note,
  })
  const interruption = onInterrupt(
    'Interrupted: what was read is being stored. The same command goes on from there.',
  )
  const progress = new Progress()
  try {
    const read = untilAborted(readRecords(paths), interruption.signal)
    const summary = await run(
      options.fresh ? read : newRecords(read, store, options),
      {
        store,
        scope: options,
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
    return interruption.exitCode() ?? exitCodeOf(summary)
  } finally {
    interruption.release()
    progress.clear()
    await store.close()
    // Else waiting for more of it would keep the process alive.
    if (interruption.signal.aborted) process.stdin.destroy()
  }
}

/** Records that are not stored as they are. One that says not what it was made with is always written. */
function newRecords(
  items: AsyncIterable<OutputItem>,
  store: GraphStore,
  scope: GraphScope,
): AsyncIterable<OutputItem> {
  return withoutStored(items, store, (item) => {
    if (!('record' in item)) return undefined
    const { id, textHash, extractor } = item.record.article
    // A record is about as large as its text was.
    return extractor === undefined
      ? undefined
      : { id, version: { textHash, extractor: extractorOf(extractor, scope) }, length: 10_000 }
  })
}
