import { open, rename, writeFile } from 'node:fs/promises'
import { AraxesError } from '../core/diagnostic.ts'
import type { Entity } from '../core/entity.ts'
import type { CompiledGazetteer, Lexicon } from './compile.ts'
import type { ModelData, Models } from './model-data.ts'

/**
 * The compiled gazetteer on disk: 8 bytes magic, a JSON table of contents, then its parts, each aligned to 8 bytes: arrays as
 * they lie in memory (little-endian), so that loading is one read and no copy, and JSON. What is not needed at once is JSON
 * of its own, parsed when it is asked for; an entity is parsed when a text names it.
 */
const MAGIC = 'ARAXESG4'

/** Parts of the lexicon that are parsed when they are asked for. */
const LATER = ['words', 'ids', 'holders', 'people'] as const
type Later = (typeof LATER)[number]

/** A lexicon without its long parts. */
type Head = Omit<Lexicon, 'entities' | Later>
type ModelHead = Omit<ModelData, 'weights'>
const MODELS = ['event', 'judge'] as const

/** A model's weights, and the rest of it as JSON. */
function modelParts(name: string, { weights, ...head }: ModelData): (readonly [string, ArrayBufferView])[] {
  return [
    [name, Buffer.from(JSON.stringify(head))],
    [`${name} weights`, weights],
  ]
}

/** Lengths of the parts in bytes, in their order. */
type Contents = readonly (readonly [name: string, length: number])[]

const align = (n: number): number => (n + 7) & ~7

export async function writeCompiled(path: string, compiled: CompiledGazetteer): Promise<void> {
  const { lexicon, models, trie, patterns, senses } = compiled
  const { version, near, offices, languages } = lexicon
  const head: Head = { version, near, offices, languages }
  const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
  const entities = lexicon.entities.map(json)
  const ends = new Int32Array(entities.length)
  for (let i = 0, end = 0; i < entities.length; i++) ends[i] = end += entities[i]!.length
  const parts: readonly (readonly [string, ArrayBufferView])[] = [
    ['head', json(head)],
    ...LATER.map((name) => [name, json(lexicon[name])] as const),
    ['entities', Buffer.concat(entities)],
    ['ends', ends],
    ['letters', trie.letters],
    ['states', trie.states],
    ['values', trie.values],
    ['tails', trie.tails],
    ['heads', trie.heads],
    ['patterns', patterns],
    ['senses', senses],
    ['models', json(models ? models.version : null)],
    ...(models ? MODELS.flatMap((name) => modelParts(name, models[name])) : []),
  ]
  const contents: Contents = parts.map(([name, part]) => [name, part.byteLength])
  const table = json(contents)
  const start = align(MAGIC.length + 4 + table.byteLength)
  const file = Buffer.alloc(parts.reduce((n, [, part]) => n + align(part.byteLength), start))
  file.write(MAGIC, 'latin1')
  file.writeUInt32LE(table.byteLength, MAGIC.length)
  table.copy(file, MAGIC.length + 4)
  let at = start
  for (const [, part] of parts) {
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

/** The arrays are views of `bytes`, not copies; JSON is parsed when it is first asked for, once. */
export function decodeCompiled(bytes: SharedArrayBuffer): CompiledGazetteer {
  const file = Buffer.from(bytes)
  const tableLength = file.readUInt32LE(MAGIC.length)
  const table = MAGIC.length + 4
  const contents = JSON.parse(file.toString('utf8', table, table + tableLength)) as Contents
  const places = new Map<string, { readonly start: number; readonly length: number }>()
  let start = align(table + tableLength)
  for (const [name, length] of contents) {
    places.set(name, { start, length })
    start += align(length)
  }
  const place = (name: string): { readonly start: number; readonly length: number } => places.get(name)!
  const parse = (from: number, to: number): unknown => JSON.parse(file.toString('utf8', from, to))
  const json = (name: string): unknown => parse(place(name).start, place(name).start + place(name).length)
  const ints = (name: string): Int32Array => new Int32Array(bytes, place(name).start, place(name).length / 4)
  const shorts = (name: string): Uint16Array =>
    new Uint16Array(bytes, place(name).start, place(name).length / 2)

  const ends = ints('ends')
  const known = new Array<Entity | undefined>(ends.length)
  const entityAt = (index: number): Entity => {
    const from = place('entities').start
    known[index] ??= parse(from + (ends[index - 1] ?? 0), from + ends[index]!) as Entity
    return known[index]
  }
  const once = <T>(read: () => T): (() => T) => {
    let value: T | undefined
    return () => {
      value ??= read()
      return value
    }
  }
  const entities = once(() => Array.from(ends, (_, index) => entityAt(index)))
  const lexicon = json('head') as Head
  const later = <K extends Later>(name: K): (() => Lexicon[K]) => once(() => json(name) as Lexicon[K])
  const [words, ids, holders, people] = [later('words'), later('ids'), later('holders'), later('people')]
  const model = (name: string): ModelData => {
    const { start, length } = place(`${name} weights`)
    return { ...(json(name) as ModelHead), weights: new Int16Array(bytes, start, length / 2) }
  }
  const version = json('models') as string | null
  const models: Models | undefined =
    version === null ? undefined : { version, event: model('event'), judge: model('judge') }
  return {
    lexicon: {
      ...lexicon,
      get entities() {
        return entities()
      },
      get words() {
        return words()
      },
      get ids() {
        return ids()
      },
      get holders() {
        return holders()
      },
      get people() {
        return people()
      },
    },
    entityAt,
    trie: {
      letters: shorts('letters'),
      states: ints('states'),
      values: ints('values'),
      tails: shorts('tails'),
      heads: new Uint32Array(bytes, place('heads').start, place('heads').length / 4),
    },
    patterns: ints('patterns'),
    senses: ints('senses'),
    ...(models ? { models } : {}),
  }
}
