import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countsOf } from '../pipeline/araxes.ts'
import { makeRecords } from './records.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js')
const RECORDS = makeRecords(1200)

/** No file may grow beyond so many blocks of half a kilobyte: that fails as a full disk does, and needs no right. */
const LIMITED = 'ulimit -f "$1"; shift; exec "$@"'

let folder: string
let records: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'araxes-'))
  records = join(folder, 'records.jsonl')
  await writeFile(records, RECORDS.join(''))
})
afterAll(() => rm(folder, { recursive: true }))

const load = (store: string, blocks: string) =>
  spawnSync('sh', ['-c', LIMITED, 'sh', blocks, process.execPath, MAIN, 'load', records, '--store', store], {
    encoding: 'utf8',
  })

it.each([
  ['before anything is stored', '1000', undefined],
  ['after the first transaction', '3000', 500],
])(
  'an embedded store says that the disk is full %s, keeps what was stored, and goes on',
  async (_, blocks, stored) => {
    const path = join(folder, blocks)
    const { status, stderr } = load(path, blocks)
    expect(status).toBe(1)
    expect(stderr).toMatch(/the disk is full: make room, then repeat; what was stored before stays/)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect((await countsOf(path)).nodes.Article).toBe(stored)
    expect(load(path, 'unlimited').status).toBe(0)
    expect((await countsOf(path)).nodes).toMatchObject({
      Article: RECORDS.length,
      Statement: RECORDS.length * 2,
    })
  },
)
