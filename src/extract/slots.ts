import { type Actor, type ActorContext, actorsOf, ownersOf } from './actors.ts'
import type { NounPhrase, PrepositionalPhrase } from './chunk.ts'
import type { Clause } from './clause.ts'
import { inItsCourse } from './course.ts'
import { isOneOf } from './naming.ts'
import type { Parse, Standing } from './parse.ts'
import type { NounTrigger, ObjectCondition } from './trigger.ts'
import type { Triggers } from './triggers.ts'

/** Who stands in a slot, by its name; empty where nobody does. `gazetteer/relations/README.md` lists the names. */
export type Slots = (name: string) => readonly Actor[]

const NOBODY: readonly Actor[] = []

/** Who was found, and the way by which: the name of a slot, or of what was looked for where no slot names anybody. */
export interface Found {
  readonly actors: readonly Actor[]
  readonly way: string
}

/** Who stands in the first slot that names somebody; "none" where nobody does. */
export function firstIn(names: readonly string[], slots: Slots): Found {
  for (const way of names) {
    const actors = slots(way)
    if (actors.length > 0) return { actors, way }
  }
  return { actors: NOBODY, way: 'none' }
}

/** Who the phrases of a list name, each once: in "the ministers of Chad and Mali" the second country is in the list as well. */
function actorsIn(phrases: readonly NounPhrase[], context: ActorContext): readonly Actor[] {
  if (phrases.length === 0) return NOBODY
  if (phrases.length === 1) return actorsOf(phrases[0]!, context)
  const actors: Actor[] = []
  for (const phrase of phrases)
    for (const actor of actorsOf(phrase, context))
      if (!actors.some((a) => a.start === actor.start && a.end === actor.end)) actors.push(actor)
  return actors
}

/** Who stands behind the preposition. */
function behind(list: readonly PrepositionalPhrase[], word: string, context: ActorContext): readonly Actor[] {
  let found = NOBODY
  for (const { preposition, phrases } of list) {
    if (preposition !== word) continue
    const actors = actorsIn(phrases, context)
    found = found.length === 0 ? actors : [...found, ...actors]
  }
  return found
}

/** The slots of a clause. For a passive, `subject` is the "by" phrase and `object` the grammatical subject. */
export function clauseSlots(
  clause: Clause,
  parse: Parse,
  context: ActorContext,
  condition: ObjectCondition | undefined,
): Slots {
  const { verb } = clause
  const slots: Slots = (name) => {
    switch (name) {
      case 'subject':
        return verb.passive ? behind(clause.prepositional, 'by', context) : doersOf(clause, context)
      case 'speaker':
        return speakersOf(clause, context)
      case 'object':
        return verb.passive
          ? actorsIn(clause.subjects, context)
          : actorsIn(objectOf(clause, context, condition), context)
      case 'owner':
        // "Russian weapons were delivered to …": whose they are, where nobody is said to deliver.
        return (verb.passive ? clause.subjects : (clause.objects[0] ?? [])).flatMap((p) =>
          ownersOf(p, context),
        )
      case 'clause': {
        const acts = (c: Clause): boolean =>
          verb.passive ||
          [...clause.objects, ...clause.prepositional.map((p) => p.phrases)].includes(c.subjects)
        const child = parse.clauses.find(
          (c) => c.parent === clause && (c.link === 'content' || (c.link === 'infinitive' && acts(c))),
        )
        return child && child.subjects !== clause.subjects ? actorsIn(child.subjects, context) : []
      }
      case 'plural': {
        // "X and Y fought", "held talks"; but "X and Y fought poverty" is about poverty.
        const parties =
          verb.passive || (clause.objects.length > 0 && !condition) ? [] : actorsIn(clause.subjects, context)
        return parties.length > 1 ? parties : []
      }
      case 'poss':
        return clause.objects[0]?.flatMap((p) => ownersOf(p, context)) ?? []
      case 'content':
        return contentOf((child) => child.parent === clause, parse, context)
      default: {
        const own = behind(clause.prepositional, name, context)
        // "lifted the sanctions imposed **on** Iran": behind the participle that describes the object.
        return own.length > 0 ? own : behind(describing(clause, parse), name, context)
      }
    }
  }
  return slots
}

/** "passed a resolution **criticizing** X": what somebody makes says what they say, and does what they do with it. */
function doersOf(clause: Clause, context: ActorContext): readonly Actor[] {
  const own = actorsIn(clause.subjects, context)
  const { parent } = clause
  if (!parent || parent.verb.passive || own.some((a) => a.as === 'head')) return own
  if (clause.link === 'gerund' && parent.link === 'participle' && clause.subjects === parent.subjects)
    return doersOf(parent, context)
  if (clause.link !== 'participle') return own
  const made = parent.objects.flat()
  return clause.subjects.every((s) => made.includes(s)) ? actorsIn(parent.subjects, context) : own
}

/** Who says what the clause tells: "**Paris** says Berlin must pay". */
function speakersOf(clause: Clause, context: ActorContext): readonly Actor[] {
  for (let c: Clause | undefined = clause; c?.parent; c = c.parent) {
    if (c.link === 'content') return actorsIn(c.parent.subjects, context)
    if (c.link !== 'coordinate' && c.link !== 'infinitive') return []
  }
  return []
}

/**
 * The prepositional phrases of participles that describe the clause's object; "drills simulating attacking **Iran**" are
 * against it.
 */
function describing(clause: Clause, parse: Parse): readonly PrepositionalPhrase[] {
  const found: PrepositionalPhrase[] = []
  for (const c of parse.clauses) {
    if (c.link !== 'participle' || !c.subjects.some((s) => isActedOn(s, clause))) continue
    found.push(...c.prepositional)
    for (const act of parse.clauses)
      if (act.parent === c && act.link === 'gerund' && act.objects[0])
        found.push({ preposition: 'against', phrases: act.objects[0] })
  }
  return found
}

/** Whether the phrase is the clause's object; of a passive its subject. */
function isActedOn(phrase: NounPhrase, { verb, subjects, objects }: Clause): boolean {
  return verb.passive ? subjects.includes(phrase) : objects.some((list) => list.includes(phrase))
}

/** "gave Ukraine drones", "supplied Russia hundreds of drones": of two objects the one that is not the thing is the receiver. */
function objectOf(
  clause: Clause,
  context: ActorContext,
  condition: ObjectCondition | undefined,
): readonly NounPhrase[] {
  if (condition && clause.objects.length >= 2) {
    const receiver = clause.objects.find((list) => !list.some((p) => isOneOf(p, condition, context)))
    if (receiver) return receiver
  }
  return clause.objects[0] ?? []
}

/** "agreed to lend money to Indonesia", "threatened to strike Iran": whom the governed act is about. */
function contentOf(
  governed: (child: Clause) => boolean,
  parse: Parse,
  context: ActorContext,
): readonly Actor[] {
  for (const child of parse.clauses) {
    if (!governed(child)) continue
    if (child.link !== 'content' && child.link !== 'infinitive' && child.link !== 'gerund') continue
    // "agreed to open its borders to Mali": whose the borders are is who agrees.
    const objects = child.verb.passive
      ? []
      : child.objects
          .flatMap((list) => actorsIn(list, context))
          .filter((a) => !(a.anaphoric && a.as === 'owner'))
    const found =
      objects.length > 0 ? objects : child.prepositional.flatMap((p) => actorsIn(p.phrases, context))
    const listed = [...found, ...contentOf((inner) => inner.parent === child, parse, context)].filter(
      (a) => !a.unlisted,
    )
    if (listed.length > 0) return listed.slice(0, 1)
    if (found.length > 0) return found.slice(0, 1)
  }
  return []
}

/** How a verb carries a noun: its subject does what the noun says ("launch an attack"), or undergoes it ("face sanctions"). */
export type Carrying = 'active' | 'passive' | undefined

/** Prepositional phrases of a light verb that may be meant for its noun: "imposed sanctions **on** Iran". */
const OF_THE_NOUN = new Set(
  'against on with to at for from toward towards over in into of between by'.split(' '),
)

const BETWEEN = new Set(['between', 'among'])

/** Where else than behind the noun those stand for whom a relation's nouns are meant. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  REQUESTS: ['clause'],
  ACCUSES: ['clause'],
}

/** Whether, and how, the clause a noun stands in carries it. */
export function carrying(standing: Standing | undefined, triggers: Triggers): Carrying {
  if (!standing) return undefined
  const { clause, role } = standing
  const light = triggers.light.get(clause.verb.lemma) ?? []
  // "Sanctions were imposed on Iran by the EU."
  if (role === 'subject') return clause.verb.passive && light.some((l) => !l.passive) ? 'active' : undefined
  const around = new Set([...clause.prepositional.map((p) => p.preposition), clause.verb.particle ?? ''])
  const entry = light.find(
    (l) =>
      l.companions.every((c) => around.has(c)) &&
      (role === 'object' || l.companions.includes(standing.preposition ?? '')),
  )
  if (!entry) return undefined
  if (entry.passive) return 'passive'
  return clause.verb.passive ? undefined : 'active'
}

/** Where the source of a noun trigger stands, where a verb may carry the noun. */
export function nounSource(
  { source, relation }: NounTrigger,
  carried: Carrying,
  standing: Standing | undefined,
): readonly string[] {
  if (carried === 'active') return ['subject', ...source]
  const course = relation.directed ? [] : ['course']
  // "was condemned for the shelling by France": by whom is rather of the verb.
  return standing?.role === 'prepositional' && source[0] === 'poss' && relation.directed
    ? ['poss', 'answerable', ...source.slice(1)]
    : [...source, ...course]
}

/** Where the target of a noun trigger stands, where a verb may carry the noun. */
export function nounTarget({ target, relation }: NounTrigger, carried: Carrying): readonly string[] {
  if (carried === 'passive') return [...target, 'undergoer']
  const meant = MEANT[relation.relation]
  if (meant) return [...target, ...meant]
  return (relation.quad ?? 4) <= 2 ? [...target, 'grateful'] : target
}

/** What the statements of the clause a noun stands in lend it. */
export interface Beside {
  /** To whom something is done for what the noun tells; `owned` by a pronoun. */
  answerable(owned: boolean): readonly Actor[]
  /** Who thanks somebody for it. */
  grateful(): readonly Actor[]
}

/** The slots of a noun: owners before it, prepositions behind it, and what a carrying verb lends it. */
export function nounSlots(
  phrase: NounPhrase,
  standing: Standing | undefined,
  carried: Carrying,
  parse: Parse,
  context: ActorContext,
  beside: Beside,
): {
  slots: Slots
  parties: readonly Actor[]
  /** Whether the parties are named behind "between". */
  between: boolean
  owners: readonly Actor[]
} {
  const clause = standing?.clause
  let posts: readonly PrepositionalPhrase[] = phrase.posts
  if (carried && clause) {
    for (const pp of clause.prepositional) {
      if (OF_THE_NOUN.has(pp.preposition) && !posts.some((p) => p.phrases === pp.phrases))
        posts = [...posts, pp]
    }
  }
  // "Fighting broke out **between** X and Y."
  if (!carried && clause && standing.role === 'subject')
    posts = [...posts, ...clause.prepositional.filter((pp) => BETWEEN.has(pp.preposition))]
  const owners = ownersOf(phrase, context)
  const between = [...behind(posts, 'between', context), ...behind(posts, 'among', context)]
  const doers = (): readonly Actor[] => {
    if (!clause) return []
    return clause.verb.passive
      ? behind(clause.prepositional, 'by', context)
      : actorsIn(clause.subjects, context)
  }
  // Parties of one noun: "talks between X and Y", "Iran–Azerbaijan talks".
  const parties = between.length > 1 ? between : owners.length > 1 ? owners : NOBODY
  const slots: Slots = (name) => {
    switch (name) {
      case 'subject':
        return carried === 'active' ? doers() : []
      case 'undergoer':
        return carried === 'passive' && clause ? actorsIn(clause.subjects, context) : []
      case 'poss': {
        // "condemned Moscow for **its** attack": not its who condemns.
        const theirs =
          owners.length > 0 && owners.every((a) => a.anaphoric) ? beside.answerable(true) : NOBODY
        return theirs.length > 0 ? theirs : owners
      }
      case 'answerable':
        return beside.answerable(false)
      case 'grateful':
        return beside.grateful()
      case 'course':
        return inItsCourse(phrase, standing, parse, context)
      case 'clause': {
        // "the demand that **Chile** negotiate"
        const child = parse.clauses.find((c) => c.governor === phrase && c.link === 'content')
        return child ? actorsIn(child.subjects, context) : []
      }
      case 'content':
        // "readiness to build a road with Azerbaijan", "a threat to strike Iran".
        return contentOf((child) => child.governor === phrase, parse, context)
      case 'plural':
        if (carried === 'active' && doers().length > 1) return doers()
        return owners.length > 1 ? owners : parties
      default:
        return behind(posts, name, context)
    }
  }
  return { slots, parties, between: between.length > 1, owners }
}
