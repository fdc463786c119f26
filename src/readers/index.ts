import { type Article, hashText } from '../core/article.ts'
import { AraxesError, type Diagnostic, EXIT } from '../core/diagnostic.ts'
import { archive } from './archive.ts'
import { extensionOf, findFiles } from './files.ts'
import { jsonl } from './jsonl.ts'
import { type Reader, type ReaderItem, type Source, SourceError } from './reader.ts'
import { openBytes, openFile } from './source.ts'
import { text } from './text.ts'

export type { Reader, ReaderItem } from './reader.ts'

/**
 * The input formats. The extension decides; where several claim it, as with `.txt` and standard input,
 * the first whose `recognizes` agrees. So the particular stand above the general.
 */
export const READERS: readonly Reader[] = [jsonl, archive, text]

export interface ReadOptions {
  /** Reads every input with the reader of this name, whatever it is called and looks like. */
  readonly format?: string
  /** What `-` reads; `process.stdin` if left out. */
  readonly stdin?: AsyncIterable<Uint8Array>
}

/**
 * The articles of files, directories (and all below), globs and `-` (standard input), in the order given,
 * pulled lazily: beside the article at hand only the ids seen are held. Nothing is fetched from a network.
 *
 * Bad input comes out as a diagnostic `reader/…` between the articles and the run goes on. Of articles with
 * the same id the first is kept, and `reader/duplicate-id` names both places. Throws an AraxesError
 * (`reader/unknown-format`) for a `format` that is not in the table.
 */
export function readArticles(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncIterable<ReaderItem> {
  const { format } = options
  const forced = READERS.find((reader) => reader.name === format)
  if (format !== undefined && !forced) {
    const names = READERS.map((reader) => reader.name).join(', ')
    throw new AraxesError('reader/unknown-format', `"${format}" is no input format; it is one of ${names}`, {
      exitCode: EXIT.usage,
    })
  }
  return withoutDuplicates(readInputs(inputs, forced, options.stdin ?? process.stdin))
}

async function* readInputs(
  inputs: readonly string[],
  forced: Reader | undefined,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReaderItem> {
  const known = new Set(
    READERS.flatMap((reader) => reader.extensions).filter((extension) => extension !== ''),
  )
  for (const input of inputs) {
    if (input === '-') {
      yield* readSource('stdin', () => openBytes('stdin', stdin), forced)
      continue
    }
    for await (const item of findFiles(input, known)) {
      if ('diagnostic' in item) yield item
      else yield* readSource(item.path, () => openFile(item.path), forced)
    }
  }
}

async function* readSource(
  name: string,
  open: () => Promise<Source>,
  forced: Reader | undefined,
): AsyncGenerator<ReaderItem> {
  const claiming = forced
    ? [forced]
    : READERS.filter((reader) => reader.extensions.includes(extensionOf(name)))
  if (claiming.length === 0) {
    const names = READERS.map((reader) => reader.name).join(', ')
    const message = `has an extension no reader knows, ${extensionOf(name)}`
    yield problem('reader/unknown-type', name, message, `rename it, or name its format: ${names}`)
    return
  }
  let source: Source | undefined
  try {
    source = await open()
    if (source.head.length === 0) {
      yield problem('reader/empty', name, 'is empty', 'put an article into it, or leave it out')
      return
    }
    let found = false
    for await (const item of chooseReader(claiming, source).read(source)) {
      found = true
      yield item
    }
    if (!found) yield problem('reader/no-articles', name, 'holds no article', 'check that it was saved whole')
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    yield { diagnostic: error.diagnostic }
  } finally {
    await source?.close()
  }
}

function chooseReader(claiming: readonly Reader[], source: Source): Reader {
  if (claiming.length === 1) return claiming[0]!
  // Not fatal: the head may end within a character, and whether it is UTF-8 is for the reader to say.
  const head = new TextDecoder().decode(source.head)
  return claiming.find((reader) => reader.recognizes(head)) ?? claiming.at(-1)!
}

async function* withoutDuplicates(items: AsyncIterable<ReaderItem>): AsyncGenerator<ReaderItem> {
  const seen = new Map<string, { origin: string; hash: string }>()
  for await (const item of items) {
    if ('diagnostic' in item) {
      yield item
      continue
    }
    const { id, origin, text } = item.article
    const hash = hashText(text)
    const first = seen.get(id)
    if (first) {
      yield { diagnostic: duplicate(item.article, first.origin, first.hash === hash) }
    } else {
      seen.set(id, { origin, hash })
      yield item
    }
  }
}

function duplicate(article: Article, firstOrigin: string, sameText: boolean): Diagnostic {
  return {
    code: 'reader/duplicate-id',
    at: article.origin,
    message: `has the id "${article.id}" of ${firstOrigin}, ${sameText ? 'and the same text' : 'but another text'}; the first is kept`,
    hint: sameText ? 'leave one of them out' : 'give each article an id of its own',
    severity: sameText ? 'warning' : 'error',
  }
}

function problem(code: string, at: string, message: string, hint: string): ReaderItem {
  return { diagnostic: { code, at, message, hint, severity: 'error' } }
}
