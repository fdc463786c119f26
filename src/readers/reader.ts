import type { Article } from '../core/article.ts'
import type { Diagnostic } from '../core/diagnostic.ts'

/** What a reader yields: an article, or why something is none. Told apart by `'article' in item`. */
export type ReaderItem = { readonly article: Article } | { readonly diagnostic: Diagnostic }

/** Bytes to read once, from start to end. */
export interface Source {
  /** What a person calls it: the path as found, or `stdin`. */
  readonly name: string
  /** Its beginning, unzipped, up to 64 KiB: what recognition looks at. */
  readonly head: Uint8Array
  /** All of it, unzipped, the head included. Throws a SourceError where the bytes cannot be had. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** Lets go of the file, read to its end or not. */
  close(): Promise<void>
}

/** One input format. A new one is a file beside this and a line in the table of `index.ts`. */
export interface Reader {
  readonly name: string
  /** What it reads, in a few words for a person. */
  readonly reads: string
  /** Lower case, with the dot, `.gz` aside. `''` claims names without extension, and standard input. */
  readonly extensions: readonly string[]
  /** Whether the beginning looks like this format; asked only where several readers claim the extension. */
  recognizes(head: string): boolean
  /** Pulled lazily. Bad input comes out as diagnostics; only a SourceError may be thrown. */
  read(source: Source): AsyncIterable<ReaderItem>
}

/** Why a whole source cannot be read on. `readArticles` turns it into its diagnostic and takes the next file. */
export class SourceError extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic, cause?: unknown) {
    super(`${diagnostic.at}: ${diagnostic.message}`, { cause })
    this.name = 'SourceError'
    this.diagnostic = diagnostic
  }
}
