import { type Actor, type ActorContext, actorsOf } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Parse, Standing } from './parse.ts'

/** Before an event in whose course, or around which, something is said or done. */
const AROUND = new Set([
  'in',
  'during',
  'at',
  'on',
  'after',
  'following',
  'before',
  'since',
  'under',
  'of',
  'amid',
  'for',
])

/**
 * Who is in a meeting, a visit or a deal because of what they say or do in its course: "In a call with Oman, **Iran** said …",
 * "**Fidan** spoke after talks with Qatar".
 */
export function inItsCourse(
  phrase: NounPhrase,
  standing: Standing | undefined,
  parse: Parse,
  context: ActorContext,
): readonly Actor[] {
  const clause = standing ? clauseOf(standing) : behindFront(phrase, parse)
  if (!clause || clause.verb.passive) return []
  return clause.subjects
    .flatMap((p) => [...actorsOf(p, context)])
    .filter((a) => a.as === 'head' && (a.entity.startsWith('leader/') || !a.inferred || a.anaphoric === true))
}

const clauseOf = ({ clause, role, preposition }: Standing): Clause | undefined =>
  role === 'prepositional' && AROUND.has(preposition ?? '') ? clause : undefined

/** The clause that "In a meeting with X, …" opens: the first with a subject behind it, before any verb. */
function behindFront(phrase: NounPhrase, { chunks, clauses }: Parse): Clause | undefined {
  const clause = clauses.find((c) => c.verb.finite && c.subjects[0] && c.subjects[0].from > phrase.to)
  const [subject] = clause?.subjects ?? []
  if (!subject) return undefined
  const at = chunks.indexOf(phrase)
  const before = chunks[at - 1]
  if (before?.kind !== 'preposition' || !AROUND.has(before.word)) return undefined
  let comma = false
  for (let i = at + 1; i < chunks.length && chunks[i] !== subject; i++) {
    const { kind } = chunks[i]!
    if (kind === 'vg' || kind === 'that' || kind === 'who' || kind === 'if') return undefined
    comma ||= kind === 'comma'
  }
  return comma ? clause : undefined
}
