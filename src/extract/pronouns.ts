import { type Actor, unlistedAt } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Tagged } from './pos.ts'

const PERSON = new Set(['he', 'she', 'him', 'her', 'his', 'himself', 'herself'])
const THING = new Set(['it', 'its', 'itself'])
const MANY = new Set(['they', 'them', 'their', 'themselves'])
const FIRST = new Set(['i', 'we', 'us', 'our', 'my', 'me', 'ourselves'])
const OWNING = new Set(['his', 'her', 'its', 'their'])
/** Pronouns that are somebody, whoever it is. */
const ALONE = new Set(['i', 'we', 'us', 'he', 'she', 'they', 'you'])

/**
 * Resolves pronouns within a sentence, conservatively: "he", "it", "they" and their possessives mean the subject of an
 * earlier clause of the sentence, "we" the speaker of the clause that quotes it; "he" also the one person the sentence
 * before had as its subject. When in doubt, a person is the word itself, unlisted, and a thing is nothing.
 */
export function createPronouns(
  words: readonly Tagged[],
  clauses: readonly Clause[],
  previous: readonly Actor[],
  actorsOf: (phrase: NounPhrase) => readonly Actor[],
): (at: number) => readonly Actor[] {
  const resolving = new Set<number>()
  // Who it is only the reader knows: the record keeps the word itself as an unlisted participant.
  const somebody = (at: number): readonly Actor[] => {
    if (!ALONE.has(words[at]!.lower)) return []
    return [unlistedAt({ from: at, head: at }, words, null)]
  }
  return (at) => {
    if (resolving.has(at)) return []
    resolving.add(at)
    try {
      const word = words[at]!.lower
      const here = { start: words[at]!.start, end: words[at]!.end }
      const settle = (actors: readonly Actor[]): readonly Actor[] =>
        actors.map((a) => ({ ...a, ...here, inferred: true, anaphoric: true, as: 'head' as const }))
      const own =
        clauses.find((c) => c.verb.from <= at && at <= c.verb.to) ??
        clauses.filter((c) => c.subjects.some((s) => s.from <= at && at <= s.to) || c.verb.to < at).at(-1)
      if (FIRST.has(word)) {
        for (let c = own; c; c = c.parent) {
          if (c.link === 'content' && c.parent) {
            const speaker = c.parent.subjects.flatMap((p) => [...actorsOf(p)]).filter((a) => !a.unlisted)
            if (speaker.length === 1) return settle(speaker)
          }
        }
        return somebody(at)
      }
      // "the United States and **its** allies": of the one it is joined to.
      const joined = at > 1 && words[at - 1]!.pos === 'and' ? words[at - 2] : undefined
      if (OWNING.has(word) && joined?.mention) {
        const phrase: NounPhrase = {
          kind: 'np',
          from: at - 2,
          to: at - 2,
          head: at - 2,
          posts: [],
          apposition: undefined,
        }
        return settle(actorsOf(phrase))
      }
      if (!PERSON.has(word) && !THING.has(word) && !MANY.has(word)) return []
      // "jailed three men …, releasing them": what a verb is done to is rather what the verb before was done to.
      const governed = clauses.find((c) => c.objects.some((list) => list.some((p) => p.head === at)))
      if (governed && (word === 'him' || word === 'them' || word === 'it')) {
        const before = clauses.slice(0, clauses.indexOf(governed)).toReversed()
        for (const clause of before) {
          const actors = clause.objects.flat().flatMap((p) => [...actorsOf(p)])
          if (actors.length > 0) return settle(word === 'them' ? actors : actors.slice(0, 1))
        }
      }
      // Subjects of earlier clauses, nearest first.
      const earlier = clauses
        .filter(
          (c) =>
            c.subjects.length > 0 &&
            c.subjects.every((s) => s.head < at) &&
            // "four of **its** soldiers were": within the subject itself.
            !(at < c.verb.from && isBehindSubject(c, at)) &&
            (c.verb.finite || c.verb.modal !== undefined),
        )
        .toReversed()
      for (const clause of earlier) {
        const actors = clause.subjects.filter((s) => s.head !== at).flatMap((p) => [...actorsOf(p)])
        if (actors.length === 0) continue
        if (MANY.has(word)) return settle(actors)
        if (actors.length > 1) return []
        return settle(actors)
      }
      // "Iran's claim that it …": the owner of an earlier phrase would be a guess; the sentence before is one as well, but for a person.
      if (PERSON.has(word) && previous.length === 1) return settle(previous)
      return somebody(at)
    } finally {
      resolving.delete(at)
    }
  }
}

/** Whether the word stands in what hangs on the clause's subject. */
function isBehindSubject({ subjects }: Clause, at: number): boolean {
  const holds = ({ from, to, posts }: NounPhrase, depth: number): boolean =>
    (from <= at && at <= to) || (depth < 3 && posts.some((p) => p.phrases.some((x) => holds(x, depth + 1))))
  return subjects.some((s) => holds(s, 0))
}
