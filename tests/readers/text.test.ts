import { expect, test } from 'vitest'
import { readAll, readStdin } from './harness.ts'

const rows: { name: string; input: string; title: string | null; text: string }[] = [
  {
    name: 'title and body',
    input: 'A title\n\nOne.\n\nTwo.\n',
    title: 'A title',
    text: 'A title\n\nOne.\n\nTwo.',
  },
  { name: 'no blank line below the first', input: 'One.\nTwo.', title: null, text: 'One.\n\nTwo.' },
  { name: 'one line', input: 'A title', title: null, text: 'A title' },
  {
    name: 'a paragraph is no title',
    input: `${'x'.repeat(201)}\n\nTwo.`,
    title: null,
    text: `${'x'.repeat(201)}\n\nTwo.`,
  },
  {
    name: 'wrapped lines',
    input: 'T\n\nThe river\nrose. It\nfell.\n',
    title: 'T',
    text: 'T\n\nThe river rose. It fell.',
  },
  {
    name: 'a paragraph a line',
    input: 'T\n\nIt rose.\nIt fell.',
    title: 'T',
    text: 'T\n\nIt rose.\n\nIt fell.',
  },
  { name: 'CRLF and BOM', input: '\ufeffT\r\n\r\nOne.\r\n', title: 'T', text: 'T\n\nOne.' },
  { name: 'composed letters', input: 'S\u0327us\u0327a\n\nKu\u0308r.', title: 'Şuşa', text: 'Şuşa\n\nKür.' },
  {
    name: 'white space',
    input: 'T\n\n A\u00a0 river\u200b\t rose. ',
    title: 'T',
    text: 'T\n\nA river rose.',
  },
  { name: 'the Persian joiner', input: 'می\u200cشود', title: null, text: 'می\u200cشود' },
  { name: 'Markdown headings', input: '# T\n\n## Part\n\nOne #1.', title: 'T', text: 'T\n\nPart\n\nOne #1.' },
  { name: 'a header before the title', input: 'Date: 2022\n\nT\n\nOne.', title: 'T', text: 'T\n\nOne.' },
  {
    name: 'a header right above the title',
    input: 'Date: 2022\nLang: en\nT\n\nOne.',
    title: 'T',
    text: 'T\n\nOne.',
  },
  { name: 'a title in the header', input: 'Title: T\n\nOne.\n\nTwo.', title: 'T', text: 'T\n\nOne.\n\nTwo.' },
  { name: 'a title in the header and again', input: 'Title: T\n\nT\n\nOne.', title: 'T', text: 'T\n\nOne.' },
  { name: 'a fenced header', input: '---\ntitle: "T"\ntags: x\n---\n\nOne.', title: 'T', text: 'T\n\nOne.' },
  { name: 'a fence left open', input: '---\n\nOne.', title: '---', text: '---\n\nOne.' },
  {
    name: 'a colon in the title',
    input: 'Baku: a visit\n\nOne.',
    title: 'Baku: a visit',
    text: 'Baku: a visit\n\nOne.',
  },
  {
    name: 'a field opening prose',
    input: 'Source: a clerk.\nHe said so.',
    title: null,
    text: 'Source: a clerk.\n\nHe said so.',
  },
  {
    name: 'a name from Object',
    input: 'constructor: x\n\nOne.',
    title: 'constructor: x',
    text: 'constructor: x\n\nOne.',
  },
]

test.each(rows)('text: $name', async ({ input, title, text }) => {
  const { articles, diagnostics } = await readStdin(input, 'text')
  expect(articles).toMatchObject([{ title, text, origin: 'stdin' }])
  expect(diagnostics).toEqual([])
})

test('the header block fills the fields, in any case', async () => {
  const header =
    'ID: river-1\nDATE: 2 December 2022\nSource: The Bank\nUrl: https://example.org/1\nlanguage: az-AZ\n'
  const { articles } = await readStdin(`${header}\nT\n\nOne.`)
  expect(articles).toEqual([
    {
      id: 'river-1',
      title: 'T',
      text: 'T\n\nOne.',
      url: 'https://example.org/1',
      publisher: 'The Bank',
      publishedOn: '2022-12-02',
      language: 'az',
      origin: 'stdin',
    },
  ])
})

test('a header that cannot be read is a warning, and the article is kept', async () => {
  const { articles, diagnostics } = await readStdin('Date: last week\n\nT\n\nOne.')
  expect(articles).toMatchObject([{ publishedOn: null, text: 'T\n\nOne.' }])
  expect(diagnostics).toMatchObject([{ code: 'reader/bad-field', at: 'stdin', severity: 'warning' }])
  expect(diagnostics[0]!.message).toContain('"last week"')
})

test.each(['Date: 2022-12-02\n', 'Title: T\n\n', ' \n\t\n'])('a file without text: %j', async (input) => {
  const { articles, diagnostics } = await readStdin(input, 'text')
  expect(articles).toEqual([])
  expect(diagnostics).toMatchObject([{ code: 'reader/no-text', at: 'stdin' }])
})

test('a file above 32 MiB is refused', async () => {
  async function* large(): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < 33; n++) yield Buffer.alloc(1024 * 1024, 'a')
  }
  const { diagnostics } = await readAll(['-'], { stdin: large() })
  expect(diagnostics).toMatchObject([{ code: 'reader/too-large', at: 'stdin' }])
})
