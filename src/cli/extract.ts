import { resolve } from 'node:path'
import type { Command } from 'commander'
import { hashText } from '../core/article.ts'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import { extractorOf, type GraphScope, type GraphStore } from '../core/graph.ts'
import { COMPILED_PATH, type Gazetteer, openGazetteer, readCompiled } from '../gazetteer/gazetteer.ts'
import { tuneEngine } from '../pipeline/engine.ts'
import { untilAborted } from '../pipeline/interrupt.ts'
import type { InputItem } from '../pipeline/items.ts'
import { extractWithJobs } from '../pipeline/jobs.ts'
import { withoutStored } from '../pipeline/resume.ts'
import { run } from '../pipeline/run.ts'
import type { Summary } from '../pipeline/summary.ts'
import { extractorVersion } from '../pipeline/version.ts'
import { READERS, type ReaderItem, readArticles } from '../readers/index.ts'
import { openStore } from '../stores/index.ts'
import { onInterrupt } from './interrupt.ts'
import { defaultJobs, jobsOption } from './jobs-option.ts'
import { openRecordFile } from './record-file.ts'
import { defaultStore, storeOption } from './store-option.ts'
import { printSummary } from './summary.ts'
import { note, Progress, printDiagnostic } from './terminal.ts'
import { unlistedOption } from './unlisted-option.ts'

export interface ExtractOptions extends GraphScope {
  readonly store?: string
  readonly output?: string
  readonly format?: string
  readonly jobs?: number
  readonly fresh?: boolean
  readonly json?: boolean
}

export function registerExtract(program: Command): void {
  program
    .command('extract')
    .summary('read articles, write their statements into a graph or a record file')
    .description(
      'Reads articles (files, folders, globs, or - for standard input), finds who did what to whom, and writes it into a graph store, as records (one JSON line per article), or both.',
    )
    .argument('<inputs...>', 'files, folders or globs; - is standard input')
    .addOption(storeOption())
    .option(
      '-o, --output <file>',
      'write extraction records to this file, over what it holds; - is standard output. Without --store no graph is written then',
    )
    .option('--format <name>', `read every input as one of: ${READERS.map((r) => r.name).join(', ')}`)
    .addOption(unlistedOption())
    .addOption(jobsOption())
    .option('--fresh', 'also redo articles that are stored with the same text, gazetteer and rules')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
A run that was stopped goes on when it is started again: articles that are stored are skipped. With --output every
record is made anew. Ctrl-C finishes and stores what was read, and exits with 130; a second one stops at once.

Examples:
  araxes extract examples                                  into ./araxes-graph
  araxes extract "news/**/*.jsonl" --store ./caspian       into an embedded store of your own
  araxes extract archive.txt --output records.jsonl        records only
  NEO4J_PASSWORD=… araxes extract news --store neo4j://localhost:7687`,
    )
    .action(async (inputs: string[], options: ExtractOptions) => {
      process.exitCode = await extract(inputs, options)
    })
}

/** Runs the extraction; returns the exit code. */
export async function extract(inputs: readonly string[], options: ExtractOptions): Promise<number> {
  const target = options.store ?? (options.output === undefined ? defaultStore() : 'none')
  const { output: outputPath } = options
  // "-" reads standard input and writes standard output, which are two.
  const writes = outputPath !== undefined && outputPath !== '-'
  if (writes && inputs.some((input) => resolve(input) === resolve(outputPath))) {
    throw new AraxesError(
      'output/input',
      `${outputPath} is an input as well: it would be overwritten before it is read; name another file with --output`,
      { exitCode: EXIT.usage },
    )
  }
  tuneEngine()
  const bytes = await readCompiled(COMPILED_PATH)
  const gazetteer = openGazetteer(bytes)
  const articles = readArticles(inputs, options.format === undefined ? {} : { format: options.format })
  const output = outputPath === undefined ? undefined : await openRecordFile(outputPath)
  const store: GraphStore | undefined = target === 'none' ? undefined : await openStore(target, process.env)
  const interruption = onInterrupt(
    store
      ? 'Interrupted: what was read is being stored. The same command goes on from there.'
      : 'Interrupted: what was read is being written. Only runs into a store can go on where they were.',
  )
  const progress = new Progress()
  try {
    const read = untilAborted(articles, interruption.signal)
    const wanted = store && !output && !options.fresh ? newArticles(read, store, gazetteer, options) : read
    const summary = await run(
      extractWithJobs(wanted, { bytes, gazetteer, jobs: options.jobs ?? defaultJobs() }),
      {
        ...(output ? { onRecord: (record) => output.write(record) } : {}),
        onDiagnostic: (d) => {
          progress.clear()
          printDiagnostic(d)
        },
        onProgress: (s) =>
          progress.update(
            `${s.articles} articles, ${Math.round(s.articles / Math.max(s.seconds, 0.001))} a second`,
          ),
        ...(store ? { store, scope: options } : {}),
      },
      gazetteer,
    )
    await output?.close()
    progress.clear()
    if (options.json && outputPath !== '-') process.stdout.write(`${JSON.stringify(summary)}\n`)
    else printSummary(summary)
    if (store) note(`stored in   ${store.name}`)
    return interruption.exitCode() ?? exitCodeOf(summary)
  } finally {
    interruption.release()
    progress.clear()
    await store?.close()
    // Else waiting for more of it would keep the process alive.
    if (interruption.signal.aborted) process.stdin.destroy()
  }
}

/** Nothing read at all is a failure; bad input beside good is told by a code of its own. */
export function exitCodeOf({ articles, skipped, rejected }: Summary): number {
  if (rejected > 0) return EXIT.rejected
  return articles + skipped === 0 ? EXIT.failed : EXIT.ok
}

/** Articles that are not stored as they would be now. */
function newArticles(
  items: AsyncIterable<ReaderItem>,
  store: GraphStore,
  gazetteer: Gazetteer,
  scope: GraphScope,
): AsyncIterable<InputItem> {
  const extractor = extractorOf(extractorVersion(gazetteer), scope)
  return withoutStored(items, store, (item) => {
    if (!('article' in item)) return undefined
    const { id, text } = item.article
    return { id, version: { textHash: hashText(text), extractor }, length: text.length }
  })
}
