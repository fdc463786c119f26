import { symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AraxesError, EXIT } from '../../src/core/diagnostic.ts'
import { READERS, readArticles } from '../../src/readers/index.ts'
import { directoryOf, readAll, readStdin } from './harness.ts'

const line = (id: string, text = `The text of ${id}.`): string => `${JSON.stringify({ id, text })}\n`

const recognized: { name: string; file: string; content: string; format: string }[] = [
  { name: 'jsonl by extension', file: 'a.jsonl', content: line('a'), format: 'jsonl' },
  { name: 'ndjson in capitals', file: 'a.NDJSON', content: line('a'), format: 'jsonl' },
  { name: 'no extension, JSON lines', file: 'a', content: line('a'), format: 'jsonl' },
  { name: 'no extension, prose in braces', file: 'a', content: '{sic} it began.', format: 'text' },
  { name: 'prose', file: 'a.txt', content: 'It began.', format: 'text' },
  { name: 'JSON lines called text', file: 'a.txt', content: line('a'), format: 'text' },
  {
    name: 'archive by heading',
    file: 'a.txt',
    content: 'Author Archives: x\n\nTitle\n\nBody.',
    format: 'archive',
  },
  {
    name: 'archive by closings',
    file: 'a.md',
    content: 'A\n\nB. Continue reading\n\nC\n\nD. Continue reading',
    format: 'archive',
  },
  { name: 'one closing only', file: 'a.txt', content: 'A\n\nB. Continue reading', format: 'text' },
  { name: 'archives in prose', file: 'a.txt', content: 'The archives: a visit\n\nBody.', format: 'text' },
]

test.each(recognized)('recognizes $name as $format', async ({ file, content, format }) => {
  const path = join(directoryOf({ [file]: content }), file)
  expect(await readAll([path])).toEqual(await readAll([path], { format }))
})

test('every reader has a name of its own and claims an extension', () => {
  expect(new Set(READERS.map((reader) => reader.name)).size).toBe(READERS.length)
  for (const reader of READERS) expect(reader.extensions).not.toEqual([])
})

test('reads a directory in order of paths, without hidden names and node_modules', async () => {
  const root = directoryOf({
    'b.txt': 'Second.',
    'b/1.jsonl': line('third'),
    'a/2.txt': 'First.',
    '.hidden.txt': 'Hidden.',
    '.git/a.txt': 'Hidden.',
    'node_modules/a.txt': 'Foreign.',
  })
  const { articles, diagnostics } = await readAll([root])
  expect(articles.map((article) => relative(root, article.origin))).toEqual([
    'a/2.txt',
    'b.txt',
    'b/1.jsonl:1',
  ])
  expect(diagnostics).toEqual([])
})

test('follows a link to a file, but none to a directory', async () => {
  const root = directoryOf({ 'a.txt': 'One.', 'sub/b.txt': 'Two.' })
  const other = directoryOf({ 'c.txt': 'Three.' })
  symlinkSync(root, join(root, 'sub', 'loop'))
  symlinkSync(join(other, 'c.txt'), join(root, 'sub', 'c.txt'))
  const { articles } = await readAll([root])
  expect(articles.map((article) => article.text)).toEqual(['One.', 'Two.', 'Three.'])
})

test('reads what a glob matches, sorted; an existing name is no glob', async () => {
  const root = directoryOf({ 'b.txt': 'B.', 'a.txt': 'A.', 'a.jsonl': line('a'), '[x].txt': 'X.' })
  const glob = await readAll([`${root}/?.txt`])
  expect(glob.articles.map((article) => article.origin)).toEqual([join(root, 'a.txt'), join(root, 'b.txt')])
  const named = await readAll([`${root}/[x].txt`])
  expect(named.articles.map((article) => article.text)).toEqual(['X.'])
})

test('unzips by content, whatever the name', async () => {
  const root = directoryOf({ 'a.jsonl.gz': gzipSync(line('a')), 'b.txt': gzipSync('Zipped.') })
  const { articles } = await readAll([root])
  expect(articles.map((article) => article.text)).toEqual(['The text of a.', 'Zipped.'])
})

test('reads gzip from standard input in small chunks', async () => {
  const { articles } = await readStdin(gzipSync(line('a') + line('b')))
  expect(articles.map((article) => article.origin)).toEqual(['stdin:1', 'stdin:2'])
})

const rejected: {
  name: string
  files: Record<string, string | Uint8Array>
  input?: string
  code: string
  at: string
  says: string
}[] = [
  {
    name: 'a missing file',
    files: {},
    input: 'a.txt',
    code: 'missing-file',
    at: 'a.txt',
    says: 'does not exist',
  },
  {
    name: 'a glob without match',
    files: {},
    input: '*.md',
    code: 'no-match',
    at: '*.md',
    says: 'matches no',
  },
  { name: 'an empty file', files: { 'a.txt': '' }, code: 'empty', at: 'a.txt', says: 'is empty' },
  { name: 'blank lines', files: { 'a.jsonl': '\n\n' }, code: 'no-articles', at: 'a.jsonl', says: 'holds no' },
  {
    name: 'a heading alone',
    files: { 'a.txt': 'Author Archives: x' },
    code: 'no-articles',
    at: 'a.txt',
    says: 'no',
  },
  { name: 'a NUL in text', files: { 'a.txt': 'a\0b' }, code: 'binary', at: 'a.txt', says: 'binary' },
  {
    name: 'a NUL in JSON lines',
    files: { 'a.jsonl': 'a\0b' },
    code: 'binary',
    at: 'a.jsonl',
    says: 'binary',
  },
  {
    name: 'UTF-16',
    files: { 'a.txt': Buffer.from('\ufeffAraz', 'utf16le') },
    code: 'binary',
    at: 'a.txt',
    says: 'UTF-16',
  },
  {
    name: 'another encoding',
    files: { 'a.txt': Buffer.from('caf\xe9', 'latin1') },
    code: 'not-utf8',
    at: 'a.txt',
    says: 'UTF-8',
  },
  {
    name: 'a gzip cut short',
    files: { 'a.jsonl.gz': gzipSync(line('a')).subarray(0, 30) },
    code: 'unreadable',
    at: 'a.jsonl.gz',
    says: 'unexpected end',
  },
  { name: 'an unknown type', files: { 'a.csv': 'a,b' }, code: 'unknown-type', at: 'a.csv', says: '.csv' },
  {
    name: 'an empty directory',
    files: { 'd/.keep': '' },
    input: 'd',
    code: 'no-articles',
    at: 'd',
    says: 'no file',
  },
]

test.each(rejected)('says $code of $name, and goes on', async ({ files, input, code, at, says }) => {
  const root = directoryOf({ ...files, 'last.txt': 'The last.' })
  const inputs = [input ?? Object.keys(files)[0]!, 'last.txt'].map((name) => join(root, name))
  const { articles, diagnostics } = await readAll(inputs)
  expect(articles.map((article) => article.text)).toEqual(['The last.'])
  expect(diagnostics).toEqual([
    expect.objectContaining({ code: `reader/${code}`, at: join(root, at), severity: 'error' }),
  ])
  expect(diagnostics[0]!.message).toContain(says)
  expect(diagnostics[0]!.hint).toBeTruthy()
})

test('says unreadable of a file that cannot be read', async () => {
  const root = directoryOf({ 'a.txt': 'A.' })
  const path = join(root, 'b.txt')
  // Root may read what nobody else may; the start of its own memory nobody can.
  if (process.getuid?.() === 0) symlinkSync('/proc/self/mem', path)
  else writeFileSync(path, 'B.', { mode: 0 })
  const { articles, diagnostics } = await readAll([join(root, 'a.txt'), path])
  expect(diagnostics).toMatchObject([{ code: 'reader/unreadable', at: path, severity: 'error' }])
  expect(articles).toHaveLength(1)
})

test('an address is not fetched', async () => {
  const { diagnostics } = await readAll(['https://example.org/*.html'])
  expect(diagnostics).toMatchObject([
    { code: 'reader/missing-file', message: expect.stringContaining('address') },
  ])
})

test('a directory names the types it skipped in one warning', async () => {
  const root = directoryOf({ 'a.txt': 'A.', 'b.csv': '', 'c.csv': '', LICENSE: '' })
  const { articles, diagnostics } = await readAll([root])
  expect(articles).toHaveLength(1)
  expect(diagnostics).toMatchObject([{ code: 'reader/unknown-type', at: root, severity: 'warning' }])
  expect(diagnostics[0]!.message).toContain('1 without extension, 2 .csv')
})

test('of two articles with one id the first is kept, and both places are named', async () => {
  const root = directoryOf({ 'a.jsonl': line('x'), 'b.jsonl': line('x', 'Other.') + line('x') })
  const { articles, diagnostics } = await readAll([root])
  expect(articles.map((article) => article.text)).toEqual(['The text of x.'])
  const first = `${join(root, 'a.jsonl')}:1`
  expect(diagnostics).toMatchObject([
    { code: 'reader/duplicate-id', at: `${join(root, 'b.jsonl')}:1`, severity: 'error' },
    { code: 'reader/duplicate-id', at: `${join(root, 'b.jsonl')}:2`, severity: 'warning' },
  ])
  for (const { message } of diagnostics) expect(message).toContain(first)
})

test('a derived id tells the text, not the place', async () => {
  const same = 'Kür çayı daşdı\n\nSu çəkildi.'
  const root = directoryOf({ 'a.txt': same, 'b.txt': 'Kür çayı daşdı\n\nSu qalxdı.' })
  const { articles } = await readAll([root])
  const again = await readStdin(same)
  expect(articles.map((article) => article.id)).toEqual([
    expect.stringMatching(/^kur-cayi-dasdi-[0-9a-f]{10}$/),
    expect.stringMatching(/^kur-cayi-dasdi-[0-9a-f]{10}$/),
  ])
  expect(articles[0]!.id).not.toBe(articles[1]!.id)
  expect(again.articles[0]!.id).toBe(articles[0]!.id)
})

test('a title in no Latin letters makes an id all the same', async () => {
  const { articles } = await readStdin('Вода ушла\n\nРека вернулась в берега.')
  expect(articles[0]!.id).toMatch(/^article-[0-9a-f]{10}$/)
})

test('an unknown format is a usage error that names the known ones', () => {
  const read = () => readArticles([], { format: 'docx' })
  expect(read).toThrow(/"docx".*jsonl, archive, text/)
  expect(read).toThrow(expect.objectContaining({ code: 'reader/unknown-format', exitCode: EXIT.usage }))
  expect(read).toThrow(AraxesError)
})

test('is pulled: one article asked for is hardly more read, and the input is closed', async () => {
  let given = 0
  let closed = false
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from(line(`article ${given++}`))
    } finally {
      closed = true
    }
  }
  for await (const item of readArticles(['-'], { stdin: endless() })) {
    expect(item).toMatchObject({ article: { id: 'article 0' } })
    break
  }
  expect(closed).toBe(true)
  // The head that recognition looks at is 64 KiB; a line is above 50 bytes.
  expect(given).toBeLessThan((64 * 1024) / 50 + 10)
})

test('an input refused at first sight is closed too', async () => {
  let closed = false
  async function* binary(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.alloc(1024)
    } finally {
      closed = true
    }
  }
  const { diagnostics } = await readAll(['-'], { stdin: binary(), format: 'jsonl' })
  expect(diagnostics).toMatchObject([{ code: 'reader/binary', at: 'stdin' }])
  expect(closed).toBe(true)
})

test.each(['[', '{', '!(', '!a', '{a,b', 'a\0b', '', ' ', '?'.repeat(500)])(
  'the input %j throws nothing',
  async (input) => {
    const { articles, diagnostics } = await readAll([input])
    expect(articles).toEqual([])
    expect(diagnostics).toMatchObject([{ code: expect.stringMatching(/^reader\/(missing-file|no-match)$/) }])
  },
)

const pieces = [
  '{"id":',
  '"text":',
  '"a"',
  '}',
  'Date: ',
  '---',
  '\n',
  '\r',
  'T',
  '|',
  '.',
  'Continue reading',
  'Publication: P',
]

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
  fc.array(fc.constantFrom(...pieces)).map((parts) => Buffer.from(parts.join(''))),
)

test.each(READERS.map((reader) => reader.name))('%s throws nothing, whatever the bytes', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const { articles, diagnostics } = await readStdin(bytes, format)
      expect(articles.length + diagnostics.length).toBeGreaterThan(0)
      for (const { id, text } of articles) expect([id, text.trim()]).not.toContain('')
    }),
  )
})
