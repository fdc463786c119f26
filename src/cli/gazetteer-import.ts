import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { isPartialDate } from '../core/dates.ts'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import { type CsvRow, parseCsv } from '../gazetteer/csv.ts'
import { findName } from '../gazetteer/find.ts'
import { type Gazetteer, loadGazetteer } from '../gazetteer/gazetteer.ts'
import { ORGANIZATION_FAMILIES, WEAPON_CLASSES } from '../gazetteer/schema.ts'
import type { Stub } from '../gazetteer/stub.ts'
import { note, print } from './terminal.ts'

/** The columns a table may call a fact by. */
const COLUMNS = {
  name: ['name', 'leader', 'person', 'weapon', 'equipment', 'designation', 'organization'],
  aliases: ['aliases', 'alias', 'other names', 'variants'],
  country: ['country', 'origin', 'state', 'cow_state', 'code', 'iso3'],
  room: ['class', 'family', 'category', 'type'],
  office: ['office', 'position', 'title'],
  from: ['from', 'start', 'since'],
  to: ['to', 'end', 'until'],
  sector: ['sector'],
  maker: ['maker', 'manufacturer'],
} as const

interface ImportOptions {
  readonly kind: Stub['kind']
  readonly all?: boolean
}

export function registerImport(gazetteer: Command): void {
  gazetteer
    .command('import')
    .summary('make stub entries from the rows of a table')
    .argument('<file.csv>', 'a CSV file with a header line')
    .addOption(
      new Option('--kind <kind>', 'what the rows are')
        .choices(['weapon', 'leader', 'organization'])
        .makeOptionMandatory(),
    )
    .option('--all', 'also rows whose name the gazetteer has already')
    .addHelpText(
      'after',
      `
The entries are printed, each under the file it belongs in; look them through and paste them there.
Columns it knows: ${Object.values(COLUMNS).flat().join(', ')}. Several aliases are parted by ";".

Example:
  araxes gazetteer import drones.csv --kind weapon > stubs.yaml`,
    )
    .action(async (path: string, options: ImportOptions) => {
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        throw new AraxesError('cli/file', `${path} cannot be read: ${(cause as Error).message}`, { cause })
      })
      await importRows(parseCsv(text, path), path, options, await loadGazetteer())
    })
}

async function importRows(
  rows: readonly CsvRow[],
  path: string,
  options: ImportOptions,
  gazetteer: Gazetteer,
): Promise<void> {
  const { stubFile, stubYaml } = await import('../gazetteer/stub.ts')
  const columns = Object.keys(rows[0] ?? {})
  if (!COLUMNS.name.some((c) => columns.includes(c)))
    throw new AraxesError(
      'cli/columns',
      `${path} has no column for the name; call it one of ${COLUMNS.name.join(', ')}`,
      { exitCode: EXIT.usage },
    )
  const byFile = new Map<string, string[]>()
  let known = 0
  for (const row of rows) {
    const stub = stubOf(row, options.kind, gazetteer)
    if (!stub) continue
    const { found } = findName(gazetteer, stub.name)
    if (!options.all && found.some((f) => f.entity.kind === options.kind && f.as !== 'similar')) {
      known++
      continue
    }
    const file = stubFile(stub)
    const list = byFile.get(file)
    if (list) list.push(stubYaml(stub))
    else byFile.set(file, [stubYaml(stub)])
  }
  for (const [file, stubs] of byFile) print(`# ${file}\n${stubs.join('')}`)
  note(`${rows.length} rows, ${known} in the gazetteer already`)
}

function stubOf(row: CsvRow, kind: Stub['kind'], gazetteer: Gazetteer): Stub | undefined {
  const value = (fact: keyof typeof COLUMNS): string | undefined =>
    COLUMNS[fact].map((c) => row[c]).find((v) => v !== undefined && v !== '')
  const name = value('name')
  if (name === undefined) return undefined
  const date = (fact: 'from' | 'to'): string | undefined => {
    const text = value(fact)
    return text !== undefined && isPartialDate(text) ? text : undefined
  }
  const rooms: readonly string[] = kind === 'weapon' ? WEAPON_CLASSES : ORGANIZATION_FAMILIES
  const room = value('room')?.toLowerCase().replaceAll(' ', '-')
  return {
    kind,
    name,
    aliases: (value('aliases') ?? '')
      .split(/[;|]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    country: countryCode(value('country'), gazetteer),
    room: room !== undefined && rooms.includes(room) ? room : undefined,
    office: value('office')?.toLowerCase().replaceAll(' ', '-'),
    from: date('from'),
    to: date('to'),
    sector: value('sector'),
    maker: value('maker'),
  }
}

/** A code as it is, or the code of the country of that name. */
function countryCode(text: string | undefined, gazetteer: Gazetteer): string | undefined {
  if (text === undefined) return undefined
  if (gazetteer.entity(`country/${text.toUpperCase()}`)) return text.toUpperCase()
  return (
    findName(gazetteer, text).found.find((f) => f.entity.kind === 'country' && f.as !== 'similar')?.entity
      .code ?? undefined
  )
}
