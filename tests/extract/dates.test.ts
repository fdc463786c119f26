import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { isPartialDate } from '../../src/core/dates.ts'
import { isLater } from '../../src/extract/calendar.ts'
import { createEventDates } from '../../src/extract/dates.ts'
import { createExtractor } from '../../src/extract/extractor.ts'
import { singular } from '../../src/extract/grammar.ts'
import { readClause, readNoun } from '../../src/extract/modality.ts'
import type { Parse } from '../../src/extract/parse.ts'
import { carrying } from '../../src/extract/slots.ts'
import { compileTriggers } from '../../src/extract/triggers.ts'
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts'

const gazetteer = await loadGazetteer()
const triggers = compileTriggers(gazetteer.words, singular)
const extractor = createExtractor({ gazetteer })

const known = new Map<string, readonly Parse[]>()
function parses(article: Article): readonly Parse[] {
  const before = known.get(article.text)
  if (before) return before
  const found = extractor.explain(article).map((e) => e.analysis.parse)
  known.set(article.text, found)
  return found
}

/** The date of the word `trigger` (or of its n-th occurrence: "attack#2"), whether or not a word list knows it. */
function dateOf(
  text: string,
  publishedOn: string | null,
  trigger: string,
  loose = false,
): string | null | undefined {
  const article: Article = {
    id: 'a',
    title: null,
    text,
    url: null,
    publisher: null,
    publishedOn,
    language: 'en',
    origin: 'test',
  }
  const [word, nth = '1'] = trigger.split('#')
  for (const parse of parses(article)) {
    const at = parse.words.flatMap((w, i) => (w.text === word ? [i] : []))[Number(nth) - 1]
    if (at === undefined) continue
    const dates = createEventDates(parse, publishedOn, triggers)
    const clause = parse.clauses.find((c) => c.verb.main === at)
    if (clause) {
      const reading = readClause(clause, parse.words, triggers)
      return dates({ from: at, to: at, reading, clause, phrase: undefined })
    }
    const phrase = parse.chunks.find((c) => c.kind === 'np' && c.head === at)
    if (phrase?.kind !== 'np') {
      if (loose) return null
      throw new Error(`"${word}" is neither verb nor head of a phrase: ${text}`)
    }
    const standing = parse.standing(phrase)
    const carried = carrying(standing, triggers) !== undefined && standing?.role !== 'subject'
    const reading = readNoun(phrase, standing, carried, parse.words, triggers)
    return dates({ from: at, to: at, reading, clause: standing?.clause, phrase })
  }
  return undefined
}

type Row = readonly [
  name: string,
  sentence: string,
  publishedOn: string | null,
  trigger: string,
  expected: string | null,
]

/** Sentences with every shape of time behind verbs of every tense. */
const WHEN = [
  'on Monday',
  'next Tuesday',
  'last Friday',
  'on 5 October',
  'on October 30, 2024',
  'on 31 June',
  'on February 29',
  'in July',
  'in late August last year',
  'last week',
  'next month',
  'two weeks ago',
  'in three days',
  'by 2030',
  'in 1998',
  'in the 1990s',
  'since March',
  'yesterday',
  'tomorrow night',
  'over the weekend',
  'from May to July',
  'at the end of the year',
  'on 99.99.2020',
  'on the 0th of May',
  '(TASS, May 5)',
] as const

const partialDate = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([day, length]) => day.toISOString().slice(0, length))

// 2 December 2022 was a Friday.
const FRIDAY = '2022-12-02'

const rows: Readonly<Record<string, readonly Row[]>> = {
  'days of the week': [
    ['weekday-past', 'Iran attacked Iraq on Monday.', FRIDAY, 'attacked', '2022-11-28'],
    ['weekday-same-day', 'Iran attacked Iraq on Friday.', FRIDAY, 'attacked', '2022-12-02'],
    ['weekday-day-after-is-last-week', 'Iran attacked Iraq on Saturday.', FRIDAY, 'attacked', '2022-11-26'],
    ['weekday-future', 'Iran will attack Iraq on Monday.', FRIDAY, 'attack', '2022-12-05'],
    ['weekday-future-same-day', 'Iran will attack Iraq on Friday.', FRIDAY, 'attack', '2022-12-02'],
    ['weekday-planned', 'Iran plans to visit Iraq on Wednesday.', FRIDAY, 'visit', '2022-12-07'],
    ['weekday-fronted', 'On Thursday, Turkey condemned Syria.', FRIDAY, 'condemned', '2022-12-01'],
    ['weekday-no-preposition', 'Turkey condemned Syria Thursday.', FRIDAY, 'condemned', '2022-12-01'],
    ['weekday-night', 'Israel bombed Syria late on Sunday night.', FRIDAY, 'bombed', '2022-11-27'],
    ['weekday-last', 'Israel bombed Syria last Friday.', FRIDAY, 'bombed', '2022-11-25'],
    ['weekday-next', 'Israel will bomb Syria next Tuesday.', FRIDAY, 'bomb', '2022-12-06'],
    ['weekday-this-past', 'Israel bombed Syria this past Sunday.', FRIDAY, 'bombed', '2022-11-27'],
    ['weekday-of-last-week', 'Israel bombed Syria on Tuesday last week.', FRIDAY, 'bombed', '2022-11-22'],
    ['weekday-every', 'Iranians protest against Iran every Friday.', FRIDAY, 'protest', null],
    ['weekday-bloody', 'Britain apologized to Ireland for Bloody Sunday.', FRIDAY, 'apologized', null],
    ['weekday-might', 'Russia might attack Ukraine on Sunday.', FRIDAY, 'attack', '2022-12-04'],
    ['weekday-might-have', 'Russia might have attacked Ukraine on Sunday.', FRIDAY, 'attacked', '2022-11-27'],
    ['weekday-has', 'Russia has attacked Ukraine on Sunday.', FRIDAY, 'attacked', '2022-11-27'],
    ['weekday-no-article-date', 'Iran attacked Iraq on Monday.', null, 'attacked', null],
    ['weekday-article-month-only', 'Iran attacked Iraq on Monday.', '2022-12', 'attacked', null],
  ],
  'days of a month': [
    ['us-order', 'Armenia shelled Azerbaijan on October 5, 2020.', FRIDAY, 'shelled', '2020-10-05'],
    ['uk-order', 'Armenia shelled Azerbaijan on 5 October 2020.', FRIDAY, 'shelled', '2020-10-05'],
    ['ordinal', 'Armenia shelled Azerbaijan on the 5th of October 2020.', FRIDAY, 'shelled', '2020-10-05'],
    ['abbreviated', 'Armenia shelled Azerbaijan on Oct. 5, 2020.', FRIDAY, 'shelled', '2020-10-05'],
    [
      'with-weekday',
      'Armenia shelled Azerbaijan on Monday, October 5, 2020.',
      FRIDAY,
      'shelled',
      '2020-10-05',
    ],
    ['iso', 'Armenia shelled Azerbaijan on 2020-10-05.', FRIDAY, 'shelled', '2020-10-05'],
    ['dotted-is-day-first', 'Armenia shelled Azerbaijan on 05.10.2020.', FRIDAY, 'shelled', '2020-10-05'],
    ['no-such-day', 'Armenia shelled Azerbaijan on 31 November 2020.', FRIDAY, 'shelled', null],
    [
      'absolute-without-article-date',
      'Armenia shelled Azerbaijan on October 5, 2020.',
      null,
      'shelled',
      '2020-10-05',
    ],
    ['no-year-without-article-date', 'Armenia shelled Azerbaijan on October 5.', null, 'shelled', null],
    ['no-year-past', 'Armenia shelled Azerbaijan on 4 October.', FRIDAY, 'shelled', '2022-10-04'],
    [
      'no-year-past-last-year',
      'Armenia shelled Azerbaijan on 28 December.',
      '2022-01-10',
      'shelled',
      '2021-12-28',
    ],
    ['no-year-future', 'Armenia will meet Azerbaijan on 4 October.', FRIDAY, 'meet', '2023-10-04'],
    [
      'no-year-future-this-year',
      'Armenia will meet Azerbaijan on 28 December.',
      FRIDAY,
      'meet',
      '2022-12-28',
    ],
    ['no-year-a-few-days-ahead', 'Armenia shelled Azerbaijan on 4 December.', FRIDAY, 'shelled', null],
    ['no-year-present-announces', 'Aliyev meets Pashinyan on 6 December.', FRIDAY, 'meets', '2022-12-06'],
    [
      'no-year-present-over-new-year',
      'Aliyev meets Pashinyan on 3 January.',
      '2022-12-30',
      'meets',
      '2023-01-03',
    ],
    ['leap-day', 'Turkey bombed Syria on February 29.', '2020-03-02', 'bombed', '2020-02-29'],
    ['leap-day-in-a-plain-year', 'Turkey bombed Syria on February 29.', '2021-03-02', 'bombed', null],
    ['day-of-last-year', 'Turkey bombed Syria on 9 October last year.', FRIDAY, 'bombed', '2021-10-09'],
    ['span-of-days', 'Iran and Russia held drills on October 4-6.', FRIDAY, 'drills', '2022-10'],
    [
      'span-of-days-over-months',
      'Iran bombed Iraq from October 30 to November 2, 2021.',
      FRIDAY,
      'bombed',
      '2021',
    ],
    ['two-days', 'Iran bombed Iraq on Monday and Tuesday.', FRIDAY, 'bombed', '2022-11'],
    ['number-behind-month', 'Iran killed in May 12 soldiers of Iraq.', FRIDAY, 'killed', '2022-05'],
    ['morning-of', 'Iran bombed Iraq on the morning of October 5.', FRIDAY, 'bombed', '2022-10-05'],
    ['later-than-the-article', 'Iran bombed Iraq on October 5, 2025.', FRIDAY, 'bombed', null],
    [
      'later-than-the-article-planned',
      'Iran will leave Iraq on October 5, 2025.',
      FRIDAY,
      'leave',
      '2025-10-05',
    ],
  ],
  months: [
    ['month-past', 'Iran sanctioned Britain in July.', FRIDAY, 'sanctioned', '2022-07'],
    ['month-past-last-year', 'Iran sanctioned Britain in July.', '2022-03-09', 'sanctioned', '2021-07'],
    ['month-same', 'Iran sanctioned Britain in December.', FRIDAY, 'sanctioned', '2022-12'],
    ['month-future', 'Iran will sanction Britain in July.', FRIDAY, 'sanction', '2023-07'],
    ['month-future-same-year', 'Iran will sanction Britain in July.', '2022-03-09', 'sanction', '2022-07'],
    ['month-and-year', 'Iran sanctioned Britain in July 2019.', FRIDAY, 'sanctioned', '2019-07'],
    ['month-early', 'Iran sanctioned Britain in early March 2019.', FRIDAY, 'sanctioned', '2019-03'],
    ['month-mid', 'Iran sanctioned Britain in mid-July.', FRIDAY, 'sanctioned', '2022-07'],
    ['month-at-its-end', 'Iran sanctioned Britain at the end of July.', FRIDAY, 'sanctioned', '2022-07'],
    ['month-last', 'Iran sanctioned Britain last month.', '2022-01-09', 'sanctioned', '2021-12'],
    ['month-earlier-this', 'Iran sanctioned Britain earlier this month.', FRIDAY, 'sanctioned', '2022-12'],
    ['month-last-october', 'Iran sanctioned Britain last October.', FRIDAY, 'sanctioned', '2022-10'],
    ['month-next-october', 'Iran will sanction Britain next October.', FRIDAY, 'sanction', '2023-10'],
    ['month-of-last-year', 'Iran sanctioned Britain in October last year.', FRIDAY, 'sanctioned', '2021-10'],
    ['month-ago', 'Iran sanctioned Britain three months ago.', FRIDAY, 'sanctioned', '2022-09'],
    ['month-article-month-only', 'Iran sanctioned Britain in July.', '2022-09', 'sanctioned', '2022-07'],
    ['month-article-year-only', 'Iran sanctioned Britain in July.', '2022', 'sanctioned', null],
    ['month-may', 'Iran sanctioned Britain in May.', FRIDAY, 'sanctioned', '2022-05'],
    ['month-may-is-a-modal', 'Iran may sanction Britain.', FRIDAY, 'sanction', null],
    ['month-may-is-a-name', 'Iran criticized Theresa May.', FRIDAY, 'criticized', null],
    ['month-march-is-a-verb', 'Protesters who march on Tehran criticized Iran.', FRIDAY, 'criticized', null],
    ['month-by-past', 'Iran had sanctioned Britain by July.', FRIDAY, 'sanctioned', null],
    ['month-by-future', 'Iran will sanction Britain by July.', FRIDAY, 'sanction', '2023-07'],
  ],
  years: [
    ['year', 'Iran signed the accord with Russia in 2015.', FRIDAY, 'signed', '2015'],
    ['year-fronted', 'In 2015 Iran signed the accord with Russia.', FRIDAY, 'signed', '2015'],
    ['year-late', 'Iran signed the accord with Russia in late 2015.', FRIDAY, 'signed', '2015'],
    ['year-summer', 'Iran signed the accord with Russia in the summer of 2015.', FRIDAY, 'signed', '2015'],
    ['year-spring', 'Iran signed the accord with Russia in spring 2015.', FRIDAY, 'signed', '2015'],
    ['year-last', 'Iran attacked Iraq last year.', FRIDAY, 'attacked', '2021'],
    ['year-earlier-this', 'Iran attacked Iraq earlier this year.', FRIDAY, 'attacked', '2022'],
    ['year-ago', 'Iran attacked Iraq two years ago.', FRIDAY, 'attacked', '2020'],
    ['year-last-article-year-only', 'Iran attacked Iraq last year.', '2022', 'attacked', '2021'],
    ['year-by-future', 'Russia will deliver jets to Iran by 2025.', FRIDAY, 'deliver', '2025'],
    ['year-by-past', 'Russia had delivered jets to Iran by 2015.', FRIDAY, 'delivered', null],
    [
      'year-end-of-the',
      'Russia will deliver jets to Iran by the end of the year.',
      FRIDAY,
      'deliver',
      '2022',
    ],
    ['year-since', 'Iran has supplied Syria since 2013.', FRIDAY, 'supplied', null],
    ['year-decade', 'Iran attacked Iraq in the 1990s.', FRIDAY, 'attacked', null],
    ['year-span', 'Iran attacked Iraq from 2015 to 2018.', FRIDAY, 'attacked', null],
    ['year-between', 'Iran attacked Iraq between May and July 2018.', FRIDAY, 'attacked', '2018'],
    ['year-number', 'Iran attacked 2015 villages of Iraq.', FRIDAY, 'attacked', null],
    ['year-resolution', 'Iran rejected Resolution 2015 of Britain.', FRIDAY, 'rejected', null],
    ['year-future-not-planned', 'Iran attacked Iraq in 2025.', FRIDAY, 'attacked', null],
    ['year-following', 'Iran attacked Iraq the following year.', FRIDAY, 'attacked', null],
    ['year-ago-vague', 'Iran attacked Iraq more than two years ago.', FRIDAY, 'attacked', null],
    ['year-recent', 'Iran attacked Iraq in recent years.', FRIDAY, 'attacked', null],
  ],
  'days and weeks near': [
    ['today', 'Iran attacked Iraq today.', FRIDAY, 'attacked', '2022-12-02'],
    ['yesterday', 'Iran attacked Iraq yesterday.', FRIDAY, 'attacked', '2022-12-01'],
    ['yesterday-over-new-year', 'Iran attacked Iraq yesterday.', '2022-01-01', 'attacked', '2021-12-31'],
    ['last-night', 'Iran attacked Iraq last night.', FRIDAY, 'attacked', '2022-12-01'],
    ['tomorrow', 'Iran will attack Iraq tomorrow.', FRIDAY, 'attack', '2022-12-03'],
    ['days-ago', 'Iran attacked Iraq two days ago.', FRIDAY, 'attacked', '2022-11-30'],
    ['hours-ago', 'Iran attacked Iraq five hours ago.', FRIDAY, 'attacked', '2022-12-02'],
    ['hours-ago-two-days', 'Iran attacked Iraq 48 hours ago.', FRIDAY, 'attacked', '2022-11-30'],
    ['hours-ago-which-day', 'Iran attacked Iraq 30 hours ago.', FRIDAY, 'attacked', null],
    ['days-ago-no-break-space', 'Iran attacked Iraq two\u00a0days ago.', FRIDAY, 'attacked', '2022-11-30'],
    ['days-ago-vague', 'Iran attacked Iraq a few days ago.', FRIDAY, 'attacked', null],
    ['days-later', 'Iran attacked Iraq two days later.', FRIDAY, 'attacked', null],
    ['days-long', 'Iran attacked Iraq for 44 days.', FRIDAY, 'attacked', null],
    ['days-ahead', 'Iran will attack Iraq in three days.', FRIDAY, 'attack', '2022-12-05'],
    ['days-needed', 'Iran captured the town of Iraq in three days.', FRIDAY, 'captured', null],
    ['week-last-in-one-month', 'Iran attacked Iraq last week.', FRIDAY, 'attacked', '2022-11'],
    ['week-last-over-two-months', 'Iran attacked Iraq last week.', '2022-11-09', 'attacked', '2022'],
    ['week-last-over-two-years', 'Iran attacked Iraq last week.', '2021-01-06', 'attacked', null],
    ['week-next', 'Iran will attack Iraq next week.', FRIDAY, 'attack', '2022-12'],
    ['weeks-ago', 'Iran attacked Iraq two weeks ago.', FRIDAY, 'attacked', '2022-11'],
    ['weekend', 'Iran attacked Iraq over the weekend.', '2022-11-30', 'attacked', '2022-11'],
  ],
  'whose time it is': [
    ['noun-deal', 'Britain rejected the 2015 nuclear deal.', FRIDAY, 'rejected', null],
    ['noun-deal-itself', 'Britain rejected the 2015 nuclear deal.', FRIDAY, 'deal', '2015'],
    ['noun-war', 'Azerbaijan captured the town during the 44-day war.', FRIDAY, 'captured', null],
    ['noun-revolution', 'Iran praised the 1979 revolution.', FRIDAY, 'praised', null],
    ['noun-resolution', 'Iran violated UN Resolution 2231.', FRIDAY, 'violated', null],
    ['noun-possessive', "Iran condemned Monday's attack on Syria.", FRIDAY, 'condemned', null],
    ['noun-possessive-itself', "Iran condemned Monday's attack on Syria.", FRIDAY, 'attack', '2022-11-28'],
    [
      'noun-and-verb-condemned',
      "On Thursday Iran condemned Monday's attack.",
      FRIDAY,
      'condemned',
      '2022-12-01',
    ],
    ['noun-and-verb-attack', "On Thursday Iran condemned Monday's attack.", FRIDAY, 'attack', '2022-11-28'],
    ['noun-of-year', 'Turkey recalled the war of 2008 between Russia and Georgia.', FRIDAY, 'war', '2008'],
    ['noun-of-year-not-of-verb', 'Turkey recalled the war of 2008.', FRIDAY, 'recalled', null],
    ['noun-statement', 'Iran praised the November 10 statement.', FRIDAY, 'praised', null],
    ['noun-next-week', "Iran welcomed next week's talks.", FRIDAY, 'talks', '2022-12'],
    ['noun-next-week-welcomed', "Iran welcomed next week's talks.", FRIDAY, 'welcomed', null],
    [
      'noun-relative',
      'Iran praised the talks that were held in Prague on 6 October.',
      FRIDAY,
      'talks',
      '2022-10-06',
    ],
    [
      'noun-relative-praised',
      'Iran praised the talks that were held in Prague on 6 October.',
      FRIDAY,
      'praised',
      null,
    ],
    ['noun-carried', 'On Monday, Turkey carried out an attack on Syria.', FRIDAY, 'attack', '2022-11-28'],
    ['noun-not-carried', 'On Monday, Turkey condemned the attack on Syria.', FRIDAY, 'attack', null],
    ['noun-headline', 'October 5 attack on Syria angers Turkey.', FRIDAY, 'attack', '2022-10-05'],
    [
      'said-is-not-done',
      'Iran said on Monday that it had supplied drones to Russia.',
      FRIDAY,
      'supplied',
      null,
    ],
    ['said-before', 'On Monday, Iran said it had supplied drones to Russia.', FRIDAY, 'supplied', null],
    ['said-behind', 'Iran supplied drones to Russia, officials said on Monday.', FRIDAY, 'supplied', null],
    [
      'done-is-done',
      'Iran said that it had supplied drones to Russia on Monday.',
      FRIDAY,
      'supplied',
      '2022-11-28',
    ],
    [
      'done-before',
      'Iran said that on Monday it supplied drones to Russia.',
      FRIDAY,
      'supplied',
      '2022-11-28',
    ],
    ['done-inside', 'Officials said Iran on Monday attacked Iraq.', FRIDAY, 'attacked', '2022-11-28'],
    ['accused-is-not-done', 'Britain on Monday accused Iran of attacking ships.', FRIDAY, 'attacking', null],
    ['accused', 'Britain on Monday accused Iran of attacking ships.', FRIDAY, 'accused', '2022-11-28'],
    [
      'accused-of-then',
      'Britain accused Iran of attacking ships on Monday.',
      FRIDAY,
      'attacking',
      '2022-11-28',
    ],
    ['accused-not-then', 'Britain accused Iran of attacking ships on Monday.', FRIDAY, 'accused', null],
    [
      'two-clauses-first',
      'Iran attacked Iraq on Monday and Turkey bombed Syria on Tuesday.',
      FRIDAY,
      'attacked',
      '2022-11-28',
    ],
    [
      'two-clauses-second',
      'Iran attacked Iraq on Monday and Turkey bombed Syria on Tuesday.',
      FRIDAY,
      'bombed',
      '2022-11-29',
    ],
    [
      'two-verbs-second',
      'Iran condemned Iraq on Monday and on Tuesday sanctioned Turkey.',
      FRIDAY,
      'sanctioned',
      '2022-11-29',
    ],
    ['two-verbs-first', 'Iran condemned Iraq and on Tuesday sanctioned Turkey.', FRIDAY, 'condemned', null],
    ['one-act', 'Iran attacked Iraq on Monday and killed ten soldiers.', FRIDAY, 'killed', '2022-11-28'],
    [
      'one-act-adverbial',
      'Iran attacked Iraq on Monday, killing ten soldiers.',
      FRIDAY,
      'killing',
      '2022-11-28',
    ],
    [
      'in-a-statement',
      'In a statement issued on Monday, Iran condemned Israel.',
      FRIDAY,
      'condemned',
      '2022-11-28',
    ],
    [
      'participle',
      'Drones supplied by Iran in September were used against Ukraine.',
      FRIDAY,
      'supplied',
      '2022-09',
    ],
    [
      'participle-not-the-main',
      'Drones supplied by Iran in September were used against Ukraine.',
      FRIDAY,
      'used',
      null,
    ],
    ['relative', 'Iran, which attacked Iraq in 2019, condemned Israel.', FRIDAY, 'attacked', '2019'],
    [
      'relative-not-the-main',
      'Iran, which attacked Iraq in 2019, condemned Israel.',
      FRIDAY,
      'condemned',
      null,
    ],
    ['main-before-participle', 'On Monday, drones supplied by Iran hit Kyiv.', FRIDAY, 'hit', '2022-11-28'],
    ['agreed-then', 'Iran agreed on Monday to supply drones to Russia.', FRIDAY, 'agreed', '2022-11-28'],
    ['agreed-not-supplied-then', 'Iran agreed on Monday to supply drones to Russia.', FRIDAY, 'supply', null],
    ['planned-then', 'Iran agreed to supply drones to Russia in January.', FRIDAY, 'supply', '2023-01'],
    ['said-would', 'Iran said it would supply drones to Russia in January.', FRIDAY, 'supply', '2023-01'],
    [
      'fronted-before-after',
      'In April, months after Turkey bombed Syria, Iran attacked Iraq.',
      FRIDAY,
      'attacked',
      '2022-04',
    ],
    [
      'fronted-not-of-after',
      'In April, months after Turkey bombed Syria, Iran attacked Iraq.',
      FRIDAY,
      'bombed',
      null,
    ],
    [
      'likely-that',
      'It is likely that Iran attacked the ship of Israel on Monday.',
      FRIDAY,
      'attacked',
      '2022-11-28',
    ],
    ['finer', 'In 2022 Iran attacked Iraq on Monday.', FRIDAY, 'attacked', '2022-11-28'],
  ],
  citations: [
    ['citation', 'Iran attacked Iraq (Eurasianet, December 15, 2021).', FRIDAY, 'attacked', null],
    ['citation-no-year', 'Iran attacked Iraq (JAM-news, October 28).', FRIDAY, 'attacked', null],
    [
      'citation-beside-a-time',
      'Iran attacked Iraq on Monday (JAM-news, October 28).',
      FRIDAY,
      'attacked',
      '2022-11-28',
    ],
    [
      'citation-cut',
      'Iran attacked Iraq (see the report of the agency, 28 October 2021',
      FRIDAY,
      'attacked',
      null,
    ],
    [
      'bracket-of-its-own',
      'Turkey (which bombed the north of Syria and Iraq in October) praised Iran.',
      FRIDAY,
      'bombed',
      '2022-10',
    ],
    [
      'bracket-not-outside',
      'Turkey (which bombed the north of Syria and Iraq in October) praised Iran.',
      FRIDAY,
      'praised',
      null,
    ],
    ['dateline', 'BAKU, Oct 5 (Reuters) - Iran attacked Iraq.', FRIDAY, 'attacked', null],
  ],
}

for (const [title, table] of Object.entries(rows)) {
  describe(title, () => {
    test.each(table)('%s: %s (%s) %s', (_name, sentence, publishedOn, trigger, expected) => {
      expect(dateOf(sentence, publishedOn, trigger)).toBe(expected)
    })
  })
}

test('a statement carries the date of its trigger', () => {
  const text = "Iran condemned last week's attack on Syria on Thursday. Russia will attack Ukraine in July."
  const article: Article = {
    id: 'a',
    title: null,
    text,
    url: null,
    publisher: null,
    publishedOn: FRIDAY,
    language: 'en',
    origin: 'test',
  }
  const { statements } = extractor.extract(article).record
  const dates = new Map(statements.map((s) => [s.trigger.text, s.date]))
  expect(dates.get('condemned')).toBe('2022-12-01')
  expect(dates.get('attack')).toBe('2023-07')
})

describe('whatever the words', () => {
  const when = fc.constantFrom(...WHEN)

  test('what was is never later than its article, and every date is one', () => {
    fc.assert(
      fc.property(when, when, partialDate, (first, second, publishedOn) => {
        const sentence = `Iran attacked Iraq ${first} and ${second} it bombed Syria.`
        for (const trigger of ['attacked', 'bombed']) {
          const date = dateOf(sentence, publishedOn, trigger)
          if (date == null) continue
          expect(isPartialDate(date)).toBe(true)
          expect(isLater(date, publishedOn)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what will be is never earlier than its article, unless the words say so', () => {
    fc.assert(
      fc.property(when, partialDate, (time, publishedOn) => {
        const date = dateOf(`Iran will attack Iraq ${time}.`, publishedOn, 'attack')
        if (date == null) return
        expect(isPartialDate(date)).toBe(true)
        if (!/\d{4}|last|ago|yesterday/.test(time)) expect(isLater(publishedOn, date)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('nothing throws', () => {
    const words = fc.constantFrom(
      ...WHEN.flatMap((w) => w.split(' ')),
      ...'Iran attacked Iraq , ( ) - – and of the a will that which said "'.split(' '),
    )
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 25 }),
        fc.option(partialDate),
        (list, publishedOn) => {
          const text = `${list.join(' ')} attacked`
          const date = dateOf(text, publishedOn, 'attacked', true)
          expect(date == null || isPartialDate(date)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('without an article date and without a year there is no date, whatever the clock says', () => {
    for (const [, sentence, , trigger] of Object.values(rows).flat()) {
      const date = dateOf(sentence, null, trigger)
      if (date != null) expect(sentence).toMatch(/\b(?:19|20)\d\d\b/)
    }
  })
})
