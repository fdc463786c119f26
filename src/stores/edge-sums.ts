import type { GraphBatch, StatementRow } from '../core/graph.ts'

/** What the affirmed statements of one direct edge add up to: the columns of `cypher/write/edges-sum.cypher`. */
export interface EdgeSum {
  readonly source: string
  readonly relation: string
  readonly target: string
  statements: number
  articles: number
  actual: number
  firstDate: string | null
  lastDate: string | null
}

/** The key of the direct edge a statement speaks of. Ids hold no white space, so that no two edges share one. */
export const edgeOf = ({ source, relation, target }: StatementRow): string =>
  `${source} ${relation} ${target}`

/** Sums up direct edges in memory, batch after batch; an article may be in one batch only. */
export class EdgeSums {
  private readonly sums = new Map<string, EdgeSum>()

  add({ statements }: GraphBatch): void {
    const counted = new Set<string>()
    for (const statement of statements) {
      if (statement.polarity !== 'affirmed') continue
      const key = edgeOf(statement)
      const { source, relation, target, article, modality } = statement
      let sum = this.sums.get(key)
      if (!sum) {
        sum = {
          source,
          relation,
          target,
          statements: 0,
          articles: 0,
          actual: 0,
          firstDate: null,
          lastDate: null,
        }
        this.sums.set(key, sum)
      }
      sum.statements++
      if (modality === 'actual') sum.actual++
      if (!counted.has(`${article}\n${key}`)) sum.articles++
      counted.add(`${article}\n${key}`)
      const day = statement.date ?? statement.reportedOn
      if (day === null) continue
      if (sum.firstDate === null || day < sum.firstDate) sum.firstDate = day
      if (sum.lastDate === null || day > sum.lastDate) sum.lastDate = day
    }
  }

  values(): Iterable<EdgeSum> {
    return this.sums.values()
  }
}
