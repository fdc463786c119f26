import type { PartialDate } from '../core/dates.ts'
import type { EntityId } from '../core/entity.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Actor, type ActorContext, actorsOf } from './actors.ts'
import type { Parse } from './parse.ts'
import type { Tagged } from './pos.ts'
import { createPronouns } from './pronouns.ts'
import type { Triggers } from './triggers.ts'

/** What finding actors in a parsed sentence needs: pronouns, participles behind a phrase, and where the sentence is set. */
export function createActorContext(
  parse: Parse,
  triggers: Triggers,
  gazetteer: Gazetteer,
  day: PartialDate | null,
  previous: readonly Actor[],
): ActorContext {
  const { words, clauses } = parse
  const context: ActorContext = {
    words,
    triggers,
    gazetteer,
    day,
    known: new Array<undefined>(words.length).fill(undefined),
    pronoun: (at) => pronouns(at),
    doerBehind: (phrase) => {
      const clause = clauses.find(
        (c) => c.link === 'participle' && c.verb.passive && c.subjects.includes(phrase),
      )
      const by = clause?.prepositional.filter((p) => p.preposition === 'by').flatMap((p) => p.phrases) ?? []
      return by.flatMap((p) => [...actorsOf(p, context, 1)])
    },
    relativeDoer: (phrase) =>
      clauses
        .find((c) => c.link === 'relative' && c.objects[0]?.includes(phrase))
        ?.subjects.flatMap((p) => [...actorsOf(p, context, 1)])
        .filter((a) => !a.unlisted && !a.anaphoric) ?? [],
    onlyCountry: settingOf(words),
  }
  const resolving: ActorContext = { ...context, known: undefined }
  const pronouns = createPronouns(words, clauses, previous, (phrase) => actorsOf(phrase, resolving))
  return context
}

const SETTING = new Set(['in', 'across', 'throughout', 'inside', 'around'])

/** The one country the sentence is set in: a place, or a country behind "in" or "across". */
function settingOf(words: readonly Tagged[]): ActorContext['onlyCountry'] {
  const codes = new Map<string, EntityId>()
  for (const [i, w] of words.entries()) {
    if (w.place) codes.set(w.place.country.slice('country/'.length), w.place.country)
    else if (w.mention?.kind === 'country') {
      const before = i > 1 && words[i - 1]!.lower === 'the' ? i - 2 : i - 1
      if (before >= 0 && SETTING.has(words[before]!.lower)) codes.set(w.mention.code!, w.mention.entity)
    }
  }
  const [only] = codes
  return codes.size === 1 && only ? { code: only[0], entity: only[1] } : undefined
}
