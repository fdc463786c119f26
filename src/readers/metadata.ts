import { isPartialDate, type PartialDate } from '../core/dates.ts'
import type { Diagnostic } from '../core/diagnostic.ts'

/** What an input says of an article besides its text. Null where it says nothing, or nothing readable. */
export interface Metadata {
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly publishedOn: PartialDate | null
  readonly language: string | null
}

/**
 * Reads the fields of Metadata from whatever an input gave for them. A value that is no text, no date or
 * no language yields one `reader/bad-field` warning at `at` and reads as null: the article is kept.
 */
export function readMetadata(
  raw: { readonly [field in keyof Metadata]?: unknown },
  at: string,
): { metadata: Metadata; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const read = (
    field: keyof Metadata,
    parse: (text: string) => string | null,
    hint: string,
  ): string | null => {
    const value = raw[field] ?? null
    if (value === null || value === '') return null
    const parsed = typeof value === 'string' ? parse(value) : null
    if (parsed === null) {
      const message = `${field} ${brief(value)} cannot be read`
      diagnostics.push({ code: 'reader/bad-field', at, message, hint, severity: 'warning' })
    }
    return parsed
  }
  const asGiven = (text: string): string => text
  const metadata = {
    title: read('title', asGiven, 'write it as text'),
    url: read('url', asGiven, 'write it as text'),
    publisher: read('publisher', asGiven, 'write it as text'),
    publishedOn: read('publishedOn', readDate, 'write YYYY, YYYY-MM or YYYY-MM-DD'),
    language: read('language', readLanguage, 'write a language code such as en or az'),
  }
  return { metadata, diagnostics }
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const DATE_SHAPES: readonly RegExp[] = [
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ].*)?)?)?$/,
  // With dots the day comes first everywhere; with slashes it depends on the country, so those are no date.
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  new RegExp(`^(?<name>${MONTHS})[a-z]*\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})$`, 'i'),
  new RegExp(`^(?<day>\\d{1,2}) (?<name>${MONTHS})[a-z]*\\.?,? (?<year>\\d{4})$`, 'i'),
]

/**
 * A date as articles carry it: `2022-12-02`, also with a time behind, `2022-12`, `2022`, `02.12.2022`,
 * `December 2, 2022`, `2 Dec 2022`. Null for anything else, `02/12/2022` included.
 */
export function readDate(text: string): PartialDate | null {
  for (const shape of DATE_SHAPES) {
    const groups = shape.exec(text.trim())?.groups
    if (!groups) continue
    const { year, name, day } = groups
    const month = name ? String(MONTHS.split('|').indexOf(name.toLowerCase()) + 1) : groups.month
    const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
    return isPartialDate(date) ? date : null
  }
  return null
}

/** The primary language subtag of `en-US`, `az_AZ` or `AZ`; three letters become two where there are two. */
export function readLanguage(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null
  try {
    return new Intl.Locale(tag).language
  } catch {
    return null
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
