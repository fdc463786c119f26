import { chunkAt, isMark, isPhrase, isVerb, wordOf } from './chunk.ts'
import type { Clause, ClauseWords } from './clause.ts'
import { CLAUSE_OPENERS, isCompany, OF_ANOTHER_EVENT, type PhraseLists } from './phrase-lists.ts'

/** Prepositions whose phrase is a place or a time, which an "of" behind it describes. */
const IN_PLACE = new Set(['in', 'at', 'near', 'across', 'through', 'over', 'on', 'into', 'inside', 'outside'])

/** "with an eye to Iran", "with a focus on Iran": how it is done, not with whom. */
const MANNERS = new Set(['focus', 'emphasis', 'eye', 'view', 'regard', 'respect', 'aim', 'reference'])

/** Puts what follows the verb at chunk `v`, up to the end of its clause, into the clause. */
export function readComplements(v: number, clause: Clause, phrases: PhraseLists, lists: ClauseWords): void {
  const { chunks, words } = phrases
  let i = v + 1
  const closed = (): boolean => clause.objects.length >= 2
  while (i < chunks.length) {
    const chunk = chunks[i]!
    if (isPhrase(chunk)) {
      const next = chunks[i + 1]
      if (clause.objects.length + clause.prepositional.length > 0 && isVerb(next) && next.finite) return
      if (isVerb(next) && next.finite && lists.reports(clause.verb.lemma)) return
      if (closed()) return
      const { phrases: list, end } = phrases.listFrom(i)
      clause.objects.push(list)
      i = end + 1
      continue
    }
    if (isVerb(chunk)) return
    switch (chunk.kind) {
      case 'preposition': {
        let j = i
        while (isMark(chunks[j + 1], 'preposition', 'quote', 'adverb')) j++
        const word = isMark(chunkAt(chunks, j), 'preposition') ? wordOf(chunkAt(chunks, j)) : chunk.word
        const next = chunks[j + 1]
        if (!isPhrase(next)) return
        const after = chunks[j + 2]
        // "after Iran attacked", "after gunmen and bombers stormed": the preposition opened a clause.
        if (CLAUSE_OPENERS.has(word) && ((isVerb(after) && after.finite) || phrases.listIsSubject(j + 1)))
          return
        const { phrases: list, end } = phrases.listFrom(j + 1)
        // "give in to Germany": the first of two prepositions is a particle.
        if (word !== chunk.word) clause.prepositional.push({ preposition: chunk.word, phrases: [] })
        // "in the Strait of Hormuz": of a place, not of the verb. "accused by Paris of", "of" behind an object may be the verb's.
        const last = clause.prepositional.at(-1)
        // "banned rallies after protests against Iran": of the protests.
        const aside =
          last && OF_ANOTHER_EVENT.has(last.preposition) && last.phrases.at(-1) === chunkAt(chunks, i - 1)
        const manner = word === 'with' && MANNERS.has(words[next.head]!.lower)
        if (aside || manner) {
          i = end + 1
          break
        }
        if (
          word !== 'of' ||
          !last ||
          !IN_PLACE.has(last.preposition) ||
          isMark(chunkAt(chunks, i - 1), 'comma')
        )
          clause.prepositional.push({ preposition: word, phrases: list })
        i = end + 1
        break
      }
      case 'adverb':
      case 'quote':
        i++
        break
      case 'adjective':
        clause.predicate ??= { word: chunk.word, at: chunk.from }
        i++
        break
      case 'comma': {
        const next = chunks[i + 1]
        // A phrase set off by commas, or a prepositional phrase behind one, is still of this clause.
        if (isMark(next, 'preposition') && isPhrase(chunks[i + 2]) && !isVerb(chunks[i + 3])) i++
        else if (isMark(next, 'adverb')) i++
        else return
        break
      }
      case 'and': {
        const next = chunks[i + 1]
        if (isCompany(chunk) && isPhrase(next)) {
          const { phrases: list, end } = phrases.listFrom(i + 1)
          clause.prepositional.push({ preposition: 'with', phrases: list })
          i = end + 1
          break
        }
        if (isMark(next, 'preposition')) i++
        else if (clause.verb.lemma === 'be' && isMark(next, 'adjective')) i++
        else return
        break
      }
      default:
        return
    }
  }
}
