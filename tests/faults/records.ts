import type { ExtractionRecord } from '../../src/core/record.ts'
import type { Statement } from '../../src/core/statement.ts'

const COUNTRIES = ['ARM', 'AZE', 'GEO', 'IRN', 'RUS', 'TUR']
const RELATIONS = [
  ['ACCUSES', 'ACCUSE'],
  ['SUPPORTS', 'SUPPORT'],
] as const

function statement(article: string, n: number): Statement {
  const [relation, plover] = RELATIONS[n % RELATIONS.length]!
  const end = (i: number, start: number) => {
    const code = COUNTRIES[i % COUNTRIES.length]!
    return { entity: `country/${code}`, code, sector: 'GOV', start, end: start + 4 }
  }
  const text = `What was said in ${article} as number ${n}.`
  return {
    id: `${article}-${n}`,
    relation,
    plover,
    mode: null,
    source: end(n, 0),
    target: end(n + 1 + (n % 3), 20),
    weapons: [],
    polarity: n % 7 === 0 ? 'negated' : 'affirmed',
    modality: n % 3 === 0 ? 'alleged' : 'actual',
    saidBy: null,
    sentence: { start: 0, end: text.length, text },
    trigger: { start: 9, end: 13, text: 'said' },
    date: null,
    confidence: 0.9,
    rule: 'say/say:V-NP',
  }
}

/** Extraction records of as many articles, each with so many statements: the same in every run, a line each. */
export function makeRecords(articles: number, statements = 2): readonly string[] {
  return Array.from({ length: articles }, (_, i) => `${JSON.stringify(record(i, statements))}\n`)
}

function record(i: number, count: number): ExtractionRecord {
  const id = `article-${String(i).padStart(5, '0')}`
  const statements = Array.from({ length: count }, (_, n) => statement(id, i + n))
  const mentions = statements.flatMap(({ source, target }) =>
    [source, target].map(({ entity, code, start, end }) => ({
      start,
      end,
      text: 'name',
      entity,
      kind: 'country' as const,
      code,
      via: 'name' as const,
    })),
  )
  const publishedOn = `2022-${String((i % 12) + 1).padStart(2, '0')}-01`
  return {
    article: {
      id,
      title: `Title of ${id}`,
      url: null,
      publisher: 'Araz Press',
      publishedOn,
      language: 'en',
      textHash: id,
    },
    mentions,
    statements,
    diagnostics: [],
  }
}
