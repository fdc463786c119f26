/** A date known to the day, month or year: `2022-12-02`, `2022-12`, `2022`. Sorts as text within one precision. */
export type PartialDate = string

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Whether `text` is a real calendar date written YYYY, YYYY-MM or YYYY-MM-DD. */
export function isPartialDate(text: string): boolean {
  const match = SHAPE.exec(text)
  if (!match) return false
  const [, , month, day] = match
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  if (day === undefined) return true
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text
}

/** A span of time, half-open, so that a handover day has one president. A missing bound is open. */
export interface Interval {
  readonly from?: PartialDate | undefined
  readonly to?: PartialDate | undefined
}

/**
 * Whether the interval holds on `day`.
 * A bound known only to the month or year is read generously at that precision: a term "to 2013" still
 * holds all through 2013, because we cannot say when in 2013 it ended.
 */
export function holdsOn(interval: Interval, day: PartialDate): boolean {
  const { from, to } = interval
  if (from !== undefined) {
    const n = Math.min(from.length, day.length)
    if (day.slice(0, n) < from.slice(0, n)) return false
  }
  if (to !== undefined) {
    const n = Math.min(to.length, day.length)
    const [d, t] = [day.slice(0, n), to.slice(0, n)]
    if (d > t) return false
    if (d === t && n === 10) return false
  }
  return true
}

/** Whether two intervals share a day. Bounds of different precision are compared at the coarser one. */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  const startsBeforeEnd = (from: PartialDate | undefined, to: PartialDate | undefined): boolean => {
    if (from === undefined || to === undefined) return true
    const n = Math.min(from.length, to.length)
    return from.slice(0, n) < to.slice(0, n)
  }
  return startsBeforeEnd(a.from, b.to) && startsBeforeEnd(b.from, a.to)
}
