import { tagClosed } from './closed-words.ts'
import type { Lexemes } from './lexeme.ts'
import { tagOpen } from './open-words.ts'
import type { Tagged, Tagging } from './pos.ts'
import { isSmallWord } from './word-classes.ts'
import type { Word } from './words.ts'

/** Tags the words of a sentence: closed classes by list, the rest by what the word may be and what stands around it. */
export function tagWords(words: readonly Word[], lexemes: Lexemes): Tagged[] {
  const tagging: Tagging = { words, out: [], lexemes, shouting: isShouting(words) }
  while (tagging.out.length < words.length) if (!tagClosed(tagging)) tagOpen(tagging)
  return tagging.out
}

/** Whether every one of three or more words that a headline capitalizes has a capital. */
function isShouting(words: readonly Word[]): boolean {
  let capitals = 0
  for (const w of words) {
    if (w.mention || w.place || w.text.length <= 2) continue
    if (w.lexeme.capitalized) {
      if (!isSmallWord(w.lower)) capitals++
    } else if (/^\p{L}/u.test(w.text) && !isSmallWord(w.lower)) return false
  }
  return capitals > 2
}
