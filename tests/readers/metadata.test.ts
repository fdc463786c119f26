import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPartialDate } from '../../src/core/dates.ts'
import { readDate, readLanguage } from '../../src/readers/metadata.ts'

const dates: [string, string | null][] = [
  ['2022', '2022'],
  ['2022-12', '2022-12'],
  ['2022-12-02', '2022-12-02'],
  ['2022-12-02T23:30:00+04:00', '2022-12-02'],
  ['2022-12-02 10:00', '2022-12-02'],
  ['2022-02-30', null],
  ['2022-1-2', null],
  ['02.12.2022', '2022-12-02'],
  ['2.1.2022', '2022-01-02'],
  ['02/12/2022', null],
  ['December 2, 2022', '2022-12-02'],
  ['Dec. 2, 2022', '2022-12-02'],
  ['2 December 2022', '2022-12-02'],
  ['Decent 2, 2022 men', null],
  ['32 December 2022', null],
  ['12', null],
  ['', null],
]

test.each(dates)('readDate(%j) is %j', (text, date) => {
  expect(readDate(text)).toBe(date)
})

test('readDate gives a partial date or null, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const date = readDate(text)
      expect(date === null || isPartialDate(date)).toBe(true)
    }),
  )
})

const languages: [string, string | null][] = [
  ['en', 'en'],
  ['en-US', 'en'],
  ['az_AZ', 'az'],
  ['AZ', 'az'],
  ['aze', 'az'],
  ['az-Cyrl', 'az'],
  ['English', null],
  ['e', null],
  ['en-!', null],
  ['', null],
]

test.each(languages)('readLanguage(%j) is %j', (text, language) => {
  expect(readLanguage(text)).toBe(language)
})
