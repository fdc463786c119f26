import { type FeatureReader, type FeatureSink, type FixedWords, fixedWords, type Join } from './features.ts'
import { UNKNOWN } from './lexeme.ts'
import type { Tagged } from './pos.ts'

/** Parts a feature into the two words of a pair. */
const PAIR = /^([^ :>~]+)([ :>~])(.+)$/

/** The left word of a pair and what joins it, in one number. */
const joinedBy = (left: number, join: Join): number => left * 128 + join.charCodeAt(0)

/**
 * The rows of a model's features. A sentence asks for a hundred features, most of them pairs, and few are ever in the
 * model: words are numbers, and pairs are found by their numbers in a table.
 */
export class FeatureIndex implements FeatureSink<number> {
  readonly fixed: FixedWords<number>
  private readonly rows: ReadonlyMap<string, number>
  private readonly ids = new Map<string, number>()
  /** The row of each word that is a feature by itself, else -1. */
  private readonly single: Int32Array
  /** An open table of pairs: where `pairRow` is not -1, the two words, the left one with what joins them, and the row. */
  private readonly left: Int32Array
  private readonly right: Int32Array
  private readonly pairRow: Int32Array
  private readonly mask: number
  /** In which reading a row was last found, since a feature counts once a sentence. */
  private readonly counted: Int32Array
  private reading = 0
  private found: number[] = []

  constructor(features: readonly string[]) {
    this.rows = new Map(features.map((feature, row) => [feature, row]))
    const pairs = features.flatMap((feature, row) => {
      const [, left, join, right] = PAIR.exec(feature) ?? []
      return left === undefined
        ? []
        : [{ left: this.add(left), join: join as Join, right: this.add(right!), row }]
    })
    for (const feature of features) this.add(feature)
    this.single = new Int32Array(this.ids.size).fill(-1)
    for (const [feature, row] of this.rows) this.single[this.ids.get(feature)!] = row
    let places = 16
    while (places < 4 * pairs.length) places *= 2
    this.mask = places - 1
    this.left = new Int32Array(places)
    this.right = new Int32Array(places)
    this.pairRow = new Int32Array(places).fill(-1)
    for (const { left, join, right, row } of pairs) {
      const place = this.placeOf(joinedBy(left, join), right)
      this.left[place] = joinedBy(left, join)
      this.right[place] = right
      this.pairRow[place] = row
    }
    this.counted = new Int32Array(features.length)
    this.fixed = fixedWords((word) => this.word(word))
  }

  /** The rows of the features that are read, each once, in the order in which they are first read. Valid until the next call. */
  rowsOf(read: FeatureReader): readonly number[] {
    this.reading++
    this.found = []
    read(this)
    return this.found
  }

  /** The row of a feature by its whole name; -1 if there is none. */
  rowOf(feature: string): number {
    return this.rows.get(feature) ?? -1
  }

  word(word: string): number {
    return this.ids.get(word) ?? UNKNOWN
  }

  lemma({ verb, lemma, lexeme }: Tagged): number {
    if (verb) return verb.lemma === lexeme.verbLemma ? lexeme.verbTerm : this.word(verb.lemma)
    if (lemma === undefined) return lexeme.term
    return lemma === lexeme.singular ? lexeme.singularTerm : this.word(lemma)
  }

  one(word: number): void {
    if (word !== UNKNOWN) this.count(this.single[word]!)
  }

  pair(left: number, join: Join, right: number): void {
    if (left !== UNKNOWN && right !== UNKNOWN)
      this.count(this.pairRow[this.placeOf(joinedBy(left, join), right)]!)
  }

  named(feature: string): void {
    this.count(this.rowOf(feature))
  }

  private count(row: number): void {
    if (row < 0 || this.counted[row] === this.reading) return
    this.counted[row] = this.reading
    this.found.push(row)
  }

  private add(word: string): number {
    const known = this.ids.get(word)
    if (known !== undefined) return known
    this.ids.set(word, this.ids.size)
    return this.ids.size - 1
  }

  /** Where the pair is, or the free place where it would be. */
  private placeOf(left: number, right: number): number {
    let place = Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b)
    place = (place ^ (place >>> 15)) & this.mask
    while (this.pairRow[place] !== -1 && (this.left[place] !== left || this.right[place] !== right))
      place = (place + 1) & this.mask
    return place
  }
}
