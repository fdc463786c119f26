import { describe, expect, it } from 'vitest'
import { closest } from '../../src/core/closest.ts'
import { AraxesError } from '../../src/core/diagnostic.ts'
import { findQuery } from '../../src/queries/index.ts'
import { bindParameters, type Parameter, type ParameterType } from '../../src/queries/parameters.ts'

const parameter = (name: string, type: ParameterType, more: Partial<Parameter> = {}): Parameter => ({
  name,
  type,
  optional: true,
  example: null,
  meaning: `the ${name}`,
  ...more,
})

describe('parameters', () => {
  const bind = (type: ParameterType, typed: string) =>
    bindParameters('q', [parameter('x', type)], { x: typed }).x

  it.each([
    ['text', '42', '42'],
    ['text', "it's $x `y`", "it's $x `y`"],
    ['date', '2022-02', '2022-02'],
    ['integer', '-7', -7],
    ['count', '0', 0],
    ['number', '0.5', 0.5],
    ['boolean', 'true', true],
  ] as const)('of type %s take %s', (type, typed, value) => expect(bind(type, typed)).toBe(value))

  it.each([
    ['text', ''],
    ['date', '2022-02-30'],
    ['date', '12/02/2022'],
    ['integer', '7.5'],
    ['integer', '99999999999999999999'],
    ['count', '-1'],
    ['count', ' 5'],
    ['number', '1e5'],
    ['boolean', 'yes'],
  ] as const)('of type %s refuse "%s", and say what to write', (type, typed) => {
    expect(() => bind(type, typed)).toThrow(expect.objectContaining({ code: 'query/parameter', exitCode: 2 }))
    expect(() => bind(type, typed)).toThrow(/q: x is .*; write /)
  })

  it('get their default when they are left out', () => {
    const parameters = [parameter('limit', 'count', { example: 50 }), parameter('from', 'date')]
    expect(bindParameters('q', parameters, {})).toEqual({ limit: 50, from: null })
  })

  it('that must be given are asked for with an example', () => {
    const needed = [parameter('a', 'text', { optional: false, example: 'Iran' })]
    expect(() => bindParameters('q', needed, {})).toThrow('q: it needs a: the a; for example a=Iran')
  })

  it('that are unknown are refused with the one that was meant', () => {
    expect(() => bindParameters('q', [parameter('limit', 'count')], { limt: '5' })).toThrow(
      'did you mean limit?',
    )
    expect(() => bindParameters('q', [parameter('limit', 'count')], { toString: '5' })).toThrow(
      'it takes limit',
    )
  })
})

describe('a query', () => {
  it.each([
    ['relation-between', 'did you mean relations-between?'],
    ['who-acuses-whom', 'did you mean who-accuses-whom?'],
    ['suppliers', 'did you mean arms-suppliers?'],
    ['../write/begin', 'araxes query lists them all'],
    ['xyz', 'araxes query lists them all'],
  ])('that is misspelt as %s is looked for', async (name, wayOut) => {
    const error = await findQuery(name).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(AraxesError)
    expect(error).toMatchObject({
      code: 'query/unknown',
      exitCode: 2,
      message: expect.stringContaining(wayOut),
    })
  })
})

describe('closest', () => {
  it.each([
    ['timelnie', 'timeline'],
    ['TIMELINE', 'timeline'],
    ['', undefined],
    ['quite another word', undefined],
  ])('%s → %s', (word, meant) => expect(closest(word, ['timeline', 'mediators', 'neighbours'])).toBe(meant))
})
