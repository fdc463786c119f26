import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExtractionRecord } from '../src/core/record.ts'

const MAIN = resolve(import.meta.dirname, '../dist/cli/main.js')
const ARTICLE = {
  id: 'a1',
  text: 'Iran accused Azerbaijan of hosting Israeli drones. Baku rejected the claim.',
  date: '2022-10-05',
  language: 'en',
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'araxes-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function araxes(args: readonly string[], input?: string, env: Readonly<Record<string, string>> = {}) {
  const { NEO4J_URI: _, ...rest } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...rest, NO_COLOR: '1', ...env },
  })
  return { status, stdout, stderr }
}
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const records = (jsonl: string): ExtractionRecord[] =>
  jsonl
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as ExtractionRecord)

describe('extract', () => {
  test('prints records alone on stdout', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const { status, stdout, stderr } = araxes(['extract', 'a.jsonl', '--store', 'none', '--output', '-'])
    expect(status).toBe(0)
    const [record] = records(stdout)
    expect(record!.article).toMatchObject({ id: 'a1', publishedOn: '2022-10-05', language: 'en' })
    expect(record!.statements.map((s) => [s.source.code, s.relation, s.target.code])).toContainEqual([
      'IRN',
      'ACCUSES',
      'AZE',
    ])
    for (const m of record!.mentions) expect(ARTICLE.text.slice(m.start, m.end)).toBe(m.text)
    expect(stderr).toContain('1 article')
  })

  test('reads articles from standard input', () => {
    const { status, stdout } = araxes(['extract', '-', '--output', '-'], `${JSON.stringify(ARTICLE)}\n`)
    expect(status).toBe(0)
    expect(records(stdout)).toHaveLength(1)
  })

  test('the same input twice gives the same bytes and the same graph', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    expect(araxes(['extract', 'a.jsonl', '--output', 'one.jsonl', '--store', 'g']).status).toBe(0)
    const before = araxes([
      'query',
      'relations-between',
      '--a',
      'Iran',
      '--b',
      'Azerbaijan',
      '--store',
      'g',
      '--json',
    ]).stdout
    expect(araxes(['extract', 'a.jsonl', '--output', 'two.jsonl', '--store', 'g']).status).toBe(0)
    expect(readFileSync(join(folder, 'two.jsonl'), 'utf8')).toBe(
      readFileSync(join(folder, 'one.jsonl'), 'utf8'),
    )
    expect(
      araxes(['query', 'relations-between', '--a', 'Iran', '--b', 'Azerbaijan', '--store', 'g', '--json'])
        .stdout,
    ).toBe(before)
    expect(JSON.parse(before)).not.toEqual([])
  })
})

describe('bad input is named, counted and passed over', () => {
  const good = `${JSON.stringify(ARTICLE)}\n`
  const cases: readonly { name: string; make: () => string; says: RegExp }[] = [
    {
      name: 'a malformed line',
      make: () =>
        file('bad.jsonl', `${good}{"id": "b", "text": \n${JSON.stringify({ ...ARTICLE, id: 'c' })}\n`),
      says: /bad\.jsonl:2/,
    },
    {
      name: 'a binary file',
      make: () => file('bad.txt', Buffer.from([0x89, 0x50, 0, 0, 1, 2])),
      says: /bad\.txt.*binary/s,
    },
    { name: 'an empty file', make: () => file('empty.txt', ''), says: /empty\.txt/ },
    { name: 'a missing file', make: () => join(folder, 'nowhere.txt'), says: /nowhere\.txt/ },
    { name: 'a type nobody reads', make: () => file('table.xlsx', 'x'), says: /table\.xlsx/ },
    {
      name: 'a folder without articles',
      make: () => {
        mkdirSync(join(folder, 'nothing'))
        return join(folder, 'nothing')
      },
      says: /nothing/,
    },
  ]
  for (const { name, make, says } of cases) {
    test(`${name}: exit 3, and the good article is kept`, () => {
      const kept = file('good.jsonl', `${JSON.stringify({ ...ARTICLE, id: 'good' })}\n`)
      const { status, stdout, stderr } = araxes(['extract', make(), kept, '--output', '-'])
      expect(stderr).toMatch(says)
      expect(stderr).toMatch(/rejected +1 input/)
      expect(records(stdout).map((r) => r.article.id)).toContain('good')
      expect(status).toBe(3)
    })
  }
})

describe('stores and outputs that cannot be used', () => {
  test('an output in a folder that does not exist: exit 1, and the way out', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const { status, stderr } = araxes(['extract', 'a.jsonl', '--output', 'no/such/folder.jsonl'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/no\/such\/folder\.jsonl.*--output/s)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a store where a file stands: exit 1, and the way out', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const blocked = join(folder, 'blocked')
    mkdirSync(blocked)
    chmodSync(blocked, 0o555)
    file('taken', 'a file')
    const { status, stderr } = araxes(['extract', 'a.jsonl', '--store', 'taken/graph'])
    expect(status).toBe(1)
    expect(stderr).toContain('taken')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a server nobody runs: exit 4', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const { status, stderr } = araxes(['extract', 'a.jsonl', '--store', 'bolt://127.0.0.1:9'], undefined, {
      NEO4J_PASSWORD: 'x',
    })
    expect(status).toBe(4)
    expect(stderr).toContain('127.0.0.1:9')
    expect(stderr).not.toMatch(/^\s+at /m)
  }, 60_000)

  test('a query without a graph: exit 1, and how to make one', () => {
    const { status, stderr } = araxes(['query', 'most-tense'])
    expect(status).toBe(1)
    expect(stderr).toContain('araxes extract')
  })
})

describe('usage', () => {
  for (const args of [
    ['extract'],
    ['nonsense'],
    ['extract', 'x', '--nonsense'],
    ['tag', '--date', 'yesterday', 'x'],
    ['query', 'most-tense', 'stray'],
  ]) {
    test(`araxes ${args.join(' ')}: exit 2`, () => {
      expect(araxes(args).status).toBe(2)
    })
  }

  test('an unknown query names the nearest', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    araxes(['extract', 'a.jsonl', '--store', 'g'])
    const { status, stderr } = araxes(['query', 'relation-between', '--store', 'g'])
    expect(status).not.toBe(0)
    expect(stderr).toContain('relations-between')
  })

  test('a reader that has enough closes the pipe', () => {
    file(
      'a.jsonl',
      Array.from({ length: 2000 }, (_, i) => JSON.stringify({ ...ARTICLE, id: `a${i}` })).join('\n'),
    )
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${MAIN}" extract a.jsonl --output - | head -1`],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(status).toBe(0)
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m)
  })
})

describe('load', () => {
  test('rebuilds the graph from records', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    araxes(['extract', 'a.jsonl', '--output', 'r.jsonl', '--store', 'direct'])
    expect(araxes(['load', 'r.jsonl', '--store', 'rebuilt']).status).toBe(0)
    const ask = (store: string): string =>
      araxes(['query', 'relations-between', '--a', 'Iran', '--b', 'Azerbaijan', '--store', store, '--json'])
        .stdout
    expect(ask('rebuilt')).toBe(ask('direct'))
  })

  test('a line that is no record is named and the rest is loaded', () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    araxes(['extract', 'a.jsonl', '--output', 'r.jsonl'])
    file('mixed.jsonl', `${readFileSync(join(folder, 'r.jsonl'), 'utf8')}{"article": 1}\nnot json\n`)
    const { status, stderr } = araxes(['load', 'mixed.jsonl', '--store', 'g'])
    expect(status).toBe(3)
    expect(stderr).toMatch(/mixed\.jsonl:2/)
    expect(stderr).toMatch(/mixed\.jsonl:3/)
  })
})
