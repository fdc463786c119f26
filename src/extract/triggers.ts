import { relationType } from '../core/ontology.ts'
import type { WordLists } from '../gazetteer/compile.ts'
import type { ClauseWords } from './clause.ts'
import { compileClauseWords, compileEmbedding, type Embedding } from './embedding.ts'
import type {
  AdjectiveTrigger,
  ModalTrigger,
  NounTrigger,
  ObjectCondition,
  VerbPattern,
  VerbTrigger,
} from './trigger.ts'
import { VerbIndex } from './verb-index.ts'
import { isParticle } from './word-classes.ts'

/** An agent noun of several words: "foreign ministry". */
export interface AgentPhrase {
  /** The words before the last. */
  readonly before: readonly string[]
  readonly sector: string
}

/** The word lists of the gazetteer, indexed for look-up by lemma. */
export interface Triggers {
  readonly verbs: ReadonlyMap<string, VerbIndex<VerbTrigger>>
  /** Verb phrases that are no event, by their verb. */
  readonly idioms: ReadonlyMap<string, VerbIndex<VerbPattern>>
  readonly nouns: ReadonlyMap<string, readonly NounTrigger[]>
  readonly adjectives: ReadonlyMap<string, readonly AdjectiveTrigger[]>
  readonly modals: ReadonlyMap<string, readonly ModalTrigger[]>
  readonly embedding: Embedding
  readonly clauseWords: ClauseWords
  /** Light verbs by lemma, with what must accompany them. */
  readonly light: ReadonlyMap<
    string,
    readonly { readonly companions: readonly string[]; readonly passive: boolean }[]
  >
  /** Agent nouns → PLOVER sector; several words are joined by a space. */
  readonly agents: ReadonlyMap<string, string>
  /** Those of several words by their last, longest first. */
  readonly agentPhrases: ReadonlyMap<string, readonly AgentPhrase[]>
  /** Nouns for things that shoot or fly: they act for whose they are, and are nobody themselves. */
  readonly arms: ObjectCondition
  /** Nouns for ground and buildings: "King Fahd Airbase" is no person. */
  readonly premises: ReadonlySet<string>
  /** Nouns for people that are dealt with rather than act: prisoners, civilians, diplomats. */
  readonly people: ReadonlySet<string>
  /** Every noun of the classes of objects. */
  readonly things: ReadonlySet<string>
  /** Hyphenated words of the lists. */
  readonly compounds: ReadonlySet<string>
  /** Every verb lemma in use, which the morphology must know. */
  readonly lemmas: ReadonlySet<string>
}

const PREPOSITIONS = new Set(
  'of in on at by with from to for against about over under between into onto through across within toward towards near around behind as off upon outside inside along alongside before opposite beside throughout after among'.split(
    ' ',
  ),
)

/** Classes that a named weapon, leader or organization belongs to. */
const NAMED: Readonly<Record<string, ObjectCondition['named']>> = {
  arms: 'weapon',
  aircraft: 'weapon',
  ships: 'weapon',
  visitor: 'leader',
  body: 'organization',
}

/** Classes of objects that are people. */
const PEOPLE = ['prisoner', 'civilians', 'diplomat', 'inspector']

/** `singular` must be that of the text's words, so that "talks" in a list and in a text are one. */
export function compileTriggers(words: WordLists, singular: (word: string) => string): Triggers {
  const classes = new Map<string, ReadonlySet<string>>()
  for (const [name, list] of Object.entries(words.objects))
    classes.set(name, new Set(list.map((w) => lemmaPhrase(w, singular))))
  const condition = (token: string): ObjectCondition => {
    const name = token.slice(1)
    return { nouns: classes.get(name) ?? new Set(), named: NAMED[name] }
  }

  const verbs = new Map<string, VerbTrigger[]>()
  const nouns = new Map<string, NounTrigger[]>()
  const adjectives = new Map<string, AdjectiveTrigger[]>()
  const modals = new Map<string, ModalTrigger[]>()
  const lemmas = new Set<string>()
  const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }

  for (const file of words.relations) {
    const relation = relationType(file.relation)
    const prefix = file.relation.toLowerCase().replaceAll('_', '-')
    for (const group of file.classes) {
      const rule = `${prefix}/${group.class}`
      const mode = group.mode ?? null
      for (const trigger of group.verbs ?? []) {
        const parsed = parseVerb(trigger, condition, singular)
        lemmas.add(parsed.lemma)
        const target = group.target ?? ['object']
        // Here and below one literal with all fields: made with `...`, triggers have a shape each, and are slow to read.
        push(verbs, parsed.lemma, {
          kind: 'verb',
          rule,
          relation,
          mode,
          source: group.source ?? ['subject'],
          target:
            parsed.preposition && !parsed.preposition.condition
              ? [parsed.preposition.word, ...target.filter((t) => t === 'clause' || t === 'plural')]
              : target,
          lemma: parsed.lemma,
          subject: parsed.subject,
          particle: parsed.particle,
          object: parsed.object,
          preposition: parsed.preposition,
          infinitive: parsed.infinitive,
          transitive: parsed.transitive,
          intransitive: parsed.intransitive,
          weight: parsed.weight,
        })
      }
      for (const trigger of group.nouns ?? []) {
        const { nouns: words, before, behind, preposition } = parseNoun(trigger, condition, singular)
        const target = group.nounTarget ?? ['against', 'on', 'of', 'to', 'with']
        push(nouns, words.at(-1)!, {
          kind: 'noun',
          rule,
          relation,
          mode,
          source: group.nounSource ?? ['poss', 'by', 'from'],
          target: preposition === undefined ? target : [preposition, ...target],
          nouns: words,
          before,
          behind,
        })
      }
      for (const modal of group.modals ?? [])
        push(modals, modal, {
          kind: 'modal',
          rule,
          relation,
          mode,
          source: group.source ?? ['speaker'],
          target: group.target ?? ['subject'],
          modal,
        })
      for (const trigger of group.adjectives ?? []) {
        const tokens = trigger.split(' ')
        const object = tokens.at(-1)!.startsWith('@') ? condition(tokens.pop()!) : undefined
        const last = tokens.at(-1)!
        const preposition = tokens.length > 1 && PREPOSITIONS.has(last) ? tokens.pop() : undefined
        const { source, target } = group.verbs ? {} : group
        push(adjectives, tokens.at(-1)!, {
          kind: 'adjective',
          rule,
          relation,
          mode,
          source: source ?? ['subject'],
          target: target ?? (preposition ? [preposition] : (group.target ?? ['object'])),
          word: tokens.join(' '),
          preposition,
          object,
        })
      }
    }
  }

  const idioms = new Map<string, VerbPattern[]>()
  for (const idiom of words.idioms ?? []) {
    const parsed = parseVerb(idiom, condition, singular)
    lemmas.add(parsed.lemma)
    push(idioms, parsed.lemma, parsed)
  }

  const light = new Map<string, { companions: string[]; passive: boolean }[]>()
  for (const passive of [false, true]) {
    for (const phrase of passive ? words.lightVerbs.passive : words.lightVerbs.active) {
      const [lemma, ...companions] = phrase.split(' ')
      lemmas.add(lemma!)
      push(light, lemma!, { companions, passive })
    }
  }
  const agents = new Map<string, string>()
  for (const { sector, words: list } of words.agents) {
    for (const word of list) {
      const key = lemmaPhrase(word, singular)
      if (!agents.has(key)) agents.set(key, sector)
    }
  }
  const agentPhrases = new Map<string, AgentPhrase[]>()
  for (const [agent, sector] of agents) {
    const before = agent.split(' ')
    const last = before.pop()!
    if (before.length > 0) push(agentPhrases, last, { before, sector })
  }
  for (const list of agentPhrases.values()) list.sort((a, b) => b.before.length - a.before.length)
  const embedding = compileEmbedding(words, singular)
  for (const group of words.embedding) for (const verb of group.verbs ?? []) lemmas.add(verb.split(' ')[0]!)
  const people = new Set(PEOPLE.flatMap((name) => [...(classes.get(name) ?? [])]))
  const compounds = new Set(
    [
      ...nouns.keys(),
      ...agents.keys(),
      ...verbs.keys(),
      ...[...classes.values()].flatMap((c) => [...c]),
    ].filter((w) => /^\p{L}+-\p{L}+$/u.test(w)),
  )
  return {
    verbs: new Map([...verbs].map(([lemma, list]) => [lemma, new VerbIndex(list)])),
    idioms: new Map([...idioms].map(([lemma, list]) => [lemma, new VerbIndex(list)])),
    nouns,
    adjectives,
    modals,
    embedding,
    clauseWords: compileClauseWords(embedding, light, nouns, agents),
    light,
    agents,
    agentPhrases,
    lemmas,
    people,
    things: new Set([...classes.values()].flatMap((c) => [...c])),
    compounds,
    arms: condition('@arms'),
    premises: new Set([...condition('@territory').nouns, ...condition('@property').nouns]),
  }
}

/** "drone exports", "easing of @restrictions", "call for release of": head, what stands around it, where its target stands. */
function parseNoun(
  trigger: string,
  condition: (token: string) => ObjectCondition,
  singular: (word: string) => string,
): Pick<NounTrigger, 'nouns' | 'before' | 'behind'> & { readonly preposition: string | undefined } {
  const tokens = trigger.split(' ')
  const before = tokens[0]!.startsWith('@') ? condition(tokens.shift()!) : undefined
  const at = tokens.findIndex((t, i) => i > 0 && PREPOSITIONS.has(t))
  const head = at < 0 ? tokens : tokens.slice(0, at)
  const rest = at < 0 ? [] : tokens.slice(at + 1)
  const ends = PREPOSITIONS.has(rest.at(-1) ?? '') ? rest.pop() : undefined
  const [thing] = rest
  const behind =
    thing === undefined
      ? undefined
      : {
          preposition: tokens[at]!,
          condition: thing.startsWith('@')
            ? condition(thing)
            : { nouns: new Set([lemmaPhrase(rest.join(' '), singular)]), named: undefined },
        }
  return {
    nouns: [...head.slice(0, -1), singular(head.at(-1)!)],
    before,
    behind,
    preposition: behind || at < 0 ? ends : tokens[at],
  }
}

/** A phrase with its last word in the singular: "air defences" → "air defence". */
export function lemmaPhrase(phrase: string, singular: (word: string) => string): string {
  const words = phrase.toLowerCase().split(' ')
  words[words.length - 1] = singular(words.at(-1)!)
  return words.join(' ')
}

function parseVerb(
  trigger: string,
  condition: (token: string) => ObjectCondition,
  singular: (word: string) => string,
): VerbPattern {
  const tokens = trigger.split(' ')
  const subject = tokens[0]!.startsWith('@') ? condition(tokens.shift()!) : undefined
  const [lemma, ...all] = tokens
  const rest = all.filter((t) => t !== '~' && t !== '*')
  let particle: string | undefined
  let object: ObjectCondition | undefined
  let preposition: VerbPattern['preposition']
  if (
    rest[0] !== undefined &&
    isParticle(rest[0]) &&
    (rest.length > 1 || !['to', 'on', 'at'].includes(rest[0]))
  )
    particle = rest.shift()
  let infinitive: string | undefined
  const to = rest.lastIndexOf('to')
  // "vow to help" and "bow to pressure" are written alike: which it is, the sentence tells.
  if (to >= 0 && to === rest.length - 2 && !rest[to + 1]!.startsWith('@')) infinitive = rest[to + 1]
  const noun: string[] = []
  const flush = (): void => {
    if (noun.length === 0) return
    const nouns = new Set([lemmaPhrase(noun.splice(0).join(' '), singular)])
    const named = { nouns, named: undefined }
    if (preposition) preposition = { ...preposition, condition: named }
    else object = named
  }
  for (const token of rest) {
    if (token.startsWith('@')) {
      const found = condition(token)
      if (preposition) preposition = { ...preposition, condition: found }
      else object = found
    } else if (PREPOSITIONS.has(token)) {
      flush()
      // "give in to", "look down on": of two in a row the first is a particle.
      if (preposition && preposition.condition === undefined && particle === undefined)
        particle = preposition.word
      if (preposition?.condition === undefined) preposition = { word: token, condition: undefined }
    } else if (token !== 'the' && token !== 'a' && token !== 'an') noun.push(token)
  }
  flush()
  return {
    lemma: lemma!,
    subject,
    particle,
    object,
    preposition,
    intransitive: all.includes('~'),
    transitive: all.includes('*'),
    infinitive,
    weight:
      (subject ? 2 : 0) +
      (particle ? 1 : 0) +
      (object ? 2 : 0) +
      (preposition ? (preposition.condition ? 2 : 1) : 0),
  }
}
