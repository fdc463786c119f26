/** Words that are one word of grammar. */
export interface FixedPhrase {
  readonly words: readonly string[]
  /** The word they stand for. */
  readonly as: string
}

/** Joins who does something with somebody, where "and" joins anything. */
export const COMPANY = 'along with'

const POINTS = ['north', 'south', 'east', 'west', 'northeast', 'northwest', 'southeast', 'southwest']

/** By their first word. */
const PHRASES: ReadonlyMap<string, readonly FixedPhrase[]> = new Map(
  Object.entries({
    as: [['as well as', 'and']],
    along: [['along with', COMPANY]],
    together: [['together with', COMPANY]],
    close: [['close to', 'near']],
    next: [['next to', 'near']],
    at: [['at the hands of', 'by']],
    ...Object.fromEntries(POINTS.map((point) => [point, [[`${point} of`, 'near']]])),
  }).map(([first, list]) => [first, list.map(([words, as]) => ({ words: words!.split(' '), as: as! }))]),
)

/** Those that begin with a word, in lower case. */
export const fixedPhrases = (word: string): readonly FixedPhrase[] | undefined => PHRASES.get(word)
