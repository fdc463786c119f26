import { type Command, Option } from 'commander'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import { GUESSES, type Guess } from '../extract/guesses.ts'
import type { Suggestion } from '../extract/suggest.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { READERS, readArticles } from '../readers/index.ts'
import { colors, note, Progress, print, printDiagnostic } from './terminal.ts'

interface SuggestOptions {
  readonly limit: string
  readonly kind?: Guess
  readonly format?: string
  readonly json?: boolean
}

export function registerSuggest(program: Command): void {
  program
    .command('suggest')
    .summary('list names that the articles use and the gazetteer lacks')
    .description(
      'Reads articles and lists the names that no entry of the gazetteer has, most frequent first: with a guess what each is, two contexts, and an entry to start from.',
    )
    .argument('<inputs...>', 'files, folders or globs; - is standard input')
    .option('--limit <n>', 'how many names to list', '40')
    .addOption(new Option('--kind <kind>', 'only names that most likely are this').choices([...GUESSES]))
    .option('--format <name>', `read every input as one of: ${READERS.map((r) => r.name).join(', ')}`)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  araxes suggest news
  araxes suggest archive.jsonl --kind weapon --limit 100`,
    )
    .action(suggest)
}

async function suggest(inputs: string[], options: SuggestOptions): Promise<void> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1)
    throw new AraxesError('cli/limit', `--limit ${options.limit} is no whole number above 0`, {
      exitCode: EXIT.usage,
    })
  const { createExtractor } = await import('../extract/extractor.ts')
  const { createSuggester } = await import('../extract/suggest.ts')
  const suggester = createSuggester(createExtractor({ gazetteer: await loadGazetteer() }))
  const progress = new Progress()
  let articles = 0
  let rejected = 0
  for await (const item of readArticles(
    inputs,
    options.format === undefined ? {} : { format: options.format },
  )) {
    if ('article' in item) {
      suggester.read(item.article)
      progress.update(`${++articles} articles`)
    } else {
      progress.clear()
      printDiagnostic(item.diagnostic)
      if (item.diagnostic.severity === 'error') rejected++
    }
  }
  progress.clear()
  const all = suggester.suggestions()
  const chosen = all.filter((s) => options.kind === undefined || s.kind === options.kind).slice(0, limit)
  if (options.json) print(JSON.stringify(await Promise.all(chosen.map(withYaml))))
  else for (const s of chosen) await printSuggestion(s)
  note(`${all.length} names in ${articles} articles`)
  if (rejected > 0) process.exitCode = EXIT.rejected
}

async function withYaml({ stub, ...rest }: Suggestion): Promise<object> {
  const { stubFile, stubYaml } = await import('../gazetteer/stub.ts')
  return { ...rest, file: stub ? stubFile(stub) : null, yaml: stub ? stubYaml(stub) : null }
}

async function printSuggestion(s: Suggestion): Promise<void> {
  const { stubFile, stubYaml } = await import('../gazetteer/stub.ts')
  const { bold, dim } = colors.data
  print(
    `${bold(s.name)}  ${s.kind}, ${s.count} times in ${s.articles} ${s.articles === 1 ? 'article' : 'articles'}${s.country === null ? '' : `, with ${s.country}`}`,
  )
  for (const context of s.contexts) print(`    ${dim(`“${context}”`)}`)
  if (s.stub) print(`${dim(`  # ${stubFile(s.stub)}`)}\n${stubYaml(s.stub)}`)
  else print('')
}
