import { type Interval, intervalsOverlap } from '../../core/dates.ts'
import type { GazetteerSource } from '../load.ts'
import { located, type Report } from './report.ts'

/** Every office is one of `titles.yaml`, and a single-holder office has no two holders at once. */
export function checkTerms(source: GazetteerSource, report: Report): void {
  const offices = new Map((source.titles?.content.offices ?? []).map((o) => [o.office, o]))
  const terms = new Map<string, { id: string; term: Interval; at: () => string }[]>()
  for (const { entry, header, at } of located(source.leaders)) {
    for (const [i, held] of entry.offices.entries()) {
      const office = offices.get(held.office)
      if (!office)
        report(
          'office',
          at('offices', i, 'office'),
          `"${held.office}" is not an office of titles.yaml`,
          'use one of its keys or add it there',
        )
      if (office?.holders !== 'single') continue
      const key = `${held.office} of ${held.of ?? header.of}`
      const others = terms.get(key) ?? []
      terms.set(key, others)
      for (const other of others) {
        if (!intervalsOverlap(held, other.term)) continue
        report(
          'two-holders',
          at('offices', i),
          other.id === entry.id
            ? `${entry.id} is ${key} twice at once (see ${other.at()})`
            : `${entry.id} and ${other.id} are both ${key} at once (see ${other.at()})`,
          'mend a date; terms are half-open',
        )
      }
      others.push({ id: entry.id, term: held, at: () => at('offices', i) })
    }
  }
}
