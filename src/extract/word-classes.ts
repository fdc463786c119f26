import { COMPANY } from './fixed-phrases.ts'
import type { VerbReading } from './grammar.ts'

/** What a word does in its sentence. */
export type Pos =
  | 'noun'
  | 'name'
  | 'pronoun'
  | 'possessive'
  | 'determiner'
  | 'adjective'
  | 'adverb'
  | 'number'
  | 'time'
  | 'verb'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'to'
  | 'preposition'
  | 'and'
  | 'that'
  | 'if'
  | 'who'
  | 'not'
  | 'apostrophe'
  | 'comma'
  | 'hyphen'
  | 'quote'
  | 'open'
  | 'close'
  | 'stop'

// Closed word classes are grammar: they hold no name and no event.
const list = (words: string): Set<string> => new Set(words.split(/\s+/))
export const DETERMINERS = list(
  'the a an this these those each every some any no all both several many most few another such either neither certain various other whose more less',
)
export const POSSESSIVES = list('his her its their our my your')
export const PRONOUNS = list(
  'he she it they we i you him them us me himself herself itself themselves ourselves who whom someone anyone everyone nobody everybody one others',
)
export const PREPOSITIONS = list(
  'of in on at by with from against for about over under between among amid into onto through throughout across during within without toward towards near around behind beyond above below besides despite except inside outside off upon via per versus concerning regarding including like unlike than alongside along following amongst beside out up down away back',
)
/** Prepositions that may as well open a clause. */
export const CLAUSE_PREPOSITIONS = list('after before since until till as')
export const CONJUNCTIONS = list('because while although though whereas so when where why how once lest')
export const CONDITIONALS = list('if unless whether')
/** What before its subject opens a condition. */
export const INVERTED = list('should had were')
export const RELATIVES = list('who which whom')
// A Map, because a text may hold the word "constructor".
const forms = (
  table: Readonly<Record<string, VerbReading['form']>>,
): ReadonlyMap<string, VerbReading['form']> => new Map(Object.entries(table))
export const BE = forms({
  be: 'base',
  is: 's',
  are: 's',
  am: 's',
  was: 'past',
  were: 'past',
  been: 'part',
  being: 'ger',
  "isn't": 's',
  "aren't": 's',
  "wasn't": 'past',
  "weren't": 'past',
})
export const HAVE = forms({
  have: 'base',
  has: 's',
  had: 'past',
  having: 'ger',
  "haven't": 'base',
  "hasn't": 's',
  "hadn't": 'past',
})
export const DO = forms({
  do: 'base',
  does: 's',
  did: 'past',
  done: 'part',
  doing: 'ger',
  "don't": 'base',
  "doesn't": 's',
  "didn't": 'past',
})
export const MODALS = list(
  "will would shall should may might can could must cannot won't wouldn't shouldn't can't couldn't mustn't ought 'll",
)
export const ADVERBS = list(
  'also not never again already still just only even now then soon later earlier here there too very much more most rather quite almost nearly ever yet however meanwhile moreover therefore thus instead perhaps maybe together once twice ago abroad ahead apart else formally jointly today yesterday tomorrow tonight respectively',
)
/** Adverbs that stand between a subject and its verb. */
export const MIDDLE_ADVERBS = list('also still now then even never already again just once')
/** Adjectives that are adverbs without -ly. */
export const FLAT_ADVERBS = list('long far hard fast close well better best')
export const NUMBERS = list(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion billions first second third half',
)
export const MONTHS = list(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
)
export const TIMES = list(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight',
)
export const TIME_NOUNS = list(
  'day days week weeks month months year years morning afternoon evening night weekend hour hours minute minutes decade decades',
)
export const TIME_WORDS = list(
  'last next this past coming same previous following early late earlier that recent',
)
export const APPROXIMATE = list(
  'about around nearly almost over some roughly approximately only just exactly',
)
/** "handed over three soldiers" hands over; "killed over three hundred" counts. */
export const TAKES_OVER = list('hand take turn give')
/** Participles that are adjectives wherever a noun follows. */
export const ATTRIBUTIVE = list(
  'neighboring neighbouring remaining ongoing leading upcoming incoming outgoing visiting ruling opposing warring surrounding existing growing continuing emerging rising increasing peacekeeping allied affiliated armed alleged suspected wounded joint unmanned unarmed unnamed unidentified unspecified unprecedented unprovoked unjustified so-called',
)
export const PARTICLES = list('up down out off away back over')

/** Words that a headline in capitals leaves small. */
export const isSmallWord = (word: string): boolean =>
  PREPOSITIONS.has(word) ||
  CLAUSE_PREPOSITIONS.has(word) ||
  DETERMINERS.has(word) ||
  /^(?:and|but|nor|for)$/.test(word)

/** Words that a rule names, beside the lists. */
const NAMED = list(
  "may can to not n't never that what and or but & nor one her most more less fewer least than as at up back down over",
)

/** Lists whose words are what the list says wherever they stand, and those of which a rule asks more. */
const PLAIN: readonly (readonly [Pos, { keys(): Iterable<string> }])[] = [
  ['modal', MODALS],
  ['who', RELATIVES],
  ['if', CONDITIONALS],
  ['possessive', POSSESSIVES],
  ['pronoun', PRONOUNS],
  ['determiner', DETERMINERS],
  ['preposition', PREPOSITIONS],
  ['preposition', CLAUSE_PREPOSITIONS],
  ['number', NUMBERS],
  ['adverb', ADVERBS],
  ['and', new Set([COMPANY])],
]
const ASKING = [INVERTED, CONJUNCTIONS, BE, HAVE, DO, FLAT_ADVERBS, TIMES, TIME_NOUNS, APPROXIMATE, NAMED]

const CLOSED: ReadonlySet<string> = new Set(
  [...PLAIN.map(([, words]) => words), ...ASKING].flatMap((words) => [...words.keys()]),
)

/** Whether a rule for closed classes may speak of the word, in lower case. */
export const isClosed = (word: string): boolean => CLOSED.has(word)

const ALWAYS: ReadonlyMap<string, Pos> = new Map(
  PLAIN.toReversed()
    .flatMap(([pos, words]) => [...words.keys()].map((word) => [word, pos] as const))
    .filter(([word]) => !ASKING.some((words) => words.has(word))),
)

/** What the word always is; undefined if a rule must tell. */
export const alwaysOf = (word: string): Pos | undefined => ALWAYS.get(word)

export const isParticle = (word: string): boolean => PARTICLES.has(word)
