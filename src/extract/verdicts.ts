import { relationType } from '../core/ontology.ts'
import type { LabelledSentence, LabelledStatement } from '../gazetteer/sentences.ts'
import type { Claim } from './judge.ts'

/** Gifts, of weapons or not: a label may not tell which. */
const GIFTS = new Set(['AIDS', 'SUPPLIES_ARMS_TO'])

/** The relations between actors that a sentence is about; empty for no event. */
export function aboutOf({ says }: LabelledSentence): readonly string[] {
  const said = says.filter((s) => !s.optional && relationType(s.relation).target === 'actor')
  return [...new Set(said.map((s) => s.relation))]
}

/** Whether a claim says what a sentence says in the first place: what a good reader may leave out is left out. */
export function isRight(claim: Claim, { says }: LabelledSentence): boolean {
  return says.some((s) => !s.optional && isSame(claim, s))
}

/** Somebody of whom the claim knows no country may be anybody. */
function isSame(claim: Claim, label: LabelledStatement): boolean {
  if (claim.relation !== label.relation && !(GIFTS.has(claim.relation) && GIFTS.has(label.relation)))
    return false
  const fits = (code: string | null, told: string): boolean => code === null || code === told
  const { source, target } = claim
  const straight = fits(source, label.source) && fits(target, label.target)
  return (
    straight ||
    (!relationType(claim.relation).directed && fits(source, label.target) && fits(target, label.source))
  )
}
