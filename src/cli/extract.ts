import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Command } from 'commander'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { GraphStore } from '../core/graph.ts'
import { createExtractor } from '../extract/extractor.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { extractArticles, run } from '../pipeline/run.ts'
import { READERS, readArticles } from '../readers/index.ts'
import { openStore } from '../stores/index.ts'
import { defaultStore, storeOption } from './store-option.ts'
import { printSummary } from './summary.ts'
import { note, Progress, printDiagnostic } from './terminal.ts'

interface ExtractOptions {
  readonly store?: string
  readonly output?: string
  readonly format?: string
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
      'write extraction records to this file; - is standard output. Without --store no graph is written then',
    )
    .option('--format <name>', `read every input as one of: ${READERS.map((r) => r.name).join(', ')}`)
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
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

/** Opens a file for records; resolves when it can be written to, so that a bad path fails before the work. */
async function openOutput(
  path: string,
): Promise<{ write(line: string): Promise<void>; close(): Promise<void> }> {
  const stream = path === '-' ? process.stdout : createWriteStream(path)
  if (path !== '-') {
    await once(stream, 'open').catch((cause: unknown) => {
      throw new AraxesError(
        'output/unwritable',
        `${path} cannot be written: ${(cause as Error).message}; name another file with --output`,
        { cause },
      )
    })
  }
  return {
    write: async (line) => {
      if (!stream.write(`${line}\n`)) await once(stream, 'drain')
    },
    close: async () => {
      if (path === '-') return
      stream.end()
      await once(stream, 'close')
    },
  }
}

/** Runs the extraction; returns the exit code. */
export async function extract(inputs: readonly string[], options: ExtractOptions): Promise<number> {
  const target = options.store ?? (options.output === undefined ? defaultStore() : 'none')
  const gazetteer = await loadGazetteer()
  const extractor = createExtractor({ gazetteer })
  const items = readArticles(inputs, options.format === undefined ? {} : { format: options.format })
  const output = options.output === undefined ? undefined : await openOutput(options.output)
  const store: GraphStore | undefined = target === 'none' ? undefined : await openStore(target, process.env)
  const progress = new Progress()
  try {
    const summary = await run(
      extractArticles(items, extractor),
      {
        ...(output ? { onRecord: (record) => output.write(JSON.stringify(record)) } : {}),
        onDiagnostic: (d) => {
          progress.clear()
          printDiagnostic(d)
        },
        onProgress: (s) =>
          progress.update(
            `${s.articles} articles, ${Math.round(s.articles / Math.max(s.seconds, 0.001))} a second`,
          ),
        ...(store ? { store } : {}),
      },
      gazetteer,
    )
    progress.clear()
    if (options.json && options.output !== '-') process.stdout.write(`${JSON.stringify(summary)}\n`)
    else printSummary(summary)
    if (store) note(`stored in   ${store.name}`)
    if (summary.articles === 0) return summary.rejected > 0 ? EXIT.rejected : EXIT.failed
    return summary.rejected > 0 ? EXIT.rejected : EXIT.ok
  } finally {
    progress.clear()
    await store?.close()
    await output?.close()
  }
}
