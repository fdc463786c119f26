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
import { tuneEngine } from '../../dist/pipeline/engine.js'
import { extractWithJobs } from '../../dist/pipeline/jobs.js'
import { run } from '../../dist/pipeline/run.js'
import { readArticles } from '../../dist/readers/index.js'
import { openStore } from '../../dist/stores/index.js'
import { bareWrite, emptyNeo4j } from './bare-write.mjs'

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url))
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
/** Said by a process at its end: the most memory it had. */
const TELL_MEMORY = `process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS))`
/** compromise is slow: it reads one article of so many. */
const PARSED_OF = 10
/**
 * So many articles are read by each step in turn. A shared machine may give half its speed for seconds at a time: taking
 * turns this often, what is compared meets the same.
 */
const TURN = 50
const WARM_UP = 2

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
 * What is measured: work on each article, or on all at once. `of` says which articles it reads.
 * @typedef {{ name: string, each?: (article: import('../../dist/core/article.js').Article) => unknown, work?: () => unknown, of?: typeof whole, yardstick?: string }} Step
 */

tuneEngine()
const bytes = await readCompiled(COMPILED_PATH)
const gazetteer = openGazetteer(bytes)
const extractor = createExtractor({ gazetteer })
const articles = await readCorpus()
const some = articles.filter((_, i) => i % PARSED_OF === 0)

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
  { name: 'sentence splitting', each: (a) => splitSentences(a.text) },
  { name: 'compromise, tokenizer', of: part, each: (a) => nlp.tokenize(a.text) },
  { name: 'tagging', yardstick: 'compromise, tokenizer', each: (a) => extractor.tag(a) },
  { name: 'compromise, full parse', of: part, each: (a) => nlp(a.text) },
  {
    name: 'whole pipeline, one thread',
    yardstick: 'compromise, full parse',
    each: (a) => extractor.extract(a),
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

/** Seconds of each step in one round over the corpus. */
async function round() {
  const seconds = new Map(steps.map((s) => [s.name, 0]))
  const time = async (name, work) => {
    const started = performance.now()
    await work()
    seconds.set(name, seconds.get(name) + (performance.now() - started) / 1000)
  }
  for (let from = 0; from < articles.length; from += TURN) {
    const turn = articles.slice(from, from + TURN)
    for (const { name, each, of = whole } of steps) {
      if (!each) continue
      const mine = of === whole ? turn : turn.filter((_, i) => (from + i) % PARSED_OF === 0)
      await time(name, () => mine.forEach(each))
    }
  }
  for (const { name, work } of steps) if (work) await time(name, work)
  return seconds
}

const rounds = []
// The first rounds only warm up: until then the engine interprets and compiles.
for (let i = 0; i < WARM_UP + runs; i++) rounds.push(await round())
rounds.splice(0, WARM_UP)

const of = (name) => steps.find((s) => s.name === name).of ?? whole
const secondsOf = (name) => median(rounds.map((seconds) => seconds.get(name)))
/** How many sentences a step reads while its yardstick reads one. */
const ratioOf = (name, yardstick) =>
  (of(name).sentences / of(yardstick).sentences) *
  median(rounds.map((seconds) => seconds.get(yardstick) / seconds.get(name)))
const speed = (seconds, { megabytes, sentences, articles }) => ({
  seconds,
  megabytesPerSecond: megabytes / seconds,
  sentencesPerSecond: sentences / seconds,
  articlesPerSecond: articles / seconds,
})
const results = steps.map(({ name, yardstick }) => ({
  name,
  ...speed(secondsOf(name), of(name)),
  ...(yardstick ? { yardstick, ratio: ratioOf(name, yardstick) } : {}),
}))
// Relation extraction has no function of its own: it is what the pipeline takes beyond tagging.
const relating = secondsOf('whole pipeline, one thread') - secondsOf('tagging')
results.push({ name: 'relation extraction', ...speed(relating, whole) })
const peakMegabytes = process.resourceUsage().maxRSS / 1024

/** The most memory `araxes extract` has over these articles, read from a file and written to no store, in MB. */
async function memoryOf(list, jobs) {
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
const memory = {
  tenth: await memoryOf(some, 1),
  whole: await memoryOf(articles, 1),
  jobs: await memoryOf(articles, jobs),
}

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
    `\npeak memory of "araxes extract": ${memory.whole.toFixed(0)} MB with one thread, of a tenth of the corpus ${memory.tenth.toFixed(0)} MB; ${memory.jobs.toFixed(0)} MB with ${jobs} threads; of this bench, which holds the corpus and its records, ${peakMegabytes.toFixed(0)} MB`,
  )
}
