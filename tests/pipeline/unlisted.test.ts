import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/stores/index.ts'
import { runHere } from '../run-here.ts'

const ARTICLE = {
  id: 'wendel-1',
  date: '2019-05-05',
  text: 'Walter Wendel accused Iran of an attack. Shopkeepers accused Iraq and Oman of an attack. Ilham Aliyev met Hassan Rouhani.',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'araxes-'))
  await writeFile(join(folder, 'news.jsonl'), `${JSON.stringify(ARTICLE)}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const entitiesOf = async (path: string): Promise<readonly unknown[]> => {
  const store = await openStore(path, {})
  const rows = await store.read(
    `MATCH (e:Entity)<-[:SOURCE|TARGET]-(:Statement)
     RETURN DISTINCT e.id AS id, e:Unlisted AS unlisted ORDER BY id`,
    {},
  )
  await store.close()
  return rows
}

const LISTED = [
  { id: 'leader/hassan-rouhani', unlisted: false },
  { id: 'leader/ilham-aliyev', unlisted: false },
]
const WITH_UNLISTED = [
  { id: 'country/IRN', unlisted: false },
  ...LISTED,
  { id: 'unlisted/walter-wendel', unlisted: true },
]

it('leaves unlisted people out of the graph, until it is asked for them, and then makes it anew', async () => {
  const graph = join(folder, 'extracted')
  const news = join(folder, 'news.jsonl')
  await runHere(['extract', news, '--store', graph])
  expect(await entitiesOf(graph)).toEqual(LISTED)
  await runHere(['extract', news, '--store', graph, '--unlisted'])
  expect(await entitiesOf(graph)).toEqual(WITH_UNLISTED)
  const again = await runHere(['extract', news, '--store', graph, '--unlisted', '--json'])
  expect(JSON.parse(again.stdout)).toMatchObject({ skipped: 1 })
  await runHere(['extract', news, '--store', graph])
  expect(await entitiesOf(graph)).toEqual(LISTED)
})

it('finds them in the records of any run', async () => {
  const [records, graph] = [join(folder, 'records.jsonl'), join(folder, 'loaded')]
  await runHere(['extract', join(folder, 'news.jsonl'), '--output', records])
  await runHere(['load', records, '--store', graph])
  expect(await entitiesOf(graph)).toEqual(LISTED)
  await runHere(['load', records, '--store', graph, '--unlisted'])
  expect(await entitiesOf(graph)).toEqual(WITH_UNLISTED)
})
