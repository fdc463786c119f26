import { createHash } from 'node:crypto'
import type { ModelData } from '../gazetteer/model-data.ts'
import { FeatureIndex } from './feature-index.ts'
import type { FeatureReader } from './features.ts'

/** The label of a sentence without an event. */
export const NO_EVENT = 'none'

/**
 * A linear model that says which relation a sentence is about: multinomial logistic regression over the features of
 * `features.ts`, trained at build from our own labelled sentences. Grammar says who; the model helps to say what, and whether.
 */
export interface EventModel {
  readonly labels: readonly string[]
  /** Where a label stands among `labels`. */
  readonly labelAt: ReadonlyMap<string, number>
  /** The number by which the model knows a word: every `Lexeme.term` of the sentences it scores is of this. */
  term(word: string): number
  /**
   * The probability of each label, in the order of `labels`; they add up to 1, and are good until the model is asked again.
   * `read` gives the features.
   */
  score(read: FeatureReader): Float64Array
  /** The row of a feature by its whole name; -1 if the model has none. */
  rowOf(feature: string): number
  /** As `score`, of features by their rows, none twice. */
  scoreOf(rows: readonly number[]): Float64Array
  /** The likeliest labels of a sentence, each with the features that speak most for it, strongest first. */
  explain(read: FeatureReader, most: number): readonly Reasons[]
}

/** Why a model says what it says. */
export interface Reasons {
  readonly label: string
  readonly probability: number
  readonly because: readonly string[]
}

/** So many features are named for a label. */
const NAMED = 5

export function createModel(data: ModelData): EventModel {
  const { labels, scale, features, weights } = data
  const K = labels.length
  const index = new FeatureIndex(features)
  // One for all sentences: making a typed array takes longer than filling it.
  const steps = new Int32Array(K)
  const sums = new Float64Array(K)
  const scoreOf: EventModel['scoreOf'] = (rows) => {
    steps.fill(0)
    for (let r = 0; r < rows.length; r++)
      for (let k = 0, at = rows[r]! * K; k < K; k++, at++) steps[k]! += weights[at]!
    let most = -Infinity
    for (let k = 0; k < K; k++) if (steps[k]! > most) most = steps[k]!
    let total = 0
    for (let k = 0; k < K; k++) total += sums[k] = Math.exp((steps[k]! - most) * scale)
    for (let k = 0; k < K; k++) sums[k]! /= total
    return sums
  }
  const score: EventModel['score'] = (read) => scoreOf(index.rowsOf(read))
  return {
    labels,
    labelAt: new Map(labels.map((label, k) => [label, k])),
    term: (word) => index.word(word),
    score,
    rowOf: (feature) => index.rowOf(feature),
    scoreOf,
    explain(read, most) {
      const scores = score(read)
      const found = [...index.rowsOf(read)]
      const likeliest = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, most)
      return likeliest.map((k) => ({
        label: labels[k]!,
        probability: Math.round(scores[k]! * 100) / 100,
        because: found
          .filter((row) => weights[row * K + k]! > 0)
          .sort((a, b) => weights[b * K + k]! - weights[a * K + k]!)
          .slice(0, NAMED)
          .map((row) => features[row]!),
      }))
    },
  }
}

/** A sentence to learn from. */
export interface Lesson {
  readonly features: readonly string[]
  /** What it is about; empty for no event. */
  readonly labels: readonly string[]
}

const EPOCHS = 15
const RATE = 0.15

/** Share of a weight that each lesson with its feature takes back. */
const DECAY = 2e-4
/** A feature seen in fewer lessons teaches nothing that generalizes. */
const LEAST = 2

const SCALE = 0.02

/** Learns a model. Deterministic: the order of lessons in an epoch comes from a fixed generator, so the same lessons give the same bytes. */
export function trainModel(lessons: readonly Lesson[]): ModelData {
  const labels = [NO_EVENT, ...new Set(lessons.flatMap((l) => l.labels))].sort((a, b) =>
    a === NO_EVENT ? -1 : b === NO_EVENT ? 1 : a < b ? -1 : 1,
  )
  const counts = new Map<string, number>()
  for (const l of lessons) for (const f of l.features) counts.set(f, (counts.get(f) ?? 0) + 1)
  const vocabulary = new Map([...counts].filter(([, n]) => n >= LEAST).map(([f], i) => [f, i]))
  const K = labels.length
  const weights = new Float64Array(vocabulary.size * K)
  const squares = new Float64Array(vocabulary.size * K).fill(1e-6)
  const rows = lessons.map((l) => ({
    ids: l.features.flatMap((f) => vocabulary.get(f) ?? []),
    target: labels.map((label) =>
      l.labels.length === 0
        ? label === NO_EVENT
          ? 1
          : 0
        : l.labels.includes(label)
          ? 1 / l.labels.length
          : 0,
    ),
  }))
  const random = generator(1)
  const order = rows.map((_, i) => i)
  const scores = new Float64Array(K)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) {
      const { ids, target } = rows[i]!
      scores.fill(0)
      for (const id of ids) for (let k = 0; k < K; k++) scores[k]! += weights[id * K + k]!
      const most = Math.max(...scores)
      let total = 0
      for (let k = 0; k < K; k++) total += scores[k] = Math.exp(scores[k]! - most)
      for (let k = 0; k < K; k++) {
        const error = scores[k]! / total - target[k]!
        if (Math.abs(error) < 1e-4) continue
        for (const id of ids) {
          // AdaGrad: a feature seen often moves slowly, a rare one at once.
          const q = id * K + k
          const gradient = error + DECAY * weights[q]!
          squares[q]! += gradient * gradient
          weights[q]! -= (RATE * gradient) / Math.sqrt(squares[q]!)
        }
      }
    }
  }
  const kept: Record<string, number[]> = {}
  for (const [feature, id] of [...vocabulary].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const row = Array.from({ length: K }, (_, k) => Math.round(weights[id * K + k]! / SCALE))
    if (row.some((w) => Math.abs(w) > 1)) kept[feature] = row
  }
  const version = createHash('sha256')
    .update(JSON.stringify([labels, kept]))
    .digest('hex')
    .slice(0, 12)
  const features = Object.keys(kept)
  return { version, labels, scale: SCALE, features, weights: Int16Array.from(Object.values(kept).flat()) }
}

/** A linear congruential generator (constants of C's rand), for an order that is the same everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
