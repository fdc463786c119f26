// What a worker thread of `pool.ts` runs: loaded once, called with one task after another.
import { workerData } from 'piscina'
import type { Article } from '../core/article.ts'
import { createExtractor } from '../extract/extractor.ts'
import { openGazetteer } from '../gazetteer/gazetteer.ts'
import { extractArticle } from './extract.ts'
import type { OutputItem } from './items.ts'

/** What `pool.ts` gives each worker at its start. */
export interface WorkerSetup {
  /** The compiled gazetteer, shared by all workers. */
  readonly gazetteer: SharedArrayBuffer
  readonly version: string
}

const { gazetteer, version } = workerData as WorkerSetup
const extractor = createExtractor({ gazetteer: openGazetteer(gazetteer) })

/** The records of a task's articles, in their order. */
export default function extractTask(articles: readonly Article[]): OutputItem[] {
  return articles.map((article) => extractArticle(article, extractor, version))
}
