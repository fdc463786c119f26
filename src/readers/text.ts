import { toArticle } from './draft.ts'
import { readMetadata } from './metadata.ts'
import { cleanLine, composeText, toParagraphs } from './paragraphs.ts'
import type { Reader } from './reader.ts'
import { readText } from './source.ts'

const MAX_TITLE = 200

const HEADER_FIELDS: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['title', 'title'],
  ['date', 'publishedOn'],
  ['published', 'publishedOn'],
  ['source', 'publisher'],
  ['publisher', 'publisher'],
  ['url', 'url'],
  ['link', 'url'],
  ['language', 'language'],
  ['lang', 'language'],
])

/**
 * One article per file, plain text or Markdown:
 *
 *     Date: 2022-12-02          optional header block; also Id, Title, Publisher, URL, Language;
 *     Source: Some Daily        may stand between two lines of `---`
 *
 *     The title                 a first line of its own, or none
 *
 *     Paragraphs, parted by blank lines. Heading marks (`#`) are dropped, other Markdown is kept.
 *
 * Yields `reader/bad-field` for a header that cannot be read, `reader/no-text` for a file without text.
 */
export const text: Reader = {
  name: 'text',
  reads: 'one article per file, plain text or Markdown',
  extensions: ['.txt', '.md', ''],
  recognizes: () => true,

  async *read(source) {
    const lines = (await readText(source)).split('\n').map(cleanLine)
    const { header, body } = splitHeader(lines)
    const { metadata, diagnostics } = readMetadata(header, source.name)
    for (const diagnostic of diagnostics) yield { diagnostic }

    const plain = body.map((line) => line.replace(/^#{1,6} /, ''))
    const content = splitTitle(plain)
    const title = metadata.title ?? content.title
    // Where the header names the title, a first line of its own is a heading, unless it says the same.
    const paragraphs = toParagraphs(title === content.title ? content.lines : plain)
    if (paragraphs.length === 0) {
      const message = 'holds no text'
      const hint = 'put the text below the header, after a blank line'
      yield { diagnostic: { code: 'reader/no-text', at: source.name, message, hint, severity: 'error' } }
      return
    }
    const composed = composeText(title, paragraphs)
    yield {
      article: toArticle({ ...metadata, id: header.id || null, title, text: composed, origin: source.name }),
    }
  },
}

/**
 * The header block is the run of known `Name: value` lines at the top, closed by a blank line or `---`.
 * A single such line with text right below it is text: "Source: close to the palace" may open an article.
 */
function splitHeader(lines: readonly string[]): { header: Record<string, string>; body: readonly string[] } {
  const first = lines.findIndex((line) => line !== '')
  const fenced = lines[first] === '---'
  const header: Record<string, string> = {}
  let at = fenced ? first + 1 : Math.max(first, 0)
  for (; at < lines.length; at++) {
    const line = lines[at]!
    const [, name, value] = /^(\w+): *(.*)$/.exec(line) ?? []
    const field = HEADER_FIELDS.get(name?.toLowerCase() ?? '')
    if (field !== undefined) header[field] = value!.replace(/^(["'])(.*)\1$/, '$2')
    else if (!fenced || line === '---') break
  }
  if (fenced) return lines[at] === '---' ? { header, body: lines.slice(at + 1) } : { header: {}, body: lines }
  const closed = (lines[at] ?? '') === '' || Object.keys(header).length > 1
  return closed ? { header, body: lines.slice(at) } : { header: {}, body: lines }
}

/** The first line is the title where a blank line and then text follow it, and it is not as long as a paragraph. */
function splitTitle(lines: readonly string[]): { title: string | null; lines: readonly string[] } {
  const first = lines.findIndex((line) => line !== '')
  const title = lines[first]
  const hasText = lines.slice(first + 2).some((line) => line !== '')
  if (title === undefined || title.length > MAX_TITLE || lines[first + 1] !== '' || !hasText) {
    return { title: null, lines }
  }
  return { title, lines: lines.slice(first + 2) }
}
