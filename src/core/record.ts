import type { Article } from './article.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Mention } from './mention.ts'
import type { Statement } from './statement.ts'

/** What an extraction record keeps of an article: all but the text, of which it keeps the hash. */
export interface RecordedArticle extends Omit<Article, 'text' | 'origin'> {
  readonly textHash: string
  /** Gazetteer and rules it was made with; left out where nobody said. The same text and version make the same record. */
  readonly extractor?: string
}

/**
 * The extraction record: one JSON line per article. The pipeline makes it, `--output` writes it,
 * a store loads it, scoring reads it. A graph can be thrown away and rebuilt from its records.
 */
export interface ExtractionRecord {
  readonly article: RecordedArticle
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly diagnostics: readonly Diagnostic[]
}
