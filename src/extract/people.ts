import { intervalsOverlap } from '../core/dates.ts'
import type { Span } from '../core/document.ts'
import type { Leader } from '../core/entity.ts'
import type { Match } from '../gazetteer/match.ts'
import type { Context } from './tag.ts'

/** The match that ends right before this one, but for a space. */
export function precedingMatch(context: Context, index: number): Match | undefined {
  const before = context.matches[index - 1]
  if (!before) return undefined
  return /^[\s.]{1,2}$/u.test(context.article.text.slice(before.end, context.matches[index]!.start))
    ? before
    : undefined
}

const CAPITALIZED_BEFORE = /(?:^|[\s("“‘'-])(\p{Lu}[\p{L}’'-]+\.?|\p{Lu}\.) ?$/u

/**
 * Who a surname means: the person of that name whom the article names in full (the nearest before, else the first after),
 * or the one whose office the title before it names and who held it within the year, if exactly one fits.
 * Undefined for a surname that is part of another person's name ("Hunter Biden") or of a thing's ("Clinton Foundation").
 */
export function resolveSurname(
  context: Context,
  index: number,
): { leader: Leader; antecedent?: Span } | undefined {
  const { article, gazetteer, named, matches } = context
  const match = matches[index]!
  const { text } = article
  const leaders = match.senses
    .filter((s) => s.via === 'surname')
    .map((s) => gazetteer.entities[s.what] as Leader)
  if (
    /^ (?:\p{Lu}\p{Ll}+)/u.test(text.slice(match.end, match.end + 3)) &&
    /^ (?:Foundation|Street|Airport|University|Prize|Center|Centre|Library|Hospital|Tower|Doctrine|Organization|Institute|Avenue|Square|Hotel|County|Stadium|Award|Jr|Family)\b/u.test(
      text.slice(match.end, match.end + 16),
    )
  )
    return undefined

  const titled = precedingMatch(context, index)
  const titles = titled?.senses.filter((s) => s.via === 'title') ?? []
  const honorific = titled?.senses.some((s) => s.via === 'honorific') ?? false
  if (titles.length === 0 && !honorific) {
    const before = CAPITALIZED_BEFORE.exec(text.slice(Math.max(0, match.start - 24), match.start))
    // A capitalized word before it is someone else's first name, unless it belongs to a name we know or starts the sentence.
    if (
      before &&
      !titled &&
      !startsSentence(text, match.start - before[0].length + before[0].search(/\p{Lu}/u)) &&
      !/^(?:The|In|But|And|As|For|While|When|After|Before|That|With|By|On|If|Then|Although|Since|Under|Between|Both)$/u.test(
        before[1]!,
      )
    )
      return undefined
  }

  const inFull = leaders.filter((l) => named.has(l.id))
  if (inFull.length > 0) {
    const place = (l: Leader): number => named.get(l.id)!
    const earlier = inFull.filter((l) => place(l) < match.start).sort((a, b) => place(b) - place(a))
    const leader = earlier[0] ?? inFull.sort((a, b) => place(a) - place(b))[0]!
    const start = place(leader)
    const full = matches.find((m) => m.start === start)
    return { leader, ...(full ? { antecedent: full } : {}) }
  }
  if (titles.length === 0 && !honorific) return undefined
  const around =
    article.publishedOn === null
      ? undefined
      : {
          from: `${Number(article.publishedOn.slice(0, 4)) - 1}`,
          to: `${Number(article.publishedOn.slice(0, 4)) + 2}`,
        }
  const offices = new Set(titles.map((s) => gazetteer.offices[s.what]!.office))
  const fitting = leaders.filter((l) =>
    l.offices.some(
      (o) =>
        (titles.length === 0 || offices.has(o.office)) &&
        (around === undefined || intervalsOverlap(o, around)),
    ),
  )
  if (fitting.length === 1) return { leader: fitting[0]! }
  const nearby = fitting.filter((l) => l.offices.some((o) => named.has(o.of)))
  return nearby.length === 1 ? { leader: nearby[0]! } : undefined
}

function startsSentence(text: string, at: number): boolean {
  return at <= 0 || /(?:[.!?]["”’)]?\s+|\n\s*)$/u.test(text.slice(Math.max(0, at - 4), at))
}
