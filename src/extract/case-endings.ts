import { fold, isWordUnit } from '../gazetteer/fold.ts'
import { SUFFIXES } from '../gazetteer/forms.ts'

const ENDING = /['’ʼ`-]\p{Ll}+/uy

/**
 * Where the word ends that a name at `end` is the stem of: a mention is whole words, with their case endings, as it is in
 * Russian, where stem and ending cannot be parted: "İran**dan**", "Türkiye**'nin**", "NATO**-nun**". In a language without
 * such endings it is `end` itself.
 */
export function endOfWord(text: string, end: number, language: string): number {
  const suffixes = SUFFIXES[language]
  if (!suffixes) return end
  let at = end
  while (isWordUnit(text.charCodeAt(at))) at++
  ENDING.lastIndex = at
  const ending = ENDING.exec(text)?.[0]
  return ending && suffixes.test(fold(ending.slice(1))) ? at + ending.length : at
}
