import { textOf } from '../gazetteer/units.ts'

/** Cut down to this when a text brings ever new words: the names of an archive have no end. */
const MOST = 40_000

// What an entry of the table holds, four numbers side by side: finding a word is one look at memory, comparing it another.
/** 0 for a free place. */
const HASH = 0
const VALUE = 1
/** Where the word's characters are. */
const PLACE = 2
const LENGTH = 3
const SIZE = 4

/**
 * Remembers a number for each word, found by where the word stands among the code units of a text. A Map would want the word
 * cut out of the text and hashed each time it is asked for, and names are asked for more often than anything else is done.
 */
export class WordCache {
  private readonly work: (word: string) => number
  private table = new Int32Array(SIZE << 14)
  private characters = new Uint16Array(1 << 17)
  private used = 0
  private count = 0
  private single = new Uint16Array(64)

  /** `work` says what number a word has; it is asked once for each. */
  constructor(work: (word: string) => number) {
    this.work = work
  }

  /** The number of a word that stands in no text. */
  of(word: string): number {
    if (word.length > this.single.length) this.single = new Uint16Array(2 * word.length)
    for (let i = 0; i < word.length; i++) this.single[i] = word.charCodeAt(i)
    return this.at(this.single, 0, word.length)
  }

  /** The number of the word that stands in `units` from `start` to `end`. */
  at(units: Uint16Array, start: number, end: number): number {
    let hash = 0
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + units[i]!) | 0
    hash = hash ^ (hash >>> 15) || 1
    const { table } = this
    const mask = table.length - 1
    for (let entry = Math.imul(hash, SIZE) & mask; table[entry + HASH] !== 0; entry = (entry + SIZE) & mask)
      if (table[entry + HASH] === hash && this.holds(entry, units, start, end)) return table[entry + VALUE]!
    return this.learn(hash, units.subarray(start, end))
  }

  private holds(entry: number, units: Uint16Array, start: number, end: number): boolean {
    const { characters } = this
    if (this.table[entry + LENGTH] !== end - start) return false
    let place = this.table[entry + PLACE]!
    for (let i = start; i < end; i++) if (characters[place++] !== units[i]) return false
    return true
  }

  private learn(hash: number, word: Uint16Array): number {
    const value = this.work(textOf(word))
    if (++this.count > MOST) {
      this.table.fill(0)
      this.count = 1
      this.used = 0
    } else if (2 * SIZE * this.count > this.table.length) {
      const { table } = this
      this.table = new Int32Array(2 * table.length)
      for (let entry = 0; entry < table.length; entry += SIZE)
        if (table[entry + HASH] !== 0)
          this.table.set(table.subarray(entry, entry + SIZE), this.free(table[entry]!))
    }
    if (this.used + word.length > this.characters.length) {
      const { characters } = this
      this.characters = new Uint16Array(2 * characters.length + word.length)
      this.characters.set(characters)
    }
    this.characters.set(word, this.used)
    this.table.set([hash, value, this.used, word.length], this.free(hash))
    this.used += word.length
    return value
  }

  /** A free place for an entry with this hash. */
  private free(hash: number): number {
    const mask = this.table.length - 1
    let entry = Math.imul(hash, SIZE) & mask
    while (this.table[entry + HASH] !== 0) entry = (entry + SIZE) & mask
    return entry
  }
}
