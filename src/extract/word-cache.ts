/** Cut down to this when a text brings ever new words: the names of an archive have no end. */
const MOST = 100_000

/**
 * Remembers a number for each word, found by where the word stands in a text. A Map would want the word cut out of the text
 * and hashed each time it is asked for, and names are asked for more often than anything else is done.
 */
export class WordCache {
  private readonly work: (word: string) => number
  private hashes = new Int32Array(1 << 14)
  private values = new Int32Array(1 << 14)
  private words: string[] = new Array<string>(1 << 14).fill('')
  private count = 0

  /** `work` says what number a word has; it is asked once for each. */
  constructor(work: (word: string) => number) {
    this.work = work
  }

  get(text: string, start: number, end: number): number {
    let hash = 0
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
    // 0 marks a free place.
    hash = hash ^ (hash >>> 15) || 1
    const { hashes, words } = this
    const mask = hashes.length - 1
    let place = hash & mask
    for (; hashes[place] !== 0; place = (place + 1) & mask)
      if (hashes[place] === hash && standsAt(text, start, end, words[place]!)) return this.values[place]!
    const word = text.slice(start, end)
    const value = this.work(word)
    if (2 * ++this.count > hashes.length) this.makeRoom()
    this.set(hash, word, value)
    return value
  }

  private set(hash: number, word: string, value: number): void {
    const mask = this.hashes.length - 1
    let place = hash & mask
    while (this.hashes[place] !== 0) place = (place + 1) & mask
    this.hashes[place] = hash
    this.values[place] = value
    this.words[place] = word
  }

  private makeRoom(): void {
    const { hashes, words, values } = this
    const full = this.count > MOST
    const size = full ? hashes.length : 2 * hashes.length
    this.hashes = new Int32Array(size)
    this.values = new Int32Array(size)
    this.words = new Array<string>(size).fill('')
    if (full) this.count = 1
    else for (const [i, hash] of hashes.entries()) if (hash !== 0) this.set(hash, words[i]!, values[i]!)
  }
}

function standsAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}
