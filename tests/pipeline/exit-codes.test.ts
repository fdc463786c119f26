import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere } from '../run-here.ts'
import { araxes, articles, countsOf, inFolder } from './araxes.ts'

let folder = ''
let done = (): void => {}
let gone: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready) => {
    gone = inFolder(async (f) => {
      folder = f
      const finished = new Promise<void>((resolve) => {
        done = resolve
      })
      ready()
      await finished
    })
  })
  await mkdir(join(folder, 'pictures'))
  await mkdir(join(folder, 'empty-folder'))
  const bad = [
    '{"id": "broken',
    '[1, 2]',
    '{"text": "no id"}',
    '{"id": "no-text"}',
    '{"id": "e", "text": " "}',
  ]
  const files = {
    'good.jsonl': articles(0, 3),
    // Every kind of bad line between good ones.
    'mixed.jsonl': bad.map((line, i) => `${articles(i, i + 1)}${line}\n`).join('') + articles(9, 10),
    'only-bad.jsonl': `${bad.join('\n')}\n`,
    'empty.jsonl': '',
    'empty.txt': '',
    'not-a-graph': 'this is no graph\n'.repeat(100),
    'pictures/cat.png': 'PNG',
    'records-with-bad.jsonl': '',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await writeFile(join(folder, 'binary.txt'), Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0, 0]))
  await writeFile(join(folder, 'binary.jsonl'), Buffer.from([0x7b, 0x22, 0, 1, 2, 3, 0, 0]))
  await runHere(['extract', 'good.jsonl', '-o', 'records.jsonl'], { cwd: folder })
  const records = (await readFile(join(folder, 'records.jsonl'), 'utf8')).trimEnd().split('\n')
  await writeFile(
    join(folder, 'records-with-bad.jsonl'),
    [records[0], '{', '{"a": 1}', records[1]].join('\n'),
  )
}, 60_000)

afterAll(async () => {
  done()
  await gone
})

describe('exit codes', () => {
  const rows: readonly (readonly [what: string, args: string, code: number, says: string])[] = [
    ['good articles into a graph', 'extract good.jsonl --store ok', 0, '3 articles'],
    ['good articles into records', 'extract good.jsonl --output ok.jsonl', 0, '3 articles'],
    ['bad lines between good ones', 'extract mixed.jsonl --store mixed', 3, '6 articles'],
    ['bad lines only', 'extract only-bad.jsonl --store bad', 3, '5 inputs'],
    ['a binary text file', 'extract binary.txt --store b', 3, '[reader/binary]'],
    ['a binary JSON lines file', 'extract binary.jsonl --store b', 3, '[reader/binary]'],
    ['a binary file beside a good one', 'extract binary.txt good.jsonl --store c', 3, '3 articles'],
    ['an empty file', 'extract empty.txt --store d', 3, '[reader/empty]'],
    ['an empty JSON lines file', 'extract empty.jsonl --store d', 3, '[reader/empty]'],
    ['a folder without articles', 'extract pictures --store d', 3, '[reader/no-articles]'],
    ['an empty folder', 'extract empty-folder --store d', 3, '[reader/no-articles]'],
    ['a missing file', 'extract missing.jsonl --store d', 3, '[reader/missing-file]'],
    ['a pattern that matches nothing', 'extract *.nothing --store d', 3, '[reader/no-match]'],
    ['no input', 'extract', 2, 'missing required argument'],
    ['an unknown option', 'extract good.jsonl --wrong', 2, '--wrong'],
    ['an unknown format', 'extract good.jsonl --format word', 2, 'word'],
    ['an output that is an input', 'extract good.jsonl --output ./good.jsonl', 2, 'overwritten'],
    ['an output in a missing folder', 'extract good.jsonl --output no/where.jsonl', 1, 'no/where.jsonl'],
    ['an output that is a folder', 'extract good.jsonl --output pictures', 1, 'pictures'],
    ['an output that is full', 'extract good.jsonl --output /dev/full', 1, '/dev/full'],
    ['a store below a file', 'extract good.jsonl --store good.jsonl/graph', 1, 'good.jsonl/graph'],
    ['a store that is no graph', 'extract good.jsonl --store not-a-graph', 1, 'not-a-graph'],
    ['a store of an unknown kind', 'extract good.jsonl --store http://example.org', 2, 'http://example.org'],
    ['a server that is not there', 'extract good.jsonl --store bolt://localhost:1', 4, 'bolt://localhost:1'],
    ['records into a graph', 'load records.jsonl --store loaded', 0, '3 articles'],
    ['bad records between good ones', 'load records-with-bad.jsonl --store l2', 3, '2 articles'],
    ['articles where records are wanted', 'load good.jsonl --store l3', 3, 'no extraction record'],
    ['a missing record file', 'load missing.jsonl --store l4', 3, '[record/unreadable]'],
    ['an empty record file', 'load empty.jsonl --store l5', 1, '0 articles'],
    [
      'records into a server that is not there',
      'load records.jsonl --store bolt://localhost:1',
      4,
      'localhost',
    ],
    ['an export', 'export neo4j-admin import records.jsonl', 0, '3 articles'],
    ['an export into a file', 'export neo4j-admin good.jsonl records.jsonl', 1, 'good.jsonl'],
  ]
  it.each(rows)('%s: araxes %s ends with %i', { timeout: 60_000 }, async (_, args, code, says) => {
    const ended = await runHere(args.split(' '), { cwd: folder })
    expect(ended.stdout + ended.stderr).toContain(says)
    expect(ended.code).toBe(code)
    // A fault of ours would show its trace.
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  // A row of each code once more, in a process of its own: that is what a shell sees.
  const asProcess = rows.filter(([, , code], i) => rows.findIndex(([, , other]) => other === code) === i)
  it.each(asProcess)('%s: the process of araxes %s ends with %i', async (_, args, code, says) => {
    const ended = await araxes(args.replace('--store ok', '--store again').split(' '), { cwd: folder })
    expect(ended.stdout + ended.stderr).toContain(says)
    expect(ended.code).toBe(code)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  it('loses no article to a bad line', async () => {
    await runHere(['extract', 'mixed.jsonl', '--store', 'lines'], { cwd: folder })
    expect((await countsOf(join(folder, 'lines'))).nodes.Article).toBe(6)
  })

  it('leaves an input that was named as output as it was', async () => {
    await runHere(['extract', 'good.jsonl', '--output', 'good.jsonl'], { cwd: folder })
    expect(await readFile(join(folder, 'good.jsonl'), 'utf8')).toBe(articles(0, 3))
  })
})
