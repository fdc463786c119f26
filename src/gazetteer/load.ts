import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Document, isMap, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Diagnostic } from '../core/diagnostic.ts'
import * as relationSchema from './relation-schema.ts'
import * as schema from './schema.ts'
import { sentencesFile } from './sentences.ts'
import { namesFile, referencesFile } from './words-schema.ts'

/** A file of the gazetteer, parsed and valid, with the way back to its lines. */
export interface GazetteerFile<T> {
  /** Relative to the gazetteer folder, with forward slashes. */
  readonly path: string
  readonly content: T
  /** `path:line:column` (1-based) of the node at a path of keys and indexes; of the last key itself with `onKey`. */
  locate(keys: readonly (string | number)[], onKey?: boolean): string
}

/** Everything under `gazetteer/`, as written by its editors. */
export interface GazetteerSource {
  readonly countries: readonly GazetteerFile<z.infer<typeof schema.countryFile>>[]
  readonly leaders: readonly GazetteerFile<z.infer<typeof schema.leaderFile>>[]
  readonly organizations: readonly GazetteerFile<z.infer<typeof schema.organizationFile>>[]
  readonly weapons: readonly GazetteerFile<z.infer<typeof schema.weaponFile>>[]
  readonly countryNames: GazetteerFile<z.infer<typeof schema.countryNamesFile>> | undefined
  readonly titles: GazetteerFile<schema.TitlesFile> | undefined
  readonly sources: GazetteerFile<z.infer<typeof schema.sourcesFile>> | undefined
  readonly elsewhere: GazetteerFile<z.infer<typeof schema.elsewhereFile>> | undefined
  readonly assertions: GazetteerFile<z.infer<typeof schema.assertionsFile>> | undefined
  readonly relations: readonly GazetteerFile<relationSchema.RelationFile>[]
  readonly sentences: readonly GazetteerFile<z.infer<typeof sentencesFile>>[]
  readonly agents: GazetteerFile<z.infer<typeof relationSchema.agentsFile>> | undefined
  readonly objects: GazetteerFile<z.infer<typeof relationSchema.objectsFile>> | undefined
  readonly embedding: GazetteerFile<z.infer<typeof relationSchema.embeddingFile>> | undefined
  readonly lightVerbs: GazetteerFile<z.infer<typeof relationSchema.lightVerbsFile>> | undefined
  readonly idioms: GazetteerFile<z.infer<typeof relationSchema.idiomsFile>> | undefined
  readonly names: GazetteerFile<z.infer<typeof namesFile>> | undefined
  readonly references: GazetteerFile<z.infer<typeof referencesFile>> | undefined
}

function locator(path: string, document: Document.Parsed<ParsedNode>, lines: LineCounter) {
  return (keys: readonly (string | number)[], onKey = false): string => {
    let node: unknown = document.contents
    let at = 0
    for (const [i, key] of keys.entries()) {
      // A pair's own key is the better place to point at, and the only one when its value is missing.
      const next: unknown =
        isMap(node) || isSeq(node)
          ? (node as unknown as { get(k: unknown, keep: true): unknown }).get(key, true)
          : undefined
      if (isMap(node)) {
        const pair = node.items.find((p) => String(p.key) === String(key))
        at = (pair?.key as Node | undefined)?.range?.[0] ?? at
      }
      if (next === undefined || (onKey && i === keys.length - 1)) break
      at = (next as Node).range?.[0] ?? at
      node = next
    }
    const { line, col } = lines.linePos(at)
    return `${path}:${line}:${col}`
  }
}

function parseFile<T>(
  path: string,
  text: string,
  shape: z.ZodType<T>,
  problems: Diagnostic[],
): GazetteerFile<T> | undefined {
  const lines = new LineCounter()
  // The failsafe schema keeps every scalar a string: NO stays Norway, 1991-12-26 stays as written.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  })
  const locate = locator(path, document as Document.Parsed<ParsedNode>, lines)
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0])
    problems.push({
      code: 'gazetteer/yaml',
      at: `${path}:${line}:${col}`,
      message: error.message,
      severity: 'error',
    })
  }
  if (document.errors.length > 0) return undefined
  const result = shape.safeParse(document.toJS())
  if (result.success) return { path, content: result.data, locate }
  for (const issue of result.error.issues) {
    const keys = issue.path.map((k) => (typeof k === 'symbol' ? String(k) : k))
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    problems.push({
      code: 'gazetteer/shape',
      at: locate(unknown === undefined ? keys : [...keys, unknown], unknown !== undefined),
      message: `${keys.filter((k) => typeof k === 'string').at(-1) ?? 'file'}: ${issue.message}`,
      severity: 'error',
    })
  }
  return undefined
}

/** Reads and validates a gazetteer folder. Bad files become diagnostics with file:line:column; the rest is returned. */
export async function loadGazetteerSource(
  folder: string,
): Promise<{ source: GazetteerSource; problems: Diagnostic[] }> {
  const problems: Diagnostic[] = []
  const readAll = async <T>(room: string, shape: z.ZodType<T>, skip = ''): Promise<GazetteerFile<T>[]> => {
    const found = await readdir(join(folder, room)).catch(() => [] as string[])
    const files: GazetteerFile<T>[] = []
    for (const name of found.filter((n) => n.endsWith('.yaml') && n !== skip).sort()) {
      const path = join(folder, room, name)
      const file = parseFile(
        relative(folder, path).replaceAll('\\', '/'),
        await readFile(path, 'utf8'),
        shape,
        problems,
      )
      if (file) files.push(file)
    }
    return files
  }
  const readOne = async <T>(path: string, shape: z.ZodType<T>): Promise<GazetteerFile<T> | undefined> => {
    const text = await readFile(join(folder, path), 'utf8').catch(() => undefined)
    return text === undefined ? undefined : parseFile(path, text, shape, problems)
  }
  const CLDR = 'names.cldr.yaml'
  const source: GazetteerSource = {
    countries: await readAll('countries', schema.countryFile, CLDR),
    leaders: await readAll('leaders', schema.leaderFile),
    organizations: await readAll('organizations', schema.organizationFile),
    weapons: await readAll('weapons', schema.weaponFile),
    countryNames: await readOne(`countries/${CLDR}`, schema.countryNamesFile),
    titles: await readOne('titles.yaml', schema.titlesFile),
    sources: await readOne('sources.yaml', schema.sourcesFile),
    elsewhere: await readOne('elsewhere.yaml', schema.elsewhereFile),
    assertions: await readOne('assertions.yaml', schema.assertionsFile),
    relations: await readAll('relations', relationSchema.relationFile),
    sentences: await readAll('sentences', sentencesFile),
    agents: await readOne('words/agents.yaml', relationSchema.agentsFile),
    objects: await readOne('words/objects.yaml', relationSchema.objectsFile),
    embedding: await readOne('words/embedding.yaml', relationSchema.embeddingFile),
    lightVerbs: await readOne('words/light-verbs.yaml', relationSchema.lightVerbsFile),
    idioms: await readOne('words/idioms.yaml', relationSchema.idiomsFile),
    names: await readOne('words/names.yaml', namesFile),
    references: await readOne('words/references.yaml', referencesFile),
  }
  return { source, problems }
}
