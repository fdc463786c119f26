import type { Span } from '../core/document.ts'
import type { Mention, Via } from '../core/mention.ts'
import type { Who } from '../gazetteer/match.ts'

/**
 * Makes a mention of what stands from `start` to `end`. All mentions are made here: a spread of one with more behind it gives
 * each its own hidden class, and reading any of them is slow from then on.
 */
export function mentionOf(
  text: string,
  { start, end }: Span,
  { id: entity, kind, code }: Who,
  via: Via,
  antecedent?: Span,
): Mention {
  const name = text.slice(start, end)
  if (antecedent === undefined) return { start, end, text: name, entity, kind, code, via }
  const place = { start: antecedent.start, end: antecedent.end }
  return { start, end, text: name, entity, kind, code, via, antecedent: place }
}

/** Who a mention names. */
export const whoOf = ({ entity: id, kind, code }: Mention): Who => ({ id, kind, code })
