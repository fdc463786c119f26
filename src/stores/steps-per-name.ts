import { FACT_TYPES, type Row, type Value } from '../core/graph.ts'
import { RELATIONS } from '../core/ontology.ts'
import type { Step } from './connection.ts'
import { LABELS, UNLISTED } from './labels.ts'

/** Every label and relationship type that a row may name. */
const NAMES: ReadonlySet<Value> = new Set([
  ...Object.values(LABELS),
  UNLISTED,
  ...FACT_TYPES,
  ...RELATIONS.map((r) => r.relation),
])

/** As the files of `cypher/write/` say that a label or type is what a column of `$rows` names. */
const NAMED_BY_ROW = /:\$\(row\.(\w+)\)/

function nameOf(value: Value | undefined): string {
  const names = Array.isArray(value) ? value : [value]
  if (names.length === 0 || !names.every((name) => NAMES.has(name)))
    throw new RangeError(`${JSON.stringify(value)} is no label or type of the model`)
  return names.join(':')
}

/**
 * For a store that takes labels and types from its text only: the same step once per name, over the rows with that
 * name. Only names of the model get into the text; any other throws a RangeError.
 */
export function* stepsPerName(step: Step): Generator<Step> {
  const [named, column] = NAMED_BY_ROW.exec(step.cypher) ?? []
  if (named === undefined || column === undefined) {
    yield step
    return
  }
  const groups = new Map<string, Row[]>()
  for (const row of step.parameters.rows as readonly Row[]) {
    const name = nameOf(row[column])
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  for (const [name, rows] of groups)
    yield { cypher: step.cypher.replaceAll(named, `:${name}`), parameters: { ...step.parameters, rows } }
}
