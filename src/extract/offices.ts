import type { Span } from '../core/document.ts'
import type { EntityId, Leader } from '../core/entity.ts'
import type { Match } from '../gazetteer/match.ts'
import { endOfWord } from './case-endings.ts'
import type { Context } from './tag-context.ts'

/** A country or organization a title may belong to. */
function bodyOf(context: Context, match: Match): EntityId | undefined {
  for (const sense of match.senses) {
    if (
      sense.weak ||
      sense.via === 'title' ||
      sense.via === 'honorific' ||
      sense.via === 'nothing' ||
      sense.via === 'surname' ||
      sense.via === 'place'
    )
      continue
    const entity = context.gazetteer.entityAt(sense.what)
    if (entity.kind === 'country' || entity.kind === 'organization') return entity.id
  }
  return undefined
}

/**
 * Who an office means on the article's day: "the Iranian president", "Iran's supreme leader", "the president of Azerbaijan".
 * The span holds country and title. Undefined when the name follows ("Iranian President Hassan Rouhani"), for former and
 * future holders, without a date, and when the office has not exactly one known holder that day.
 */
export function resolveTitle(context: Context, index: number): { leader: Leader; span: Span } | undefined {
  const { article, gazetteer, matches } = context
  const match = matches[index]!
  const { text } = article
  if (article.publishedOn === null) return undefined
  // A name behind the title says who it is.
  const end = endOfWord(text, match.end, article.language)
  if (/^,? (?:-\s)?["“]?\p{Lu}\p{L}/u.test(text.slice(end, end + 6))) return undefined
  if (
    /\b(?:former|ex|then|late|future|next|deputy|vice|acting|incoming|outgoing|previous|first|any|every|no)[ -]$/iu.test(
      text.slice(Math.max(0, match.start - 10), match.start),
    )
  )
    return undefined

  let body: EntityId | undefined
  let span: Span = match
  const before = matches[index - 1]
  if (
    before &&
    /^(?:['’]s?)?\s+(?:new |current |hardline |hard-line |newly elected )?$/u.test(
      text.slice(before.end, match.start),
    )
  ) {
    body = bodyOf(context, before)
    if (body !== undefined) {
      if (
        /(?:\b(?:former|ex|then|late|deputy|vice|future|next|any|every|no|first|previous)[ -]|['’]s )$/iu.test(
          text.slice(Math.max(0, before.start - 10), before.start),
        )
      )
        return undefined
      span = { start: before.start, end: match.end }
    }
  }
  if (body === undefined) {
    const after = matches[index + 1]
    if (after && /^ of (?:the )?$/u.test(text.slice(match.end, after.start))) {
      body = bodyOf(context, after)
      if (body !== undefined) span = { start: match.start, end: after.end }
      // "the president of Azerbaijan, Ilham Aliyev": the name says it.
      if (/^,? ?\p{Lu}/u.test(text.slice(after.end, after.end + 3))) return undefined
    }
  }
  if (body === undefined) return undefined
  const holders = new Set(
    match.senses
      .filter((s) => s.via === 'title')
      .flatMap((s) => {
        const office = gazetteer.offices[s.what]!
        // Who is called leader of a country and nothing more is its supreme leader, where it has one.
        if (office.office === 'leader') return gazetteer.holders('supreme-leader', body, article.publishedOn!)
        return office.single ? gazetteer.holders(office.office, body, article.publishedOn!) : []
      }),
  )
  const [leader] = holders
  return leader && holders.size === 1 ? { leader, span } : undefined
}
