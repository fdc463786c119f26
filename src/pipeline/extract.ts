import { type Article, hashText } from '../core/article.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Extractor } from '../extract/extractor.ts'
import type { InputItem, OutputItem } from './items.ts'

/** UTF-16 units of an article that are analysed, about 400,000 words. Memory is taken in proportion: 100 MB a million. */
export const LONGEST_ARTICLE = 2_000_000

/**
 * The record of one article, stamped with `version`. What lies behind LONGEST_ARTICLE is left out, which a warning
 * `extract/cut` in the record tells. Where the rules fail on the article, which is a fault of ours, a diagnostic
 * `extract/failed` names it: one in a million must not end the run.
 */
export function extractArticle(article: Article, extractor: Extractor, version?: string): OutputItem {
  const { text } = article
  const isCut = text.length > LONGEST_ARTICLE
  try {
    const { record, sentences } = extractor.extract(isCut ? { ...article, text: beginningOf(text) } : article)
    return {
      record: {
        ...record,
        article: {
          ...record.article,
          textHash: isCut ? hashText(text) : record.article.textHash,
          ...(version === undefined ? {} : { extractor: version }),
        },
        diagnostics: isCut ? [...record.diagnostics, cut(article)] : record.diagnostics,
      },
      sentences,
    }
  } catch (error) {
    return { diagnostic: failed(article, error) }
  }
}

/** Up to the last line end within the limit, so that no sentence is cut in two. */
function beginningOf(text: string): string {
  const end = text.lastIndexOf('\n', LONGEST_ARTICLE)
  return text.slice(0, end > LONGEST_ARTICLE / 2 ? end : LONGEST_ARTICLE)
}

function cut({ origin, text }: Article): Diagnostic {
  return {
    code: 'extract/cut',
    at: origin,
    message: `has ${text.length} characters, of which the first ${LONGEST_ARTICLE} are analysed`,
    hint: 'give each article of a collection a line or file of its own',
    severity: 'warning',
  }
}

function failed({ origin }: Article, error: unknown): Diagnostic {
  const [first, second = ''] = (error instanceof Error ? (error.stack ?? '') : String(error)).split('\n')
  return {
    code: 'extract/failed',
    at: origin,
    message: `cannot be analysed: ${first} ${second.trim()}`,
    hint: 'this is a fault of Araxes: report it with the article; the others go on',
    severity: 'error',
  }
}

/** Articles become records in this thread, one at a time, as they are pulled. */
export async function* extractArticles(
  items: AsyncIterable<InputItem>,
  extractor: Extractor,
  version?: string,
): AsyncGenerator<OutputItem> {
  for await (const item of items)
    yield 'article' in item ? extractArticle(item.article, extractor, version) : item
}
