import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Article } from '../../src/core/article.ts'
import type { Mention } from '../../src/core/mention.ts'
import { createExtractor } from '../../src/extract/extractor.ts'
import { recordMentions } from '../../src/extract/tag.ts'
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts'

const extractor = createExtractor({ gazetteer: await loadGazetteer() })

function mentionsOf(text: string, more: Partial<Article> = {}): readonly Mention[] {
  const article: Article = {
    id: 'row',
    title: null,
    text,
    url: null,
    publisher: null,
    publishedOn: null,
    language: 'en',
    origin: 'row',
    ...more,
  }
  return recordMentions(extractor.tag(article).tags)
}

interface Row {
  readonly name: string
  readonly text: string
  readonly date?: string
  readonly language?: string
  /** `text > entity`: each must be among the record's mentions. */
  readonly finds?: readonly string[]
  /** Entities that must not be. */
  readonly not?: readonly string[]
}

describe('the rows of tests/cases/tagging.yaml', () => {
  const rows = parse(readFileSync(join(import.meta.dirname, '../cases/tagging.yaml'), 'utf8'), {
    schema: 'failsafe',
  }) as readonly Row[]
  for (const row of rows) {
    test(row.name, () => {
      const found = mentionsOf(row.text, {
        publishedOn: row.date ?? null,
        ...(row.language === undefined ? {} : { language: row.language }),
      })
      expect(found.map((m) => `${m.text} > ${m.entity}`)).toEqual(
        expect.arrayContaining([...(row.finds ?? [])]),
      )
      const entities = found.map((m) => m.entity)
      for (const id of row.not ?? []) expect(entities).not.toContain(id)
    })
  }
})

/** Names nobody listed: what the record says of them, whole. */
const UNLISTED: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
  [
    'party-of-country',
    'The Quiet Reform Party of Canada won.',
    ['Quiet Reform Party of Canada organization CAN'],
  ],
  ['country-alone', 'They moved to Canada.', ['Canada country CAN']],
  [
    'ministry-and',
    'The Ministry of Trade and Industry of Norway replied.',
    ['Ministry of Trade and Industry of Norway organization NOR'],
  ],
  [
    'two-parties',
    'The Blue Harvest Party and Olive Harvest Movement split.',
    ['Blue Harvest Party organization null', 'Olive Harvest Movement organization null'],
  ],
  ['joined-head', 'He leads the Peace and Meadow Party.', ['Peace and Meadow Party organization null']],
  [
    'acronym',
    'The Meadow Workers League (MWL) met. Later the MWL left.',
    ['Meadow Workers League organization null', 'MWL organization null', 'MWL organization null'],
  ],
  [
    'acronym-spelled',
    'It joined Water For Everyone Now (WFEN) and WFEN grew.',
    ['Water For Everyone Now organization null', 'WFEN organization null', 'WFEN organization null'],
  ],
  [
    'country-and-two-subjects',
    'The Norway Fishing and Tourism Organization met.',
    ['Norway Fishing and Tourism Organization organization NOR'],
  ],
  ['town-of-two-words', 'A ship from Bandar Abbas arrived.', []],
  [
    'family-name-first',
    'Lee Nak-yeon spoke. Then Lee left.',
    ['Lee Nak-yeon leader null', 'Lee leader null'],
  ],
  ['acronym-of-small-words', 'A special meadow vehicle (SMV) stood there. The SMV was old.', []],
  ['acronym-of-a-process', 'It invoked the Dispute Resolution Process (DRP). The DRP is slow.', []],
  ['acronym-of-a-thing', 'The Gross Domestic Product (GDP) fell and GDP will fall.', []],
  ['person-given', 'Then Walter Brandmüller spoke.', ['Walter Brandmüller leader null']],
  ['street', 'Then Walter Street was closed.', []],
  ['person-titled', 'The mayor thanked Senator Ostrowick.', ['Ostrowick leader null']],
  ['office-alone', 'The mayor thanked the Senator.', []],
  [
    'surname-after',
    'Rinat Vasilenkov spoke. Later Vasilenkov left.',
    ['Rinat Vasilenkov leader null', 'Vasilenkov leader null'],
  ],
  [
    'surname-before',
    'Vasilenkov: we will win\n\nMinister Rinat Vasilenkov spoke on Monday.',
    ['Vasilenkov leader null', 'Rinat Vasilenkov leader null'],
  ],
  [
    'surname-of-two',
    'Rinat Vasilenkov met Oleg Vasilenkov. Vasilenkov smiled.',
    ['Rinat Vasilenkov leader null', 'Oleg Vasilenkov leader null'],
  ],
  ['initials', 'A letter by George K. Wendover came.', ['George K. Wendover leader null']],
  ['particle', 'A letter by Bernard van der Wendel came.', ['Bernard van der Wendel leader null']],
  ['article', 'A letter by Faisal al-Wendeli came.', ['Faisal al-Wendeli leader null']],
  ['memorial', 'He spoke at the Walter Wendel Foundation.', ['Walter Wendel Foundation organization null']],
  ['camel', 'MoveAlong said it would appeal.', []],
  ['realm', 'It was ruled by the Duchy of Wendelia.', ['Duchy of Wendelia country null']],
  ['headline', 'MINISTER WALTER WENDEL SAYS NO', []],
  [
    'family-name-of-a-listed',
    'Joe Biden and Hunter Biden travelled.',
    ['Joe Biden leader USA', 'Hunter Biden leader null'],
  ],
]

describe('unlisted names', () => {
  test.each(UNLISTED)('%s', (_, text, found) => {
    expect(mentionsOf(text).map((m) => `${m.text} ${m.kind} ${m.code}`)).toEqual(found)
  })

  test('have ids made of their words and tell how they were found', () => {
    expect(mentionsOf('The Blue Harvest Party of Norway won.')).toMatchObject([
      { entity: 'unlisted/blue-harvest-party-of-norway', via: 'unlisted', code: 'NOR' },
    ])
  })

  test('are one entity under their acronym', () => {
    const text = 'The Clean Meadow Alliance (CMA) met. Later the CMA left.'
    expect(new Set(mentionsOf(text).map((m) => m.entity))).toEqual(
      new Set(['unlisted/clean-meadow-alliance']),
    )
  })

  test('leave the country inside to those who look for actors', () => {
    const article = {
      id: 'a',
      title: null,
      url: null,
      publisher: null,
      publishedOn: null,
      language: 'en',
      origin: 'a',
    }
    const { tags } = extractor.tag({ ...article, text: 'The Blue Harvest Party of Norway won.' })
    expect(tags.mentions).toMatchObject([{ text: 'Norway', entity: 'country/NOR' }])
  })
})

const REFERENCES: readonly (readonly [
  name: string,
  text: string,
  date: string | null,
  found: readonly string[],
])[] = [
  [
    'two-countries',
    'Iran and Oman met. The two countries will meet again.',
    null,
    ['The two countries > country/IRN', 'The two countries > country/OMN'],
  ],
  ['two-countries-of-three', 'Iran, Iraq and Oman met. The two countries will meet again.', null, []],
  ['he', 'Vladimir Putin arrived in Sochi. He spoke briefly.', null, ['He > leader/vladimir-putin']],
  [
    'they',
    'Yerevan and Baku agreed. They will meet again.',
    null,
    ['They > country/ARM', 'They > country/AZE'],
  ],
  ['they-of-people', 'Envoys of Yerevan and Baku agreed. They will meet again.', null, []],
  ['they-of-three', 'Yerevan and Baku thanked Moscow. They will meet again.', null, []],
  ['he-of-two', 'Vladimir Putin met Ilham Aliyev in Sochi. He spoke briefly.', null, []],
  ['he-of-an-unlisted', 'Vladimir Putin met Walter Wendel in Sochi. He spoke briefly.', null, []],
  [
    'alliance',
    'NATO met in May. A spokesman said the alliance would grow.',
    null,
    ['the alliance > organization/nato'],
  ],
  ['alliance-of-nobody', 'They met in May. A spokesman said the alliance would grow.', null, []],
  [
    'president',
    'Ilham Aliyev arrived in Rome. There the president spoke.',
    '2019-05-05',
    ['president > leader/ilham-aliyev'],
  ],
  ['president-undated', 'Ilham Aliyev arrived in Rome. There the president spoke.', null, []],
  ['president-of-two', 'Ilham Aliyev met Vladimir Putin. There the president spoke.', '2019-05-05', []],
]

describe('references', () => {
  test.each(REFERENCES)('%s', (_, text, date, found) => {
    const references = mentionsOf(text, { publishedOn: date }).filter(
      (m) => m.via === 'pronoun' || m.via === 'title',
    )
    expect(references.map((m) => `${m.text} > ${m.entity}`)).toEqual(found)
    for (const m of references) expect(m.antecedent?.end).toBeLessThanOrEqual(m.start)
  })
})
