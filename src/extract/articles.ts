import type { RunWord } from './name-runs.ts'
import { startsSentence } from './surroundings.ts'

/** "A" that opens a sentence: no initial. */
export const isArticle = (text: string, { start, end, initial }: RunWord): boolean =>
  initial && end - start === 1 && text.charCodeAt(start) === 0x41 && startsSentence(text, start)

/** Whether the word is the end of one that begins with a small letter: "pro-Assembly". */
export const isHyphenated = (text: string, { start }: RunWord): boolean =>
  text.charCodeAt(start - 1) === 0x2d && /\p{Ll}/u.test(text.charAt(start - 2))

/** Whether "The" with a capital, inside a sentence, belongs to the name: "by The Becket Fund". */
export function hasArticle(text: string, start: number): boolean {
  if (!text.startsWith('The ', start - 4) || text.charCodeAt(start - 5) !== 0x20) return false
  return /[\p{Ll},(]/u.test(text.charAt(start - 6)) && !startsSentence(text, start - 4)
}

/** Where the number before a name starts: "**158th** Fighter Wing"; `start` where there is none. */
export function ordinalStart(text: string, start: number): number {
  if (text.charCodeAt(start - 1) !== 0x20 || text.charCodeAt(start - 4) > 0x39) return start
  const number = /(?<![\p{L}\p{N}.,-])\d{1,3}(?:st|nd|rd|th) $/u.exec(
    text.slice(Math.max(0, start - 8), start),
  )
  return number ? start - number[0].length : start
}
