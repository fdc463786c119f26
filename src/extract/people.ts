import { holdsOn, intervalsOverlap } from '../core/dates.ts'
import type { Span } from '../core/document.ts'
import type { EntityId, Leader } from '../core/entity.ts'
import type { Match } from '../gazetteer/match.ts'
import { isGivenName, isMemorial, isRelative } from './surroundings.ts'
import type { Context } from './tag-context.ts'

/** The match that ends right before this one, but for a space. */
export function precedingMatch(context: Context, index: number): Match | undefined {
  const before = context.matches[index - 1]
  if (!before) return undefined
  const between = context.matches[index]!.start - before.end
  if (between < 1 || between > 2) return undefined
  return /^[\s.]{1,2}$/u.test(context.article.text.slice(before.end, context.matches[index]!.start))
    ? before
    : undefined
}

/**
 * Who a surname means: the person of that name whom the article names in full (the nearest before, else the first after);
 * or the one whose office the title before it names and who held it within the year, by the country before the title or
 * those the article names; or, without a title, the only one who held a single office on the article's day, of a country
 * that the article names. Undefined when several fit, and for a surname that is part of another person's name ("Hunter
 * Biden") or of a thing's ("Clinton Foundation").
 */
export function resolveSurname(
  context: Context,
  index: number,
): { leader: Leader; antecedent?: Span } | undefined {
  const { article, gazetteer, named, matches, words } = context
  const match = matches[index]!
  const { text } = article
  if (isMemorial(text, match, words)) return undefined
  const leaders = match.senses
    .filter((s) => s.via === 'surname')
    .map((s) => gazetteer.entityAt(s.what) as Leader)

  const before = precedingMatch(context, index)
  const titles = before?.senses.filter((s) => s.via === 'title') ?? []
  const titled = titles.length > 0 || (before?.senses.some((s) => s.via === 'honorific') ?? false)
  if (isGivenName(text, match, words, titled)) return undefined
  if (!titled && !before && isRelative(text, match, words, article.language)) return undefined

  const inFull = leaders.filter((l) => named.has(l.id))
  if (inFull.length > 0) {
    const place = (l: Leader): number => named.get(l.id)!.start
    let leader = inFull[0]!
    for (const other of inFull) if (isNearer(place(other), place(leader), match.start)) leader = other
    return { leader, antecedent: named.get(leader.id)! }
  }

  const day = article.publishedOn
  if (!titled) {
    if (day === null) return undefined
    const incumbents = leaders.filter((l) =>
      l.offices.some((o) => named.has(o.of) && holdsOn(o, day) && gazetteer.isSingle(o.office)),
    )
    return incumbents.length === 1 && leaders.length <= 3 ? { leader: incumbents[0]! } : undefined
  }
  const around =
    day === null
      ? undefined
      : { from: `${Number(day.slice(0, 4)) - 1}`, to: `${Number(day.slice(0, 4)) + 2}` }
  const offices = new Set(titles.map((s) => gazetteer.offices[s.what]!.office))
  const fitting = leaders.filter((l) =>
    l.offices.some(
      (o) =>
        (titles.length === 0 || offices.has(o.office)) &&
        (around === undefined || intervalsOverlap(o, around)),
    ),
  )
  if (fitting.length === 1) return { leader: fitting[0]! }
  const body = countryBefore(context, index - 1)
  const own = body === undefined ? [] : fitting.filter((l) => l.offices.some((o) => o.of === body))
  if (own.length === 1) return { leader: own[0]! }
  const nearby = fitting.filter((l) => l.offices.some((o) => named.has(o.of)))
  return nearby.length === 1 ? { leader: nearby[0]! } : undefined
}

/** Whether the first place is nearer to `at` than the second: the last one before it, else the first behind. */
const isNearer = (a: number, b: number, at: number): boolean => (a < at ? b >= at || a > b : b >= at && a < b)

/** The country right before a title: "**Iranian** President". */
function countryBefore(context: Context, title: number): EntityId | undefined {
  if (title < 1) return undefined
  const before = context.matches[title - 1]!
  if (!/^(?:['’]s?)?\s$/u.test(context.article.text.slice(before.end, context.matches[title]!.start)))
    return undefined
  for (const sense of before.senses) {
    if (sense.weak || sense.via === 'title' || sense.via === 'honorific' || sense.via === 'surname') continue
    const entity = context.gazetteer.entityAt(sense.what)
    if (entity?.kind === 'country') return entity.id
  }
  return undefined
}
