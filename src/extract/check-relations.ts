import { MODALITIES, relationType } from '../core/ontology.ts'
import type { Statement } from '../core/statement.ts'
import type { GazetteerSource } from '../gazetteer/load.ts'
import { exampleArticle } from './check-examples.ts'
import type { Extractor } from './extractor.ts'

/** How one class of a relation does on its own examples. */
export interface ClassScore {
  /** `accuses/condemn`. */
  readonly rule: string
  readonly examples: number
  /** Examples of which the ends are found. */
  readonly found: number
  /** Of those, with the polarity and modality they tell. */
  readonly exact: number
  /** Statements of the relation with other ends, and any in a counter-example. */
  readonly wrong: number
  readonly misses: readonly { readonly at: string; readonly text: string; readonly got: string }[]
}

/**
 * Extracts the examples of every class of words and compares: recall is `found` of `examples`, precision `found` of `found`
 * and `wrong`. A report and no check, because a word list may be ahead of the grammar that reads it.
 */
export function checkRelations(source: GazetteerSource, extractor: Extractor): ClassScore[] {
  const scores: ClassScore[] = []
  for (const file of source.relations) {
    const { relation } = file.content
    const { directed } = relationType(relation)
    for (const [c, group] of file.content.classes.entries()) {
      const score = { found: 0, exact: 0, wrong: 0 }
      const misses: ClassScore['misses'][number][] = []
      const statementsOf = (text: string): Statement[] =>
        extractor.extract(exampleArticle(text)).record.statements.filter((s) => s.relation === relation)
      for (const [i, { text, is }] of group.examples.entries()) {
        const [ends, told] = [is.split(' ').slice(0, 3), new Set(is.split(' ').slice(3))]
        const statements = statementsOf(text)
        const right = statements.filter((s) => {
          const [a, b] = [s.source.code, s.target.code ?? s.target.entity]
          return (a === ends[0] && b === ends[2]) || (!directed && a === ends[2] && b === ends[0])
        })
        score.wrong += statements.length - right.length
        const modality = MODALITIES.find((m) => told.has(m)) ?? 'actual'
        const polarity = told.has('negated') ? 'negated' : 'affirmed'
        const exact = right.some((s) => s.modality === modality && s.polarity === polarity)
        if (right.length > 0) score.found++
        if (exact) score.exact++
        else
          misses.push({
            at: file.locate(['classes', c, 'examples', i]),
            text: `${text} (${is})`,
            got: statements.map(described).join('; ') || 'nothing',
          })
      }
      for (const [i, text] of (group.not ?? []).entries()) {
        const statements = statementsOf(text)
        score.wrong += statements.length
        if (statements.length > 0)
          misses.push({
            at: file.locate(['classes', c, 'not', i]),
            text: `${text} (nothing)`,
            got: statements.map(described).join('; '),
          })
      }
      const rule = `${relation.toLowerCase().replaceAll('_', '-')}/${group.class}`
      scores.push({ rule, examples: group.examples.length, ...score, misses })
    }
  }
  return scores
}

const described = (s: Statement): string =>
  [
    s.source.code ?? s.source.entity,
    '>',
    s.target.code ?? s.target.entity,
    ...(s.polarity === 'negated' ? ['negated'] : []),
    ...(s.modality === 'actual' ? [] : [s.modality]),
  ].join(' ')
