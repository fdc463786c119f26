import type { Interval } from '../core/dates.ts'
import type { Leader } from '../core/entity.ts'
import type { CsvRow } from '../gazetteer/csv.ts'
import { fold } from '../gazetteer/fold.ts'
import { exampleArticle } from './check-examples.ts'
import type { Extractor } from './extractor.ts'

/** How much of a reference list the gazetteer knows. */
export interface Coverage {
  readonly list: 'leaders' | 'equipment'
  readonly rows: number
  readonly found: number
  /** As `rows` and `found`, each row counted as often as its `count` column says; equal to them where there is none. */
  readonly weight: number
  readonly foundWeight: number
  /** Rows left aside, by reason. */
  readonly aside: Readonly<Record<string, number>>
  readonly missing: readonly { readonly row: CsvRow; readonly weight: number; readonly why: string }[]
}

/** What kind of list the columns make; undefined for columns we cannot read. */
export function coverageKind(columns: readonly string[]): Coverage['list'] | undefined {
  if (columns.includes('equipment')) return 'equipment'
  if (columns.includes('leader') && (columns.includes('cow_state') || columns.includes('state')))
    return 'leaders'
  return undefined
}

/** Categories that are no weapons: lorries and cars. */
const NO_WEAPONS = /^(?:trucks|cars|civilian)/i

/** An item of equipment counts when the tagger finds a weapon in it. */
export function equipmentCoverage(rows: readonly CsvRow[], extractor: Extractor): Coverage {
  const aside: Record<string, number> = {}
  const tally = { rows: 0, found: 0, weight: 0, foundWeight: 0 }
  const missing: Coverage['missing'][number][] = []
  for (const row of rows) {
    const name = row.equipment ?? ''
    const category = row.category ?? ''
    const weight = Number(row.count ?? 1)
    const reason = /^unknown\b/i.test(name)
      ? 'unknown'
      : NO_WEAPONS.test(category)
        ? 'trucks and cars'
        : !Number.isFinite(weight)
          ? 'without a count'
          : undefined
    if (reason !== undefined) {
      aside[reason] = (aside[reason] ?? 0) + 1
      continue
    }
    tally.rows++
    tally.weight += weight
    const article = { ...exampleArticle(`${name}, ${category.toLowerCase()}.`), language: 'en' }
    const { mentions } = extractor.tag(article).tags
    if (mentions.some((m) => m.kind === 'weapon' && m.start < name.length)) {
      tally.found++
      tally.foundWeight += weight
    } else missing.push({ row, weight, why: 'no weapon is found in it' })
  }
  missing.sort((a, b) => b.weight - a.weight)
  return { list: 'equipment', ...tally, aside, missing }
}

/**
 * A person in power counts when a leader of that state has the surname, or all of the name, and held an office of it in that time.
 * `states` gives the countries of a state's code: several, where one code spans a state and its successor.
 */
export function leaderCoverage(
  rows: readonly CsvRow[],
  leaders: readonly Leader[],
  states: (code: string) => readonly string[],
): Coverage {
  const tally = { rows: 0, found: 0, weight: 0, foundWeight: 0 }
  const missing: Coverage['missing'][number][] = []
  const byCountry = new Map<string, Leader[]>()
  for (const leader of leaders) {
    for (const of of new Set(leader.offices.map((o) => o.of))) {
      const list = byCountry.get(of)
      if (list) list.push(leader)
      else byCountry.set(of, [leader])
    }
  }
  for (const row of rows) {
    const code = row.cow_state ?? row.state ?? ''
    const interval = { from: row.start || undefined, to: row.end || undefined }
    const wanted = wordsOf(row.leader ?? '')
    tally.rows++
    tally.weight++
    const countries = states(code)
    const inOffice = countries.flatMap((country) =>
      (byCountry.get(country) ?? []).filter((l) =>
        l.offices.some((o) => o.of === country && meet(o, interval)),
      ),
    )
    const named = (l: Leader): boolean => isNamed(l, wanted)
    if (inOffice.some(named)) {
      tally.found++
      tally.foundWeight++
      continue
    }
    const atAll = countries.some((country) => (byCountry.get(country) ?? []).some(named))
    const why =
      countries.length === 0
        ? `no country has the code ${code}`
        : atAll
          ? 'listed, but with no office at that time'
          : `not listed; in office then: ${
              inOffice
                .map((l) => l.name)
                .slice(0, 4)
                .join(', ') || 'nobody'
            }`
    missing.push({ row, weight: 1, why })
  }
  return { list: 'leaders', ...tally, aside: {}, missing }
}

const wordsOf = (name: string): string[] =>
  fold(name.replace(/\([^)]*\)/g, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== '')

/** Whether the name holds a surname of the leader's, or one of the leader's names holds all its words, in any order. */
function isNamed(leader: Leader, wanted: readonly string[]): boolean {
  const surname = wordsOf(leader.surname).filter((w) => w.length > 2)
  if (surname.length > 0 && surname.every((w) => wanted.some((o) => alike(o, w)))) return true
  const own = [leader.name, ...leader.aliases].flatMap(wordsOf)
  const joined = own.join('')
  const long = wanted.filter((w) => w.length > 2)
  const words = long.length > 0 ? long : wanted
  return words.every((w) => own.some((o) => alike(o, w)) || (w.length > 4 && joined.includes(w)))
}

/** Equal, or one letter apart in words of five letters and more: transliterations differ. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  let [j, k] = [a.length - 1, b.length - 1]
  while (j >= i && k >= i && a[j] === b[k]) {
    j--
    k--
  }
  return j - i < 1 && k - i < 1
}

/** Whether two terms share a month: lists tell the month in which a term ended, and many a term was days long. */
function meet(a: Interval, b: Interval): boolean {
  const notAfter = (from: string | undefined, to: string | undefined): boolean => {
    if (from === undefined || to === undefined) return true
    const n = Math.min(from.length, to.length, 7)
    return from.slice(0, n) <= to.slice(0, n)
  }
  return notAfter(a.from, b.to) && notAfter(b.from, a.to)
}
