import { casual } from 'chrono-node/en'
import type { PartialDate } from '../core/dates.ts'

/** Which way a time without a year looks: "on Monday" of what was, of what is, of what is to come. */
export type Toward = 'past' | 'present' | 'future'

const DAY = 86_400_000
/** How far ahead of the article a present tense may announce a day: "meets Erdogan on 6 October". */
const SOON = 14
/** What counts as the article's day where a time names its own year. */
const ANY_DAY = new Date(2000, 0, 1, 12)

const MONTH_FIRST =
  /^(?:(last|next|this) )?((?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?(?: \d{1,2})?)$/iu
const RELATIVE_YEAR = /,? (?:of )?(last|this|next) year$/i
const UNIT = /\b(year|month|week)s?\b/i

/** The words already read, up to so many: an archive has few expressions, but many days on which they were written. */
const MOST = 4_000
const known = new Map<string, PartialDate | null>()

/**
 * Reads a time as a date, as precise as its words are: "last year" is a year, "in July" a month. `on` is the day of the
 * article and the only "today" there is; without one only a time that names its year can be read. A week is the month
 * or year it lies in, because a date holds no weeks.
 */
export function readTime(text: string, on: PartialDate | null, toward: Toward): PartialDate | null {
  if (/^\d{4}$/.test(text)) return text
  const absolute = /\d{4}/.test(text)
  if (!absolute && on === null) return null
  const key = absolute ? text : `${text}\n${on}\n${toward}`
  const before = known.get(key)
  if (before !== undefined) return before
  const date = absolute ? parsed(text, ANY_DAY) : relative(text, on!, toward)
  if (known.size > MOST) known.clear()
  known.set(key, date)
  return date
}

/** What two dates have in common: the month of "October 4–6", nothing for "2015–2018". */
export function commonPart(a: PartialDate | null, b: PartialDate | null): PartialDate | null {
  if (a === null || b === null) return null
  for (const length of [10, 7, 4]) {
    if (a.length >= length && b.length >= length && a.slice(0, length) === b.slice(0, length))
      return a.slice(0, length)
  }
  return null
}

/** Whether `date` lies wholly behind the day `on`, at the precision both share. */
export function isLater(date: PartialDate, on: PartialDate): boolean {
  const n = Math.min(date.length, on.length)
  return date.slice(0, n) > on.slice(0, n)
}

function relative(text: string, on: PartialDate, toward: Toward): PartialDate | null {
  const year = RELATIVE_YEAR.exec(text)
  if (year && year.index > 0) {
    const shift = { last: -1, this: 0, next: 1 }[year[1]!.toLowerCase()]!
    return readTime(`${text.slice(0, year.index)} ${Number(on.slice(0, 4)) + shift}`, null, toward)
  }
  const month = MONTH_FIRST.exec(text)
  if (month) return on.length < 7 ? null : inYear(month[2]!, month[1]?.toLowerCase(), on, toward)
  const unit = UNIT.exec(text)?.[1]?.toLowerCase()
  if (on.length < (unit === 'year' ? 4 : unit === 'month' ? 7 : 10)) return null

  const today = new Date(
    Number(on.slice(0, 4)),
    on.length < 7 ? 6 : Number(on.slice(5, 7)) - 1,
    on.length < 10 ? 15 : Number(on.slice(8)),
    12,
  )
  if (unit === 'year') return parsed(text, today)?.slice(0, 4) ?? null
  if (unit === 'month') return parsed(text, today)?.slice(0, 7) ?? null
  if (/^(?:last |this |next )?weekend$/i.test(text)) {
    const side: Toward = /^last/i.test(text) ? 'past' : /^next/i.test(text) ? 'future' : toward
    const saturday = weekday('Saturday', on, today, side)
    return saturday && commonPart(saturday, shifted(saturday, 1))
  }
  if (/^this week$/i.test(text)) return weekOf(on)
  const ofWeek = /^(\w+day) (last|this|next) week$/i.exec(text)
  if (ofWeek) {
    const day = weekday(ofWeek[1]!, on, today, 'past')
    const weeks = { last: -7, this: 0, next: 7 }[ofWeek[2]!.toLowerCase()]!
    return day && shifted(mondayOf(on), weeks + daysFromMonday(day))
  }
  if (unit === 'week') {
    const day = parsed(text, today)
    if (day === null) return null
    // "Two weeks ago" is hardly ever that very day.
    return /^(?:last|next) week$/i.test(text) ? weekOf(day) : commonPart(shifted(day, -3), shifted(day, 3))
  }
  if (/^(?:this )?(?:morning|afternoon|evening)$|^today$|^tonight$/i.test(text)) return on
  if (/(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(text)) return weekday(text, on, today, toward)
  return parsed(text, today)
}

/** "October" or "5 October" in the year that fits. */
function inYear(
  text: string,
  which: string | undefined,
  on: PartialDate,
  toward: Toward,
): PartialDate | null {
  const year = Number(on.slice(0, 4))
  const at = (y: number): PartialDate | null => readTime(`${text} ${y}`, null, toward)
  // 29 February is in some years only.
  const same = at(year)
  if (which === 'this') return same
  if (same === null) return null
  const n = Math.min(same.length, on.length)
  const order = same.slice(0, n) < on.slice(0, n) ? -1 : same.slice(0, n) > on.slice(0, n) ? 1 : 0
  if (which === 'last') return order < 0 ? same : at(year - 1)
  if (which === 'next') return order > 0 ? same : at(year + 1)
  if (toward === 'future') return order >= 0 ? same : at(year + 1)
  if (order <= 0) {
    if (toward === 'present' && order < 0) {
      const next = at(year + 1)
      if (next !== null && isSoon(next, on)) return next
    }
    return same
  }
  // A few days ahead it is no year ago: a date line that lags, or a plan that the grammar hides.
  if (isSoon(same, on)) return toward === 'present' ? same : null
  return at(year - 1)
}

function isSoon(date: PartialDate, on: PartialDate): boolean {
  return date.length === 10 && on.length === 10 && date > on && date <= shifted(on, SOON)
}

function weekday(text: string, on: PartialDate, today: Date, toward: Toward): PartialDate | null {
  const plain = text.replace(/^this (?:past |coming )?|^(?:past|coming) /i, '')
  const side: Toward = /past /i.test(text) ? 'past' : /coming /i.test(text) ? 'future' : toward
  const date = parsed(plain, today, side === 'future')
  if (date === null || /^(?:last|next) /i.test(plain)) return date
  // Chrono takes the nearest such day, before or behind.
  if (side === 'future') return date < on ? shifted(date, 7) : date
  return date > on ? shifted(date, -7) : date
}

/** The precision is that of what the words say for certain. */
function parsed(text: string, today: Date, forwardDate = false): PartialDate | null {
  const [result, ...more] = casual.parse(text, today, { forwardDate })
  // A rest that was not understood may be what makes it another date.
  if (!result || more.length > 0 || result.text.length < text.length) return null
  const { start } = result
  const pad = (n: number | null): string => String(n).padStart(2, '0')
  const year = String(start.get('year')).padStart(4, '0')
  const month = `${year}-${pad(start.get('month'))}`
  const isDay = start.isCertain('day') || start.isCertain('weekday')
  if (isDay) return `${month}-${pad(start.get('day'))}`
  return start.isCertain('month') ? month : start.isCertain('year') ? year : null
}

function shifted(day: PartialDate, days: number): PartialDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

function daysFromMonday(day: PartialDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

function mondayOf(day: PartialDate): PartialDate {
  return shifted(day, -daysFromMonday(day))
}

/** What Monday and Sunday around the day have in common. */
function weekOf(day: PartialDate): PartialDate | null {
  return commonPart(mondayOf(day), shifted(mondayOf(day), 6))
}
