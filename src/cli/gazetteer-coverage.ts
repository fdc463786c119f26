import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { Leader } from '../core/entity.ts'
import { type Coverage, coverageKind, equipmentCoverage, leaderCoverage } from '../extract/coverage.ts'
import { type CsvRow, parseCsv } from '../gazetteer/csv.ts'
import { loadGazetteer, SOURCE_FOLDER } from '../gazetteer/gazetteer.ts'
import { colors, print } from './terminal.ts'

interface CoverageOptions {
  readonly limit: string
  readonly json?: boolean
}

export function registerCoverage(gazetteer: Command): void {
  gazetteer
    .command('coverage')
    .summary('tell how much of a reference list the gazetteer knows')
    .argument('<file.csv...>', 'CSV files with a header line')
    .option('--limit <n>', 'how many of the missing to print', '40')
    .option('--json', 'print JSON, all that is missing included')
    .addHelpText(
      'after',
      `
Two kinds of list are known by their columns:
  equipment, category, count       found when a weapon is tagged in the item; counted by its count; lorries, cars and
                                   what is called unknown are left aside
  cow_state, leader, start, end    found when a leader of that state has the name and held an office then; state is a
                                   Correlates of War code or ISO 3166-1 alpha-3`,
    )
    .action(async (paths: string[], options: CoverageOptions) => {
      for (const path of paths) {
        const text = await readFile(path, 'utf8').catch((cause: unknown) => {
          throw new AraxesError('cli/file', `${path} cannot be read: ${(cause as Error).message}`, { cause })
        })
        const coverage = await cover(parseCsv(text, path), path)
        if (options.json) print(JSON.stringify({ path, ...coverage }))
        else printCoverage(path, coverage, Number(options.limit))
      }
    })
}

async function cover(rows: readonly CsvRow[], path: string): Promise<Coverage> {
  const columns = Object.keys(rows[0] ?? {})
  const kind = coverageKind(columns)
  if (kind === undefined)
    throw new AraxesError(
      'cli/columns',
      `${path} has the columns ${columns.join(', ')}; "equipment" or "leader" and "state" are wanted`,
      { exitCode: EXIT.usage },
    )
  const gazetteer = await loadGazetteer()
  if (kind === 'equipment') {
    const { createExtractor } = await import('../extract/extractor.ts')
    return equipmentCoverage(rows, createExtractor({ gazetteer }))
  }
  const { loadGazetteerSource } = await import('../gazetteer/load.ts')
  const { source } = await loadGazetteerSource(SOURCE_FOLDER)
  const states = new Map<string, string[]>()
  for (const { id, cow } of source.countries.flatMap((f) => f.content.entries))
    for (const code of cow ?? []) states.set(code, [...(states.get(code) ?? []), id])
  const leaders = gazetteer.entities.filter((e): e is Leader => e.kind === 'leader')
  return leaderCoverage(rows, leaders, (code) => [
    ...(states.get(code) ?? []),
    ...(states.has(code) || !gazetteer.entity(`country/${code}`) ? [] : [`country/${code}`]),
  ])
}

function printCoverage(path: string, coverage: Coverage, limit: number): void {
  const { bold, dim } = colors.data
  const percent = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  const { rows, found, weight, foundWeight, missing, aside } = coverage
  print(bold(path))
  print(`  ${coverage.list}: ${found} of ${rows} rows, ${percent(found, rows)}`)
  if (weight !== rows) print(`  by count: ${foundWeight} of ${weight}, ${percent(foundWeight, weight)}`)
  for (const [reason, n] of Object.entries(aside)) print(`  ${n} left aside: ${reason}`)
  for (const { row, why } of missing.slice(0, limit)) print(`  ${Object.values(row).join(', ')}  ${dim(why)}`)
  if (missing.length > limit) print(`  … ${missing.length - limit} more`)
}
