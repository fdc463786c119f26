import { readFile, rename, writeFile } from 'node:fs/promises'
import { AraxesError } from '../core/diagnostic.ts'
import type { CompiledGazetteer, Lexicon } from './compile.ts'

/**
 * The compiled gazetteer on disk: 8 bytes magic, a JSON table of contents, the lexicon as JSON, then the arrays as they
 * lie in memory (little-endian), so that loading is one read and no copy.
 */
const MAGIC = 'ARAXESG1'

interface Contents {
  readonly lexicon: number
  readonly letters: number
  readonly base: number
  readonly check: number
  readonly value: number
  readonly patterns: number
  readonly senses: number
}

const align = (n: number): number => (n + 7) & ~7

export async function writeCompiled(path: string, compiled: CompiledGazetteer): Promise<void> {
  const { trie, patterns, senses } = compiled
  const lexicon = Buffer.from(JSON.stringify(compiled.lexicon))
  const parts = [lexicon, trie.letters, trie.base, trie.check, trie.value, patterns, senses]
  const contents: Contents = {
    lexicon: lexicon.byteLength,
    letters: trie.letters.byteLength,
    base: trie.base.byteLength,
    check: trie.check.byteLength,
    value: trie.value.byteLength,
    patterns: patterns.byteLength,
    senses: senses.byteLength,
  }
  const head = Buffer.from(JSON.stringify(contents))
  const start = align(MAGIC.length + 4 + head.byteLength)
  const file = Buffer.alloc(parts.reduce((n, p) => n + align(p.byteLength), start))
  file.write(MAGIC, 'latin1')
  file.writeUInt32LE(head.byteLength, MAGIC.length)
  head.copy(file, MAGIC.length + 4)
  let at = start
  for (const part of parts) {
    Buffer.from(part.buffer, part.byteOffset, part.byteLength).copy(file, at)
    at += align(part.byteLength)
  }
  // Renamed into place, so that a reader never sees half a file.
  await writeFile(`${path}.tmp`, file)
  await rename(`${path}.tmp`, path)
}

export async function readCompiled(path: string): Promise<CompiledGazetteer> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw new AraxesError(
      'gazetteer/not-built',
      `${path} is missing: the gazetteer is not compiled; run "npm run build"`,
      { cause },
    )
  })
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new AraxesError(
      'gazetteer/stale',
      `${path} was compiled by another version of Araxes; run "npm run build"`,
    )
  }
  const headLength = file.readUInt32LE(MAGIC.length)
  const contents = JSON.parse(
    file.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + headLength),
  ) as Contents
  let at = align(MAGIC.length + 4 + headLength)
  // A Buffer from the pool may start at an odd place; typed arrays may not.
  const bytes = file.byteOffset % 8 === 0 ? file : Buffer.from(new Uint8Array(file).buffer)
  const take = (length: number): [ArrayBuffer, number] => {
    const place = bytes.byteOffset + at
    at += align(length)
    return [bytes.buffer as ArrayBuffer, place]
  }
  const ints = (length: number): Int32Array => {
    const [buffer, offset] = take(length)
    return new Int32Array(buffer, offset, length / 4)
  }
  const lexiconAt = at
  at += align(contents.lexicon)
  const lexicon = JSON.parse(bytes.toString('utf8', lexiconAt, lexiconAt + contents.lexicon)) as Lexicon
  const [letterBuffer, letterOffset] = take(contents.letters)
  const letters = new Uint16Array(letterBuffer, letterOffset, contents.letters / 2)
  const [base, check, value] = [ints(contents.base), ints(contents.check), ints(contents.value)]
  return {
    lexicon,
    trie: { letters, base, check, value },
    patterns: ints(contents.patterns),
    senses: ints(contents.senses),
  }
}
