import type { VerbTrigger } from './trigger.ts'

/** Object lists up to this long are filed noun by noun; longer ones are tried one after another. */
const FEW = 8

interface Filed {
  readonly trigger: VerbTrigger
  readonly order: number
}

/**
 * The triggers of one verb, found by what must stand around it. A few verbs ("call", "hold", "threaten") have a hundred,
 * and hardly one of them can fit: going through all of them was a tenth of the whole work.
 */
export class VerbIndex {
  private readonly always: Filed[] = []
  /** The triggers of `always`, which is what most verbs get. */
  private readonly unconditional: readonly VerbTrigger[]
  private readonly byPreposition = new Map<string, Filed[]>()
  private readonly byObject = new Map<string, Filed[]>()

  constructor(triggers: readonly VerbTrigger[]) {
    for (const [order, trigger] of triggers.entries()) {
      const filed = { trigger, order }
      const { object, preposition, infinitive } = trigger
      if (preposition && infinitive === undefined) file(this.byPreposition, preposition.word, filed)
      else if (object && !object.named && object.nouns.size <= FEW)
        for (const noun of object.nouns) file(this.byObject, noun, filed)
      else this.always.push(filed)
    }
    this.unconditional = this.always.map(({ trigger }) => trigger)
  }

  /** Those that may fit between these prepositions and objects so called, in the order of the lists. */
  candidates(prepositions: Iterable<string>, nouns: Iterable<string>): readonly VerbTrigger[] {
    const found = new Set<Filed>()
    if (this.byPreposition.size > 0)
      for (const word of prepositions)
        for (const filed of this.byPreposition.get(word) ?? []) found.add(filed)
    if (this.byObject.size > 0)
      for (const noun of nouns) for (const filed of this.byObject.get(noun) ?? []) found.add(filed)
    if (found.size === 0) return this.unconditional
    return [...this.always, ...found].sort((a, b) => a.order - b.order).map(({ trigger }) => trigger)
  }
}

function file(map: Map<string, Filed[]>, key: string, filed: Filed): void {
  const list = map.get(key)
  if (list) list.push(filed)
  else map.set(key, [filed])
}
