import { relationType } from '../core/ontology.ts'
import type { ActorContext } from './actors.ts'
import type { Clause } from './clause.ts'
import type { Drafts } from './drafts.ts'
import { factsOf } from './facts.ts'
import { type FeatureReader, readFeatures } from './features.ts'
import type { Trained } from './judge.ts'
import { readClause } from './modality.ts'
import type { Reasons } from './model.ts'
import { isOneOf } from './naming.ts'
import { opinionOf } from './opinion.ts'
import type { Parse } from './parse.ts'
import { clauseSlots, type Slots } from './slots.ts'
import type { Triggers } from './triggers.ts'

/**
 * Statements less likely right than this are dropped: low, because whoever asks may set a higher bound on confidence, and
 * between .2 and .4 what is lost in precision is won in recall.
 */
const HOLD = 0.3
/** From this share among events, and with no event this unlikely, the model speaks where the rules are silent. */
const SPEAK = 0.7
const SILENCE = 0.3

/** Where the one who acts stands when only the model speaks. */
const SOURCES = ['subject', 'poss']
/** Where the other party stands when only the model speaks: behind the verb, in any role, then in the act it governs. */
const ANYWHERE = [
  'object',
  'against',
  'with',
  'to',
  'on',
  'from',
  'at',
  'for',
  'of',
  'over',
  'by',
  'content',
  'in',
  'into',
  'near',
]

/** How many labels `explain` shows of what the event model says. */
const SHOWN = 3

/**
 * Lets the judge weigh what the rules found in a sentence, and the event model speak where they found nothing. With `why`,
 * returns what the event model says and why, for `explain`.
 */
export function confirm(
  parse: Parse,
  context: ActorContext,
  triggers: Triggers,
  drafts: Drafts,
  { model, judge }: Trained,
  why: boolean,
): readonly Reasons[] {
  // Where nothing was found and nobody is named to whom the model could ascribe it, it need not be asked.
  let stage = drafts.isEmpty() ? stageOf(parse, context) : undefined
  if (drafts.isEmpty() && !stage && !why) return []
  const [fired, missed] = [drafts.rules(), drafts.misses.map((m) => m.rule)]
  const read: FeatureReader = (sink) => readFeatures(parse, fired, missed, sink)
  const scores = model.score(read)
  const reasons = why ? model.explain(read, SHOWN) : []
  const opinion = opinionOf(model, scores)
  const hold = (): void =>
    drafts.keep((draft, all) => {
      if (draft.firing.trigger.relation.target === 'weapon') return draft.confidence
      const p = judge(factsOf(draft, all, opinion))
      return p >= HOLD ? p : undefined
    }, 'such statements are too seldom right')
  hold()
  if (!drafts.isEmpty()) return reasons
  const { none, likeliest } = opinion
  if (none > SILENCE || likeliest.probability / (1 - none) < SPEAK) return reasons
  stage ??= stageOf(parse, context)
  if (!stage) return reasons
  const { clause, slots } = stage
  const arms = clause.objects.flat().some((p) => isOneOf(p, triggers.arms, context))
  const relation = relationType(
    likeliest.relation === 'AIDS' && arms ? 'SUPPLIES_ARMS_TO' : likeliest.relation,
  )
  drafts.fire({
    trigger: {
      kind: 'model',
      rule: `model/${relation.relation.toLowerCase().replaceAll('_', '-')}`,
      relation,
      mode: null,
      source: [],
      target: [],
    },
    source: SOURCES,
    target: ANYWHERE,
    from: clause.verb.main,
    to: clause.verb.main,
    slots,
    read: () => readClause(clause, parse.words, triggers),
    clause,
    phrase: undefined,
    confidence: likeliest.probability,
  })
  hold()
  return reasons
}

/** Where the event model may find who acts on whom; undefined where nobody is named who could. */
function stageOf(parse: Parse, context: ActorContext): { clause: Clause; slots: Slots } | undefined {
  const clause = tellingClause(parse)
  if (!clause) return undefined
  const slots = clauseSlots(clause, parse, context, undefined)
  const isNamed = (name: string): boolean => slots(name).some((a) => !a.unlisted)
  return context.onlyCountry !== undefined || SOURCES.some(isNamed) ? { clause, slots } : undefined
}

/** The clause that tells: the main one, or what it reports. */
function tellingClause(parse: Parse): Clause | undefined {
  const main =
    parse.clauses.find((c) => c.link === undefined && c.subjects.length > 0) ??
    parse.clauses.find((c) => c.subjects.length > 0)
  return parse.clauses.find((c) => c.link === 'content' && c.parent === main && c.subjects.length > 0) ?? main
}
