// npm run bench [-- CORPUS…] [--articles N] [--runs N] [--jobs N] [--neo4j] [--json]
// How fast the built Araxes reads and writes, beside yardsticks measured in the same run: a machine that is busy or
// slow makes both slower, so the ratios are what to compare. --neo4j writes to NEO4J_URI, whose data it deletes.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import nlp from 'compromise'
import { toGraphBatch } from '../../dist/core/graph.js'
import { createExtractor } from '../../dist/extract/extractor.js'
import { splitSentences } from '../../dist/extract/sentences.js'
import { COMPILED_PATH, openGazetteer, readCompiled } from '../../dist/gazetteer/gazetteer.js'
import { describeEntity } from '../../dist/pipeline/describe.js'
import { extractWithJobs } from '../../dist/pipeline/jobs.js'
import { run } from '../../dist/pipeline/run.js'
import { readArticles } from '../../dist/readers/index.js'
import { openStore } from '../../dist/stores/index.js'
import { bareWrite, emptyNeo4j } from './bare-write.mjs'

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url))
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
/** Said by a process at its end: the most memory it had. */
const TELL_MEMORY = `process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS))`
/** compromise's parse is slow: it reads this share of the articles. */
const PARSED_SHARE = 0.1

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '2000' },
    runs: { type: 'string', default: '3' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    neo4j: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const [wanted, runs, jobs] = [Number(options.articles), Number(options.runs), Number(options.jobs)]

/** The first articles of the corpus; of a smaller one the same again, under other ids, until there are enough. */
async function readCorpus() {
  const found = []
  for await (const item of readArticles(positionals.length > 0 ? positionals : [EXAMPLES])) {
    if ('article' in item) found.push(item.article)
    if (found.length >= wanted) break
  }
  if (found.length === 0) throw new Error('the corpus holds no article')
  return Array.from({ length: wanted }, (_, i) => {
    const article = found[i % found.length]
    return i < found.length ? article : { ...article, id: `${article.id}-${i}` }
  })
}

/**
 * What is measured: `read` says how much of the corpus one run reads or writes.
 * @typedef {{ name: string, work: () => unknown, of?: typeof whole, yardstick?: string }} Step
 */

const bytes = await readCompiled(COMPILED_PATH)
const gazetteer = openGazetteer(bytes)
const extractor = createExtractor({ gazetteer })
const articles = await readCorpus()
const some = articles.slice(0, Math.max(1, Math.ceil(articles.length * PARSED_SHARE)))

const sizeOf = (list) => ({
  articles: list.length,
  megabytes: list.reduce((n, a) => n + Buffer.byteLength(a.text), 0) / 1e6,
  sentences: list.reduce((n, a) => n + splitSentences(a.text).length, 0),
})
const whole = sizeOf(articles)
const part = sizeOf(some)

async function* stream(list) {
  yield* list
}
const drain = async (items) => {
  for await (const _ of items);
}
const records = articles.map((article) => extractor.extract(article))
const asItems = () => stream(records.map(({ record, sentences }) => ({ record, sentences })))

async function writeEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'araxes-bench-'))
  const store = await openStore(join(folder, 'graph'), {})
  await run(asItems(), { store }, gazetteer)
  await store.close()
  await rm(folder, { recursive: true })
}

async function writeNeo4j() {
  await emptyNeo4j(process.env)
  const store = await openStore(process.env.NEO4J_URI, process.env)
  await run(asItems(), { store }, gazetteer)
  await store.close()
}

async function writeBare() {
  await emptyNeo4j(process.env)
  const all = records.map(({ record }) => record)
  await bareWrite(
    process.env,
    toGraphBatch(all, (id) => describeEntity(gazetteer, id)),
  )
}

/** @type {Step[]} */
const steps = [
  { name: 'sentence splitting', work: () => articles.forEach((a) => void splitSentences(a.text)) },
  { name: 'compromise, tokenizer', of: part, work: () => some.forEach((a) => void nlp.tokenize(a.text)) },
  {
    name: 'tagging',
    yardstick: 'compromise, tokenizer',
    work: () => articles.forEach((a) => void extractor.tag(a)),
  },
  { name: 'compromise, full parse', of: part, work: () => some.forEach((a) => void nlp(a.text)) },
  {
    name: 'whole pipeline, one thread',
    yardstick: 'compromise, full parse',
    work: () => articles.forEach((a) => void extractor.extract(a)),
  },
  {
    name: `whole pipeline, ${jobs} threads`,
    yardstick: 'compromise, full parse',
    work: () =>
      drain(extractWithJobs(stream(articles.map((article) => ({ article }))), { bytes, gazetteer, jobs })),
  },
  { name: 'writing, embedded store', work: writeEmbedded },
  ...(options.neo4j
    ? [
        { name: 'bare UNWIND, Neo4j', work: writeBare },
        { name: 'writing, Neo4j', yardstick: 'bare UNWIND, Neo4j', work: writeNeo4j },
      ]
    : []),
]

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1]

/** Steps take turns, so that what else the machine does meanwhile falls on all of them. The first round only warms up. */
async function measure() {
  const seconds = new Map(steps.map((s) => [s.name, []]))
  for (let round = 0; round <= runs; round++) {
    for (const { name, work } of steps) {
      const started = performance.now()
      await work()
      if (round > 0) seconds.get(name).push((performance.now() - started) / 1000)
    }
  }
  return new Map([...seconds].map(([name, list]) => [name, median(list)]))
}

const medians = await measure()
const perSecond = (name, key) => (steps.find((s) => s.name === name).of ?? whole)[key] / medians.get(name)
const results = steps.map(({ name, yardstick }) => ({
  name,
  seconds: medians.get(name),
  megabytesPerSecond: perSecond(name, 'megabytes'),
  sentencesPerSecond: perSecond(name, 'sentences'),
  articlesPerSecond: perSecond(name, 'articles'),
  ...(yardstick
    ? { yardstick, ratio: perSecond(name, 'sentences') / perSecond(yardstick, 'sentences') }
    : {}),
}))
// Relation extraction has no function of its own: it is what the pipeline takes beyond tagging.
const relating = medians.get('whole pipeline, one thread') - medians.get('tagging')
results.push({
  name: 'relation extraction',
  seconds: relating,
  megabytesPerSecond: whole.megabytes / relating,
  sentencesPerSecond: whole.sentences / relating,
  articlesPerSecond: whole.articles / relating,
})
const peakMegabytes = process.resourceUsage().maxRSS / 1024

/** The most memory `araxes extract` has over these articles, read from a file and written to no store, in MB. */
async function memoryOf(list) {
  const folder = await mkdtemp(join(tmpdir(), 'araxes-bench-'))
  const input = join(folder, 'corpus.jsonl')
  const lines = list.map(({ id, text, publishedOn }) => JSON.stringify({ id, text, date: publishedOn }))
  await writeFile(input, `${lines.join('\n')}\n`)
  const { stderr } = await promisify(execFile)(process.execPath, [
    ...['--import', `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`, MAIN],
    ...['extract', input, '--output', join(folder, 'records.jsonl'), '--jobs', String(jobs)],
  ])
  await rm(folder, { recursive: true })
  return Number(/maxRSS (\d+)/.exec(stderr)[1]) / 1024
}
const memory = { tenth: await memoryOf(some), whole: await memoryOf(articles) }

if (options.json) console.log(JSON.stringify({ corpus: whole, runs, results, memory, peakMegabytes }))
else {
  const { articles: n, megabytes, sentences } = whole
  console.log(`${n} articles, ${megabytes.toFixed(1)} MB, ${sentences} sentences; median of ${runs} runs\n`)
  const cell = (x, digits = 0) => x.toFixed(digits).padStart(10)
  console.log(`${''.padEnd(28)}      MB/s  sentences/s  articles/s   against its yardstick`)
  for (const r of results) {
    const ratio = r.ratio === undefined ? '' : `   ${r.ratio.toFixed(1)} × ${r.yardstick}`
    console.log(
      `${r.name.padEnd(28)}${cell(r.megabytesPerSecond, 2)}${cell(r.sentencesPerSecond).padStart(13)}${cell(r.articlesPerSecond).padStart(12)}${ratio}`,
    )
  }
  console.log(
    `\npeak memory of "araxes extract": ${memory.whole.toFixed(0)} MB, of a tenth of the corpus ${memory.tenth.toFixed(0)} MB; of this bench, which holds the corpus and its records, ${peakMegabytes.toFixed(0)} MB`,
  )
}
