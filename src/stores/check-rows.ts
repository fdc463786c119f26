import { AraxesError } from '../core/diagnostic.ts'
import type { EntityRow, FactRow, GraphBatch, Value } from '../core/graph.ts'
import { RELATIONS } from '../core/ontology.ts'

/** Neo4j refuses to index a key above 8 kB, and the key of a direct edge holds two ids. */
const LONGEST_ID = 2000

const RELATION_NAMES: ReadonlySet<string> = new Set(RELATIONS.map((r) => r.relation))

function refuse(what: string, why: string): never {
  throw new AraxesError('store/row', `${what} cannot be stored: ${why}`)
}

/**
 * A lone surrogate has no UTF-8 form: both stores would silently write U+FFFD in its place.
 * What is refused is named by its id, which is checked first.
 */
function checkText(what: string, row: object): void {
  for (const [column, value] of Object.entries(row)) {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
    const broken = texts.find((text) => typeof text === 'string' && /\p{Surrogate}/u.test(text))
    if (broken !== undefined)
      refuse(what, `its ${column} holds half a surrogate pair; repair the text with toWellFormed()`)
  }
}

/** Throws `store/parameter` for what would reach a store as another text than was asked for. */
export function checkParameters(parameters: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    // JSON writes a lone half, and nothing else, as an escape of its own.
    if (/\\ud[89a-f][0-9a-f]{2}/.test(JSON.stringify(value).replaceAll('\\\\', '')))
      throw new AraxesError(
        'store/parameter',
        `parameter ${name} holds half a surrogate pair: repair the text with toWellFormed()`,
      )
  }
}

/** MERGE on a null id fails on Neo4j and makes a new node each time on the embedded store. */
function checkId(what: string, id: unknown): asserts id is string {
  if (typeof id !== 'string' || id === '')
    refuse(what, `its id is ${JSON.stringify(id)}; give it a non-empty string`)
  if (Buffer.byteLength(id) > LONGEST_ID)
    refuse(`${what} ${id.slice(0, 40)}…`, `its id is longer than ${LONGEST_ID} bytes`)
}

function checkEntities(entities: readonly EntityRow[]): ReadonlySet<string> {
  for (const row of entities) {
    checkId('an entity', row.id)
    if (/\s/.test(row.id)) refuse(`entity ${JSON.stringify(row.id)}`, 'its id holds white space')
    checkText(`entity ${row.id}`, row)
  }
  return new Set(entities.map((row) => row.id))
}

function checkNamed(known: ReadonlySet<string>, what: string, id: string, among: string): void {
  if (!known.has(id))
    refuse(what, `it names ${JSON.stringify(id)}, which is not among the ${among} of its batch`)
}

/** Rows are created, not merged: the same row twice would be stored twice. */
function checkUnique(seen: Set<string>, what: string, key: string): void {
  if (seen.has(key)) refuse(what, 'its batch holds it twice')
  seen.add(key)
}

/** Throws `store/row` for a batch that would be stored wrongly or in part. */
export function checkBatch(batch: GraphBatch): void {
  const entities = checkEntities(batch.entities)
  for (const row of batch.articles) {
    checkId('an article', row.id)
    checkText(`article ${row.id}`, row)
  }
  const articles = new Set(batch.articles.map((row) => row.id))
  const seen = new Set<string>()
  for (const row of batch.mentions) {
    checkUnique(seen, `a mention of ${row.entity} in ${row.article}`, `${row.entity} ${row.article}`)
    checkNamed(articles, 'a mention', row.article, 'articles')
    checkNamed(entities, `a mention in ${row.article}`, row.entity, 'entities')
  }
  seen.clear()
  for (const row of batch.statements) {
    checkId('a statement', row.id)
    const what = `statement ${row.id}`
    checkUnique(seen, what, row.id)
    checkText(what, row)
    if (!RELATION_NAMES.has(row.relation))
      refuse(what, `the ontology has no relation ${JSON.stringify(row.relation)}`)
    checkNamed(articles, what, row.article, 'articles')
    for (const id of [row.source, row.target, row.saidBy, ...row.weapons]) {
      if (id !== null) checkNamed(entities, what, id, 'entities')
    }
  }
}

/** Throws `store/row` for facts that would be stored wrongly or in part. */
export function checkFacts(entities: readonly EntityRow[], facts: readonly FactRow[]): void {
  const known = checkEntities(entities)
  for (const row of facts) {
    const what = `fact ${row.source} ${row.type} ${row.target}`
    checkText(what, row)
    checkNamed(known, what, row.source, 'entities')
    checkNamed(known, what, row.target, 'entities')
  }
}
