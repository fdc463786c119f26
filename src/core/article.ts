import { hash } from 'node:crypto'
import type { PartialDate } from './dates.ts'

/** One article as a reader found it. `text` is what is analysed: every offset in Araxes points into it. */
export interface Article {
  readonly id: string
  readonly title: string | null
  /** NFC. Paragraphs are parted by a blank line. Where a reader composes the text, it begins with the title. */
  readonly text: string
  readonly url: string | null
  readonly publisher: string | null
  readonly publishedOn: PartialDate | null
  /** A BCP 47 primary language subtag, such as `en` or `az`. */
  readonly language: string
  /** Where it was read: a path, with `:line` (1-based) when the file holds many articles. */
  readonly origin: string
}

/** SHA-256 of the UTF-8 text, first 16 hex digits: enough to tell a changed article, short enough to read. */
export function hashText(text: string): string {
  return hash('sha256', text).slice(0, 16)
}
