import { intervalsOverlap } from '../core/dates.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { GazetteerFile, GazetteerSource } from './load.ts'

interface Located {
  readonly id: string
  readonly at: (keys?: readonly (string | number)[]) => string
}

function located<E extends { id: string }>(
  files: readonly GazetteerFile<{ entries: E[] }>[],
): (Located & { entry: E })[] {
  return files.flatMap((file) =>
    file.content.entries.map((entry, i) => ({
      id: entry.id,
      entry,
      at: (keys = []) => file.locate(['entries', i, ...keys]),
    })),
  )
}

/**
 * The checks between entries: ids and Wikidata ids unique, references resolve, sources are known, intervals run forward,
 * no two holders of a single-holder office at once.
 */
export function checkSource(source: GazetteerSource): Diagnostic[] {
  const problems: Diagnostic[] = []
  const report = (code: string, at: string, message: string, hint?: string): void => {
    problems.push({
      code: `gazetteer/${code}`,
      at,
      message,
      severity: 'error',
      ...(hint === undefined ? {} : { hint }),
    })
  }
  const countries = located(source.countries)
  const leaders = located(source.leaders)
  const organizations = located(source.organizations)
  const weapons = located(source.weapons)
  const all = [...countries, ...leaders, ...organizations, ...weapons]

  const first = new Map<string, string>()
  const wikidata = new Map<string, string>()
  for (const { id, entry, at } of all) {
    const before = first.get(id)
    if (before !== undefined)
      report('duplicate-id', at(['id']), `${id} is already defined at ${before}`, 'merge the two entries')
    else first.set(id, at())
    if (entry.wikidata !== undefined && entry.wikidata !== 'none') {
      const other = wikidata.get(entry.wikidata)
      if (other !== undefined)
        report(
          'duplicate-wikidata',
          at(['wikidata']),
          `${entry.wikidata} is already the id of ${other}`,
          'keep the one you are certain of',
        )
      else wikidata.set(entry.wikidata, id)
    }
  }
  const refer = (id: string | undefined, at: () => string): void => {
    if (id !== undefined && !first.has(id))
      report('dangling', at(), `${id} is not defined`, 'add the entry or mend the id')
  }
  const forward = (
    interval: { from?: string | undefined; to?: string | undefined },
    at: () => string,
  ): void => {
    const { from, to } = interval
    if (from === undefined || to === undefined) return
    const n = Math.min(from.length, to.length)
    if (from.slice(0, n) > to.slice(0, n)) report('interval', at(), `ends (${to}) before it begins (${from})`)
  }

  const sources = new Set(Object.keys(source.sources?.content.sources ?? {}))
  for (const file of [...source.countries, ...source.leaders, ...source.organizations, ...source.weapons]) {
    if (!sources.has(file.content.source))
      report('source', file.locate(['source']), `"${file.content.source}" is not in sources.yaml`)
  }
  for (const { entry, at } of all) {
    if (entry.source !== undefined && !sources.has(entry.source))
      report('source', at(['source']), `"${entry.source}" is not in sources.yaml`)
  }

  for (const { entry, at } of countries) {
    refer(entry.under, () => at(['under']))
    forward(entry, () => at())
    for (const [i, m] of (entry.memberOf ?? []).entries()) {
      refer(m.organization, () => at(['memberOf', i]))
      forward(m, () => at(['memberOf', i]))
    }
  }
  for (const { entry, at } of organizations) {
    refer(entry.basedIn, () => at(['basedIn']))
    refer(entry.partOf, () => at(['partOf']))
    forward(entry, () => at())
    for (const [i, m] of (entry.memberOf ?? []).entries()) refer(m.organization, () => at(['memberOf', i]))
  }
  for (const { entry, at } of weapons) {
    refer(entry.origin, () => at(['origin']))
    refer(entry.maker, () => at(['maker']))
    for (const [i, id] of (entry.confused ?? []).entries()) refer(id, () => at(['confused', i]))
  }

  const offices = new Map((source.titles?.content.offices ?? []).map((o) => [o.office, o]))
  const terms = new Map<
    string,
    { id: string; from?: string | undefined; to?: string | undefined; at: () => string }[]
  >()
  for (const file of source.leaders) {
    refer(file.content.of, () => file.locate(['of']))
    for (const [e, entry] of file.content.entries.entries()) {
      for (const [i, held] of entry.offices.entries()) {
        const at = (): string => file.locate(['entries', e, 'offices', i])
        refer(held.of, at)
        forward(held, at)
        const office = offices.get(held.office)
        if (!office)
          report(
            'office',
            at(),
            `"${held.office}" is not an office of titles.yaml`,
            'use one of its keys or add it there',
          )
        if (office?.holders !== 'single') continue
        const key = `${held.office} of ${held.of ?? file.content.of}`
        const others = terms.get(key) ?? []
        for (const other of others) {
          if (intervalsOverlap(held, other))
            report(
              'two-holders',
              at(),
              `${entry.id} and ${other.id} are both ${key} at once (see ${other.at()})`,
              'mend a date; terms are half-open',
            )
        }
        others.push({ id: entry.id, from: held.from, to: held.to, at })
        terms.set(key, others)
      }
    }
  }
  return problems
}
