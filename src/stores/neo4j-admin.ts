import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AraxesError } from '../core/diagnostic.ts'
import { type EntityId, isUnlisted, KINDS } from '../core/entity.ts'
import { type EntityRow, FACT_TYPES, type FactRow, type GraphBatch } from '../core/graph.ts'
import { relationType } from '../core/ontology.ts'
import { checkBatch, checkFacts } from './check-rows.ts'
import { CsvFile, type Field } from './csv.ts'
import { EdgeSums, edgeOf } from './edge-sums.ts'
import { LABELS, UNLISTED } from './labels.ts'
import { SCHEMA_VERSION } from './schema-version.ts'

const ARTICLE = ':START_ID(Article)'
const STATEMENT = ':START_ID(Statement)'
const ENTITY = ':START_ID(Entity)'
const TO_ENTITY = ':END_ID(Entity)'

/** Every CSV file: what stands before `=` in the import's `--nodes` and `--relationships`, and its columns. */
const FILES = {
  articles: {
    nodes: 'Article',
    columns: 'id:ID(Article) title url publisher publishedOn language textHash extractor',
  },
  statements: {
    nodes: 'Statement',
    columns:
      'id:ID(Statement) edge relation plover quad:long mode polarity modality date reportedOn sentence trigger confidence:double rule sourceSector targetSector',
  },
  schema: { nodes: 'AraxesSchema', columns: 'id:ID(AraxesSchema) version:long' },
  mentions: { relationships: 'MENTIONS', columns: `${ARTICLE} ${TO_ENTITY} count:long` },
  states: { relationships: 'STATES', columns: `${ARTICLE} :END_ID(Statement)` },
  sources: { relationships: 'SOURCE', columns: `${STATEMENT} ${TO_ENTITY}` },
  targets: { relationships: 'TARGET', columns: `${STATEMENT} ${TO_ENTITY}` },
  involves: { relationships: 'INVOLVES', columns: `${STATEMENT} ${TO_ENTITY}` },
  speakers: { relationships: 'SAID_BY', columns: `${STATEMENT} ${TO_ENTITY}` },
  facts: { relationships: '', columns: `${ENTITY} ${TO_ENTITY} :TYPE office from to` },
  edges: {
    relationships: '',
    columns: `${ENTITY} ${TO_ENTITY} :TYPE plover quad:long statements:long articles:long actual:long firstDate lastDate`,
  },
} as const

const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const ENTITY_COLUMNS = 'id:ID(Entity) name code aliases:string[] names:string[] :LABEL'

/** Names of an entity in lower case, as `cypher/write/entities.cypher` has them. */
const namesOf = ({ id, name, code, aliases }: EntityRow): readonly string[] =>
  [id, name, code, ...aliases].flatMap((n) => (n === null ? [] : [n.toLowerCase()]))

/**
 * Writes the graph as CSV files for `neo4j-admin database import full`: the same nodes, relationships and properties as
 * a load into an empty Neo4j makes. Held in memory are the entities, the direct edges and the articles' ids.
 */
export class Neo4jAdminExport {
  private readonly folder: string
  private readonly files: Readonly<Record<keyof typeof FILES, CsvFile>>
  private readonly entities = new Map<EntityId, EntityRow>()
  private readonly sums = new EdgeSums()

  private constructor(folder: string) {
    this.folder = folder
    const open = ([name, { columns }]: [string, { columns: string }]) =>
      [name, new CsvFile(join(folder, `${name}.csv`), columns.split(' '))] as const
    this.files = Object.fromEntries(Object.entries(FILES).map(open)) as typeof this.files
  }

  /** Makes the folder, if it is missing. Throws `export/unwritable`. */
  static async open(folder: string): Promise<Neo4jAdminExport> {
    await mkdir(folder, { recursive: true }).catch((cause: Error) => {
      throw new AraxesError(
        'export/unwritable',
        `${folder} cannot be made: ${cause.message}; name another folder`,
        {
          cause,
        },
      )
    })
    return new Neo4jAdminExport(folder)
  }

  /** Adds articles that were not added before. */
  async write(batch: GraphBatch): Promise<void> {
    checkBatch(batch)
    const { files } = this
    for (const entity of batch.entities) this.entities.set(entity.id, entity)
    this.sums.add(batch)
    const { articles, mentions, statements } = batch
    await files.articles.write(
      articles.map((a) => [
        a.id,
        a.title,
        a.url,
        a.publisher,
        a.publishedOn,
        a.language,
        a.textHash,
        a.extractor,
      ]),
    )
    await files.mentions.write(mentions.map((m) => [m.article, m.entity, m.count]))
    await files.statements.write(
      statements.map((s) => [
        s.id,
        edgeOf(s),
        s.relation,
        s.plover,
        relationType(s.relation).quad,
        s.mode,
        s.polarity,
        s.modality,
        s.date,
        s.reportedOn,
        s.sentence,
        s.trigger,
        s.confidence,
        s.rule,
        s.sourceSector,
        s.targetSector,
      ]),
    )
    await files.states.write(statements.map((s) => [s.article, s.id]))
    await files.sources.write(statements.map((s) => [s.id, s.source]))
    await files.targets.write(statements.map((s) => [s.id, s.target]))
    await files.involves.write(statements.flatMap((s) => [...new Set(s.weapons)].map((w) => [s.id, w])))
    await files.speakers.write(statements.flatMap((s) => (s.saidBy === null ? [] : [[s.id, s.saidBy]])))
  }

  /** Writes what only the whole tells: entities with the facts `factsOf` gives of them, and direct edges. Closes all files. */
  async finish(
    factsOf: (ids: readonly EntityId[]) => { entities: readonly EntityRow[]; facts: readonly FactRow[] },
  ): Promise<{ readonly command: string }> {
    const { files } = this
    const { entities, facts } = factsOf([...this.entities.keys()].filter((id) => !isUnlisted(id)).sort())
    checkFacts(entities, facts)
    for (const entity of entities) this.entities.set(entity.id, entity)
    const kinds: CsvFile[] = []
    for (const kind of KINDS) {
      const file = new CsvFile(join(this.folder, `${kind}.csv`), ENTITY_COLUMNS.split(' '))
      const rows = [...this.entities.values()].filter((e) => e.kind === kind)
      await file.write(
        rows.map((e) => [e.id, e.name, e.code, e.aliases, namesOf(e), isUnlisted(e.id) ? UNLISTED : null]),
      )
      kinds.push(file)
    }
    await files.schema.write([['araxes', SCHEMA_VERSION]])
    for (const type of FACT_TYPES)
      await files.facts.write(
        facts.filter((f) => f.type === type).map((f) => [f.source, f.target, f.type, f.office, f.from, f.to]),
      )
    await files.edges.write(this.edgeRows())
    for (const file of [...kinds, ...Object.values(files)]) await file.close()
    return { command: this.command() }
  }

  private *edgeRows(): Generator<readonly Field[]> {
    for (const e of this.sums.values()) {
      const { plover, quad } = relationType(e.relation)
      const { statements, articles, actual, firstDate, lastDate } = e
      yield [e.source, e.target, e.relation, plover, quad, statements, articles, actual, firstDate, lastDate]
    }
  }

  /** The import command, which wants an empty database of a server that is not running. */
  private command(): string {
    const at = (name: string): string => shellQuoted(join(this.folder, `${name}.csv`))
    const parts = [
      'neo4j-admin database import full neo4j --overwrite-destination',
      '--array-delimiter=U+001F --multiline-fields=true',
      ...KINDS.map((kind) => `--nodes=Entity:${LABELS[kind]}=${at(kind)}`),
    ]
    for (const [name, file] of Object.entries(FILES)) {
      if ('nodes' in file) parts.push(`--nodes=${file.nodes}=${at(name)}`)
      else
        parts.push(`--relationships=${file.relationships === '' ? '' : `${file.relationships}=`}${at(name)}`)
    }
    return parts.join(' \\\n  ')
  }
}
