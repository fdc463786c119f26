import { type Chunk, chunkAt, isMark, isPhrase, isVerb, type NounPhrase, wordOf } from './chunk.ts'
import type { ClauseWords } from './clause.ts'
import { COMPANY } from './fixed-phrases.ts'
import type { Tagged } from './pos.ts'

/** Prepositions that open a clause when a phrase and a finite verb follow: "after Iran attacked". */
export const CLAUSE_OPENERS = new Set(['after', 'before', 'since', 'until', 'till', 'as'])

/** Prepositions of another event, which what stands behind it belongs to: "rallies after protests against Iran". */
export const OF_ANOTHER_EVENT = new Set([
  'after',
  'before',
  'during',
  'despite',
  'amid',
  'amidst',
  'following',
  'since',
  'until',
])

/** Noun phrases joined by "and" and commas, and chained by prepositions. Positions are indexes of chunks. */
export class PhraseLists {
  readonly chunks: readonly Chunk[]
  readonly words: readonly Tagged[]
  private readonly lists: ClauseWords
  private readonly listEnds = new Map<number, { phrases: NounPhrase[]; end: number }>()

  constructor(chunks: readonly Chunk[], words: readonly Tagged[], lists: ClauseWords) {
    this.chunks = chunks
    this.words = words
    this.lists = lists
  }

  /** "X, Y and Z" from chunk `i` on; the last phrase's chunk is `end`. Stops before a phrase that is the subject of what follows. */
  listFrom(i: number): { phrases: NounPhrase[]; end: number } {
    const known = this.listEnds.get(i)
    if (known) return known
    const { chunks } = this
    const phrases = [chunks[i] as NounPhrase]
    let end = i
    const startsClause = (j: number): boolean => {
      let k = j + 1
      while (isMark(chunks[k], 'preposition') && isPhrase(chunks[k + 1])) k += 2
      while (isMark(chunks[k], 'adverb')) k++
      const verb = chunks[k]
      return isVerb(verb) && verb.finite && !(verb.participle && isMark(chunks[k + 1], 'preposition'))
    }
    for (;;) {
      // "Aliyev, the president, and Pashinyan": what describes the one before is no further party.
      const described = chunks[end]
      const description = chunks[end + 2]
      if (
        isMark(chunks[end + 1], 'comma') &&
        isPhrase(described) &&
        isPhrase(description) &&
        this.describes(described, description) &&
        isMark(chunks[end + 3], 'comma', 'and')
      ) {
        described.apposition = description
        end += 2
      }
      const sep = chunks[end + 1]
      let next = end + 2
      if (isMark(sep, 'comma') && isMark(chunks[next], 'and')) next++
      else if (isMark(sep, 'comma')) {
        // A comma joins a list only when an "and" closes it.
        let j = next
        let closed = false
        while (isPhrase(chunks[j])) {
          if (
            isMark(chunks[j + 1], 'and') ||
            (isMark(chunks[j + 1], 'comma') && isMark(chunks[j + 2], 'and'))
          ) {
            closed = isPhrase(chunks[j + (isMark(chunks[j + 1], 'and') ? 2 : 3)])
            break
          }
          if (!isMark(chunks[j + 1], 'comma')) break
          j += 2
        }
        if (!closed) break
      } else if (!isMark(sep, 'and')) break
      // "held drills together with Russia": with whom, rather than one more thing.
      if (isCompany(sep) && this.hasVerbBefore(i)) break
      const phrase = chunks[next]
      if (!isPhrase(phrase)) break
      if (startsClause(next) && i > 0 && this.hasVerbBefore(i)) break
      phrases.push(phrase)
      end = next
    }
    const result = { phrases, end }
    this.listEnds.set(i, result)
    return result
  }

  /** Whether the phrases joined by "and" from chunk `i` on are followed by their verb. */
  listIsSubject(i: number): boolean {
    const { chunks } = this
    let k = i
    while (isMark(chunks[k + 1], 'and') && isPhrase(chunks[k + 2])) k += 2
    const verb = chunks[k + 1]
    return k > i && isVerb(verb) && verb.finite
  }

  /** Whether the second phrase is an apposition: a name, then "the …" or "a …" with a common noun. */
  private describes(name: NounPhrase, phrase: NounPhrase): boolean {
    const { words } = this
    return (
      words[name.head]!.pos === 'name' &&
      words[phrase.from]!.pos === 'determiner' &&
      words[phrase.head]!.pos === 'noun'
    )
  }

  hasVerbBefore(i: number): boolean {
    for (let j = i - 1; j >= 0; j--) {
      const chunk = this.chunks[j]
      if (isMark(chunk, 'stop', 'that')) return false
      if (isVerb(chunk)) return true
    }
    return false
  }

  /** Hangs prepositional phrases and appositions on the phrases right before them. */
  attachPosts(): void {
    const { chunks } = this
    for (const [i, chunk] of chunks.entries()) {
      if (!isPhrase(chunk)) continue
      let at = i
      // "troops loyal to the general": of him.
      if (isLoyal(chunks[i + 1]) && isMark(chunks[i + 2], 'preposition') && isPhrase(chunks[i + 3]))
        chunk.posts.push({ preposition: 'of', phrases: this.listFrom(i + 3).phrases })
      while (isMark(chunks[at + 1], 'preposition')) {
        let j = at + 1
        while (isMark(chunks[j + 1], 'preposition')) j++
        if (!isPhrase(chunks[j + 1])) break
        const { phrases, end } = this.listFrom(j + 1)
        chunk.posts.push({ preposition: wordOf(chunks[j]), phrases })
        if (OF_ANOTHER_EVENT.has(wordOf(chunks[j]))) break
        at = end
      }
      const comma = chunks[i + 1]
      const second = chunks[i + 2]
      const after = chunks[i + 3]
      if (
        isMark(comma, 'comma') &&
        isPhrase(second) &&
        (after === undefined || isMark(after, 'comma', 'stop', 'preposition') || isVerb(after)) &&
        this.listFrom(i).end === i
      )
        chunk.apposition = second
    }
  }

  /** From the last phrase of "leader of X in Y" back to "leader". */
  chainStart(i: number): number {
    const { chunks } = this
    let k = i
    for (;;) {
      if (
        isMark(chunkAt(chunks, k - 1), 'preposition') &&
        !CLAUSE_OPENERS.has(wordOf(chunkAt(chunks, k - 1))) &&
        isPhrase(chunkAt(chunks, k - 2))
      )
        k -= 2
      else if (
        isMark(chunkAt(chunks, k - 1), 'preposition') &&
        (isMark(chunkAt(chunks, k - 2), 'adverb') || isLoyal(chunkAt(chunks, k - 2))) &&
        isPhrase(chunkAt(chunks, k - 3)) &&
        !CLAUSE_OPENERS.has(wordOf(chunkAt(chunks, k - 1)))
      )
        // "strikes this month in the area have", "troops loyal to the general have".
        k -= 3
      else if (
        isMark(chunkAt(chunks, k - 1), 'and', 'comma') &&
        isPhrase(chunkAt(chunks, k - 2)) &&
        isMark(chunkAt(chunks, this.listStart(k) - 1), 'preposition') &&
        !CLAUSE_OPENERS.has(wordOf(chunkAt(chunks, this.listStart(k) - 1))) &&
        isPhrase(chunkAt(chunks, this.listStart(k) - 2))
      )
        k = this.listStart(k) - 2
      else return k
    }
  }

  chainHead(i: number): NounPhrase {
    return this.chunks[this.chainStart(i)] as NounPhrase
  }

  /** First chunk of the list "X, Y and Z" whose last phrase is chunk `i`. */
  listStart(i: number): number {
    const { chunks } = this
    let k = i
    let joined = false
    for (;;) {
      if (isMark(chunkAt(chunks, k - 1), 'and')) {
        const p = isMark(chunkAt(chunks, k - 2), 'comma') ? k - 3 : k - 2
        if (!isPhrase(chunkAt(chunks, p)) || this.isComplement(p)) return k
        const start = this.chainStart1(p)
        joined = true
        k = start
      } else if (
        isMark(chunkAt(chunks, k - 1), 'comma') &&
        isPhrase(chunkAt(chunks, k - 2)) &&
        (joined || k - 2 === 0)
      )
        k -= 2
      else return k
    }
  }

  /** Whether the phrase belongs to a verb before it, so that it is no part of a subject behind it: "hit Y and Z said". */
  private isComplement(i: number): boolean {
    const { chunks } = this
    const opener = chunkAt(chunks, this.chainStart1(i) - 1)
    if (isMark(opener, 'that', 'if', 'who') || CLAUSE_OPENERS.has(wordOf(opener))) return false
    if (isVerb(opener)) return !this.lists.reports(opener.lemma)
    return this.hasVerbBefore(i) && !isMark(opener, 'comma')
  }

  chainStart1(i: number): number {
    const { chunks } = this
    let k = i
    while (
      isMark(chunkAt(chunks, k - 1), 'preposition') &&
      !CLAUSE_OPENERS.has(wordOf(chunkAt(chunks, k - 1))) &&
      isPhrase(chunkAt(chunks, k - 2))
    )
      k -= 2
    return k
  }

  listBack(i: number): NounPhrase[] {
    const phrases: NounPhrase[] = []
    const start = this.listStart(i)
    for (let k = start; k <= i; k++) {
      const chunk = this.chunks[k]
      if (
        isPhrase(chunk) &&
        (!isMark(chunkAt(this.chunks, k - 1), 'preposition') ||
          CLAUSE_OPENERS.has(wordOf(chunkAt(this.chunks, k - 1))))
      )
        phrases.push(chunk)
    }
    return phrases
  }
}

/** "along with", "together with": joins who does it with, rather than what it is done to. */
export function isCompany(chunk: Chunk | undefined): boolean {
  return isMark(chunk, 'and') && wordOf(chunk) === COMPANY
}

/** An adjective by which one belongs to another. */
function isLoyal(chunk: Chunk | undefined): boolean {
  return isMark(chunk, 'adjective') && wordOf(chunk) === 'loyal'
}
