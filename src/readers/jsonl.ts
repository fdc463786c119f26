import type { Diagnostic } from '../core/diagnostic.ts'
import { toArticle } from './draft.ts'
import { jsonErrorAt } from './json-error.ts'
import { splitLines } from './lines.ts'
import { readMetadata } from './metadata.ts'
import type { Reader, ReaderItem } from './reader.ts'
import { decodeUtf8, MAX_ARTICLE_BYTES, notUtf8, refuseBinary } from './source.ts'

/**
 * One JSON object per line: `id` and `text` needed; `title`, `url`, `publisher`, `publishedOn` or `date`,
 * `language` or `lang` welcome; other fields ignored. Text is kept as given, for offsets point into it.
 * Blank lines are skipped. A bad line is a diagnostic at `file:line` and the next is read:
 * `reader/malformed-json` (with column), `reader/not-an-object`, `reader/missing-field`, `reader/no-text`,
 * `reader/bad-field` (the article is kept), `reader/not-utf8`, `reader/too-large` (above 32 MiB).
 */
export const jsonl: Reader = {
  name: 'jsonl',
  reads: 'one JSON object per line with id and text',
  extensions: ['.jsonl', '.ndjson', ''],
  recognizes: (head) => /^\ufeff?\s*\{[ \t]*["}]/.test(head),

  async *read(source) {
    refuseBinary(source.name, source.head)
    for await (const line of splitLines(source.bytes, MAX_ARTICLE_BYTES)) {
      const at = `${source.name}:${line.number}`
      if (line.bytes === null) {
        const message = `is longer than ${MAX_ARTICLE_BYTES / 1024 / 1024} MiB`
        yield problem('reader/too-large', at, message, 'put each article on a line of its own')
        continue
      }
      // decodeUtf8 drops a byte order mark at the start of any line: files get concatenated.
      const json = decodeUtf8(line.bytes)
      if (json === null) yield { diagnostic: notUtf8(at) }
      else if (json.trim() !== '') yield* readLine(json, at)
    }
  },
}

function* readLine(json: string, at: string): Generator<ReaderItem> {
  const row = parse(json)
  if (row === undefined) {
    const column = (jsonErrorAt(json) ?? 0) + 1
    yield problem('reader/malformed-json', `${at}:${column}`, 'is not JSON', 'write one JSON object per line')
    return
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    yield problem(
      'reader/not-an-object',
      at,
      'is JSON but no object',
      'write {"id": …, "text": …} on each line',
    )
    return
  }
  const { id, text, title, url, publisher, publishedOn, date, language, lang } = row as Record<
    string,
    unknown
  >
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
    yield problem('reader/missing-field', at, 'has no "id"', 'give each article an id of its own')
  } else if (typeof text !== 'string') {
    yield problem('reader/missing-field', at, 'has no "text"', 'put what is to be analysed into "text"')
  } else if (text.trim() === '') {
    yield problem('reader/no-text', at, 'has an empty "text"', 'leave the line out, or fill in its text')
  } else {
    const given = { title, url, publisher, publishedOn: publishedOn ?? date, language: language ?? lang }
    const { metadata, diagnostics } = readMetadata(given, at)
    for (const diagnostic of diagnostics) yield { diagnostic }
    yield { article: toArticle({ ...metadata, id: String(id), text, origin: at }) }
  }
}

/** JSON.parse, with undefined for what is no JSON. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function problem(code: string, at: string, message: string, hint: string): { diagnostic: Diagnostic } {
  return { diagnostic: { code, at, message, hint, severity: 'error' } }
}
