import type { Command } from 'commander'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { GraphStore } from '../core/graph.ts'
import { listQueries, runQuery } from '../queries/index.ts'
import { unknownNames } from '../queries/unknown-names.ts'
import { openStore } from '../stores/index.ts'
import { defaultStore, storeExists, storeOption } from './store-option.ts'
import { colors, note, print, printRows } from './terminal.ts'

export function registerQuery(program: Command): void {
  program
    .command('query')
    .summary('ask the graph a named question')
    .description(
      'Runs one of the queries in cypher/queries/. Without a name, lists them with their parameters.',
    )
    .argument('[name]', 'the query')
    .argument('[parameters...]', 'its parameters, as --name value')
    .addOption(storeOption())
    .option('--json', 'print rows as a JSON array')
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
Examples:
  araxes query
  araxes query relations-between --a Iran --b Azerbaijan
  araxes query who-accuses-whom --json`,
    )
    .action(async (name: string | undefined, rest: string[], options: { store?: string; json?: boolean }) => {
      if (name === undefined) await list(options.json === true)
      else await ask(name, parameters(rest), options)
    })
}

/** `--a Iran --b=Azerbaijan` as a record. */
function parameters(rest: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!
    const match = /^--([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word)
    if (!match)
      throw new AraxesError('query/parameter', `"${word}" is no parameter; write --name value`, {
        exitCode: EXIT.usage,
      })
    const value = match[2] ?? rest[++i]
    if (value === undefined)
      throw new AraxesError('query/parameter', `--${match[1]} has no value`, { exitCode: EXIT.usage })
    found[match[1]!] = value
  }
  return found
}

async function list(json: boolean): Promise<void> {
  const queries = await listQueries()
  if (json) {
    print(
      JSON.stringify(
        queries.map(({ name, title, description, parameters: list }) => ({
          name,
          title,
          description,
          parameters: list,
        })),
      ),
    )
    return
  }
  const { bold, dim } = colors.data
  for (const q of queries) {
    print(
      `${bold(q.name)}${q.parameters.map((p) => dim(` --${p.name} ${typeof p.example === 'string' && p.example.includes(' ') ? JSON.stringify(p.example) : String(p.example)}`)).join('')}`,
    )
    print(`  ${q.title}`)
  }
}

async function ask(
  name: string,
  given: Record<string, string>,
  options: { store?: string; json?: boolean },
): Promise<void> {
  const target = options.store ?? defaultStore()
  if (!storeExists(target)) {
    throw new AraxesError(
      'store/missing',
      `there is no graph at ${target}; make one with "araxes extract examples --store ${target}", or name another with --store`,
    )
  }
  const store = await openStore(target, process.env)
  try {
    const rows = await runQuery(store, name, given)
    if (options.json) print(JSON.stringify(rows))
    else if (rows.length > 0) printRows(rows)
    if (rows.length === 0) await tellWhyNone(store, name, given)
  } finally {
    await store.close()
  }
}

async function tellWhyNone(store: GraphStore, name: string, given: Record<string, string>): Promise<void> {
  note('no rows')
  for (const { parameter, given: value, meant } of await unknownNames(store, name, given)) {
    const wayOut = meant ? `did you mean ${meant}?` : 'araxes query entity-search --text finds parts of names'
    note(`--${parameter}: nobody in this graph is called ${JSON.stringify(value)}; ${wayOut}`)
  }
}
