import { type Actor, type ActorContext, actorsOf, ownersOf } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Drafts } from './drafts.ts'
import type { Parse, Standing } from './parse.ts'
import type { Triggers } from './triggers.ts'

/** Between what is done to somebody and the act for which it is done: "accused **of**", "sanctioned **over**". */
const FOR_THE_ACT = new Set(['for', 'of', 'over', 'with'])
/** Before an act of whoever something is done to, if a pronoun says so: "in response to **its** invasion". */
const FOR_ITS_ACT = new Set([...FOR_THE_ACT, 'after', 'following', 'to'])
/** Behind a share in an act: "its role **in** the attack", "responsibility **for** the attack". */
const OF_A_SHARE = new Set(['in', 'for'])

/** The share in an act that stands before it: "**any role** in the attack". */
export function shareIn(
  phrase: NounPhrase,
  standing: Standing | undefined,
  { chunks, words }: Parse,
  { embedding }: Triggers,
): NounPhrase | undefined {
  if (standing?.role !== 'prepositional') return undefined
  for (const chunk of chunks) {
    if (chunk.kind !== 'np' || chunk.head >= phrase.from) continue
    if (!chunk.posts.some((p) => OF_A_SHARE.has(p.preposition) && p.phrases.includes(phrase))) continue
    if (embedding.noun(words[chunk.head]!.lemma ?? '').has('transparent')) return chunk
  }
  return undefined
}

/**
 * Who did what a noun tells where the noun itself does not say: whoever is accused, punished, threatened or thanked for it
 * ("condemned **Moscow** for the attack on Kyiv", `owned`: "for its attack"), and whoever has a `share` in it ("**Tehran** denied any role in the attack").
 */
export function answerableFor(
  standing: Standing | undefined,
  share: NounPhrase | undefined,
  parse: Parse,
  context: ActorContext,
  triggers: Triggers,
  drafts: Drafts,
  owned: boolean,
): readonly Actor[] {
  if (standing?.role !== 'prepositional') return []
  if (!share) {
    const { clause, preposition = '' } = standing
    return (owned ? FOR_ITS_ACT : FOR_THE_ACT).has(preposition) ? drafts.answering(clause, preposition) : []
  }
  const owners = ownersOf(share, context)
  if (owners.length > 0) return owners
  const whole = parse.standing(share)
  if (whole?.role === 'prepositional') {
    const another = shareIn(share, whole, parse, triggers)
    return answerableFor(whole, another, parse, context, triggers, drafts, owned)
  }
  return whole?.role === 'object' && !whole.clause.verb.passive
    ? whole.clause.subjects.flatMap((p) => [...actorsOf(p, context)])
    : []
}
