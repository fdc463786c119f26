import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonErrorAt } from '../../src/readers/json-error.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The caret stands under the offset. */
const rows: { text: string; caret: string }[] = [
  { text: '', caret: '^' },
  { text: '{"a" 1}', caret: '     ^' },
  { text: '{"a":1,}', caret: '       ^' },
  { text: '[1,]', caret: '   ^' },
  { text: '[1}', caret: '  ^' },
  { text: '01', caret: ' ^' },
  { text: '1.', caret: ' ^' },
  { text: '"\\x"', caret: ' ^' },
  { text: '"\\"', caret: '   ^' },
  { text: '"a\tb"', caret: '  ^' },
  { text: 'nul', caret: '^' },
  { text: "{'a':1}", caret: ' ^' },
]

test.each(rows)('stops where $text does', ({ text, caret }) => {
  expect(jsonErrorAt(text)).toBe(caret.indexOf('^'))
})

const jsonLike = fc.oneof(
  fc.json(),
  fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, inserted]) => {
    const cut = at % (json.length + 1)
    return json.slice(0, cut) + inserted + json.slice(cut + 1)
  }),
  fc.string({ unit: fc.constantFrom(...'{}[],:"\\u0e-+.1nultrfas \t') }),
)

test('finds an error exactly where JSON.parse does find one', () => {
  fc.assert(
    fc.property(jsonLike, (text) => {
      const at = jsonErrorAt(text)
      expect(at === null).toBe(isJson(text))
      if (at !== null) expect(at).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})

test('does not run out of stack on deep nesting', () => {
  expect(jsonErrorAt('['.repeat(1_000_000))).toBe(1_000_000)
})
