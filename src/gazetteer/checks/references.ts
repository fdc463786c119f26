import { closest } from '../../core/closest.ts'
import type { Interval } from '../../core/dates.ts'
import type { GazetteerSource } from '../load.ts'
import { located, type Report } from './report.ts'

/** Ids and Wikidata ids are unique, what an id refers to exists, sources are known, intervals run forward. */
export function checkReferences(source: GazetteerSource, report: Report): void {
  const countries = located(source.countries)
  const organizations = located(source.organizations)
  const leaders = located(source.leaders)
  const weapons = located(source.weapons)
  const all = [...countries, ...organizations, ...leaders, ...weapons]

  const first = new Map<string, string>()
  const wikidata = new Map<string, string>()
  for (const { entry, at } of all) {
    const before = first.get(entry.id)
    if (before === undefined) first.set(entry.id, at())
    else
      report(
        'duplicate-id',
        at('id'),
        `${entry.id} is already defined at ${before}`,
        'merge the two entries, or give another id',
      )
    if (entry.wikidata === undefined || entry.wikidata === 'none') continue
    const other = wikidata.get(entry.wikidata)
    if (other === undefined) wikidata.set(entry.wikidata, entry.id)
    else
      report(
        'duplicate-wikidata',
        at('wikidata'),
        `${entry.wikidata} is already the id of ${other}`,
        'keep the one you are certain of',
      )
  }

  const refer = (id: string | undefined, at: () => string): void => {
    if (id === undefined || first.has(id)) return
    const kind = id.slice(0, id.indexOf('/') + 1)
    const meant = closest(
      id,
      [...first.keys()].filter((other) => other.startsWith(kind)),
    )
    report(
      'dangling',
      at(),
      `${id} is not defined`,
      meant === undefined ? 'add the entry or mend the id' : `add the entry, or write ${meant}`,
    )
  }
  const forward = ({ from, to }: Interval, at: () => string): void => {
    if (from === undefined || to === undefined) return
    const n = Math.min(from.length, to.length)
    if (from.slice(0, n) > to.slice(0, n)) report('interval', at(), `ends (${to}) before it begins (${from})`)
  }
  const sources = new Set(Object.keys(source.sources?.content.sources ?? {}))
  const sourced = (key: string | undefined, at: () => string): void => {
    if (key !== undefined && !sources.has(key))
      report('source', at(), `"${key}" is not in sources.yaml`, 'use one of its keys or add it there')
  }

  const headers = [
    ...source.countries,
    ...source.leaders,
    ...source.organizations,
    ...source.weapons,
    ...source.relations,
    ...source.sentences,
    ...[
      source.titles,
      source.agents,
      source.objects,
      source.embedding,
      source.lightVerbs,
      source.idioms,
      source.names,
      source.references,
    ],
    ...[source.countryNames, source.elsewhere],
  ]
  for (const file of headers) if (file) sourced(file.content.source, () => file.locate(['source']))
  for (const { entry, at } of all) {
    sourced(entry.source, () => at('source'))
    for (const [i, id] of (entry.shares ?? []).entries()) {
      refer(id, () => at('shares', i))
      if (id === entry.id) report('dangling', at('shares', i), `${id} names itself`, 'name the other entity')
    }
  }
  for (const { entry, at } of [...countries, ...organizations]) {
    forward(entry, () => at())
    for (const [i, m] of (entry.memberOf ?? []).entries()) {
      refer(m.organization, () => at('memberOf', i, 'organization'))
      forward(m, () => at('memberOf', i))
      sourced(m.source, () => at('memberOf', i, 'source'))
    }
  }
  for (const { entry, at } of countries) refer(entry.under, () => at('under'))
  for (const id of Object.keys(source.countryNames?.content.names ?? {}))
    refer(id, () => source.countryNames!.locate(['names', id]))
  for (const { entry, at } of organizations) {
    refer(entry.basedIn, () => at('basedIn'))
    refer(entry.partOf, () => at('partOf'))
    if (entry.code.length === 3 && !/^(?:IGO|NGO|MNC|IMG)$/.test(entry.code))
      refer(`country/${entry.code}`, () => at('code'))
  }
  checkCircles(organizations, report)
  for (const file of source.leaders) refer(file.content.of, () => file.locate(['of']))
  for (const { entry, at } of leaders) {
    for (const [i, held] of entry.offices.entries()) {
      refer(held.of, () => at('offices', i, 'of'))
      forward(held, () => at('offices', i))
      sourced(held.source, () => at('offices', i, 'source'))
    }
  }
  for (const { entry, at } of weapons) {
    refer(entry.origin, () => at('origin'))
    refer(entry.maker, () => at('maker'))
    for (const [i, id] of (entry.confused ?? []).entries()) refer(id, () => at('confused', i))
  }
}

/** No organization is part of itself, however far round. */
function checkCircles(
  organizations: readonly {
    entry: { id: string; partOf?: string | undefined }
    at(...keys: string[]): string
  }[],
  report: Report,
): void {
  const parents = new Map(organizations.map(({ entry }) => [entry.id, entry.partOf]))
  for (const { entry, at } of organizations) {
    const seen = new Set([entry.id])
    for (let id = entry.partOf; id !== undefined && !seen.has(id); id = parents.get(id)) {
      seen.add(id)
      if (parents.get(id) === entry.id)
        report('circle', at('partOf'), `${entry.id} is part of itself, by way of ${id}`)
    }
  }
}
