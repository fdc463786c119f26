import { RELATIONS } from '../core/ontology.ts'
import type { Actor } from './actors.ts'
import type { Clause } from './clause.ts'
import type { Draft } from './drafts.ts'
import type { Opinion } from './opinion.ts'
import type { Trigger } from './trigger.ts'

export const BY = ['verb', 'noun', 'other'] as const

/** What the judge knows of a draft, worked out once for all its traits. */
export interface Facts {
  readonly draft: Draft
  readonly relation: string
  readonly rule: string
  /** The word that fires, whatever its rule. */
  readonly word: string
  readonly by: (typeof BY)[number]
  /** How specific a verb's trigger is. */
  readonly weight: number | undefined
  /** How the draft's clause hangs in the sentence. */
  readonly link: string
  /** Source and target are of one state. */
  readonly home: boolean
  /** How far apart the two ends stand in the text, in steps of doubling (letters), and negative where the target stands first. */
  readonly gap: number
  /** How many drafts came of the same firing, up to 5. */
  readonly fired: number
  /** Log odds of the relation, of its share beside the likeliest other one, and of no event, by the event model. */
  readonly own: number
  readonly share: number
  readonly none: number
  /** Relations of the sentence (up to 4), those of them that the event model holds for likelier (3), also of the same two (2). */
  readonly rivals: number
  readonly beaten: number
  readonly beatenForTwo: number
  /** Relations that speak of this act: "**accused** X of attacking Y". */
  readonly spoken: readonly string[]
}

const RELATION_AT: ReadonlyMap<string, number> = new Map(RELATIONS.map(({ relation }, i) => [relation, i]))

/** The number of a relation, among those of the ontology. */
export const relationAt = (relation: string): number => RELATION_AT.get(relation)!

/** What the judge must know of one of a sentence's drafts. */
export function factsOf(draft: Draft, drafts: readonly Draft[], opinion: Opinion): Facts {
  const { firing, source, target } = draft
  const { trigger, clause, phrase } = firing
  const { relation } = trigger.relation
  const own = opinion.of(relation)
  const spoken: string[] = []
  for (const d of drafts) {
    const r = d.firing.trigger.relation.relation
    if (isAbove(d, draft) && !spoken.includes(r)) spoken.push(r)
  }
  // Bits of the relations seen: how many there are, and which of them are likelier.
  let [all, beating, beatingForTwo, fired] = [0, 0, 0, 0]
  for (const d of drafts) {
    const r = d.firing.trigger.relation.relation
    const bit = 1 << relationAt(r)
    all |= bit
    if (d.firing === firing) fired++
    if (opinion.of(r) <= own || spoken.includes(r)) continue
    beating |= bit
    if (isPair(d, draft)) beatingForTwo |= bit
  }
  return {
    draft,
    relation,
    rule: trigger.rule,
    word: wordOf(trigger),
    by: trigger.kind === 'verb' ? 'verb' : phrase ? 'noun' : 'other',
    weight: trigger.kind === 'verb' ? trigger.weight : undefined,
    link: clause ? (clause.link ?? 'main') : 'none',
    home: source.code === target.code && source.code !== null,
    gap: gapOf(source, target),
    fired: Math.min(5, fired),
    own: band(own),
    share: band(Math.min(1, own / (opinion.likeliestBut(spoken) + 1e-9))),
    none: band(opinion.none),
    rivals: Math.min(4, countOf(all)),
    beaten: Math.min(3, countOf(beating)),
    beatenForTwo: Math.min(2, countOf(beatingForTwo)),
    spoken,
  }
}

const wordOf = (t: Trigger): string =>
  t.kind === 'verb' ? t.lemma : t.kind === 'noun' ? t.nouns.at(-1)! : t.rule

/** Log odds in whole steps, so that a judge sees how sure the model is without a number of its own. */
const band = (p: number): number =>
  Math.max(-8, Math.min(8, Math.round(Math.log((p + 1e-5) / (1 - p + 1e-5)))))

function gapOf(source: Actor, target: Actor): number {
  const steps = Math.min(8, Math.round(Math.log2(1 + Math.abs(target.start - source.start))))
  return target.start < source.start ? -steps : steps
}

/** Whether two drafts are about the same two. */
function isPair(a: Draft, b: Draft): boolean {
  const [from, to] = [b.source.entity, b.target.entity]
  return (
    (a.source.entity === from && a.target.entity === to) ||
    (a.source.entity === to && a.target.entity === from)
  )
}

/**
 * Whether a draft of the sentence speaks of this act: "**accused** X of attacking Y", "**condemned** X's attack on Y". It is
 * what the sentence is about in the first place, and says nothing against the act.
 */
function isAbove({ firing: outer }: Draft, { firing: { clause, phrase } }: Draft): boolean {
  if (outer.phrase || !outer.clause || !clause) return false
  if (phrase && outer.clause === clause) return true
  // Bounded, because a parse may be wrong but must not loop.
  let c: Clause | undefined = clause.parent
  for (let depth = 0; c && depth < 6; c = c.parent, depth++) if (c === outer.clause) return true
  return false
}

function countOf(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
