import { createHash } from 'node:crypto'
import type { ModelData } from '../gazetteer/model-data.ts'
import type { Lesson } from './model.ts'

/** How a logistic model is kept from learning its lessons by heart. */
export interface Prior {
  /** Weight of the squared weights (L2) against the log loss of all lessons. */
  readonly ridge: number
  /** A feature seen in fewer lessons teaches nothing that generalizes. */
  readonly least: number
}

const STEPS = 300
const SCALE = 0.005

/**
 * Learns whether a lesson has any label, `yes` or `no`, by ridge-regularized logistic regression over all lessons at once.
 * The loss has one minimum, so that a few more lessons move the weights a little, and its probabilities hold as they are.
 * Minimized by Nesterov's accelerated gradient, each weight in steps of the inverse of its bound on curvature.
 */
export function trainLogistic(
  lessons: readonly Lesson[],
  [no, yes]: readonly [no: string, yes: string],
  { ridge, least }: Prior,
): ModelData {
  const counts = new Map<string, number>()
  for (const { features } of lessons) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1)
  const names = [...counts.keys()].filter((f) => counts.get(f)! >= least).sort()
  const ids = new Map(names.map((f, i) => [f, i]))
  const rows = lessons.map((l) => ({
    at: Int32Array.from(l.features.flatMap((f) => ids.get(f) ?? [])),
    right: l.labels.length > 0 ? 1 : 0,
  }))
  const longest = Math.max(1, ...rows.map((r) => r.at.length))
  const steps = Float64Array.from(names, (f) => 1 / (0.25 * counts.get(f)! * longest + ridge))
  let weights = new Float64Array(names.length)
  let ahead = new Float64Array(names.length)
  let momentum = 1
  for (let step = 0; step < STEPS; step++) {
    const gradient = ahead.map((w) => ridge * w)
    for (const { at, right } of rows) {
      let sum = 0
      for (const id of at) sum += ahead[id]!
      const error = 1 / (1 + Math.exp(-sum)) - right
      for (const id of at) gradient[id]! += error
    }
    const next = ahead.map((w, id) => w - steps[id]! * gradient[id]!)
    const grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    ahead = next.map((w, id) => w + ((momentum - 1) / grown) * (w - weights[id]!))
    momentum = grown
    weights = next
  }
  const rounded = names.map((name, id) => ({ name, weight: Math.round(weights[id]! / SCALE) }))
  const kept = rounded.filter((r) => r.weight !== 0)
  const labels = [no, yes]
  const version = createHash('sha256')
    .update(JSON.stringify([labels, kept]))
    .digest('hex')
    .slice(0, 12)
  return {
    version,
    labels,
    scale: SCALE,
    features: kept.map((r) => r.name),
    weights: Int16Array.from(kept.flatMap((r) => [0, r.weight])),
  }
}
