import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExtractionRecord } from '../src/core/record.ts'
import { start } from './pipeline/araxes.ts'
import { type Done, runHere } from './run-here.ts'

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

const araxes = (...args: readonly string[]): Promise<Done> => runHere(args, { cwd: folder })
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const relationsIn = async (store: string): Promise<string> =>
  (await araxes('query', 'relations-between', '--a', 'Iran', '--b', 'Azerbaijan', '--store', store, '--json'))
    .stdout
const records = (jsonl: string): ExtractionRecord[] =>
  jsonl
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as ExtractionRecord)

describe('extract', () => {
  test('prints records alone on stdout', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const { code, stdout, stderr } = await araxes('extract', 'a.jsonl', '--store', 'none', '--output', '-')
    expect(code).toBe(0)
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

  test('reads articles from standard input', async () => {
    const input = `${JSON.stringify(ARTICLE)}\n`
    const { code, stdout } = await start(['extract', '-', '--output', '-'], { input }).ended
    expect(code).toBe(0)
    expect(records(stdout)).toHaveLength(1)
  })

  test('the same input twice gives the same bytes and the same graph', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const extracted = async (output: string): Promise<readonly [bytes: string, edges: string]> => {
      const { code } = await araxes('extract', 'a.jsonl', '--output', output, '--store', 'g')
      expect(code).toBe(0)
      return [readFileSync(join(folder, output), 'utf8'), await relationsIn('g')]
    }
    const once = await extracted('one.jsonl')
    expect(await extracted('two.jsonl')).toEqual(once)
    expect(JSON.parse(once[1])).not.toEqual([])
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
    test(`${name}: exit 3, and the good article is kept`, async () => {
      const kept = file('good.jsonl', `${JSON.stringify({ ...ARTICLE, id: 'good' })}\n`)
      const { code, stdout, stderr } = await araxes('extract', make(), kept, '--output', '-')
      expect(stderr).toMatch(says)
      expect(stderr).toMatch(/rejected +1 input/)
      expect(records(stdout).map((r) => r.article.id)).toContain('good')
      expect(code).toBe(3)
    })
  }
})

describe('stores and outputs that cannot be used', () => {
  test('an output in a folder that does not exist: exit 1, and the way out', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const { code, stderr } = await araxes('extract', 'a.jsonl', '--output', 'no/such/folder.jsonl')
    expect(code).toBe(1)
    expect(stderr).toMatch(/no\/such\/folder\.jsonl.*--output/s)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a store where a file stands: exit 1, and the way out', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const blocked = join(folder, 'blocked')
    mkdirSync(blocked)
    chmodSync(blocked, 0o555)
    file('taken', 'a file')
    const { code, stderr } = await araxes('extract', 'a.jsonl', '--store', 'taken/graph')
    expect(code).toBe(1)
    expect(stderr).toContain('taken')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a server nobody runs: exit 4', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    const args = ['extract', 'a.jsonl', '--store', 'bolt://127.0.0.1:9']
    const { code, stderr } = await runHere(args, { cwd: folder, env: { NEO4J_PASSWORD: 'x' } })
    expect(code).toBe(4)
    expect(stderr).toContain('127.0.0.1:9')
    expect(stderr).not.toMatch(/^\s+at /m)
  }, 60_000)

  test('a query without a graph: exit 1, and how to make one', async () => {
    const { code, stderr } = await araxes('query', 'most-tense')
    expect(code).toBe(1)
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
    test(`araxes ${args.join(' ')}: exit 2`, async () => {
      expect((await araxes(...args)).code).toBe(2)
    })
  }

  test('an unknown query names the nearest', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    await araxes('extract', 'a.jsonl', '--store', 'g')
    const { code, stderr } = await araxes('query', 'relation-between', '--store', 'g')
    expect(code).not.toBe(0)
    expect(stderr).toContain('relations-between')
  })

  test('a query that finds nothing says who is not in the graph, and nothing of who is', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    await araxes('extract', 'a.jsonl', '--store', 'g')
    const ask = (a: string, b: string) =>
      araxes('query', 'relations-between', '--a', a, '--b', b, '--store', 'g', '--json')
    const misspelt = await ask('Irna', 'Azerbaijan')
    expect(misspelt.stdout.trim()).toBe('[]')
    expect(misspelt.stderr).toContain('--a: nobody in this graph is called "Irna"; did you mean Iran?')
    expect(misspelt.stderr).not.toContain('--b')
    const silent = await ask('Iran', 'Iran')
    expect(silent.stderr).toContain('no rows')
    expect(silent.stderr).not.toContain('nobody')
  })

  test('a reader that has enough closes the pipe', async () => {
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
  test('rebuilds the graph from records', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    await araxes('extract', 'a.jsonl', '--output', 'r.jsonl', '--store', 'direct')
    expect((await araxes('load', 'r.jsonl', '--store', 'rebuilt')).code).toBe(0)
    expect(await relationsIn('rebuilt')).toBe(await relationsIn('direct'))
  })

  test('a line that is no record is named and the rest is loaded', async () => {
    file('a.jsonl', `${JSON.stringify(ARTICLE)}\n`)
    await araxes('extract', 'a.jsonl', '--output', 'r.jsonl')
    file('mixed.jsonl', `${readFileSync(join(folder, 'r.jsonl'), 'utf8')}{"article": 1}\nnot json\n`)
    const { code, stderr } = await araxes('load', 'mixed.jsonl', '--store', 'g')
    expect(code).toBe(3)
    expect(stderr).toMatch(/mixed\.jsonl:2/)
    expect(stderr).toMatch(/mixed\.jsonl:3/)
  })
})
