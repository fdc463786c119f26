import type { PartialDate } from './dates.ts'
import { type ActorCode, type EntityId, isUnlisted, type Kind } from './entity.ts'
import { type Modality, type Plover, type Polarity, relationType } from './ontology.ts'
import type { ExtractionRecord } from './record.ts'
import type { Participant, Statement } from './statement.ts'

/** What a store writes. Rows are flat, hold only strings, numbers, nulls and lists of strings, and are sorted by key. */
export interface EntityRow {
  readonly id: EntityId
  readonly kind: Kind
  readonly name: string
  readonly code: ActorCode | null
  readonly aliases: readonly string[]
}

export interface ArticleRow {
  readonly id: string
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly publishedOn: PartialDate | null
  readonly language: string
  readonly textHash: string
  /** What the article was read with: see `RecordedArticle`. */
  readonly extractor: string | null
}

export interface MentionRow {
  readonly article: string
  readonly entity: EntityId
  readonly count: number
}

export interface StatementRow {
  readonly id: string
  readonly article: string
  readonly relation: string
  readonly plover: Plover | null
  readonly mode: string | null
  readonly polarity: Polarity
  readonly modality: Modality
  readonly date: PartialDate | null
  readonly reportedOn: PartialDate | null
  readonly sentence: string
  readonly trigger: string
  readonly confidence: number
  readonly rule: string
  readonly source: EntityId
  readonly sourceSector: string | null
  readonly target: EntityId
  readonly targetSector: string | null
  readonly saidBy: EntityId | null
  readonly weapons: readonly EntityId[]
}

/** Articles with all that hangs on them. Writing it replaces what those articles said before. */
export interface GraphBatch {
  readonly articles: readonly ArticleRow[]
  readonly entities: readonly EntityRow[]
  readonly mentions: readonly MentionRow[]
  readonly statements: readonly StatementRow[]
}

/** The relationship types of gazetteer facts. A list, so that a store's Cypher can be made from it. */
export const FACT_TYPES = ['HELD', 'BASED_IN', 'MEMBER_OF', 'DESIGNED_BY'] as const
export type FactType = (typeof FACT_TYPES)[number]

/** A dated fact of the gazetteer. */
export interface FactRow {
  readonly type: FactType
  readonly source: EntityId
  readonly target: EntityId
  /** For HELD: the office. Null otherwise. */
  readonly office: string | null
  readonly from: PartialDate | null
  readonly to: PartialDate | null
}

/** A value as it comes back from a query: plain data that survives JSON. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }
export type Row = Readonly<Record<string, Value>>

/**
 * A path as it comes back from a query. `from` and `to` are the `id` properties of a relationship's ends, in
 * the relationship's own direction. Nodes keep the order of the path.
 */
export interface PathValue {
  readonly [key: string]: Value
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Row }[]
  readonly relationships: readonly {
    readonly type: string
    readonly from: string
    readonly to: string
    readonly properties: Row
  }[]
}

/** From what an article's part of the graph was made: where both are the same, so is what would be written. */
export type ArticleVersion = Pick<ArticleRow, 'textHash' | 'extractor'>

/** How much the graph holds, by label and by relationship type. */
export interface GraphCounts {
  readonly nodes: Readonly<Record<string, number>>
  readonly relationships: Readonly<Record<string, number>>
}

/**
 * The port every graph store implements. All text goes in as parameters. Errors are AraxesErrors:
 * `store/unreachable`, `store/unauthorized` and `store/no-database` (exit 4), anything else `store/…` (exit 1).
 */
export interface GraphStore {
  /** What a person calls it: a path, or a URI without credentials. */
  readonly name: string
  /** Applies the schema; safe to repeat. Refuses a graph of a newer or unknown schema version. */
  prepare(): Promise<void>
  /** Replaces these articles and derives the direct edges anew, in one transaction. Safe to repeat. */
  writeArticles(batch: GraphBatch): Promise<void>
  /**
   * Adds gazetteer entities and their dated facts. These are all the facts of the entities in `about` (if it is left
   * out, of those that have any): what they had else goes. Safe to repeat.
   */
  writeFacts(
    entities: readonly EntityRow[],
    facts: readonly FactRow[],
    about?: readonly EntityId[],
  ): Promise<void>
  /**
   * Runs one read query. Integers come back as numbers, nodes and relationships as their properties, paths
   * as `PathValue`s. A query that writes throws `store/read-only` and changes nothing.
   */
  read(cypher: string, parameters: Readonly<Record<string, Value>>): Promise<readonly Row[]>
  counts(): Promise<GraphCounts>
  /** Text hash and extractor of those of these articles that are stored, by their id. */
  versions(articles: readonly string[]): Promise<ReadonlyMap<string, ArticleVersion>>
  /** Safe to repeat; every other call afterwards throws `store/closed`. */
  close(): Promise<void>
}

const byKey =
  <T>(key: (row: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

/** Source and target; sorted by id where the relation has no direction, so that one edge stands for both orders. */
function ends({ relation, source, target }: Statement): readonly [Participant, Participant] {
  return relationType(relation).directed || source.entity <= target.entity
    ? [source, target]
    : [target, source]
}

/** What a graph is made of beyond what the gazetteer lists. */
export interface GraphScope {
  /** Also the people and organizations that were recognized by their shape, under their provisional ids. */
  readonly unlisted?: boolean
}

/** What an article row says it was read with: a graph with unlisted names is made anew where one without them stands. */
export const extractorOf = (extractor: string, { unlisted }: GraphScope): string =>
  unlisted ? `${extractor}+unlisted` : extractor

/** The people and organizations a record found by their shape, each by its first mention in full. */
function unlistedEntities({ mentions }: ExtractionRecord): readonly EntityRow[] {
  return mentions
    .filter((m) => m.via === 'unlisted' && isUnlisted(m.entity) && m.antecedent === undefined)
    .map(({ entity, kind, text, code }) => ({
      id: entity,
      kind,
      name: text.replace(/\s+/gu, ' '),
      code,
      aliases: [],
    }))
}

/**
 * The rows of some records, sorted by key. `describe` gives the name and aliases of an entity; one it does
 * not know (unlisted, or from a later gazetteer) is left out together with the statements that need it. With
 * `scope.unlisted`, people and organizations among the mentions stay; what is only a participant's words
 * ("protesters") is left out even then.
 */
export function toGraphBatch(
  records: readonly ExtractionRecord[],
  describe: (id: EntityId) => EntityRow | undefined,
  scope: GraphScope = {},
): GraphBatch {
  const entities = new Map<EntityId, EntityRow>()
  const unlisted = new Map<EntityId, EntityRow>()
  if (scope.unlisted)
    for (const row of records.flatMap(unlistedEntities)) if (!unlisted.has(row.id)) unlisted.set(row.id, row)
  const known = (id: EntityId): boolean => {
    if (entities.has(id)) return true
    const row = describe(id) ?? unlisted.get(id)
    if (row) entities.set(id, row)
    return row !== undefined
  }
  const articles: ArticleRow[] = []
  const mentions: MentionRow[] = []
  const statements: StatementRow[] = []
  // The last record of an article wins, so that a file with the same article twice is written once.
  for (const record of new Map(records.map((r) => [r.article.id, r])).values()) {
    const { id, title, url, publisher, publishedOn, language, textHash, extractor = null } = record.article
    articles.push({
      id,
      title,
      url,
      publisher,
      publishedOn,
      language,
      textHash,
      extractor: extractor && extractorOf(extractor, scope),
    })
    const counted = new Map<EntityId, number>()
    for (const m of record.mentions)
      if (known(m.entity)) counted.set(m.entity, (counted.get(m.entity) ?? 0) + 1)
    for (const [entity, count] of counted) mentions.push({ article: id, entity, count })
    for (const s of new Map(record.statements.map((s) => [s.id, s])).values()) {
      if (!known(s.source.entity) || !known(s.target.entity)) continue
      const [source, target] = ends(s)
      statements.push({
        id: s.id,
        article: id,
        relation: s.relation,
        plover: s.plover,
        mode: s.mode,
        polarity: s.polarity,
        modality: s.modality,
        date: s.date,
        reportedOn: publishedOn,
        sentence: s.sentence.text,
        trigger: s.trigger.text,
        confidence: s.confidence,
        rule: s.rule,
        source: source.entity,
        sourceSector: source.sector,
        target: target.entity,
        targetSector: target.sector,
        saidBy: s.saidBy && known(s.saidBy.entity) ? s.saidBy.entity : null,
        weapons: s.weapons.filter(known),
      })
    }
  }
  return {
    articles: articles.sort(byKey((r) => r.id)),
    entities: [...entities.values()].sort(byKey((r) => r.id)),
    mentions: mentions.sort(byKey((r) => `${r.article}\n${r.entity}`)),
    statements: statements.sort(byKey((r) => r.id)),
  }
}
