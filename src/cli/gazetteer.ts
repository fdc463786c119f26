import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type Diagnostic, EXIT } from '../core/diagnostic.ts'
import { checkExamples } from '../extract/check-examples.ts'
import { createExtractor } from '../extract/extractor.ts'
import { checkSource } from '../gazetteer/check.ts'
import { compileGazetteer } from '../gazetteer/compile.ts'
import { findName } from '../gazetteer/find.ts'
import { formatYaml } from '../gazetteer/format.ts'
import { createGazetteer, loadGazetteer, SOURCE_FOLDER } from '../gazetteer/gazetteer.ts'
import { loadGazetteerSource } from '../gazetteer/load.ts'
import { colors, note, print, printDiagnostic } from './terminal.ts'

export function registerGazetteer(program: Command): void {
  const gazetteer = program
    .command('gazetteer')
    .summary('check, format, search and count the gazetteer')
    .description('Works on the gazetteer: the YAML files that say who there is and what they are called.')
  const folder = '--folder <folder>'
  gazetteer
    .command('check')
    .summary('validate every entry, the references between them, and their examples')
    .option(folder, 'the gazetteer', SOURCE_FOLDER)
    .option('--json', 'print problems as JSON')
    .action(async (options: { folder: string; json?: boolean }) => {
      const problems = await check(options.folder)
      if (options.json) print(JSON.stringify(problems))
      else {
        for (const p of problems) printDiagnostic(p)
        note(problems.length === 0 ? 'no problems' : `${problems.length} problems`)
      }
      if (problems.length > 0) process.exitCode = EXIT.failed
    })
  gazetteer
    .command('format')
    .summary('write every file in the one style')
    .option(folder, 'the gazetteer', SOURCE_FOLDER)
    .option('--check', 'change nothing; fail if a file would change')
    .action(async (options: { folder: string; check?: boolean }) => {
      const changed = await format(options.folder, options.check !== true)
      for (const path of changed) note(`${path} ${options.check ? 'is not formatted' : 'formatted'}`)
      if (changed.length > 0 && options.check) process.exitCode = EXIT.failed
    })
  gazetteer
    .command('find')
    .summary('tell what a name stands for, and why')
    .argument('<name...>')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  araxes gazetteer find Shahid-136\n  araxes gazetteer find Aliyev')
    .action(async (words: string[], options: { json?: boolean }) => {
      const found = findName(await loadGazetteer(), words.join(' '))
      if (options.json) {
        print(JSON.stringify(found))
        return
      }
      if (found.length === 0) note(`${words.join(' ')}: nothing by that name`)
      for (const { entity, as, weak } of found) {
        print(
          `${colors.data.bold(entity.name)}  ${entity.id}  ${colors.data.dim(`${weak ? 'weak ' : ''}${as}`)}`,
        )
        if (entity.kind === 'leader')
          for (const o of entity.offices)
            print(`    ${o.office} of ${o.of}  ${o.from ?? '?'} – ${o.to ?? ''}`)
        if (entity.aliases.length > 0)
          print(
            `    also ${entity.aliases.slice(0, 12).join(', ')}${entity.aliases.length > 12 ? ', …' : ''}`,
          )
      }
    })
  gazetteer
    .command('stats')
    .summary('count entries, names and words')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const stats = await count()
      if (options.json) print(JSON.stringify(stats))
      else
        for (const [name, n] of Object.entries(stats))
          print(`${name.padEnd(24)}${n.toLocaleString('en').padStart(8)}`)
    })
}

async function check(folder: string): Promise<Diagnostic[]> {
  const { source, problems } = await loadGazetteerSource(folder)
  const found = [...problems, ...checkSource(source)]
  // Examples are run only over a gazetteer that is sound otherwise: a file left out would fail them all.
  if (found.length > 0) return found
  const extractor = createExtractor({ gazetteer: createGazetteer(compileGazetteer(source)) })
  return checkExamples(source, extractor)
}

async function format(folder: string, write: boolean): Promise<string[]> {
  const changed: string[] = []
  const names = (await readdir(folder, { recursive: true })).filter((n) => n.endsWith('.yaml')).sort()
  for (const name of names) {
    const path = join(folder, name)
    const before = await readFile(path, 'utf8')
    const after = formatYaml(before)
    if (after === before) continue
    changed.push(name)
    if (write) await writeFile(path, after)
  }
  return changed
}

async function count(): Promise<Record<string, number>> {
  const { entities, words } = await loadGazetteer()
  const of = (kind: string): number => entities.filter((e) => e.kind === kind).length
  const triggers = words.relations.flatMap((r) =>
    r.classes.map((c) => (c.verbs?.length ?? 0) + (c.nouns?.length ?? 0) + (c.adjectives?.length ?? 0)),
  )
  return {
    countries: of('country'),
    leaders: of('leader'),
    organizations: of('organization'),
    weapons: of('weapon'),
    names: entities.reduce((n, e) => n + 1 + e.aliases.length, 0),
    'dated offices': entities.reduce((n, e) => n + (e.kind === 'leader' ? e.offices.length : 0), 0),
    'relation words': triggers.reduce((a, b) => a + b, 0),
    'agent words': words.agents.reduce((n, a) => n + a.words.length, 0),
  }
}
