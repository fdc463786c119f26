import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { createExtractor } from '../../src/extract/extractor.ts'
import { splitSentences } from '../../src/extract/sentences.ts'
import { recordMentions } from '../../src/extract/tag.ts'
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts'

const extractor = createExtractor({ gazetteer: await loadGazetteer() })

/** Pieces that names are made of, so that random texts hold many. */
const PIECES = [
  'Iran',
  'Tehran',
  'Azerbaijani',
  'U.S.',
  'NATO',
  'Ilham Aliyev',
  'President ',
  'Gen. ',
  'Walter ',
  'Wendel',
  'Party',
  ' of ',
  'the ',
  'and ',
  '(MWL)',
  'Shahed-136',
  'F-16s',
  "'s",
  '’s ',
  '-',
  '–',
  ' ',
  '\n',
  '\n\n',
  '. ',
  ', ',
  'İran',
  'Əliyev',
  'Путина',
  'ایران',
  'é',
  'é',
  '\u00ad',
  '\ufeff',
  '💥',
  '\ud800',
  'a',
  'Z',
  'al-',
  'He ',
  'the two countries ',
  'Duchy of ',
  'Chad Smith',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
const article = fc.record({
  text,
  language: fc.constantFrom('en', 'az', 'tr', 'ru', 'fa'),
  publishedOn: fc.constantFrom(null, '2022-10-01', '1999'),
})
const full = (a: { text: string; language: string; publishedOn: string | null }): Article => ({
  id: 'a',
  title: null,
  url: null,
  publisher: null,
  origin: 'a',
  ...a,
})

test('every mention covers its own text, in text order, and nothing throws', () => {
  fc.assert(
    fc.property(article, (a) => {
      const { tags } = extractor.tag(full(a))
      const mentions = recordMentions(tags)
      let last = 0
      for (const m of mentions) {
        expect(a.text.slice(m.start, m.end)).toBe(m.text)
        expect(m.end).toBeGreaterThan(m.start)
        expect(m.start).toBeGreaterThanOrEqual(last)
        if (m.antecedent) expect(m.antecedent.end).toBeGreaterThan(m.antecedent.start)
        last = m.start
      }
      for (const p of tags.places) expect(p.end).toBeGreaterThan(p.start)
    }),
    { numRuns: 500 },
  )
})

test('tagging the same article twice gives the same', () => {
  fc.assert(
    fc.property(article, (a) => {
      expect(extractor.tag(full(a))).toEqual(extractor.tag(full(a)))
    }),
    { numRuns: 100 },
  )
})

test('sentences are trimmed, in order, and leave only white space between them', () => {
  fc.assert(
    fc.property(text, (t) => {
      let at = 0
      for (const [i, s] of splitSentences(t).entries()) {
        expect(s.index).toBe(i)
        expect(t.slice(s.start, s.end)).toBe(s.text)
        expect(s.text.trim()).toBe(s.text)
        expect(t.slice(at, s.start).trim()).toBe('')
        at = s.end
      }
      expect(t.slice(at).trim()).toBe('')
    }),
    { numRuns: 500 },
  )
})

test.each(['A', 'a', 'ж'])('a word of 300,000 letters hides nothing that stands behind it: %s', (letter) => {
  const text = `Iran said ${letter.repeat(300_000)} again. Iran attacked Iraq.`
  const { record } = extractor.extract(full({ text, language: 'en', publishedOn: null }))
  expect(record.statements.map((s) => s.sentence.text)).toEqual(['Iran attacked Iraq.'])
})
