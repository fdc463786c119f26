import type { PartialDate } from '../core/dates.ts'
import { commonPart, isLater, readTime, type Toward } from './calendar.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Reading } from './modality.ts'
import type { Parse } from './parse.ts'
import { carrying } from './slots.ts'
import { type TimeExpression, timesIn } from './times.ts'
import type { Triggers } from './triggers.ts'

/** What is to be dated: a trigger as it stands in its sentence. */
export interface Happening {
  /** Word indexes of the trigger. */
  readonly from: number
  readonly to: number
  readonly reading: Reading
  readonly clause: Clause | undefined
  /** The noun phrase a noun trigger heads. */
  readonly phrase: NounPhrase | undefined
}

/** When something happened, as far as its sentence tells. */
export type EventDates = (happening: Happening) => PartialDate | null

/** What joins a noun to a time before it: "Monday's deadly air **strikes**". */
const NOMINAL: ReadonlySet<string> = new Set([
  'noun',
  'name',
  'adjective',
  'number',
  'hyphen',
  'apostrophe',
  'quote',
])
/** Words that open a clause of another time than the one it stands beside. */
const OPENERS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'since',
  'until',
  'as',
  'because',
  'although',
  'though',
])
const NONE: ReadonlySet<string> = new Set()

/**
 * Dates the events of one sentence, relative to `on`, the day of its article. In order: a time that belongs to the noun
 * itself ("Monday's attack"); of what is said of the noun ("the talks held on Monday"); the nearest time of the
 * trigger's own clause; else the only time of the sentence, where its clause is one act with the trigger's. A time of
 * saying dates no event: "said on Monday that it had supplied …".
 */
export function createEventDates(parse: Parse, on: PartialDate | null, triggers: Triggers): EventDates {
  let found: readonly TimeExpression[] | undefined
  let brackets: readonly number[] = []
  const read = (time: TimeExpression, toward: Toward): PartialDate | null => {
    const { until } = time
    // "from May to July 2018": the year is that of both.
    const year = until !== undefined && /\p{L}/u.test(time.text) ? / \d{4}$/.exec(until)?.[0] : undefined
    const first = readTime(year && !/\d{4}/.test(time.text) ? time.text + year : time.text, on, toward)
    const date = until === undefined ? first : commonPart(first, readTime(until, on, toward))
    // What is over cannot have happened later than it was written.
    return date !== null && toward === 'past' && on !== null && isLater(date, on) ? null : date
  }

  return (happening) => {
    if (!found) {
      found = timesIn(parse)
      if (found.length > 0) brackets = bracketsOf(parse)
    }
    if (found.length === 0) return null
    // What stands in a bracket speaks of what stands in it only.
    const bracket = brackets[happening.from]
    const times = found.filter((t) => brackets[t.from] === bracket)
    if (times.length === 0) return null
    const clauses = parse.clauses
      .filter((c) => brackets[c.verb.main] === bracket)
      .sort((a, b) => a.verb.from - b.verb.from)
    const { phrase, reading } = happening
    const clause = happening.clause ?? ownerOf({ ...happening, start: happening.from }, clauses, parse)
    const toward = towardOf(clause, reading, phrase !== undefined, parse)
    if (phrase) {
      const own = times.find((t) => t.use === 'noun' && belongsTo(t, happening, parse))
      // "Next week's talks", "the talks of last week": the words say which way.
      if (own) return read(own, toward === 'future' ? toward : 'present')
      for (const told of clauses) {
        if ((told.link !== 'relative' && told.link !== 'participle') || !told.subjects.includes(phrase))
          continue
        const time = times.find((t) => t.use === 'adverb' && ownerOf(t, clauses, parse) === told)
        if (time) return read(time, told.verb.modal === undefined ? 'present' : 'future')
      }
    }
    const usable = (t: TimeExpression): boolean =>
      t.use === 'adverb' || (t.use === 'bound' && toward === 'future')
    const apart = times.filter((t) => t.use !== 'noun')
    const within = apart.filter((t) => ownerOf(t, clauses, parse) === clause)
    if (within.length > 0) {
      const dates = within
        .filter((t) => usable(t) && !(phrase && isOfTheVerb(t, happening, parse, triggers)))
        .sort((a, b) => distance(a, happening) - distance(b, happening))
        .map((t) => read(t, toward))
      const near = dates[0] ?? null
      // "In 2022 … on 5 October": the finer of two that agree.
      return (
        dates.find((d) => near !== null && d !== null && d.length > near.length && d.startsWith(near)) ?? near
      )
    }
    const [only] = apart
    if (!only || apart.length > 1 || !usable(only) || !clause) return null
    const owner = ownerOf(only, clauses, parse)
    return owner && isOneAct(owner, clause, only, reading, parse, triggers) ? read(only, toward) : null
  }
}

/** For each word the word index of the bracket it stands in; -1 outside. "(JAM-news, October 28)" is a citation. */
function bracketsOf({ words }: Parse): number[] {
  const inside: number[] = []
  const open: number[] = []
  for (const [i, w] of words.entries()) {
    if (w.pos === 'open') open.push(i)
    inside.push(open.at(-1) ?? -1)
    if (w.pos === 'close') {
      // Its opening stands in another sentence: all before it is inside.
      if (open.length === 0) inside.fill(i, 0, i + 1)
      open.pop()
    }
  }
  return inside
}

/** The clause a time says something of. */
function ownerOf(
  time: { readonly start: number; readonly from: number; readonly to: number },
  clauses: readonly Clause[],
  { words }: Parse,
): Clause | undefined {
  const { start, to } = time
  const previous = clauses.findLast((c) => c.verb.from < start)
  // "On Monday, drones supplied by Iran hit Kyiv": what only describes a noun behind the time is passed over.
  const behind = clauses.filter((c) => c.verb.from > to)
  const next =
    behind.find((c) => {
      // "In April, months after Biden took office, Iran signed": nor what opens with "after".
      const opener = words[(c.subjects[0]?.from ?? 0) - 1]?.lower ?? ''
      if (c.subjects[0] && c.subjects[0].from > to + 1 && OPENERS.has(opener)) return false
      if (c.link === undefined || c.link === 'content' || c.link === 'coordinate') return true
      const described = c.governor ?? c.subjects[0]
      return described !== undefined && described.from < start
    }) ?? behind[0]
  if (!previous || !next) return previous ?? next
  const before = start > 0 ? words[start - 1] : undefined
  if (before?.pos === 'and') return next
  for (let i = previous.verb.to + 1; i < start; i++) {
    const { pos, lower } = words[i]!
    if (pos === 'that' || pos === 'who' || pos === 'if' || lower === ';') return next
  }
  const free = next.link === undefined || next.link === 'content' || next.link === 'coordinate'
  const subject = next.subjects[0]
  if (!free || !subject) return previous
  // "said Iran on Monday attacked": between subject and verb.
  if (subject.from > previous.verb.to && subject.from < start) return next
  if (before?.pos === 'comma') {
    // "The army, which Turkey backs, on Monday attacked".
    if ((previous.link === 'relative' || previous.link === 'participle') && subject.from < previous.verb.from)
      return next
    // "After Iran attacked, on Monday Turkey condemned it".
    if (subject.from === to + 1) return next
  }
  return previous
}

/** Whether the time is part of the noun trigger: "Monday's attack", "the 2015 nuclear deal", "the war of 2008". */
function belongsTo(time: TimeExpression, { from, phrase }: Happening, { words }: Parse): boolean {
  if (time.noun !== undefined) return time.noun === phrase?.head
  if (time.to >= from) return false
  for (let i = time.to + 1; i < from; i++) if (!NOMINAL.has(words[i]!.pos)) return false
  return true
}

/** "On Monday Iran condemned the attack": before a noun that has an event of its own for verb, the time is the verb's. */
function isOfTheVerb(time: TimeExpression, happening: Happening, parse: Parse, triggers: Triggers): boolean {
  const standing = parse.standing(happening.phrase!)
  if (!standing || standing.role === 'subject' || time.from > happening.from) return false
  if (carrying(standing, triggers) !== undefined) return false
  const { lemma } = standing.clause.verb
  return triggers.verbs.has(lemma) || triggers.embedding.verb(lemma, NONE).size > 0
}

function distance(time: TimeExpression, { from, to }: Happening): number {
  return time.to < from ? from - time.to : time.from - to
}

/** Whether a clause's time dates another clause too: "attacked on Monday and killed ten", "managed on Monday to seize". */
function isOneAct(
  owner: Clause,
  clause: Clause,
  time: TimeExpression,
  reading: Reading,
  parse: Parse,
  triggers: Triggers,
): boolean {
  const climb = (from: Clause, isTime: boolean): Set<Clause> => {
    const seen = new Set<Clause>([from])
    for (let c = from; c.parent && !seen.has(c.parent); c = c.parent) {
      // "condemned and on Tuesday sanctioned": not the first's.
      if (isTime && time.from < c.verb.from) break
      const one =
        c.link === 'coordinate' ||
        c.link === 'adverbial' ||
        (!isTime &&
          (c.link === 'infinitive' || c.link === 'gerund') &&
          reading.modality === 'actual' &&
          triggers.embedding.verb(c.parent.verb.lemma, NONE).size === 0)
      if (!one) break
      seen.add(c.parent)
    }
    return seen
  }
  const reached = climb(clause, false)
  for (const c of climb(owner, true)) if (reached.has(c)) return true
  // "In a statement issued on Monday, Iran condemned": the occasion of the whole.
  const { words } = parse
  return (
    owner.verb.participle &&
    /^(?:in|at|during)$/.test(words[0]!.lower) &&
    words.slice(0, owner.verb.from).every((w) => w.pos !== 'comma') &&
    time.from < clause.verb.from &&
    (clause.link === undefined || clause.link === 'coordinate')
  )
}

/** Which way a time without a year looks, by the tense of what happens. */
function towardOf(clause: Clause | undefined, reading: Reading, isNoun: boolean, parse: Parse): Toward {
  const tense = clause ? tenseOf(clause, parse) : 'past'
  // "It is likely that Iran attacked": a finite past stays one, whatever governs it.
  if (!isNoun && clause && (isPerfect(clause, parse) || (clause.verb.finite && tense === 'past')))
    return 'past'
  switch (reading.modality) {
    case 'planned':
    case 'demanded':
      return 'future'
    case 'possible':
    case 'conditional':
      return tense === 'past' ? 'past' : 'future'
    default:
      // Of a noun nobody says whether it was or will be: "talks on 6 October".
      return isNoun && tense === 'past' && !clause ? 'present' : tense
  }
}

/** Up to the verb that has a tense: "after attacking on Monday, it **withdrew**". */
function tenseOf(clause: Clause, parse: Parse): Toward {
  let c = clause
  for (let depth = 0; depth < 6; depth++) {
    const { verb, link, parent } = c
    if (isPerfect(c, parse) || link === 'participle') return 'past'
    if (verb.modal !== undefined) return 'future'
    if (verb.finite) return verb.tense
    if (!parent) break
    c = parent
  }
  return c.verb.finite ? c.verb.tense : 'present'
}

/** "has attacked", "could have attacked". */
function isPerfect({ verb }: Clause, { words }: Parse): boolean {
  for (let i = verb.from; i < verb.main; i++) if (words[i]!.pos === 'have') return true
  return false
}
