import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import { registerBrowser } from './browser.ts'
import { registerDemo } from './demo.ts'
import { registerDoctor } from './doctor.ts'
import { registerExplain } from './explain.ts'
import { registerExport } from './export.ts'
import { registerExtract } from './extract.ts'
import { registerGazetteer } from './gazetteer.ts'
import { registerLoad } from './load.ts'
import { registerQuery } from './query.ts'
import { registerSuggest } from './suggest.ts'
import { registerTag } from './tag.ts'
import { colors, note } from './terminal.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The command line, complete. */
function createProgram(): Command {
  const program = new Command('araxes')
    .description(
      'Reads news and writes who did what to whom, with which weapon, and who says so, into a graph.',
    )
    .version(version)
    .showHelpAfterError('(add --help for usage)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes: 0 ok, 1 failed, 2 usage, 3 finished with inputs rejected, 4 store unreachable,
130 stopped by Ctrl-C.`,
    )
  for (const register of [
    registerExtract,
    registerLoad,
    registerExport,
    registerQuery,
    registerBrowser,
    registerSuggest,
    registerTag,
    registerExplain,
    registerGazetteer,
    registerDoctor,
    registerDemo,
  ])
    register(program)
  return program
}

/**
 * Runs the command line to its end, and sets `process.exitCode`. Never throws: what went wrong is told on stderr.
 * `args` are those behind the program's name.
 */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
      return
    }
    if (error instanceof AraxesError) {
      note(colors.notes.red(error.message))
      process.exitCode = error.exitCode
      return
    }
    // Not ours: the trace is what a report needs.
    note(colors.notes.red(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    process.exitCode = EXIT.failed
  }
}
