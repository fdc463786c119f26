import type { Row } from '../../src/core/graph.ts'

/** A question as a person asks it, and some columns of the answer. */
export const ANSWERS: readonly (readonly [
  what: string,
  query: string,
  given: Record<string, string>,
  rows: readonly Row[],
])[] = [
  [
    'an actor is found by alias in any letter case and script, with its leaders and organizations',
    'relations-between',
    { a: 'tehran', b: 'AZƏRBAYCAN' },
    [
      {
        day: '2022-11-11',
        source: 'Iran',
        relation: 'ACCUSES',
        target: 'Azerbaijan',
        saidBy: 'Hossein Amir-Abdollahian',
      },
      {
        day: '2022-11-11',
        source: 'Ilham Aliyev',
        relation: 'ACCUSES',
        target: 'Iran',
        saidBy: 'Ilham Aliyev',
      },
      { day: '2022-11-11', source: 'Iran', relation: 'THREATENS', target: 'Azerbaijan', polarity: 'negated' },
      { day: '2022-11', source: 'Ebrahim Raisi', relation: 'THREATENS', target: 'Azerbaijan' },
      {
        day: '2021-10-06',
        source: 'Iran',
        relation: 'THREATENS',
        target: 'Azerbaijan',
        modality: 'alleged',
        saidBy: 'Azerbaijan',
      },
      {
        day: '2021-10-01',
        source: 'Islamic Revolutionary Guard Corps',
        relation: 'MOBILIZES_AGAINST',
        target: 'Azerbaijan',
      },
    ],
  ],
  [
    'by its code, within bounds that take in all of a month',
    'relations-between',
    { a: 'irn', b: 'aze', from: '2021-10', to: '2021-10' },
    [
      { day: '2021-10-06', modality: 'alleged' },
      { day: '2021-10-01', source: 'Islamic Revolutionary Guard Corps' },
    ],
  ],
  [
    'a leader stands for nobody else',
    'relations-between',
    { a: 'Raisi', b: 'Azerbaijan' },
    [{ source: 'Ebrahim Raisi', relation: 'THREATENS' }],
  ],
  ['an unknown actor has no relations', 'relations-between', { a: 'Atlantis', b: 'Azerbaijan' }, []],
  ['a text is never Cypher', 'relations-between', { a: "Iran' OR true //", b: '`) DETACH DELETE (n' }, []],
  [
    'a timeline counts each statement once, in its class',
    'timeline',
    { a: 'Iran' },
    [
      {
        month: '2021-10',
        verbalCooperation: 0,
        materialCooperation: 0,
        verbalConflict: 1,
        materialConflict: 1,
      },
      {
        month: '2022-07',
        verbalCooperation: 0,
        materialCooperation: 1,
        verbalConflict: 0,
        materialConflict: 0,
      },
      {
        month: '2022-10',
        verbalCooperation: 0,
        materialCooperation: 1,
        verbalConflict: 0,
        materialConflict: 0,
      },
      {
        month: '2022-11',
        verbalCooperation: 1,
        materialCooperation: 0,
        verbalConflict: 3,
        materialConflict: 0,
      },
    ],
  ],
  [
    'a claim stands beside its denial',
    'claims-and-denials',
    { actor: 'Russia' },
    [
      {
        claimModality: 'planned',
        claimant: 'United States',
        denier: 'Hossein Amir-Abdollahian',
        denialSentence: 'Iran denies supplying Russia.',
      },
      { claimModality: 'actual', claimant: null, denier: 'Hossein Amir-Abdollahian' },
    ],
  ],
  [
    'a denied supply is no supply',
    'arms-suppliers',
    { receiver: 'Moscow' },
    [
      {
        supplier: 'Iran',
        receiver: 'Russia',
        weapon: 'Shahed-136',
        statements: 2,
        actual: 1,
        firstDate: '2022-07-12',
        lastDate: '2022-10',
      },
    ],
  ],
  [
    'a plan is paired with the deed that follows it',
    'planned-then-happened',
    {},
    [{ announced: '2022-07-12', happened: '2022-10', source: 'Iran', target: 'Russia' }],
  ],
  [
    'what was said before someone took office is left out',
    'leaders-said',
    { a: 'Iran', b: 'Azerbaijan', holder: 'raisi', office: 'chief-justice' },
    [],
  ],
  [
    'members act through their leaders, and nobody is the adversary of an ally',
    'common-adversaries',
    { alliance: 'north atlantic treaty organization' },
    [{ adversary: 'Russia', members: ['Turkey', 'United States'], statements: 2 }],
  ],
  ['members of another day do not count', 'common-adversaries', { alliance: 'NATO', on: '1950' }, []],
  [
    'who held an office on a day',
    'in-office',
    { of: 'Russia', on: '2012' },
    [{ body: 'Russia', office: 'president', leader: 'Vladimir Putin', from: '2012-05', to: null }],
  ],
  [
    'mediators are on terms with both',
    'mediators',
    { a: 'Iran', b: 'Azerbaijan' },
    [{ mediator: 'Turkey', withA: 1, withB: 3 }],
  ],
  ['a limit of none gives none', 'entity-search', { text: 'a', limit: '0' }, []],
]
