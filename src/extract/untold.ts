import type { EntityId } from '../core/entity.ts'
import { type Actor, type ActorContext, actorsOf, ownersOf } from './actors.ts'
import type { NounPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import type { Firing, Scene } from './firing.ts'
import type { Parse } from './parse.ts'
import type { Found } from './slots.ts'
import { asCalled } from './targets.ts'

/** Prepositions of the place where authorities act. */
const WHERE = new Set(['in', 'from', 'at'])
/** Before the attack in which somebody was killed. */
const IN_AN_ATTACK = new Set(['in', 'during', 'by', 'after', 'as', 'amid'])
/** Relations that the authorities of the place bring about when a passive names nobody: "were arrested in Iran". */
const AUTHORITIES = new Set(['COERCES', 'RETREATS_FROM', 'CONCEDES_TO', 'SANCTIONS'])

/** Who does it where no slot of the rule tells. */
export function untold(firing: Firing, scene: Scene): Found {
  const attackers = attackersIn(firing, scene)
  if (attackers.length > 0) return { actors: attackers, way: 'attacker' }
  const authorities = authoritiesFor(firing, scene)
  if (authorities.length > 0) return { actors: authorities, way: 'authorities' }
  return { actors: doerOf(firing, scene.parse), way: 'doer' }
}

/** "were killed in an **Israeli** strike": who made the attack in which it happened. */
function attackersIn(
  { trigger, clause, phrase }: Firing,
  { parse, context, triggers }: Scene,
): readonly Actor[] {
  if (phrase || !clause?.verb.passive || trigger.relation.relation !== 'ASSAULTS') return []
  for (const { preposition, phrases } of clause.prepositional) {
    if (!IN_AN_ATTACK.has(preposition)) continue
    for (const p of phrases) {
      const nouns = triggers.nouns.get(parse.words[p.head]!.lemma ?? '') ?? []
      if (!nouns.some((t) => t.relation.relation === 'ASSAULTS')) continue
      const by = p.posts.filter((post) => post.preposition === 'by').flatMap((post) => post.phrases)
      const made = [...ownersOf(p, context), ...by.flatMap((b) => [...actorsOf(b, context)])]
      if (made.length > 0) return made
    }
  }
  return []
}

/** Those of the one country where a passive says it happened, or which the sentence is set in. */
function authoritiesFor(
  { trigger, clause, phrase, from, to }: Firing,
  { parse, context }: Scene,
): readonly Actor[] {
  if (!AUTHORITIES.has(trigger.relation.relation)) return []
  if (!phrase && !clause?.verb.passive) return []
  const onlyCountry = context.onlyCountry ?? (phrase ? undefined : countryAround(clause!, context))
  if (!onlyCountry) return []
  const at = { start: parse.words[from]!.start, end: parse.words[to]!.end }
  return [{ ...at, ...onlyCountry, sector: 'GOV', as: 'behind', inferred: true, unlisted: false }]
}

/** "were released from captivity **in Libya**": the one country where a passive says it happened. */
function countryAround(clause: Clause, context: ActorContext): ActorContext['onlyCountry'] {
  const found = new Map<EntityId, NonNullable<ActorContext['onlyCountry']>>()
  const search = (phrases: readonly NounPhrase[], depth: number): void => {
    for (const p of phrases) {
      for (const { entity, code } of actorsOf(p, context))
        if (entity.startsWith('country/') && code !== null) found.set(entity, { entity, code })
      if (depth < 2) for (const post of p.posts) search(post.phrases, depth + 1)
    }
  }
  for (const { preposition, phrases } of clause.prepositional) if (WHERE.has(preposition)) search(phrases, 0)
  const [only] = found.values()
  return found.size === 1 ? only : undefined
}

/** Where the subject names nobody, what it is called: "**The attack** killed ten". It stays out of the graph. */
function doerOf({ trigger, clause, phrase }: Firing, parse: Parse): readonly Actor[] {
  if (phrase || !clause || clause.verb.passive || trigger.kind !== 'verb') return []
  // "The aim is to supply jets": an aim does nothing.
  if (clause.link === 'infinitive' && clause.parent?.verb.lemma === 'be') return []
  return trigger.source.includes('subject') ? asCalled(clause.subjects[0], parse) : []
}
