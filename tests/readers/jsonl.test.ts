import { expect, test } from 'vitest'
import { readAll, readStdin } from './harness.ts'

const good = '{"id":"good","text":"The last line."}'

test('reads every field, by either name', async () => {
  const full = {
    id: 'a',
    text: 'T',
    title: 'Title',
    url: 'u',
    publisher: 'p',
    publishedOn: '2022-12',
    language: 'AZ',
  }
  const short = { id: 7, text: 'T', title: null, date: '2022-12-02T10:00:00Z', lang: 'tr_TR', other: {} }
  const { articles, diagnostics } = await readStdin(`${JSON.stringify(full)}\n${JSON.stringify(short)}`)
  expect(articles).toEqual([
    { ...full, language: 'az', origin: 'stdin:1' },
    {
      id: '7',
      text: 'T',
      title: null,
      url: null,
      publisher: null,
      publishedOn: '2022-12-02',
      language: 'tr',
      origin: 'stdin:2',
    },
  ])
  expect(diagnostics).toEqual([])
})

const kept = [
  ' spaces \n\n at both ends ',
  'tab\tCRLF\r\n',
  'S\u0327us\u0327a',
  '\u0000\ufeff\ud800',
  'Şəki 🛩',
]

test.each(kept)('keeps the text as given: %j', async (text) => {
  const { articles } = await readStdin(JSON.stringify({ id: 'a', text }))
  expect(articles[0]!.text).toBe(text)
})

test('CRLF, byte order marks and blank lines are not part of the rows', async () => {
  const { articles, diagnostics } = await readStdin(
    `\ufeff{"id":1,"text":"a"}\r\n\r\n\ufeff{"id":2,"text":"b"}\r\n`,
  )
  expect(articles.map(({ id, origin }) => `${id} ${origin}`)).toEqual(['1 stdin:1', '2 stdin:3'])
  expect(diagnostics).toEqual([])
})

const rejected: { name: string; line: string | Uint8Array; code: string; at: string }[] = [
  { name: 'half a row', line: '{"id":"a","text":"b', code: 'malformed-json', at: 'stdin:1:20' },
  { name: 'a bare word', line: '{"id": a}', code: 'malformed-json', at: 'stdin:1:8' },
  { name: 'two rows on a line', line: '{"id":1} {"id":2}', code: 'malformed-json', at: 'stdin:1:10' },
  { name: 'a list', line: '["a"]', code: 'not-an-object', at: 'stdin:1' },
  { name: 'null', line: 'null', code: 'not-an-object', at: 'stdin:1' },
  { name: 'no id', line: '{"text":"a"}', code: 'missing-field', at: 'stdin:1' },
  { name: 'an empty id', line: '{"id":"","text":"a"}', code: 'missing-field', at: 'stdin:1' },
  { name: 'no text', line: '{"id":"a"}', code: 'missing-field', at: 'stdin:1' },
  { name: 'text that is a list', line: '{"id":"a","text":["b"]}', code: 'missing-field', at: 'stdin:1' },
  { name: 'blank text', line: '{"id":"a","text":" \\n"}', code: 'no-text', at: 'stdin:1' },
  { name: 'another encoding', line: Buffer.from('{"id":"\xe9"}', 'latin1'), code: 'not-utf8', at: 'stdin:1' },
]

test.each(rejected)('says $code of $name, and reads the next line', async ({ line, code, at }) => {
  const input = Buffer.concat([Buffer.from(line), Buffer.from(`\n${good}\n`)])
  const { articles, diagnostics } = await readStdin(input, 'jsonl')
  expect(articles.map((article) => article.origin)).toEqual(['stdin:2'])
  expect(diagnostics).toMatchObject([{ code: `reader/${code}`, at, severity: 'error' }])
  expect(diagnostics[0]!.hint).toBeTruthy()
})

const bad: { name: string; field: object; says: string }[] = [
  { name: 'a date that is none', field: { date: '2019-13-20' }, says: 'publishedOn "2019-13-20"' },
  { name: 'a date that could be two', field: { date: '02/12/2022' }, says: 'publishedOn "02/12/2022"' },
  { name: 'a language by its name', field: { language: 'English' }, says: 'language "English"' },
  { name: 'a title that is a number', field: { title: 5 }, says: 'title 5' },
]

test.each(bad)('says bad-field of $name, and keeps the article', async ({ field, says }) => {
  const { articles, diagnostics } = await readStdin(JSON.stringify({ id: 'a', text: 'T', ...field }))
  expect(articles).toMatchObject([{ id: 'a', publishedOn: null, language: 'en', title: null }])
  expect(diagnostics).toMatchObject([{ code: 'reader/bad-field', at: 'stdin:1', severity: 'warning' }])
  expect(diagnostics[0]!.message).toContain(says)
})

test('a line above 32 MiB is passed over without being held', async () => {
  async function* long(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"id":"a","text":"')
    for (let n = 0; n < 33; n++) yield Buffer.alloc(1024 * 1024, 'a')
    yield Buffer.from(`"}\n${good}`)
  }
  const { articles, diagnostics } = await readAll(['-'], { stdin: long() })
  expect(articles.map((article) => article.origin)).toEqual(['stdin:2'])
  expect(diagnostics).toMatchObject([{ code: 'reader/too-large', at: 'stdin:1' }])
})
