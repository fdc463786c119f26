import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/extract/judge.ts'
import { aboutOf, isRight } from '../../src/extract/verdicts.ts'
import { type LabelledSentence, sentencesFile } from '../../src/gazetteer/sentences.ts'

const claim = (text: string, more: Partial<Claim> = {}): Claim => {
  const [source, relation, target] = text.split(' ')
  const code = (c: string | undefined): string | null => (c === 'none' || c === undefined ? null : c)
  return {
    relation: relation!,
    source: code(source),
    target: code(target),
    polarity: 'affirmed',
    modality: 'actual',
    ...more,
  }
}
const sentence = (labels: object): LabelledSentence =>
  sentencesFile.parse({ source: 'editors', sentences: [{ text: 'A sentence.', ...labels }] }).sentences[0]!

const FULL = {
  says: [
    { source: 'IRN', relation: 'ACCUSES', target: 'ISR' },
    { source: 'ISR', relation: 'ASSAULTS', target: 'IRN', modality: 'alleged', optional: 'true' },
    { source: 'FRA', relation: 'CONSULTS', target: 'DEU' },
    { source: 'none', relation: 'COERCES', target: 'none' },
    { source: 'USA', relation: 'AIDS', target: 'UKR' },
  ],
}

/** A claim, and whether it is right by the labels. */
const ROWS: readonly (readonly [name: string, labels: object, claim: Claim, right: boolean])[] = [
  ['every statement labelled: said', FULL, claim('IRN ACCUSES ISR'), true],
  ['every statement labelled: the other way', FULL, claim('ISR ACCUSES IRN'), false],
  ['every statement labelled: another relation', FULL, claim('IRN REJECTS ISR'), false],
  ['what a reader may leave out', FULL, claim('ISR ASSAULTS IRN'), false],
  ['without direction either way is right', FULL, claim('DEU CONSULTS FRA'), true],
  ['somebody whose country is not told', FULL, claim('none COERCES none'), true],
  ['a country where none is told', FULL, claim('FRA COERCES none'), false],
  ['a gift may be arms', FULL, claim('USA SUPPLIES_ARMS_TO UKR'), true],
  ['somebody of no known country may be anybody', FULL, claim('IRN ACCUSES none'), true],
  ['but not in another relation', FULL, claim('IRN THREATENS none'), false],
  ['no event: whatever is claimed', { says: [] }, claim('IRN ACCUSES ISR'), false],
]

describe('what labels tell of a claim', () => {
  test.each(ROWS)('%s', (_name, labels, made, right) => {
    expect(isRight(made, sentence(labels))).toBe(right)
  })
})

describe('what a sentence is about', () => {
  test.each([
    ['no event', { says: [] }, []],
    ['what it says, once, without what is optional', FULL, ['ACCUSES', 'CONSULTS', 'COERCES', 'AIDS']],
    [
      'not what is said of a weapon',
      { says: [{ source: 'IRN', relation: 'USES', target: 'weapon/shahed-136' }] },
      [],
    ],
  ])('%s', (_name, labels, about) => {
    expect(aboutOf(sentence(labels))).toEqual(about)
  })

  test.each([
    ['no labels', {}],
    ['only what it is about', { about: ['AIDS'] }],
    ['an unknown relation', { says: [{ source: 'IRN', relation: 'LIKES', target: 'UKR' }] }],
    ['a country by its name', { says: [{ source: 'Iran', relation: 'AIDS', target: 'UKR' }] }],
  ])('%s is no labelled sentence', (_name, labels) => {
    expect(() => sentence(labels)).toThrow()
  })
})
