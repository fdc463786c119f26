import type { ArticleRow, EntityRow, FactRow, GraphBatch, StatementRow } from '../../src/core/graph.ts'
import { relationType } from '../../src/core/ontology.ts'

const country = (code: string, name: string, ...aliases: string[]): EntityRow => ({
  id: `country/${code}`,
  kind: 'country',
  name,
  code,
  aliases,
})
const leader = (slug: string, name: string, code: string, ...aliases: string[]): EntityRow => ({
  id: `leader/${slug}`,
  kind: 'leader',
  name,
  code,
  aliases,
})
const organization = (slug: string, name: string, code: string, ...aliases: string[]): EntityRow => ({
  id: `organization/${slug}`,
  kind: 'organization',
  name,
  code,
  aliases,
})
const weapon = (slug: string, name: string, ...aliases: string[]): EntityRow => ({
  id: `weapon/${slug}`,
  kind: 'weapon',
  name,
  code: null,
  aliases,
})

/** A dozen and a half entities around the Araxes. */
export const ENTITIES: readonly EntityRow[] = [
  country('ARM', 'Armenia', 'Yerevan'),
  country('AZE', 'Azerbaijan', 'Baku', 'Azərbaycan'),
  country('IRN', 'Iran', 'Tehran', 'ایران'),
  country('ISR', 'Israel'),
  country('RUS', 'Russia', 'Moscow'),
  country('TUR', 'Turkey', 'Türkiye', 'İstanbul hökuməti'),
  country('USA', 'United States', 'US'),
  leader('ilham-aliyev', 'Ilham Aliyev', 'AZE', 'Aliyev'),
  leader('ebrahim-raisi', 'Ebrahim Raisi', 'IRN', 'Raisi'),
  leader('hossein-amir-abdollahian', 'Hossein Amir-Abdollahian', 'IRN'),
  leader('vladimir-putin', 'Vladimir Putin', 'RUS', 'Putin'),
  organization('irgc', 'Islamic Revolutionary Guard Corps', 'IRN', 'IRGC'),
  organization('nato', 'NATO', 'IGO', 'North Atlantic Treaty Organization'),
  weapon('bayraktar-tb2', 'Bayraktar TB2', 'TB2'),
  weapon('harop', 'IAI Harop', 'Harop'),
  weapon('shahed-136', 'Shahed-136', 'Geran-2'),
].sort((a, b) => (a.id < b.id ? -1 : 1)) as readonly EntityRow[]

const fact = (
  type: FactRow['type'],
  source: string,
  target: string,
  more: Partial<FactRow> = {},
): FactRow => ({
  type,
  source,
  target,
  office: null,
  from: null,
  to: null,
  ...more,
})

export const FACTS: readonly FactRow[] = [
  fact('HELD', 'leader/ebrahim-raisi', 'country/IRN', {
    office: 'chief-justice',
    from: '2019-03-07',
    to: '2021-07-01',
  }),
  fact('HELD', 'leader/ebrahim-raisi', 'country/IRN', {
    office: 'president',
    from: '2021-08-03',
    to: '2024-05-19',
  }),
  fact('HELD', 'leader/hossein-amir-abdollahian', 'country/IRN', {
    office: 'foreign-minister',
    from: '2021-08-25',
    to: '2024-05-19',
  }),
  fact('HELD', 'leader/ilham-aliyev', 'country/AZE', { office: 'president', from: '2003-10-31' }),
  fact('HELD', 'leader/vladimir-putin', 'country/RUS', { office: 'president', from: '2012-05' }),
  fact('BASED_IN', 'organization/irgc', 'country/IRN'),
  fact('MEMBER_OF', 'country/TUR', 'organization/nato', { from: '1952-02-18' }),
  fact('MEMBER_OF', 'country/USA', 'organization/nato', { from: '1949' }),
  fact('DESIGNED_BY', 'weapon/bayraktar-tb2', 'country/TUR'),
  fact('DESIGNED_BY', 'weapon/harop', 'country/ISR'),
  fact('DESIGNED_BY', 'weapon/shahed-136', 'country/IRN'),
]

const ID = (short: string): string =>
  ENTITIES.find((e) => e.id.endsWith(`/${short}`))?.id ?? `missing/${short}`

const article = (
  id: string,
  publisher: string | null,
  publishedOn: string | null,
  title: string,
): ArticleRow => ({
  id,
  title,
  url: `https://news.example/${id}`,
  publisher,
  publishedOn,
  language: 'en',
  textHash: `hash of ${id}`,
  extractor: 'test',
})

const ARTICLES: readonly ArticleRow[] = [
  article('drones-1', 'Kavkaz Daily', '2022-07-12', 'Tehran to send drones'),
  article('drones-2', 'Gulf Wire', '2022-10-18', 'Drones over the front'),
  article('gulf-1', 'Gulf Wire', '2022-11-11', 'War of words on the Araxes'),
  article('karabakh-1', 'Kavkaz Daily', '2020-10-05', 'Drones of two makers'),
  article('karabakh-2', 'Araz Press', '2021-10-06', 'Drills at the border'),
  article('undated', null, null, 'A page without a date'),
]

let serial = 0

/** One statement: `state('gulf-1', 'IRN ACCUSES AZE', 'Iran accused Azerbaijan.', { … })`. */
function state(
  articleId: string,
  act: string,
  sentence: string,
  more: Partial<Pick<StatementRow, 'polarity' | 'modality' | 'date' | 'mode'>> & {
    saidBy?: string
    weapons?: string[]
  } = {},
): StatementRow {
  const [source = '', relation = '', target = ''] = act.split(' ')
  const { saidBy, weapons = [], ...rest } = more
  return {
    id: `s${String(++serial).padStart(3, '0')}`,
    article: articleId,
    relation,
    plover: relationType(relation).plover,
    mode: null,
    polarity: 'affirmed',
    modality: 'actual',
    date: null,
    reportedOn: ARTICLES.find((a) => a.id === articleId)?.publishedOn ?? null,
    sentence,
    trigger: sentence.split(' ')[1] ?? '',
    confidence: 0.75,
    rule: 'accuses/accuse:V-NP-of',
    source: ID(source),
    sourceSector: 'GOV',
    target: ID(target),
    targetSector: null,
    saidBy: saidBy === undefined ? null : ID(saidBy),
    weapons: weapons.map(ID),
    ...rest,
  }
}

const STATEMENTS: readonly StatementRow[] = [
  state('gulf-1', 'IRN ACCUSES AZE', 'Iran accused Azerbaijan of hosting Israel.', {
    saidBy: 'hossein-amir-abdollahian',
  }),
  state('gulf-1', 'ilham-aliyev ACCUSES IRN', 'Aliyev accused Iran of threats.', { saidBy: 'ilham-aliyev' }),
  state('gulf-1', 'IRN THREATENS AZE', 'Iran denied threatening Azerbaijan.', {
    polarity: 'negated',
    saidBy: 'ebrahim-raisi',
  }),
  state('gulf-1', 'ebrahim-raisi THREATENS AZE', 'Raisi threatened Baku.', { date: '2022-11' }),
  state('gulf-1', 'TUR CONSULTS IRN', 'Turkey met Iran.'),
  state('gulf-1', 'AZE CONSULTS TUR', 'Azerbaijan met Turkey.', { modality: 'planned' }),
  state('karabakh-2', 'IRN THREATENS AZE', 'Iran threatens Azerbaijan, Baku said.', {
    modality: 'alleged',
    saidBy: 'AZE',
  }),
  state('karabakh-2', 'irgc MOBILIZES_AGAINST AZE', 'The IRGC held drills near Azerbaijan.', {
    date: '2021-10-01',
  }),
  state('karabakh-2', 'TUR SUPPORTS AZE', 'Turkey backs Azerbaijan.'),
  state('karabakh-1', 'TUR SUPPLIES_ARMS_TO AZE', 'Turkey sold TB2s to Azerbaijan.', {
    weapons: ['bayraktar-tb2'],
  }),
  state('karabakh-1', 'ISR SUPPLIES_ARMS_TO AZE', 'Israel sold Harops to Azerbaijan.', {
    weapons: ['harop'],
  }),
  state('karabakh-1', 'AZE USES bayraktar-tb2', 'Azerbaijan used TB2s.', { weapons: ['bayraktar-tb2'] }),
  state('karabakh-1', 'ARM DOWNS harop', 'Armenia shot down a Harop.', { weapons: ['harop'] }),
  state('karabakh-1', 'ARM ACCUSES TUR', 'Armenia accused Turkey.'),
  state('karabakh-1', 'RUS COOPERATES_WITH ARM', 'Russia and Armenia drilled.'),
  state('drones-1', 'IRN SUPPLIES_ARMS_TO RUS', 'Iran will supply drones to Russia, Washington said.', {
    modality: 'planned',
    weapons: ['shahed-136'],
    saidBy: 'USA',
  }),
  state('drones-2', 'IRN SUPPLIES_ARMS_TO RUS', 'Iran supplied Russia with Shaheds.', {
    weapons: ['shahed-136'],
    date: '2022-10',
  }),
  state('drones-2', 'IRN SUPPLIES_ARMS_TO RUS', 'Iran denies supplying Russia.', {
    polarity: 'negated',
    saidBy: 'hossein-amir-abdollahian',
  }),
  state('drones-2', 'RUS USES shahed-136', 'Russia used Shahed-136s.', { weapons: ['shahed-136'] }),
  state('drones-2', 'USA SANCTIONS RUS', 'Washington sanctioned Russia.'),
  state('drones-2', 'TUR REJECTS vladimir-putin', 'Turkey rejected Putin’s claim.'),
  state('undated', 'AZE AGREES_WITH ISR', 'Azerbaijan and Israel agreed.'),
]

/** Articles with their entities, mentions and statements, as `toGraphBatch` would make them. */
export function batchOf(articles: readonly ArticleRow[], statements: readonly StatementRow[]): GraphBatch {
  const here = new Set(articles.map((a) => a.id))
  const ours = statements.filter((s) => here.has(s.article))
  const named = (s: StatementRow): string[] => [
    s.source,
    s.target,
    ...(s.saidBy === null ? [] : [s.saidBy]),
    ...s.weapons,
  ]
  const used = new Set(ours.flatMap(named))
  const mentions = articles.flatMap((a) => {
    const ids = ours.filter((s) => s.article === a.id).flatMap(named)
    return [...new Set(ids)]
      .sort()
      .map((entity) => ({ article: a.id, entity, count: ids.filter((id) => id === entity).length }))
  })
  return { articles, entities: ENTITIES.filter((e) => used.has(e.id)), mentions, statements: ours }
}

/** Six articles and what they state: every query finds something in them. */
export const BATCH: GraphBatch = batchOf(ARTICLES, STATEMENTS)

/** The batch of one of the articles alone, with these statements in place of its own. */
export const only = (id: string, statements: readonly StatementRow[] = STATEMENTS): GraphBatch =>
  batchOf(
    ARTICLES.filter((a) => a.id === id),
    statements,
  )

export { ARTICLES, STATEMENTS }
