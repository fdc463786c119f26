import { open, rename, writeFile } from 'node:fs/promises'
import { AraxesError } from '../core/diagnostic.ts'
import type { CompiledGazetteer, Lexicon } from './compile.ts'
import type { ModelData } from './model-data.ts'

/**
 * The compiled gazetteer on disk: 8 bytes magic, a JSON table of contents, the lexicon and the event model (null before it
 * is trained) as JSON, then the arrays as they lie in memory (little-endian), so that loading is one read and no copy.
 */
const MAGIC = 'ARAXESG2'

interface Contents {
  readonly lexicon: number
  readonly model: number
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
  const model = Buffer.from(JSON.stringify(compiled.model ?? null))
  const parts = [lexicon, model, trie.letters, trie.base, trie.check, trie.value, patterns, senses]
  const contents: Contents = {
    lexicon: lexicon.byteLength,
    model: model.byteLength,
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

/** The file's bytes, in memory that worker threads can share. Throws `gazetteer/not-built` or `gazetteer/stale`. */
export async function readCompiled(path: string): Promise<SharedArrayBuffer> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new AraxesError(
      'gazetteer/not-built',
      `${path} is missing: the gazetteer is not compiled; run "npm run build"`,
      { cause },
    )
  })
  try {
    const bytes = new SharedArrayBuffer((await handle.stat()).size)
    const file = Buffer.from(bytes)
    for (let at = 0; at < file.length; ) {
      const { bytesRead } = await handle.read(file, at, file.length - at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    if (file.toString('latin1', 0, MAGIC.length) === MAGIC) return bytes
  } finally {
    await handle.close()
  }
  throw new AraxesError(
    'gazetteer/stale',
    `${path} was compiled by another version of Araxes; run "npm run build"`,
  )
}

/** The lexicon is parsed anew at each call; the arrays are views of `bytes`, not copies. */
export function decodeCompiled(bytes: SharedArrayBuffer): CompiledGazetteer {
  const file = Buffer.from(bytes)
  const headLength = file.readUInt32LE(MAGIC.length)
  const contents = JSON.parse(
    file.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + headLength),
  ) as Contents
  let at = align(MAGIC.length + 4 + headLength)
  const take = (length: number): number => {
    const place = at
    at += align(length)
    return place
  }
  const ints = (length: number): Int32Array => new Int32Array(bytes, take(length), length / 4)
  const json = (length: number): unknown => {
    const start = take(length)
    return JSON.parse(file.toString('utf8', start, start + length))
  }
  const lexicon = json(contents.lexicon) as Lexicon
  const model = json(contents.model) as ModelData | null
  const letters = new Uint16Array(bytes, take(contents.letters), contents.letters / 2)
  const [base, check, value] = [ints(contents.base), ints(contents.check), ints(contents.value)]
  return {
    lexicon,
    trie: { letters, base, check, value },
    patterns: ints(contents.patterns),
    senses: ints(contents.senses),
    ...(model ? { model } : {}),
  }
}
