import type { Article } from '../core/article.ts'
import type { Sentence } from '../core/document.ts'
import type { EntityId } from '../core/entity.ts'
import { type Participant, type Statement, statementId } from '../core/statement.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Actor, type ActorContext, actorsOf, isOneOf, ownersOf } from './actors.ts'
import { type Chunk, chunkWords, type NounPhrase, type PrepositionalPhrase } from './chunks.ts'
import { buildClauses, type Clause } from './clauses.ts'
import type { Morphology } from './grammar.ts'
import { type Reading, readClause, readNoun } from './modality.ts'
import { type Tagged, tagWords } from './pos.ts'
import { createPronouns } from './pronouns.ts'
import type { AdjectiveTrigger, NounTrigger, Triggers, VerbTrigger } from './triggers.ts'
import { toWords } from './words.ts'
import type { Tags } from './tag.ts'

/** What relation extraction reads with. */
export interface RelateTools {
  readonly gazetteer: Gazetteer
  readonly morphology: Morphology
  readonly triggers: Triggers
}

/** The analysis of one sentence, as `explain` shows it. */
export interface Analysis {
  readonly words: readonly Tagged[]
  readonly chunks: readonly Chunk[]
  readonly clauses: readonly Clause[]
  readonly statements: readonly Statement[]
  /** Triggers that were seen and made no statement, with what was missing. */
  readonly misses: readonly { readonly rule: string; readonly trigger: string; readonly missing: string }[]
}

/** Where a noun phrase stands: in which clause, in which role. */
interface Place {
  readonly clause: Clause
  readonly role: 'subject' | 'object' | 'prepositional'
  readonly preposition: string | undefined
}

type Trigger = VerbTrigger | NounTrigger | AdjectiveTrigger

/** A statement in the making: the trigger, its ends, how it is meant. */
interface Draft {
  readonly trigger: Trigger
  readonly at: { readonly from: number; readonly to: number }
  readonly source: Actor
  readonly target: Actor
  readonly weapons: readonly EntityId[]
  readonly reading: Reading
  readonly confidence: number
}

/**
 * Reads one sentence. Only sentences with two actors, or an actor and a weapon, can hold a statement; the caller has
 * made sure of that. `previous` are the words of the sentence before, for pronouns.
 */
export function relateSentence(article: Article, sentence: Sentence, tags: Tags, tools: RelateTools, previous: readonly Actor[]): Analysis {
  const within = <T extends { start: number; end: number }>(list: readonly T[]): T[] => list.filter((x) => x.start >= sentence.start && x.end <= sentence.end)
  const words = tagWords(toWords(sentence, within(tags.mentions), within(tags.places)), tools.morphology)
  const chunks = chunkWords(words)
  const { embedding } = tools.triggers
  const reports = (lemma: string): boolean => {
    const effects = embedding.verb(lemma, NONE)
    return effects.has('report') || effects.has('allege') || effects.has('deny') || effects.has('threaten')
  }
  const clauses = buildClauses(chunks, { reports })
  return new Relater(article, sentence, words, chunks, clauses, tools, previous).run()
}

const NONE: ReadonlySet<string> = new Set()
const NEAR_OBJECT = new Set(['against', 'on', 'with', 'to', 'at', 'for', 'from', 'toward', 'towards', 'over', 'in', 'into', 'of', 'between', 'by'])

class Relater {
  private readonly drafts: Draft[] = []
  private readonly misses: { rule: string; trigger: string; missing: string }[] = []
  private readonly places = new Map<NounPhrase, Place>()
  private readonly context: ActorContext
  private readonly article: Article
  private readonly sentence: Sentence
  private readonly words: readonly Tagged[]
  private readonly chunks: readonly Chunk[]
  private readonly clauses: readonly Clause[]
  private readonly tools: RelateTools

  constructor(
    article: Article, sentence: Sentence, words: readonly Tagged[], chunks: readonly Chunk[], clauses: readonly Clause[], tools: RelateTools, previous: readonly Actor[],
  ) {
    this.article = article
    this.sentence = sentence
    this.words = words
    this.chunks = chunks
    this.clauses = clauses
    this.tools = tools
    const { triggers, gazetteer } = tools
    const context: ActorContext = {
      words, triggers, gazetteer, day: article.publishedOn,
      pronoun: (at) => pronouns(at),
      doerBehind: (phrase) => {
        const clause = clauses.find((c) => c.link === 'participle' && c.verb.passive && c.subjects.includes(phrase))
        return clause ? clause.prepositional.filter((p) => p.preposition === 'by').flatMap((p) => p.phrases.flatMap((x) => [...actorsOf(x, context, 1)])) : []
      },
      onlyCountry: settingOf(words),
    }
    const pronouns = createPronouns(words, clauses, previous, (phrase) => actorsOf(phrase, context))
    this.context = context
  }

  run(): Analysis {
    const { words, chunks, clauses } = this
    for (const clause of clauses) {
      const place = (phrases: readonly NounPhrase[], role: Place['role'], preposition?: string): void => {
        for (const p of phrases) if (!this.places.has(p)) this.places.set(p, { clause, role, preposition })
      }
      if (clause.link !== 'participle' && clause.link !== 'relative' && clause.link !== 'infinitive' && clause.link !== 'gerund' && clause.link !== 'adverbial') place(clause.subjects, 'subject')
      for (const list of clause.objects) place(list, 'object')
      for (const pp of clause.prepositional) place(pp.phrases, 'prepositional', pp.preposition)
    }
    for (const clause of clauses) {
      this.verbTriggers(clause)
      this.adjectiveTriggers(clause)
    }
    for (const chunk of chunks) if (chunk.kind === 'np') this.nounTriggers(chunk)
    return { words, chunks, clauses, statements: this.finish(), misses: this.misses }
  }

  // ── verbs ──────────────────────────────────────────────────────────────────

  private verbTriggers(clause: Clause): void {
    const candidates = (this.tools.triggers.verbs.get(clause.verb.lemma) ?? []).filter((t) => this.verbFits(t, clause))
    if (candidates.length === 0) return
    // The most specific reading of a verb wins: "cut ties with" over "cut".
    const most = Math.max(...candidates.map((t) => t.weight))
    for (const trigger of candidates) {
      if (trigger.relation.target === 'actor' && trigger.weight < most && candidates.some((t) => t.weight === most && t.relation.target === 'actor')) continue
      this.verbTrigger(trigger, clause)
    }
  }

  private verbFits(trigger: VerbTrigger, clause: Clause): boolean {
    const { verb } = clause
    if (trigger.particle !== undefined && verb.particle !== trigger.particle && !clause.prepositional.some((p) => p.preposition === trigger.particle)) return false
    if (trigger.particle === undefined && verb.particle !== undefined && trigger.preposition?.word !== verb.particle) return false
    if (trigger.object) {
      const { nouns, arms } = trigger.object
      const patients = verb.passive ? clause.subjects : clause.objects.flat()
      const reduced = clause.link === 'participle' && clause.verb.passive
      if (!(reduced ? clause.subjects : patients).some((p) => isOneOf(p, nouns, arms, this.context))) return false
    }
    if (trigger.preposition) {
      const { word, nouns } = trigger.preposition
      const pp = clause.prepositional.filter((p) => p.preposition === word)
      if (pp.length === 0) return false
      if (nouns && !pp.some((p) => p.phrases.some((phrase) => isOneOf(phrase, nouns, false, this.context)))) return false
    }
    return true
  }

  private verbTrigger(trigger: VerbTrigger, clause: Clause): void {
    const reading = readClause(clause, this.words, this.tools.triggers)
    const slot = (name: string): readonly Actor[] => this.clauseSlot(name, clause, trigger)
    this.emit(trigger, { from: clause.verb.main, to: clause.verb.particle ? clause.verb.to : clause.verb.main }, slot, reading, clause, 0.85)
  }

  /** Who stands in a slot of a clause. For a passive, `subject` is the "by" phrase and `object` the subject. */
  private clauseSlot(name: string, clause: Clause, trigger: Trigger): readonly Actor[] {
    const { context } = this
    const { verb } = clause
    const all = (phrases: readonly NounPhrase[]): Actor[] => phrases.flatMap((p) => [...actorsOf(p, context)])
    const behind = (word: string): Actor[] => clause.prepositional.filter((p) => p.preposition === word).flatMap((p) => all(p.phrases))
    switch (name) {
      case 'subject':
        return verb.passive ? behind('by') : all(clause.subjects)
      case 'object': {
        if (verb.passive) return all(clause.subjects)
        const condition = 'object' in trigger ? trigger.object : undefined
        // "gave Ukraine drones", "supplied Russia hundreds of drones": the receiver is the other object.
        if (condition && clause.objects.length >= 2) {
          const receiver = clause.objects.find((list) => !list.some((p) => isOneOf(p, condition.nouns, condition.arms, context)))
          if (receiver) return all(receiver)
        }
        return clause.objects.length > 0 ? all(clause.objects[0]!) : []
      }
      case 'owner':
        // "Russian weapons were delivered to …": whose they are, where nobody is said to deliver.
        return (verb.passive ? clause.subjects : (clause.objects[0] ?? [])).flatMap((p) => ownersOf(p, context))
      case 'clause': {
        const child = this.clauses.find((c) => c.parent === clause && (c.link === 'content' || c.link === 'infinitive'))
        return child && child.subjects !== clause.subjects ? all(child.subjects) : []
      }
      case 'plural': {
        const parties = verb.passive ? [] : all(clause.subjects)
        return parties.length > 1 ? parties : []
      }
      case 'poss':
        return clause.objects[0]?.flatMap((p) => ownersOf(p, context)) ?? []
      case 'content': {
        // "agreed to lend money to Indonesia", "threatened to strike Iran": whom the governed act is about.
        for (const child of this.clauses) {
          if (child.parent !== clause || (child.link !== 'content' && child.link !== 'infinitive' && child.link !== 'gerund')) continue
          const objects = child.verb.passive ? [] : child.objects.flatMap((list) => all(list))
          const found = objects.length > 0 ? objects : child.prepositional.flatMap((p) => all(p.phrases))
          const listed = [...found, ...this.clauseSlot('content', child, trigger)].filter((a) => !a.unlisted)
          if (listed.length > 0) return listed.slice(0, 1)
          if (found.length > 0) return found.slice(0, 1)
        }
        return []
      }
      default:
        return behind(name)
    }
  }

  // ── predicates ─────────────────────────────────────────────────────────────

  private adjectiveTriggers(clause: Clause): void {
    if (clause.verb.lemma !== 'be' || !clause.predicate) return
    for (const trigger of this.tools.triggers.adjectives.get(clause.predicate.word) ?? []) {
      if (trigger.preposition && !clause.prepositional.some((p) => p.preposition === trigger.preposition)) continue
      const reading = readClause(clause, this.words, this.tools.triggers)
      this.emit(trigger, { from: clause.predicate.at, to: clause.predicate.at }, (name) => this.clauseSlot(name, clause, trigger), reading, clause, 0.75)
    }
  }

  // ── nouns ──────────────────────────────────────────────────────────────────

  private nounTriggers(phrase: NounPhrase): void {
    const { words, tools } = this
    const head = words[phrase.head]!
    if (head.pos !== 'noun' || head.lemma === undefined) return
    const fitting = (tools.triggers.nouns.get(head.lemma) ?? []).filter((t) => this.nounFits(t, phrase))
    if (fitting.length === 0) return
    const longest = Math.max(...fitting.map((t) => t.nouns.length + (t.before ? 1 : 0)))
    for (const trigger of fitting) if (trigger.nouns.length + (trigger.before ? 1 : 0) === longest) this.nounTrigger(trigger, phrase)
  }

  private nounFits(trigger: NounTrigger, phrase: NounPhrase): boolean {
    const { words } = this
    const n = trigger.nouns.length
    for (let k = 1; k < n; k++) if (words[phrase.head - n + 1 + k - 1]?.lower !== trigger.nouns[k - 1]) return false
    if (!trigger.before) return true
    for (let i = phrase.head - n; i >= phrase.from; i--) {
      const w = words[i]!
      if (trigger.before.arms && w.mention?.kind === 'weapon') return true
      if (trigger.before.nouns.has(w.lemma ?? w.lower)) return true
    }
    return false
  }

  private nounTrigger(trigger: NounTrigger, phrase: NounPhrase): void {
    const { context, tools } = this
    const place = this.places.get(phrase) ?? this.outerPlace(phrase)
    const clause = place?.clause
    let carried: 'active' | 'passive' | undefined
    if (clause && place && place.role !== 'subject') {
      const light = tools.triggers.light.get(clause.verb.lemma) ?? []
      const around = new Set([...clause.prepositional.map((p) => p.preposition), clause.verb.particle ?? ''])
      const entry = light.find((l) => l.companions.every((c) => around.has(c)) && (place.role === 'object' || l.companions.includes(place.preposition ?? '')))
      if (entry) carried = entry.passive !== clause.verb.passive ? (entry.passive ? 'passive' : 'passive') : entry.passive ? 'passive' : 'active'
      if (entry && clause.verb.passive && !entry.passive) carried = undefined
    } else if (clause && place?.role === 'subject' && clause.verb.passive && (tools.triggers.light.get(clause.verb.lemma) ?? []).some((l) => !l.passive)) {
      // "Sanctions were imposed on Iran by the EU."
      carried = 'active'
    }
    const posts: PrepositionalPhrase[] = [...phrase.posts]
    if (carried && clause) for (const pp of clause.prepositional) if (NEAR_OBJECT.has(pp.preposition) && !posts.some((p) => p.phrases === pp.phrases)) posts.push(pp)
    const behind = (word: string): Actor[] => posts.filter((p) => p.preposition === word).flatMap((p) => p.phrases.flatMap((x) => [...actorsOf(x, context)]))
    const doers = (): readonly Actor[] =>
      clause ? (clause.verb.passive ? clause.prepositional.filter((p) => p.preposition === 'by').flatMap((p) => p.phrases.flatMap((x) => [...actorsOf(x, context)])) : clause.subjects.flatMap((p) => [...actorsOf(p, context)])) : []
    const owners = ownersOf(phrase, context)
    const between = behind('between').concat(behind('among'))
    const slot = (name: string): readonly Actor[] => {
      switch (name) {
        case 'subject':
          return carried === 'active' ? doers() : []
        case 'poss':
          return owners
        case 'plural': {
          const parties = carried === 'active' ? doers() : []
          return parties.length > 1 ? parties : owners.length > 1 ? owners : between
        }
        default:
          return behind(name)
      }
    }
    const reading = clause && place
      ? readNoun(place.role, place.preposition, clause, this.words, tools.triggers, carried !== undefined && place.role !== 'subject')
      : { polarity: 'affirmed' as const, modality: 'actual' as const, speakers: [], alleging: false }
    const source = carried === 'active' ? ['subject', ...trigger.source] : trigger.source
    const undergoer = carried === 'passive' && clause ? clause.subjects.flatMap((p) => [...actorsOf(p, context)]) : []
    const withUndergoer = (name: string): readonly Actor[] => (name === 'undergoer' ? undergoer : slot(name))
    const target = carried === 'passive' ? ['undergoer', ...trigger.target] : trigger.target
    // Parties of one noun: "talks between X and Y", "Iran–Azerbaijan talks", "X and Y held talks".
    if (!trigger.relation.directed) {
      const parties = between.length > 1 ? between : owners.length > 1 ? owners : []
      if (parties.length > 1) {
        this.pairs(trigger, phrase, parties, reading, clause)
        return
      }
    }
    this.emit({ ...trigger, source, target }, { from: phrase.head, to: phrase.head }, withUndergoer, reading, clause, carried ? 0.8 : 0.7, phrase)
  }

  /** A phrase behind another one ("the condemnation of the attack") stands where the outer one does. */
  private outerPlace(phrase: NounPhrase): Place | undefined {
    for (const [outer, place] of this.places) {
      if (outer.posts.some((p) => p.phrases.includes(phrase))) return { clause: place.clause, role: 'prepositional', preposition: 'of' }
    }
    return undefined
  }

  private pairs(trigger: NounTrigger, phrase: NounPhrase, parties: readonly Actor[], reading: Reading, clause: Clause | undefined): void {
    for (let i = 0; i < parties.length; i++) {
      for (let j = i + 1; j < parties.length; j++) {
        this.draft(trigger, { from: phrase.head, to: phrase.head }, parties[i]!, parties[j]!, reading, clause, 0.8, phrase)
      }
    }
  }

  // ── statements ─────────────────────────────────────────────────────────────

  /** Fills the slots: the first that names somebody wins, on either side. */
  private emit(
    trigger: Trigger, at: { from: number; to: number }, slot: (name: string) => readonly Actor[], reading: Reading, clause: Clause | undefined, confidence: number, phrase?: NounPhrase,
  ): void {
    const missing = (what: string): void => {
      this.misses.push({ rule: trigger.rule, trigger: this.text(at), missing: what })
    }
    if (trigger.relation.target === 'weapon') {
      const sources = firstOf(trigger.source.map(slot))
      const weapons = this.weaponsAround(clause, phrase, trigger)
      if (sources.length === 0) return missing('no actor as source')
      if (weapons.length === 0) return
      for (const source of sources) for (const weapon of weapons) this.draft(trigger, at, source, weapon, reading, clause, confidence, phrase)
      return
    }
    const symmetric = !trigger.relation.directed
    const sources = firstOf(trigger.source.map(slot))
    if (symmetric && sources.length > 1) {
      const targets = firstOf(trigger.target.map(slot)).filter((t) => !sources.some((s) => s.entity === t.entity))
      if (targets.length === 0) {
        for (let i = 0; i < sources.length; i++) for (let j = i + 1; j < sources.length; j++) this.draft(trigger, at, sources[i]!, sources[j]!, reading, clause, confidence, phrase)
        return
      }
    }
    if (sources.length === 0) return missing('no actor as source')
    // "accused each other": every one of them the others.
    const reciprocal = sources.length > 1 && clause !== undefined && [...clause.objects, ...clause.prepositional.map((p) => p.phrases)].flat().some((p) => this.isReciprocal(p))
    const candidates = trigger.target.map((name) => slot(name).filter((t) => !sources.some((s) => this.same(s, t))))
    let targets = firstOf([...candidates.map((c) => c.filter((a) => !a.unlisted)), ...candidates])
    if (targets.length === 0 && reciprocal) {
      for (const source of sources) for (const target of sources) if (source !== target && (!symmetric || source.entity < target.entity)) this.draft(trigger, at, source, target, reading, clause, confidence, phrase)
      return
    }
    if (targets.length === 0 && this.governs(trigger)) {
      targets = slot('content').filter((t) => !sources.some((s) => this.same(s, t)))
      confidence *= 0.8
    }
    if (targets.length === 0) return missing('no actor as target')
    for (const source of sources) for (const target of targets) this.draft(trigger, at, source, target, reading, clause, confidence, phrase)
  }

  /** Whether the verb is one that takes an act as its content: "agreed to", "threatened to", "refused to". */
  private governs(trigger: Trigger): boolean {
    if (!('lemma' in trigger)) return false
    const effects = this.tools.triggers.embedding.verb(trigger.lemma, NONE)
    return ['agree', 'threaten', 'demand', 'refuse', 'plan'].some((e) => effects.has(e))
  }

  private isReciprocal(phrase: NounPhrase): boolean {
    const text = this.words.slice(phrase.from, phrase.to + 2).map((w) => w.lower).join(' ')
    return /^(?:each other|one another)/.test(text)
  }

  /** The same actor on both sides, unless the text tells two parts of one country apart by their sector. */
  private same(a: Actor, b: Actor): boolean {
    if (a.start === b.start && a.end === b.end) return true
    if ((a.anaphoric || b.anaphoric) && a.code === b.code && a.code !== null) return true
    if (a.unlisted || b.unlisted) return a.entity === b.entity
    if (a.code !== b.code || a.code === null || a.code.length !== 3 || ['IGO', 'NGO', 'MNC', 'IMG'].includes(a.code)) return a.entity === b.entity
    // Two named people or bodies of one country are two actors; so are its government and its rebels.
    if (a.entity !== b.entity && !a.entity.startsWith('country/') && !b.entity.startsWith('country/')) return false
    return a.sector === b.sector || a.sector === null || b.sector === null
  }

  private draft(
    trigger: Trigger, at: { from: number; to: number }, source: Actor, target: Actor, reading: Reading, clause: Clause | undefined, confidence: number, phrase: NounPhrase | undefined,
  ): void {
    const doubt = (source.as === 'head' ? 1 : 0.85) * (target.as === 'head' ? 1 : 0.9) * (source.inferred || target.inferred ? 0.85 : 1) * (source.unlisted || target.unlisted ? 0.8 : 1)
    const weapons = trigger.relation.target === 'actor' ? this.weaponsAround(clause, phrase, trigger).map((w) => w.entity) : [target.entity]
    this.drafts.push({ trigger, at, source, target, weapons: [...new Set(weapons)], reading, confidence: confidence * doubt })
  }

  /** Weapons in the trigger's own clause or phrase: the objects it handles, and what it is done "with". */
  private weaponsAround(clause: Clause | undefined, phrase: NounPhrase | undefined, trigger: Trigger): Actor[] {
    const { words } = this
    const found = new Map<EntityId, Actor>()
    const search = (p: NounPhrase, depth: number): void => {
      for (let i = p.from; i <= p.to; i++) {
        const m = words[i]!.mention
        if (m?.kind === 'weapon') found.set(m.entity, { start: m.start, end: m.end, entity: m.entity, code: null, sector: null, as: 'head', inferred: false, unlisted: false })
      }
      if (depth < 2) for (const post of p.posts) for (const inner of post.phrases) search(inner, depth + 1)
      if (p.apposition) search(p.apposition, depth + 1)
    }
    if (phrase) search(phrase, 0)
    if (clause && (!phrase || this.places.get(phrase)?.clause === clause)) {
      const onlyObjects = trigger.relation.target === 'weapon'
      for (const list of clause.verb.passive ? [clause.subjects] : clause.objects) for (const p of list) search(p, onlyObjects ? 1 : 0)
      if (!onlyObjects) for (const pp of clause.prepositional) for (const p of pp.phrases) search(p, 1)
      else for (const pp of clause.prepositional) if (pp.preposition === 'of' || pp.preposition === 'with') for (const p of pp.phrases) search(p, 1)
    }
    return [...found.values()]
  }

  private text(at: { from: number; to: number }): string {
    return this.sentence.text.slice(this.words[at.from]!.start - this.sentence.start, this.words[at.to]!.end - this.sentence.start)
  }

  private finish(): Statement[] {
    const { article, sentence } = this
    const best = new Map<string, Statement>()
    for (const d of this.drafts) {
      let { source, target } = d
      if (!d.trigger.relation.directed && source.entity > target.entity) [source, target] = [target, source]
      const { reading } = d
      const speaker = reading.speakers.flatMap((p) => [...actorsOf(p, this.context)]).find((a) => !a.unlisted && !a.inferred)
      const participant = (a: Actor): Participant => ({ entity: a.entity, code: a.code, sector: a.sector, start: a.start, end: a.end })
      let { modality } = reading
      // What a party says of its adversary is a claim; what it says of itself, or a bystander of others, is reported as said.
      if (modality === 'actual' && speaker && speaker.code !== null && (d.trigger.relation.quad ?? 0) >= 3 && speaker.code !== d.source.code && speaker.sector !== 'MED') modality = 'alleged'
      const content: Omit<Statement, 'id'> = {
        relation: d.trigger.relation.relation, plover: d.trigger.relation.plover, mode: d.trigger.mode,
        source: participant(source), target: participant(target), weapons: d.weapons.toSorted(),
        polarity: reading.polarity, modality, saidBy: speaker ? participant(speaker) : null,
        sentence: { start: sentence.start, end: sentence.end, text: sentence.text },
        trigger: { start: this.words[d.at.from]!.start, end: this.words[d.at.to]!.end, text: this.text(d.at) },
        date: null, confidence: Math.round(d.confidence * 100) / 100, rule: d.trigger.rule,
      }
      // Several words may say the same thing of the same two; the surest stays.
      const key = [content.relation, source.entity, source.sector, target.entity, target.sector, content.polarity, content.modality].join('\n')
      const before = best.get(key)
      if (!before || before.confidence < content.confidence) best.set(key, { id: statementId(article.id, content), ...content })
    }
    return [...best.values()].sort((a, b) => a.trigger.start - b.trigger.start || (a.id < b.id ? -1 : 1))
  }
}

function firstOf<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((l) => l.length > 0) ?? []
}

/** The one country the sentence is set in: a place, or a country behind "in" or "across". */
function settingOf(words: readonly Tagged[]): ActorContext['onlyCountry'] {
  const codes = new Map<string, EntityId>()
  for (const [i, w] of words.entries()) {
    if (w.place) codes.set(w.place.country.slice('country/'.length), w.place.country)
    else if (w.mention?.kind === 'country' && /^(?:in|across|throughout|inside|around)$/.test(words[words[i - 1]?.lower === 'the' ? i - 2 : i - 1]?.lower ?? '')) codes.set(w.mention.code!, w.mention.entity)
  }
  const [only] = codes
  return codes.size === 1 && only ? { code: only[0], entity: only[1] } : undefined
}
