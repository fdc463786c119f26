import { type EventModel, NO_EVENT } from './model.ts'

/** What the event model says of a sentence. */
export interface Opinion {
  /** Probability of a relation. */
  of(relation: string): number
  /** The relation that is likeliest, and its probability. */
  readonly likeliest: { readonly relation: string; readonly probability: number }
  /** The highest probability of any relation but these. */
  likeliestBut(spoken: readonly string[]): number
  /** Probability that there is no event. */
  readonly none: number
}

/** `scores` are those of the model's labels, in their order. */
export function opinionOf({ labels, labelAt }: EventModel, scores: Float64Array): Opinion {
  const of = (label: string): number => scores[labelAt.get(label) ?? -1] ?? 0
  const likeliest = (but: readonly string[]): Opinion['likeliest'] => {
    let best = { relation: '', probability: 0 }
    for (let k = 0; k < labels.length; k++) {
      const relation = labels[k]!
      const probability = scores[k]!
      if (probability > best.probability && relation !== NO_EVENT && !but.includes(relation))
        best = { relation, probability }
    }
    return best
  }
  const first = likeliest([])
  return {
    of,
    likeliest: first,
    likeliestBut: (spoken) =>
      spoken.includes(first.relation) ? likeliest(spoken).probability : first.probability,
    none: of(NO_EVENT),
  }
}
