import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { AraxesError, type Diagnostic, EXIT } from '../core/diagnostic.ts'
import type { Entity } from '../core/entity.ts'
import type { ClassScore } from '../extract/check-relations.ts'
import { countGazetteer } from '../gazetteer/count.ts'
import { type Found, findName } from '../gazetteer/find.ts'
import { COMPILED_PATH, createGazetteer, loadGazetteer, SOURCE_FOLDER } from '../gazetteer/gazetteer.ts'
import { registerCoverage } from './gazetteer-coverage.ts'
import { registerImport } from './gazetteer-import.ts'
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
    .option('--relations', 'report instead how the words of each relation do on their own examples')
    .option('--json', 'print problems as JSON')
    .action(async (options: { folder: string; relations?: boolean; json?: boolean }) => {
      if (options.relations) {
        const scores = await relations(options.folder)
        if (options.json) print(JSON.stringify(scores))
        else printScores(scores)
        return
      }
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
      const name = words.join(' ')
      const { found, nothing } = findName(await loadGazetteer(), name)
      if (options.json) {
        print(JSON.stringify(found))
        return
      }
      if (nothing) note(`${name}: stands for nothing (elsewhere.yaml), so that no country is found inside it`)
      else if (found.length === 0) note(`${name}: nothing by that name`)
      for (const one of found) printFound(one)
    })
  gazetteer
    .command('stats')
    .summary('count entries, names and words; size and loading time')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const stats = await statistics()
      if (options.json) {
        print(JSON.stringify(stats))
        return
      }
      for (const [name, n] of Object.entries(stats)) {
        if (typeof n === 'number') print(`${name.padEnd(24)}${number(n)}`)
        else {
          print(`\n${colors.data.bold(name)}`)
          for (const [part, count] of Object.entries(n)) print(`  ${part.padEnd(22)}${number(count)}`)
        }
      }
    })
  registerImport(gazetteer)
  registerCoverage(gazetteer)
}

const number = (n: number): string => n.toLocaleString('en').padStart(9)

async function check(folder: string): Promise<Diagnostic[]> {
  const [{ loadGazetteerSource }, { checkSource }, { checkFloors }, { collect }, { compileGazetteer }] =
    await Promise.all([
      import('../gazetteer/load.ts'),
      import('../gazetteer/check.ts'),
      import('../gazetteer/checks/floors.ts'),
      import('../gazetteer/checks/report.ts'),
      import('../gazetteer/compile.ts'),
    ])
  const [{ createExtractor }, { checkCommonWords }, { checkExamples }] = await Promise.all([
    import('../extract/extractor.ts'),
    import('../extract/check-common-words.ts'),
    import('../extract/check-examples.ts'),
  ])
  const { source, problems } = await loadGazetteerSource(folder)
  // A file that cannot be read would leave everything that refers to it dangling.
  if (problems.length > 0) return problems
  const found = [...checkSource(source), ...checkCommonWords(source)]
  const compiled = compileGazetteer(source)
  const floors = collect()
  checkFloors(source, compiled.lexicon, floors.report)
  const extractor = createExtractor({ gazetteer: createGazetteer(compiled) })
  return [...found, ...floors.problems, ...checkExamples(source, extractor)]
}

async function relations(folder: string): Promise<ClassScore[]> {
  const [{ loadGazetteerSource }, { compileGazetteer }] = await Promise.all([
    import('../gazetteer/load.ts'),
    import('../gazetteer/compile.ts'),
  ])
  const [{ createExtractor }, { trainOn }, { checkRelations }] = await Promise.all([
    import('../extract/extractor.ts'),
    import('../extract/train.ts'),
    import('../extract/check-relations.ts'),
  ])
  const { source, problems } = await loadGazetteerSource(folder)
  if (problems.length > 0)
    throw new AraxesError(
      'gazetteer/invalid',
      `${folder} has ${problems.length} problems; run "araxes gazetteer check" first`,
    )
  // As built: the event model has the last word on what the rules find.
  const compiled = compileGazetteer(source)
  const sentences = source.sentences.flatMap((f) => f.content.sentences)
  const models = trainOn(sentences, createGazetteer(compiled))
  return checkRelations(source, createExtractor({ gazetteer: createGazetteer({ ...compiled, models }) }))
}

function printScores(scores: readonly ClassScore[]): void {
  const { dim, bold, yellow } = colors.data
  const percent = (part: number, whole: number): string =>
    (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`).padStart(7)
  const line = (name: string, s: Omit<ClassScore, 'rule' | 'misses'>): string =>
    `${name.padEnd(36)}${String(s.examples).padStart(9)}${percent(s.found, s.examples)}${percent(s.exact, s.examples)}${percent(s.found, s.found + s.wrong)}`
  print(bold(`${'class'.padEnd(36)} examples recall  exact  precision`))
  for (const s of scores) {
    print(line(s.rule, s))
    for (const miss of s.misses) print(`    ${dim(miss.at)} ${miss.text} ${yellow(`→ ${miss.got}`)}`)
  }
  const sum = (key: 'examples' | 'found' | 'exact' | 'wrong'): number =>
    scores.reduce((n, s) => n + s[key], 0)
  print(
    bold(
      line('all', {
        examples: sum('examples'),
        found: sum('found'),
        exact: sum('exact'),
        wrong: sum('wrong'),
      }),
    ),
  )
}

async function format(folder: string, write: boolean): Promise<string[]> {
  const { formatYaml } = await import('../gazetteer/format.ts')
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

function printFound({ entity, as, weak, near }: Found): void {
  const { bold, dim } = colors.data
  print(`${bold(entity.name)}  ${entity.id}  ${dim(`${weak ? 'weak ' : ''}${as}`)}`)
  const facts = factsOf(entity)
  if (facts !== '') print(`    ${facts}`)
  if (weak)
    print(
      `    only where the article names it otherwise${near.length > 0 ? `, or near: ${near.join(', ')}` : ''}`,
    )
  if (entity.kind === 'leader')
    for (const o of entity.offices) print(`    ${o.office} of ${o.of}  ${o.from ?? '?'} – ${o.to ?? ''}`)
  const aliases = entity.aliases.filter((alias) => alias !== entity.name)
  if (aliases.length > 0)
    print(`    also ${aliases.slice(0, 12).join(', ')}${aliases.length > 12 ? ', …' : ''}`)
}

function factsOf(entity: Entity): string {
  switch (entity.kind) {
    case 'organization':
      return [entity.family, entity.code, entity.sector].filter((f) => f !== null).join(', ')
    case 'weapon':
      return [entity.class, entity.origin, entity.maker].filter((f) => f !== null).join(', ')
    default:
      return ''
  }
}

async function statistics(): Promise<Record<string, number | Readonly<Record<string, number>>>> {
  const memory = process.memoryUsage().rss
  const start = performance.now()
  const gazetteer = await loadGazetteer()
  const milliseconds = Math.round(performance.now() - start)
  const megabytes = Math.round((process.memoryUsage().rss - memory) / 1e6)
  return {
    ...countGazetteer(gazetteer),
    compiled: {
      'file, MB': Math.round((await stat(COMPILED_PATH)).size / 1e5) / 10,
      'loads in, ms': milliseconds,
      'takes in memory, MB': megabytes,
    },
  }
}
