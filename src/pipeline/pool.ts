import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Article } from '../core/article.ts'
import type { InputItem, OutputItem } from './items.ts'
import type { WorkerSetup } from './worker.ts'

/** `worker.js` beside the built `pool.js`; run from the source, where the runtime reads TypeScript, `worker.ts`. */
const WORKER = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url))

/** A task is large enough to be worth the way to a worker, and small enough that all finish at about the same time. */
const TASK_CHARACTERS = 64 * 1024
const TASK_ITEMS = 64
/** Tasks under way or waiting per worker: it always finds one, and no more than these are held in memory. */
const TASKS_PER_WORKER = 3

/**
 * Room for one article of the readers' largest size. Far below what V8 would take on a large machine, where it lets a
 * heap grow fourfold before it collects: so memory stays as it is however many articles there are.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 }

/**
 * Articles become records in `jobs` worker threads. Records come out in the order of their articles, so the number of
 * workers changes nothing but the time. Reading goes no further ahead than the bounded window of tasks.
 */
export async function* extractInPool(
  items: AsyncIterable<InputItem>,
  jobs: number,
  setup: WorkerSetup,
): AsyncGenerator<OutputItem> {
  const pool = new Piscina<readonly Article[], OutputItem[]>({
    filename: WORKER,
    minThreads: jobs,
    maxThreads: jobs,
    workerData: setup,
    resourceLimits: LIMITS,
    recordTiming: false,
  })
  const run = async (task: readonly InputItem[]): Promise<OutputItem[]> => {
    const results = (await pool.run(task.flatMap((i) => ('article' in i ? [i.article] : [])))).values()
    return task.map((item) => ('article' in item ? results.next().value! : item))
  }
  const window: Promise<OutputItem[]>[] = []
  try {
    for await (const task of tasksOf(items)) {
      const result = run(task)
      // An error is thrown where the result is awaited; unobserved until then it must not end the process.
      result.catch(() => {})
      window.push(result)
      if (window.length >= jobs * TASKS_PER_WORKER) yield* await window.shift()!
    }
    for (const result of window) yield* await result
  } finally {
    await pool.destroy()
  }
}

async function* tasksOf(items: AsyncIterable<InputItem>): AsyncGenerator<InputItem[]> {
  let task: InputItem[] = []
  let characters = 0
  for await (const item of items) {
    task.push(item)
    if ('article' in item) characters += item.article.text.length
    if (characters < TASK_CHARACTERS && task.length < TASK_ITEMS) continue
    yield task
    task = []
    characters = 0
  }
  if (task.length > 0) yield task
}
