import { textOf } from '../gazetteer/units.ts'
import { type FixedPhrase, fixedPhrases } from './fixed-phrases.ts'
import { type Morphology, type Reading, singular, type VerbForm, type VerbReading } from './grammar.ts'
import type { Pos } from './word-classes.ts'
import {
  alwaysOf,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  DO,
  HAVE,
  isClosed,
  MODALS,
  NUMBERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
} from './word-classes.ts'

/** The first reading of a verb in each form. */
export interface VerbForms {
  readonly base: VerbReading | undefined
  readonly third: VerbReading | undefined
  readonly past: VerbReading | undefined
  readonly part: VerbReading | undefined
  readonly ger: VerbReading | undefined
}

/** The number of a word that no feature of the event model holds. */
export const UNKNOWN = -1

/** What a written word is by itself, whatever stands around it. */
export interface Lexeme extends Reading {
  readonly text: string
  /** In lower case, with a straight apostrophe. */
  readonly lower: string
  /** What it is called as a noun: its singular. */
  readonly singular: string
  readonly capitalized: boolean
  /** By which the event model knows it as it is, and its singular. */
  readonly term: number
  readonly singularTerm: number
  /** Its lemma as a verb, by its first reading, and the model's number for that. */
  readonly verbLemma: string | undefined
  readonly verbTerm: number
  /** It is a word of the language, and not only a name. */
  readonly known: boolean
  /** What it is if it is no word: a sign or a number. A dash parts or joins, which what touches it tells. */
  readonly mark:
    | Extract<Pos, 'comma' | 'quote' | 'open' | 'close' | 'number' | 'time' | 'stop'>
    | 'dash'
    | undefined
  /** What it always is, of the closed classes. */
  readonly always: Pos | undefined
  /** A rule for closed classes may speak of it: what it is, its neighbours help to tell. */
  readonly closed: boolean
  /** A noun phrase may begin with it. */
  readonly nominal: boolean
  /** What it may be as a verb, by form. */
  readonly forms: VerbForms
  /** The first word of phrases that are one word of grammar. */
  readonly phrases: readonly FixedPhrase[] | undefined
  /** It may be a verb in the past. */
  readonly past: boolean
  /** It may be a verb in the past or with the -s of "he says". */
  readonly finite: boolean
  /** It may be a verb in the past or its participle. */
  readonly participial: boolean
}

/** Places in a table of words, a power of two, and how many of them are taken before the next table is begun. */
const PLACES = 1 << 15
const MOST = 12_000

/** Words, found by their characters. */
class LexemeTable {
  taken = 0
  private readonly hashes = new Int32Array(PLACES)
  private readonly places: (Lexeme | undefined)[] = new Array(PLACES).fill(undefined)

  /** The word that stands in `units` from `start` to `end`, if it is here. */
  find(hash: number, units: Uint16Array, start: number, end: number): Lexeme | undefined {
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    for (let found = this.places[place]; found !== undefined; found = this.places[place]) {
      if (this.hashes[place] === hash && isAt(found.text, units, start, end)) return found
      place = (place + 1) & (PLACES - 1)
    }
    return undefined
  }

  put(hash: number, lexeme: Lexeme): void {
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    while (this.places[place] !== undefined) place = (place + 1) & (PLACES - 1)
    this.hashes[place] = hash
    this.places[place] = lexeme
    this.taken++
  }
}

/**
 * The words met lately, each with all that is known of it by itself. It is asked for every word of every text, so it is a
 * table of its own: found by the characters where they stand in the text, no string is cut out and nothing looked up twice.
 * It is bounded: the words of a language are few, the names of a news archive are not. A full table becomes the former one,
 * from which what is met again is taken over.
 */
export class Lexemes {
  private table = new LexemeTable()
  private former: LexemeTable | undefined
  private readonly morphology: Morphology
  private readonly term: (word: string) => number
  /** What stands behind the last word. */
  readonly end: Lexeme

  /** `term` gives the number by which the event model knows a word. */
  constructor(morphology: Morphology, term: (word: string) => number) {
    this.morphology = morphology
    this.term = term
    this.end = createLexeme('', morphology, term)
  }

  /** A word that stands in no text. */
  of(word: string): Lexeme {
    const units = new Uint16Array(word.length)
    for (let i = 0; i < units.length; i++) units[i] = word.charCodeAt(i)
    return this.at(units, 0, units.length)
  }

  /** The word that stands in `units` from `start` to `end`. */
  at(units: Uint16Array, start: number, end: number): Lexeme {
    let hash = end - start
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + units[i]!) | 0
    return this.table.find(hash, units, start, end) ?? this.learn(hash, units, start, end)
  }

  private learn(hash: number, units: Uint16Array, start: number, end: number): Lexeme {
    const lexeme =
      this.former?.find(hash, units, start, end) ??
      createLexeme(textOf(units.subarray(start, end)), this.morphology, this.term)
    if (this.table.taken >= MOST) {
      this.former = this.table
      this.table = new LexemeTable()
    }
    this.table.put(hash, lexeme)
    return lexeme
  }
}

/** Whether the word is what stands in `units` from `start` to `end`. */
function isAt(word: string, units: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== units[start + i]) return false
  return true
}

function createLexeme(text: string, morphology: Morphology, term: (word: string) => number): Lexeme {
  const lower = text.toLowerCase().replace(/[’´`]/g, "'")
  const { verbs, noun, adjective, adverb } = morphology.read(lower)
  const reading = { verbs, noun, adjective, adverb }
  const verbLemma = verbs[0]?.lemma ?? auxiliaryLemma(lower)
  return {
    text,
    lower,
    singular: singular(lower),
    term: term(lower),
    singularTerm: term(singular(lower)),
    verbLemma,
    verbTerm: verbLemma === undefined ? UNKNOWN : term(verbLemma),
    verbs,
    noun,
    adjective,
    adverb,
    known: morphology.knows(lower),
    capitalized: /^\p{Lu}/u.test(text),
    mark: markOf(text),
    always: alwaysOf(lower),
    closed: isClosed(lower),
    nominal: isNominal(lower, reading),
    forms: formsOf(verbs),
    phrases: fixedPhrases(lower),
    past: hasForm(reading, 'past'),
    finite: hasForm(reading, 'past', 's'),
    participial: hasForm(reading, 'past', 'part'),
  }
}

const auxiliaryLemma = (word: string): string | undefined =>
  BE.has(word) ? 'be' : HAVE.has(word) ? 'have' : DO.has(word) ? 'do' : undefined

/** Of most words, which are no verbs. */
const NO_FORMS: VerbForms = {
  base: undefined,
  third: undefined,
  past: undefined,
  part: undefined,
  ger: undefined,
}

function formsOf(verbs: readonly VerbReading[]): VerbForms {
  if (verbs.length === 0) return NO_FORMS
  const first = (form: VerbForm): VerbReading | undefined => verbs.find((v) => v.form === form)
  return {
    base: first('base'),
    third: first('s'),
    past: first('past'),
    part: first('part'),
    ger: first('ger'),
  }
}

function hasForm({ verbs }: Reading, ...forms: readonly VerbForm[]): boolean {
  return verbs.some((v) => forms.includes(v.form))
}

function markOf(word: string): Lexeme['mark'] {
  if (word === ',') return 'comma'
  if (/^[-–—]$/.test(word)) return 'dash'
  if (/^["“”'‘’`«»]$/.test(word)) return 'quote'
  if (/^[([{]$/.test(word)) return 'open'
  if (/^[)\]}]$/.test(word)) return 'close'
  if (/^[\p{Sc}%]$/u.test(word)) return 'number'
  if (!/[\p{L}\p{N}]/u.test(word)) return 'stop'
  if (/^\p{N}/u.test(word)) return /^(?:19|20)\d\d$/.test(word) ? 'time' : 'number'
  return undefined
}

function isNominal(word: string, reading: Reading): boolean {
  if (
    DETERMINERS.has(word) ||
    POSSESSIVES.has(word) ||
    PRONOUNS.has(word) ||
    NUMBERS.has(word) ||
    /^\p{N}/u.test(word) ||
    word === 'that' ||
    /^["“‘']$/.test(word)
  )
    return true
  if (PREPOSITIONS.has(word) || BE.has(word) || HAVE.has(word) || MODALS.has(word) || CONJUNCTIONS.has(word))
    return false
  return reading.adjective || (reading.noun && !/^[.,;:]$/.test(word) && /\p{L}/u.test(word))
}
