import type { VerbPattern } from './trigger.ts'

/** Object lists up to this long are filed noun by noun; longer ones are tried one after another. */
const FEW = 8

/** What stands around a verb. */
export interface Around {
  readonly prepositions: readonly string[]
  /** What its objects are called; read only where it matters. */
  readonly things: readonly { readonly nouns: readonly string[] }[]
}

/**
 * The triggers of one verb, found by what must stand around it. A few verbs ("call", "hold", "threaten") have a hundred,
 * and hardly one of them can fit: going through all of them was a tenth of the whole work.
 */
export class VerbIndex<T extends VerbPattern> {
  private readonly triggers: readonly T[]
  /** Those that nothing must stand around, which is what most verbs get. */
  private readonly unconditional: readonly T[]
  private readonly byPreposition = new Map<string, number[]>()
  private readonly byObject = new Map<string, number[]>()
  /** Per trigger whether it needs nothing around it, and in which call it was last found. */
  private readonly always: Uint8Array
  private readonly found: Int32Array
  private call = 0

  constructor(triggers: readonly T[]) {
    this.triggers = triggers
    this.always = new Uint8Array(triggers.length)
    this.found = new Int32Array(triggers.length)
    for (const [at, { object, preposition, infinitive }] of triggers.entries()) {
      if (preposition && infinitive === undefined) file(this.byPreposition, preposition.word, at)
      else if (object && !object.named && object.nouns.size <= FEW)
        for (const noun of object.nouns) file(this.byObject, noun, at)
      else this.always[at] = 1
    }
    this.unconditional = triggers.filter((_, at) => this.always[at] === 1)
  }

  /** Those that may fit between these prepositions and objects so called, in the order of the lists. */
  candidates(around: Around): readonly T[] {
    this.call++
    let any = false
    if (this.byPreposition.size > 0)
      for (const word of around.prepositions) if (this.mark(this.byPreposition.get(word))) any = true
    if (this.byObject.size > 0)
      for (const { nouns } of around.things)
        for (const noun of nouns) if (this.mark(this.byObject.get(noun))) any = true
    if (!any) return this.unconditional
    const { triggers, always, found, call } = this
    const candidates: T[] = []
    for (let at = 0; at < triggers.length; at++)
      if (always[at] === 1 || found[at] === call) candidates.push(triggers[at]!)
    return candidates
  }

  private mark(filed: readonly number[] | undefined): boolean {
    if (filed === undefined) return false
    for (const at of filed) this.found[at] = this.call
    return true
  }
}

function file(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list) list.push(at)
  else map.set(key, [at])
}
