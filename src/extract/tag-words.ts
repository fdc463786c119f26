import { tagClosed } from './closed-words.ts'
import type { Morphology } from './grammar.ts'
import { tagOpen } from './open-words.ts'
import type { Tagged, Tagging } from './pos.ts'
import { isSmallWord } from './word-classes.ts'
import type { Word } from './words.ts'

/** Tags the words of a sentence: closed classes by list, the rest by what the word may be and what stands around it. */
export function tagWords(words: readonly Word[], morphology: Morphology): Tagged[] {
  const plain = words.filter(
    (w) => !w.mention && !w.place && w.text.length > 2 && /^\p{L}/u.test(w.text) && !isSmallWord(w.lower),
  )
  const shouting = plain.length > 2 && plain.every((w) => /^\p{Lu}/u.test(w.text))
  const tagging: Tagging = { words, out: [], morphology, shouting }
  while (tagging.out.length < words.length) if (!tagClosed(tagging)) tagOpen(tagging)
  return tagging.out
}
