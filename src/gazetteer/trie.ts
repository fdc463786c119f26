import { DROPPED } from './fold.ts'

/**
 * A double-array trie over folded names. Names begin at word starts only, so walking it from each word start finds every
 * name in one pass without failure links. A state is two numbers side by side, because a step from one state to the next is
 * a look at memory that is hardly ever in the cache, and so it is one look.
 */
export interface Trie {
  /** Folded code unit → letter from 1; 0 is no letter of any name. */
  readonly letters: Uint16Array
  /** Two numbers a state: LINK and CHECK. */
  readonly states: Int32Array
  /** What a name that ends in a state, or at the end of its tail, carries; or -1. */
  readonly values: Int32Array
  /** Letters on which a single name is left, each stretch ended by 0: most of a name is its own alone. */
  readonly tails: Uint16Array
  /** A bit for each three letters with which a name begins that may begin in lower case, by `headOf`. */
  readonly heads: Uint32Array
}

export const ROOT = 1
/**
 * `states[2 * state + LINK] + letter` is the next state, when its CHECK says so. Below 0 a single name is left: `~LINK` is
 * where in `tails` it goes on.
 */
export const LINK = 0
/** Four times the state before; with SMALL and ENDS. */
export const CHECK = 1
/** A name that may begin in lower case goes on or ends here. */
export const SMALL = 1
/** A name ends here. */
export const ENDS = 2

/** What `headLetter` gives for a character that may stand for any letter, or for none. */
export const ANY_LETTER = 31
const OTHER_LETTER = 0

/** A folded code unit as `heads` tells letters apart: a to z, and all others as one. */
export const headLetter = (folded: number): number =>
  folded === DROPPED ? ANY_LETTER : folded >= 0x61 && folded <= 0x7a ? folded - 0x60 : OTHER_LETTER
/** The place of three head letters among the bits of `heads`. */
export const headOf = (a: number, b: number, c: number): number => (a << 10) | (b << 5) | c

/** Bits for the heads of these names, and for everything in which a letter may be any. */
function headsOf(names: Iterable<string>): Uint32Array {
  const heads = new Uint32Array(1 << 10)
  const set = (head: number): void => {
    heads[head >> 5]! |= 1 << (head & 31)
  }
  const letter = (name: string, i: number): number => headLetter(name.charCodeAt(i))
  for (let head = 0; head < 1 << 15; head++)
    if (head >> 10 === ANY_LETTER || ((head >> 5) & 31) === ANY_LETTER || (head & 31) === ANY_LETTER)
      set(head)
  for (const name of names) {
    if (name.length > 2) set(headOf(letter(name, 0), letter(name, 1), letter(name, 2)))
    else for (let any = 0; any < 32; any++) set(headOf(letter(name, 0), letter(name, 1), any))
  }
  return heads
}

/** A name to be found. Of two characters or more. */
export interface TrieEntry {
  /** Folded. */
  readonly key: string
  readonly value: number
  /** Whether it is found where the text writes its first letter small. */
  readonly small: boolean
}

/** How many letters deep the trie is laid out level by level. */
const TOP = 3

interface Draft {
  readonly children: Map<number, Draft>
  value: number
  small: boolean
}

const newDraft = (): Draft => ({ children: new Map(), value: -1, small: false })

/** Builds the trie. A key given twice keeps the last value. */
export function buildTrie(entries: Iterable<TrieEntry>): Trie {
  const letters = new Uint16Array(0x10000)
  let alphabet = 0
  const root = newDraft()
  const small: string[] = []
  for (const { key, value, small: isSmall } of entries) {
    if (isSmall) small.push(key)
    let node = root
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i)
      let letter = letters[unit]!
      if (letter === 0) letters[unit] = letter = ++alphabet
      let next = node.children.get(letter)
      if (!next) {
        next = newDraft()
        node.children.set(letter, next)
      }
      if (isSmall) next.small = true
      node = next
    }
    node.value = value
  }

  let states = new Int32Array(2 << 16)
  const values: number[] = []
  const isFree = (state: number): boolean => states[2 * state + CHECK] === 0
  const reach = (state: number): void => {
    if (2 * state + 1 < states.length) return
    const bigger = new Int32Array(Math.max(2 * states.length, 2 * (state + 1)))
    bigger.set(states)
    states = bigger
  }
  const tails: number[] = []
  states[2 * ROOT + CHECK] = 4 * ROOT
  let firstFree = 2
  let used = ROOT
  const waiting: [node: Draft, state: number, depth: number][] = [[root, ROOT, 0]]
  const place = ([node, state, depth]: (typeof waiting)[number], next: typeof waiting): void => {
    const single = onlyName(node)
    if (single && single.letters.length > 0) {
      values[state] = single.value
      states[2 * state + LINK] = ~tails.length
      tails.push(...single.letters, 0)
      return
    }
    values[state] = node.value
    if (node.value >= 0) states[2 * state + CHECK]! |= ENDS
    if (single) return
    const keys = [...node.children.keys()].sort((a, b) => a - b)
    while (!isFree(firstFree)) reach(++firstFree)
    let base = Math.max(1, firstFree - keys[0]!)
    for (;;) {
      reach(base + alphabet + 1)
      if (keys.every((k) => isFree(base + k))) break
      base++
    }
    states[2 * state + LINK] = base
    for (const k of keys) {
      const child = node.children.get(k)!
      states[2 * (base + k) + CHECK] = 4 * state + (child.small ? SMALL : 0)
      used = Math.max(used, base + k)
      next.push([child, base + k, depth + 1])
    }
  }
  // The first letters, which every word asks for, lie together; below them each name lies in one piece. A node's children
  // take the first gap in which all of them fit.
  const deep: typeof waiting = []
  for (const node of waiting) place(node, node[2] < TOP ? waiting : deep)
  deep.reverse()
  for (let node = deep.pop(); node; node = deep.pop()) place(node, deep)
  // The last states may look one alphabet beyond themselves.
  const count = used + alphabet + 2
  reach(count)
  return {
    letters,
    states: states.slice(0, 2 * count),
    values: Int32Array.from({ length: count }, (_, state) => values[state] ?? -1),
    tails: Uint16Array.from(tails),
    heads: headsOf(small),
  }
}

/** The letters of the one name at or below a node, and its value; undefined where there are several. */
function onlyName(node: Draft): { readonly letters: readonly number[]; readonly value: number } | undefined {
  const letters: number[] = []
  for (let at = node; ; ) {
    if (at.children.size === 0) return { letters, value: at.value }
    if (at.children.size > 1 || at.value >= 0) return undefined
    for (const [letter, next] of at.children) {
      letters.push(letter)
      at = next
    }
  }
}
