import type { Parse } from './parse.ts'
import type { Tagged } from './pos.ts'

/** Words of a sentence that name a time. Positions are word indexes. */
export interface TimeExpression {
  /** Where it begins with its preposition: "on", "in late". */
  readonly start: number
  readonly from: number
  readonly to: number
  /** As the calendar reads it. */
  readonly text: string
  /** The other end of "October 4 to November 6". */
  readonly until?: string
  readonly use: TimeUse
  /** The noun behind which it stands with "of": "the **war** of 2008". */
  readonly noun?: number
}

export type TimeUse =
  /** "on Monday": when something happened. */
  | 'adverb'
  /** "by Friday", "from Monday": when something is to happen; says nothing of what was. */
  | 'bound'
  /** "Monday's attack", "the 2015 deal": when the noun was. */
  | 'noun'
  /** "since 2013", "in the 1990s", "the next day": a time, but none that dates anything. */
  | 'none'

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?)'
const NUMBER = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\p{L}\\d%]|[.,:]\\d)'
const YEAR = '(?:1[89]|20)\\d\\d(?![\\p{L}\\d%]|[.,:]\\d)'
const OF_YEAR = `(?:,? (?:of )?(?:${YEAR}|(?:last|this|next) year\\b))`
const TO = ' ?(?:[-–—]|and|to|or|through) ?'
const COUNT = '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})'
const VAGUE =
  '(?:few|several|many|some|couple of|dozens? of|hundreds of|recent|past|last|coming|next|first|final)'
const HOURS = '(?:morning|afternoon|evening|night)'
const SEASON = '(?:spring|summer|autumn|fall|winter)'

interface Shape {
  readonly kind: 'day' | 'month' | 'year' | 'weekday' | 'near' | 'ahead' | 'vague'
  readonly pattern: RegExp
  /** What the calendar reads, where it is not the whole match. */
  text?(match: RegExpExecArray): string
}
const shape = (kind: Shape['kind'], source: string, text?: Shape['text']): Shape => ({
  kind,
  // A line may break between any two words, or a no-break space join them.
  pattern: new RegExp(`(?:${source.replaceAll(' ', '\\s')})(?![\\p{L}\\p{N}])`, 'iuy'),
  ...(text ? { text } : {}),
})

// First match wins, so the longer shapes stand first.
const NUMERIC: readonly Shape[] = [
  shape('day', '\\d{4}-\\d{2}-\\d{2}'),
  // With dots the day stands first; with slashes nobody can tell.
  shape(
    'day',
    '(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})',
    (m) => `${m[3]}-${m[2]!.padStart(2, '0')}-${m[1]!.padStart(2, '0')}`,
  ),
  shape('month', `${NUMBER}${TO}${NUMBER} (${MONTH}${OF_YEAR}?)`, (m) => m[1]!),
  shape('day', `(${NUMBER})(?: of)? (${MONTH})(${OF_YEAR}?)`, (m) => `${m[1]} ${m[2]}${m[3]}`),
  shape('near', '(24|48|72) hours ago', (m) => `${Number(m[1]) / 24} days ago`),
  shape('near', '(?:(?:\\d|1[0-2]) hour|\\d{1,2} minute)s? ago', () => 'today'),
  shape('vague', '\\d+ hours ago'),
  shape('near', `${COUNT} (?:day|week|month|year)s? ago`),
  shape('ahead', `(${COUNT} (?:day|week|month|year)s?)(?: from now)?`, (m) => `in ${m[1]}`),
  shape('vague', '\\d{4}s'),
  shape('year', YEAR),
]
const MONTHS: readonly Shape[] = [
  shape('month', `(${MONTH}) ${NUMBER}${TO}${NUMBER}(${OF_YEAR}?)`, (m) => `${m[1]}${m[2]}`),
  shape('day', `(${MONTH}) (?:the )?(${NUMBER})(${OF_YEAR}?)`, (m) => `${m[2]} ${m[1]}${m[3]}`),
  shape('month', `(${MONTH})(${OF_YEAR}?)`),
]
const WEEKDAYS: readonly Shape[] = [
  shape(
    'day',
    `${WEEKDAY},? (?:the )?(${NUMBER})(?: of)? (${MONTH})(${OF_YEAR}?)`,
    (m) => `${m[1]} ${m[2]}${m[3]}`,
  ),
  shape('day', `${WEEKDAY},? (${MONTH}) (${NUMBER})(${OF_YEAR}?)`, (m) => `${m[2]} ${m[1]}${m[3]}`),
  shape('near', `(${WEEKDAY})(?: of)? ((?:last|this|next) week)`, (m) => `${m[1]} ${m[2]}`),
  shape('weekday', `(${WEEKDAY})(?: ${HOURS})?`, (m) => m[1]!),
]
const RELATIVE: readonly Shape[] = [
  shape('near', `((?:last|next|this(?: past| coming)?|past|coming) ${WEEKDAY})(?: ${HOURS})?`, (m) => m[1]!),
  shape('near', `(?:last|next|this) (?:${MONTH}|week|weekend|month|year)`),
  shape('near', 'last night', () => 'yesterday'),
  shape('near', `this ${HOURS}`, () => 'today'),
  shape('near', `this (?:spring|summer|autumn|fall)`, () => 'this year'),
  shape('vague', `(?:last|next|this|past|coming) (?:winter|${SEASON}|decade|century|quarter)`),
  shape(
    'vague',
    `${VAGUE} (?:${VAGUE} |${COUNT} )?(?:hours|days|weeks|months|years|decades|centuries)(?: ago)?`,
  ),
  shape(
    'vague',
    '(?:previous|following|same|past|other|next|coming|first|final|last) (?:hour|day|week|weekend|month|year|night|morning)',
  ),
]
const DAYS: readonly Shape[] = [
  shape('near', `(today|yesterday|tomorrow|tonight)(?: ${HOURS})?`, (m) => m[1]!),
]
const COUNTED: readonly Shape[] = [
  shape('vague', `an? (?:few|couple of) (?:hour|day|week|month|year|decade)s ago`),
  shape('near', '(?:an?|one|two|three|four|five|six) (?:hour|minute)s? ago', () => 'today'),
  shape('near', `${COUNT} (?:day|week|month|year)s? ago`),
  shape('vague', `${COUNT} decades? ago`),
  shape('ahead', `(${COUNT} (?:day|week|month|year)s?)(?: from now)?`, (m) => `in ${m[1]}`),
]
const WEEKEND: readonly Shape[] = [shape('near', 'weekend')]
const ENDS: readonly Shape[] = [
  shape('near', '(?:beginning|start|middle|end|close) of (?:the|this) (year|month)', (m) => `this ${m[1]}`),
]

/** Which shapes may begin with a word. */
const SHAPES: ReadonlyMap<string, readonly Shape[]> = new Map(
  (
    [
      [
        'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
        MONTHS,
      ],
      ['monday tuesday wednesday thursday friday saturday sunday', WEEKDAYS],
      [
        'last next this past coming previous following same other first final few several many some couple dozen dozens hundreds recent',
        RELATIVE,
      ],
      ['today yesterday tomorrow tonight', DAYS],
      ['a an one two three four five six seven eight nine ten eleven twelve', COUNTED],
      ['weekend', WEEKEND],
      ['beginning start middle end close', ENDS],
    ] as const
  ).flatMap(([words, shapes]) => words.split(' ').map((w) => [w, shapes] as const)),
)

/** What every shape holds. One look at the sentence spares most sentences the look at each word. */
const ANY_TIME =
  /\d{4}|day|week|month|year|hour|minute|decade|centur|quarter|night|tomorrow|morning|afternoon|evening|spring|summer|autumn|winter|\bfall|\b(?:jan(?:uary|\b)|feb(?:ruary|\b)|mar(?:ch|\b)|apr(?:il|\b)|may\b|june?\b|july?\b|aug(?:ust|\b)|sept?(?:ember|\b)|oct(?:ober|\b)|nov(?:ember|\b)|dec(?:ember|\b))/i

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const WHEN = set('on in at during throughout over')
const BOUND = set('by for from starting beginning')
const BEYOND = set(
  'since until till before after between to than of as ahead following through every each another any despite about around nearly almost roughly some more over',
)
const JOINS = set('and or to through until till - – —')
const QUALIFIER = set('early late mid earlier later only just even')
/** Parts of a time: "at the **beginning** of October", "on the **night** of 5 October". */
const PART = set(
  'beginning start end middle close half quarter spring summer autumn fall winter days weeks months course month year morning afternoon evening night week',
)
const ORDINAL = set('the this very first second third fourth last final early late')
const NOMINAL = set('noun name adjective number hyphen quote')
const TIME_WORDS = set(
  'minute minutes hour hours day days week weeks weekend month months year years decade decades century centuries quarter morning afternoon evening night spring summer autumn fall winter',
)
const CAPITAL = /\p{Lu}/u

/** The times a sentence names, in text order. Those in a name ("May" of "Theresa May") are none. */
export function timesIn(parse: Parse): TimeExpression[] {
  const { words } = parse
  const found: TimeExpression[] = []
  if (!ANY_TIME.test(parse.sentence.text)) return found
  for (let i = 0; i < words.length; i++) {
    const last = found.at(-1)
    const time = timeAt(parse, i, last)
    if (!time) continue
    i = time.to
    // "from Monday to Wednesday", "in 2015 and 2016": one time with two ends.
    if (last && continues(words, last, time)) {
      const lead = words[last.start]!.lower
      const use = lead === 'from' || lead === 'between' ? 'adverb' : last.use
      found[found.length - 1] = { ...last, to: time.to, until: time.text, use }
    } else found.push(time)
  }
  return found
}

/** Whether a time without a preposition of its own is the other end of the one before. */
function continues(
  words: readonly Tagged[],
  last: TimeExpression | undefined,
  { start, from }: { readonly start: number; readonly from: number },
): boolean {
  return (
    last !== undefined &&
    last.use !== 'noun' &&
    start === from &&
    start === last.to + 2 &&
    JOINS.has(words[last.to + 1]!.lower)
  )
}

function timeAt(parse: Parse, i: number, last: TimeExpression | undefined): TimeExpression | undefined {
  const { words, sentence } = parse
  const first = words[i]!
  if (first.mention || first.place) return undefined
  const digit = first.lower.charCodeAt(0)
  const shapes = digit >= 48 && digit <= 57 ? NUMERIC : SHAPES.get(first.lower)
  if (!shapes || ((shapes === RELATIVE || shapes === COUNTED) && !isTimeNear(words, i))) return undefined
  for (const { kind, pattern, text } of shapes) {
    pattern.lastIndex = first.start - sentence.start
    const match = pattern.exec(sentence.text)
    if (!match) continue
    const end = first.start + match[0].length
    let to = i
    while (words[to + 1] && words[to + 1]!.end <= end) to++
    // A name that begins inside is another matter: "in May May resigned".
    if (words.slice(i, to + 1).some((w) => w.mention || w.place)) continue
    const candidate = { from: i, to, kind, text: clean(text ? text(match) : match[0]) }
    const use = judge(words, candidate, last)
    if (use === 'shorter') continue
    return use && { from: i, to, text: candidate.text, ...use }
  }
  return undefined
}

/** "this", "a", "first" are everywhere: only before a word of time are they worth a look. */
function isTimeNear(words: readonly Tagged[], i: number): boolean {
  for (let k = i + 1; k <= i + 3 && k < words.length; k++) {
    const word = words[k]!.lower
    if (TIME_WORDS.has(word) || SHAPES.get(word) === MONTHS || SHAPES.get(word) === WEEKDAYS) return true
  }
  return false
}

/** Single spaces, no ordinals, no comma: what the calendar takes. */
function clean(text: string): string {
  return text
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/,|\bof\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

interface Candidate {
  readonly from: number
  readonly to: number
  readonly kind: Shape['kind']
  readonly text: string
}

/** Where the time begins with what belongs to it: "late in", "the end of", "mid-". */
function withParts(words: readonly Tagged[], { from, kind, text }: Candidate): number {
  const lower = (at: number): string => (at < 0 ? '' : (words[at]?.lower ?? ''))
  let start = from
  let part = /^this (?:year|month)$/.test(text) && PART.has(lower(from))
  for (;;) {
    const before = lower(start - 1)
    if (before === '-' && words[start]!.joined && lower(start - 2) === 'mid') start -= 2
    else if (part && ORDINAL.has(before)) start--
    else if (QUALIFIER.has(before)) start--
    else if (before === 'of' && PART.has(lower(start - 2))) {
      start -= 2
      part = true
    } else if (kind === 'year' && PART.has(before)) {
      start--
      part = true
    } else return start
  }
}

/** How a time is used, by what stands before and behind it; undefined for no time, `shorter` to try fewer words. */
function judge(
  words: readonly Tagged[],
  candidate: Candidate,
  last: TimeExpression | undefined,
): Pick<TimeExpression, 'use' | 'start' | 'noun'> | undefined | 'shorter' {
  const { from, to, kind, text } = candidate
  const named = kind === 'day' || kind === 'month'
  if (named && /\p{L}/u.test(text) && !CAPITAL.test(text)) return undefined
  const start = withParts(words, candidate)
  const qualified = start < from
  const before = start > 0 ? words[start - 1] : undefined
  const lead = before?.lower ?? ''
  const next = words[to + 1]
  const as = (use: TimeUse, at = start): { use: TimeUse; start: number } => ({ use, start: at })

  if (continues(words, last, { start, from })) return as('adverb')
  if (before?.pos === 'hyphen' && words[start]!.joined) return undefined
  if (kind === 'vague') return as('none')
  if (kind === 'ahead') {
    // "in two weeks" is ahead; "for the first time in two weeks" is not, nor is "two weeks later".
    if (lower(words, to) === 'now') return as('bound')
    const ahead = lead === 'in' && lower(words, start - 2) !== 'time'
    return ahead ? as('bound', start - 1) : as('none')
  }
  if (next?.pos === 'apostrophe') return as('noun')
  if (text === 'weekend') {
    const over = lead === 'the' && WHEN.has(lower(words, start - 2))
    return over ? as('adverb', start - 2) : as('none')
  }
  const isRange = words[to + 2]?.pos === 'time'
  if (next?.pos === 'hyphen' && next.joined && !isRange) return as('noun')
  if (before && /^(?:determiner|possessive|apostrophe)$/.test(before.pos)) {
    // "the 5th of October", "the year 2015" are times; the "October 5" of "the October 5 attack" is part of a noun.
    const isDay = kind === 'day' && /^\d/.test(words[from]!.text)
    if (isDay && lead === 'the' && WHEN.has(lower(words, start - 2))) return as('adverb', start - 2)
    return next && NOMINAL.has(next.pos) && !BEYOND.has(lead) ? as('noun') : as('none')
  }
  // "in May 12 soldiers were killed": a day would stand behind "on".
  if (kind === 'day' && lead === 'in' && !/^\d/.test(words[from]!.text) && !/\d{4}| year$/.test(text))
    return 'shorter'
  if (BOUND.has(lead)) return as('bound', start - 1)
  if (lead === 'of' && start > 1 && words[start - 2]!.pos === 'noun')
    return { ...as('noun', start - 1), noun: start - 2 }
  if (WHEN.has(lead) && !(kind === 'year' && /^(?:on|at|over)$/.test(lead) && !qualified))
    return as('adverb', start - 1)
  if (BEYOND.has(lead)) return as('none', start - 1)
  // A bare year or month may be a number or a name: nothing makes it a time.
  if ((kind === 'year' || (kind === 'month' && from === to)) && !qualified) return undefined
  // "Bloody Sunday", "Black Friday".
  if (kind === 'weekday' && before?.pos === 'adjective' && CAPITAL.test(before.text)) return undefined
  // "October 5 attack kills ten", "Monday talks in Geneva": a headline leaves out the article.
  const opens = named || (kind === 'weekday' && from === 0)
  if (opens && (next?.pos === 'noun' || next?.pos === 'adjective') && !qualified) return as('noun')
  return as('adverb')
}

const lower = (words: readonly Tagged[], at: number): string => (at < 0 ? '' : (words[at]?.lower ?? ''))
