import type { Diagnostic } from '../core/diagnostic.ts'
import { checkNames } from './checks/names.ts'
import { checkReferences } from './checks/references.ts'
import { collect } from './checks/report.ts'
import { checkTerms } from './checks/terms.ts'
import { checkWords } from './checks/words.ts'
import type { GazetteerSource } from './load.ts'

/** The checks between entries, each in a file of `checks/`. Floors and examples need more than the source and are run apart. */
export function checkSource(source: GazetteerSource): Diagnostic[] {
  const { problems, report } = collect()
  checkReferences(source, report)
  checkTerms(source, report)
  checkNames(source, report)
  checkWords(source, report)
  return problems
}
