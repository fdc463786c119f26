/**
 * A double-array trie over folded names: `base[state] + letter` is the next state when `check` there says so.
 * Names begin at word starts only, so walking it from each word start finds every name in one pass without failure links.
 */
export interface Trie {
  /** Folded code unit → letter from 1; 0 is no letter of any name. */
  readonly letters: Uint16Array
  readonly base: Int32Array
  readonly check: Int32Array
  /** What a name that ends in this state carries, or -1. */
  readonly value: Int32Array
}

export const ROOT = 1

interface Draft {
  children: Map<number, Draft>
  value: number
}

/** Builds the trie. Keys are folded; a key given twice keeps the last value. */
export function buildTrie(entries: Iterable<readonly [key: string, value: number]>): Trie {
  const letters = new Uint16Array(0x10000)
  let alphabet = 0
  const root: Draft = { children: new Map(), value: -1 }
  for (const [key, value] of entries) {
    let node = root
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i)
      let letter = letters[unit]!
      if (letter === 0) letters[unit] = letter = ++alphabet
      let next = node.children.get(letter)
      if (!next) {
        next = { children: new Map(), value: -1 }
        node.children.set(letter, next)
      }
      node = next
    }
    node.value = value
  }

  let size = 1 << 16
  let base = new Int32Array(size)
  let check = new Int32Array(size)
  let value = new Int32Array(size).fill(-1)
  const grow = (needed: number): void => {
    if (needed < size) return
    while (size <= needed) size *= 2
    const bigger = (old: Int32Array<ArrayBuffer>, fill: number): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(size).fill(fill)
      copy.set(old)
      return copy
    }
    base = bigger(base, 0)
    check = bigger(check, 0)
    value = bigger(value, -1)
  }
  check[ROOT] = ROOT
  let firstFree = 2
  let used = ROOT
  const queue: [Draft, number][] = [[root, ROOT]]
  // Breadth first; each node's children take the first gap in which all of them fit.
  for (let head = 0; head < queue.length; head++) {
    const [node, state] = queue[head]!
    value[state] = node.value
    const keys = [...node.children.keys()].sort((a, b) => a - b)
    if (keys.length === 0) continue
    while (check[firstFree] !== 0) grow(++firstFree)
    let offset = Math.max(1, firstFree - keys[0]!)
    for (;;) {
      grow(offset + alphabet + 1)
      if (keys.every((k) => check[offset + k] === 0)) break
      offset++
    }
    base[state] = offset
    for (const k of keys) {
      check[offset + k] = state
      used = Math.max(used, offset + k)
      queue.push([node.children.get(k)!, offset + k])
    }
  }
  // The last states may look one alphabet beyond themselves.
  const length = used + alphabet + 2
  grow(length)
  return {
    letters,
    base: base.slice(0, length),
    check: check.slice(0, length),
    value: value.slice(0, length),
  }
}
