import { relationType } from '../core/ontology.ts'
import type { LabelledSentence, LabelledStatement } from '../gazetteer/sentences.ts'
import type { Claim } from './judge.ts'

/** Gifts, of weapons or not: a label may not tell which. */
const GIFTS = new Set(['AIDS', 'SUPPLIES_ARMS_TO'])

/** The relations between actors that a sentence is about; empty for no event. */
export function aboutOf(sentence: LabelledSentence): readonly string[] {
  if ('about' in sentence) return sentence.about
  const said = sentence.says.filter((s) => !s.optional && relationType(s.relation).target === 'actor')
  return [...new Set(said.map((s) => s.relation))]
}

/**
 * Whether each claim about a sentence is right, in their order; undefined where the labels do not tell. A sentence with
 * every statement labelled tells all. One that is labelled with its main event tells of other claims only that they are
 * wrong about the same two actors.
 */
export function verdictsOn(
  claims: readonly Claim[],
  sentence: LabelledSentence,
): readonly (boolean | undefined)[] {
  if ('says' in sentence)
    return claims.map((claim) => {
      const labels = sentence.says.filter((s) => isSame(claim, s))
      return labels.length === 0 ? false : labels.some((s) => !s.optional) ? true : undefined
    })
  const right = claims.filter((claim) => isAbout(claim, sentence.about))
  return claims.map((claim) => {
    if (right.includes(claim)) return true
    if (sentence.about.length === 0) return false
    return right.some((r) => isPair(claim, r)) ? false : undefined
  })
}

function isSame(claim: Claim, label: LabelledStatement): boolean {
  if (claim.relation !== label.relation && !(GIFTS.has(claim.relation) && GIFTS.has(label.relation)))
    return false
  const [from, to] = [claim.source ?? 'none', claim.target ?? 'none']
  const straight = from === label.source && to === label.target
  return straight || (!relationType(claim.relation).directed && from === label.target && to === label.source)
}

function isPair(a: Claim, b: Claim): boolean {
  return (a.source === b.source && a.target === b.target) || (a.source === b.target && a.target === b.source)
}

/** A sentence labelled with what was promised, threatened or refused holds the act as well, planned or negated. */
function isAbout({ relation, polarity, modality }: Claim, about: readonly string[]): boolean {
  if (about.includes(relation)) return true
  if (GIFTS.has(relation) && about.some((l) => GIFTS.has(l))) return true
  const friendly = (relationType(relation).quad ?? 0) <= 2
  if (polarity === 'negated') return friendly && about.includes('REJECTS')
  const future = modality === 'planned' || modality === 'possible' || modality === 'conditional'
  return future && about.includes(friendly ? 'AGREES_WITH' : 'THREATENS')
}
