import { type Chunk, chunkAt, isMark, isPhrase, wordOf } from './chunk.ts'
import type { Clause, ClauseWords } from './clause.ts'
import type { Tagged } from './pos.ts'

/**
 * "a convoy **that** Iran had sent", "the complaint, **which** Qatar filed", "the men they had jailed": the chunk of the
 * phrase before the clause that is its object. `opener` is the chunk before the subject.
 */
export function relativeObject(
  opener: number,
  clause: Clause,
  holder: Clause | undefined,
  chunks: readonly Chunk[],
  words: readonly Tagged[],
  lists: ClauseWords,
): number | undefined {
  if (clause.objects.length > 0 || clause.verb.passive || clause.verb.lemma === 'be') return undefined
  const mark = chunkAt(chunks, opener)
  const relative = isMark(mark, 'who') && /^(?:which|whom|who)$/.test(wordOf(mark))
  const that = isMark(mark, 'that') && wordOf(mark) === 'that'
  const none = isPhrase(mark)
  if (!relative && !that && !none) return undefined
  let k = none ? opener : opener - 1
  while (isMark(chunkAt(chunks, k), 'comma', 'preposition', 'adverb')) k--
  const before = chunkAt(chunks, k)
  if (!isPhrase(before)) return undefined
  // "the call, in which they spoke": the preposition has it.
  if (relative) return isMark(chunkAt(chunks, opener - 1), 'preposition') ? undefined : k
  const noun = words[before.head]!
  if (noun.pos !== 'noun') return undefined
  // What a verb reports is no relative clause, but of what it has as its object.
  if (holder && lists.reports(holder.verb.lemma) && !holder.objects.flat().includes(before)) return undefined
  if (none)
    return holder?.objects.flat().includes(before) &&
      clause.subjects.every((s) => words[s.head]!.pos === 'pronoun')
      ? k
      : undefined
  // "the claim that Iran fired": a noun of saying has its content behind it, but "the demand that Iran made" is made, and
  // "a claim that Iran rejected" rejected.
  const { lemma } = clause.verb
  const content = lists.says(noun.lemma ?? noun.lower) && !lists.carries(lemma) && !lists.denies(lemma)
  return content ? undefined : k
}
