import type { Command } from 'commander'
import { EXIT, type ExitCode } from '../core/diagnostic.ts'
import { DEFAULT_STORE } from '../stores/index.ts'
import { type Check, unseen } from './check.ts'
import { checkEmbedded, checkGazetteer, checkNode } from './check-machine.ts'
import { checkNeo4j } from './check-neo4j.ts'
import { storeOption } from './store-option.ts'
import { colors, print } from './terminal.ts'

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('look whether everything Araxes needs is there, and say what to do where it is not')
    .description(
      'Checks Node, the gazetteer, the embedded store and, where one is named, the Neo4j server. Changes nothing.',
    )
    .addOption(storeOption())
    .option('--json', 'print the checks as JSON')
    .addHelpText(
      'after',
      `
Exit codes: 0 all is well, 1 something is not, 4 the server cannot be used.

Examples:
  araxes doctor
  NEO4J_PASSWORD=… araxes doctor --store neo4j://localhost:7687`,
    )
    .action(async (options: { store?: string; json?: boolean }) => {
      process.exitCode = await doctor(options)
    })
}

/** Whether the server itself cannot be used, as exit code 4 says. */
const REFUSALS: readonly string[] = ['reachable', 'authentication', 'database']

async function doctor({ store, json }: { store?: string; json?: boolean }): Promise<ExitCode> {
  const isServer = store?.includes('://') === true
  const uri = isServer ? store : store === undefined ? process.env.NEO4J_URI : undefined
  const path = store === undefined || isServer ? DEFAULT_STORE : store
  const checks: readonly Check[] = [
    checkNode(),
    await checkGazetteer(),
    await checkEmbedded(path),
    ...(uri
      ? (await checkNeo4j(uri, process.env, Date.now)).map((c) => ({ ...c, name: `Neo4j ${c.name}` }))
      : [unseen('Neo4j', 'none is named; set NEO4J_URI, or name one with --store')]),
  ]
  if (json) print(JSON.stringify(checks))
  else for (const check of checks) printCheck(check)
  const wrong = checks.filter((c) => c.ok === false).map((c) => c.name.replace(/^Neo4j /, ''))
  if (wrong.length === 0) return EXIT.ok
  return wrong.some((name) => REFUSALS.includes(name)) ? EXIT.unreachable : EXIT.failed
}

function printCheck({ name, ok, says, fix }: Check): void {
  const { green, red, dim } = colors.data
  const mark = ok === null ? dim('–   ') : ok ? green('ok  ') : red('BAD ')
  print(`${mark}${name.padEnd(22)}${says}`)
  if (fix !== undefined) print(`${' '.repeat(26)}→ ${fix}`)
}
