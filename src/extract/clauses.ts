import {
  type Chunk,
  chunkAt,
  isMark,
  isPhrase,
  isVerb,
  type NounPhrase,
  type VerbGroup,
  wordOf,
} from './chunk.ts'
import type { Clause, ClauseWords } from './clause.ts'
import { attachFronted, attachQuotes, joinCompany, shareDoers, shareObjects } from './clause-repairs.ts'
import { readComplements } from './complements.ts'
import { CLAUSE_OPENERS, PhraseLists } from './phrase-lists.ts'
import type { Tagged } from './pos.ts'
import { relativeObject } from './relative-object.ts'
import { madePassive } from './verb-group.ts'

/** The clauses of a chunked sentence, one per verb group, in order. */
export function buildClauses(
  chunks: readonly Chunk[],
  words: readonly Tagged[],
  lists: ClauseWords,
): Clause[] {
  const parser = new ClauseParser(chunks, words, lists)
  return parser.parse()
}

/** Prepositions that go on with a passive, not with what its subject does: "threatened **by**", "beaten **in**". */
const PASSIVE_GOES_ON = new Set(['by', 'in', 'on', 'at', 'for', 'near'])

/** Prepositions of a noun and what it does meanwhile. */
const OPENS_ITS_OWN = new Set(['despite', 'with', 'without'])

class ClauseParser {
  private readonly chunks: readonly Chunk[]
  private readonly words: readonly Tagged[]
  private readonly lists: ClauseWords
  private readonly clauses = new Map<number, Clause>()
  private readonly phrases: PhraseLists

  constructor(chunks: readonly Chunk[], words: readonly Tagged[], lists: ClauseWords) {
    this.chunks = chunks
    this.words = words
    this.lists = lists
    this.phrases = new PhraseLists(chunks, words, lists)
  }

  parse(): Clause[] {
    const { chunks } = this
    this.phrases.attachPosts()
    for (const [i, chunk] of chunks.entries()) {
      if (!isVerb(chunk)) continue
      this.clauses.set(i, {
        verb: chunk,
        subjects: [],
        objects: [],
        prepositional: [],
        predicate: undefined,
        parent: undefined,
        link: undefined,
        preposition: undefined,
        governor: undefined,
        conditional: false,
      })
    }
    for (const [i, clause] of this.clauses) {
      readComplements(i, clause, this.phrases, this.lists)
      this.attach(i, clause)
    }
    shareObjects(chunks, this.clauses)
    shareDoers(this.clauses)
    joinCompany(chunks, this.clauses, this.phrases)
    attachFronted(chunks, this.clauses)
    attachQuotes(chunks, this.clauses, this.lists)
    return [...this.clauses.values()]
  }

  /** Finds the subject and what the clause hangs on. */
  private attach(v: number, clause: Clause): void {
    const { chunks } = this
    let j = v - 1
    while (isMark(chunkAt(chunks, j), 'adverb', 'quote')) j--
    const before = chunkAt(chunks, j)
    const { verb } = clause

    if (!verb.finite && verb.modal === undefined) {
      this.attachNonFinite(v, j, clause)
      return
    }
    // "drones supplied by Iran", "the army, backed by Russia, has": nobody is said to supply by somebody.
    const described = isMark(before, 'comma') ? j - 1 : j
    if (
      verb.participle &&
      isPhrase(chunks[described]) &&
      wordOf(chunks[v + 1]) === 'by' &&
      isPhrase(chunks[v + 2])
    ) {
      this.makeParticiple(v, clause, described)
      return
    }
    if (verb.participle && isPhrase(before) && !isPhrase(chunks[v + 1]) && this.isObjectOfNonReporting(j)) {
      this.makeParticiple(v, clause)
      return
    }
    if (isMark(before, 'who')) {
      let k = j - 1
      while (isMark(chunkAt(chunks, k), 'comma', 'preposition', 'adverb')) k--
      const antecedent = chunkAt(chunks, k)
      if (isPhrase(antecedent)) clause.subjects = [this.antecedentAt(k)]
      clause.link = 'relative'
      clause.parent = this.previousClause(v)
      return
    }
    if (
      isMark(before, 'and') ||
      isVerb(before) ||
      (isMark(before, 'comma') && isVerb(chunkAt(chunks, j - 1)))
    ) {
      // "urged the EU to grant it and begin talks": a bare form goes on with the infinitive.
      const bare = verb.form === 'base' && verb.from === verb.main ? this.previousClause(v) : undefined
      const sibling =
        bare?.link === 'infinitive'
          ? bare
          : this.previousClause(v, (c) => c.verb.finite || c.link === 'relative')
      if (sibling) {
        clause.subjects = sibling.subjects
        if (isMark(before, 'and') && this.goesOnPassive(v, clause, sibling))
          clause.verb = madePassive(verb, verb.finite)
        clause.parent = sibling.link === 'coordinate' ? sibling.parent : sibling
        clause.link = 'coordinate'
        clause.conditional = sibling.conditional
      }
      return
    }
    const aside = this.asideStart(j)
    if (aside !== undefined) j = aside
    let start = j
    if (isMark(chunks[j], 'comma')) {
      // ", the president of X," between subject and verb: go back to the phrase before the first comma.
      let k = j - 1
      while (k >= 0 && !isMark(chunkAt(chunks, k), 'comma', 'stop')) k--
      let m = k - 1
      while (isMark(chunkAt(chunks, m), 'adverb', 'quote')) m--
      start = isMark(chunkAt(chunks, k), 'comma') && isPhrase(chunkAt(chunks, m)) ? m : j - 1
    }
    if (isPhrase(chunkAt(chunks, start))) {
      // The noun of a nested participle ("drones supplied by Iran were …") is the subject, its verb no finite one.
      let k = this.phrases.chainStart(start)
      for (;;) {
        // "used by X to hit the port and facilities were": the whole list is what the verb before it has.
        let first = k
        while (isMark(chunkAt(chunks, first - 1), 'and') && isPhrase(chunkAt(chunks, first - 2)))
          first = this.phrases.chainStart1(first - 2)
        const listed =
          first < k && isVerb(chunkAt(chunks, first - 1)) && !(chunkAt(chunks, first - 1) as VerbGroup).finite
        const from = listed ? first : k
        const gap =
          isMark(chunkAt(chunks, from - 1), 'preposition') &&
          !CLAUSE_OPENERS.has(wordOf(chunkAt(chunks, from - 1)))
            ? from - 2
            : from - 1
        const inner = chunkAt(chunks, gap)
        if (
          isVerb(inner) &&
          isPhrase(chunkAt(chunks, gap - 1)) &&
          inner.participle &&
          this.canBeParticiple(gap)
        ) {
          const nested = this.clauses.get(gap)!
          this.makeParticiple(gap, nested)
          k = this.phrases.chainStart(gap - 1)
        } else if (
          isVerb(inner) &&
          !inner.finite &&
          inner.modal === undefined &&
          isPhrase(chunkAt(chunks, gap - 1))
        )
          // "the strikes targeting the pipeline were", "the decision to close the school has".
          k = this.phrases.chainStart(gap - 1)
        else if (
          isVerb(inner) &&
          inner.gerund &&
          isMark(chunkAt(chunks, gap - 1), 'preposition') &&
          isPhrase(chunkAt(chunks, gap - 2))
        )
          // "Iran's role in arming the rebels was".
          k = this.phrases.chainStart(gap - 2)
        else break
      }
      clause.subjects = this.phrases.listBack(k)
      const opener = chunkAt(chunks, this.phrases.listStart(k) - 1)
      if (isMark(opener, 'if')) clause.conditional = true
      let o = this.phrases.listStart(k) - 1
      while (isMark(chunkAt(chunks, o), 'quote', 'adverb')) o--
      const holder = this.previousClause(this.phrases.listStart(k))
      const complementizer = chunkAt(chunks, o)
      const antecedent = relativeObject(o, clause, holder, chunks, this.words, this.lists)
      if (antecedent !== undefined) {
        clause.objects = [
          [
            this.words[(chunks[antecedent] as NounPhrase).head]!.place
              ? this.phrases.chainHead(antecedent)
              : (chunks[antecedent] as NounPhrase),
          ],
        ]
        clause.parent = holder
        clause.link = 'relative'
        return
      }
      const noun = chunkAt(chunks, o - 1)
      if (isMark(complementizer, 'that') && wordOf(complementizer) === 'that' && (holder || isPhrase(noun))) {
        clause.parent = holder
        clause.link = 'content'
        if (isPhrase(noun)) clause.governor = noun
      } else if (holder && isVerb(chunkAt(chunks, o)) && this.lists.reports(holder.verb.lemma)) {
        clause.parent = holder
        clause.link = 'content'
      } else if (
        holder &&
        this.lists.reports(holder.verb.lemma) &&
        this.onlyAside(chunks.indexOf(holder.verb) + 1, this.phrases.listStart(k))
      ) {
        clause.parent = holder
        clause.link = 'content'
      }
    }
  }

  /** "was detained and **threatened** in Minsk by": a participle joined to a passive, with nothing of its own behind it. */
  private goesOnPassive(v: number, { verb }: Clause, sibling: Clause): boolean {
    const behind = this.chunks[v + 1]
    return (
      verb.participle &&
      sibling.verb.passive &&
      (behind === undefined ||
        isMark(behind, 'stop') ||
        (isMark(behind, 'preposition') && PASSIVE_GOES_ON.has(wordOf(behind))))
    )
  }

  /**
   * "X, the spokesman, **in a statement** condemned", "X visiting **earlier in the week** condemned": a phrase behind a
   * preposition is no subject. Where what stands before it ends; undefined where a noun holds it.
   */
  private asideStart(j: number): number | undefined {
    const { chunks } = this
    if (!isPhrase(chunks[j])) return undefined
    const p = this.phrases.chainStart(j) - 1
    if (!isMark(chunks[p], 'preposition') || CLAUSE_OPENERS.has(wordOf(chunks[p]))) return undefined
    let q = p - 1
    while (isMark(chunks[q], 'adverb', 'adjective')) q--
    return q >= 0 && (isMark(chunks[q], 'comma') || (q < p - 1 && isPhrase(chunks[q]))) ? q : undefined
  }

  private attachNonFinite(v: number, j: number, clause: Clause): void {
    const { chunks } = this
    const { verb } = clause
    const before = chunkAt(chunks, j)
    // "ordered the paper, which is …, to close": what a comma has closed governs nothing.
    const holder = isMark(before, 'comma')
      ? (this.previousClause(v, (c) => c.link !== 'relative') ?? this.previousClause(v))
      : this.previousClause(v)
    if (isMark(before, 'and')) {
      const sibling = holder
      if (sibling) {
        clause.subjects = sibling.subjects
        clause.parent = sibling
        clause.link = 'coordinate'
        clause.preposition = sibling.preposition
        clause.governor = sibling.governor
        // "were detained and beaten"
        if (verb.form === 'part' && sibling.verb.passive) clause.verb = madePassive(verb, verb.finite)
      }
      return
    }
    if (verb.gerund || (verb.form !== 'base' && (isMark(before, 'preposition') || verb.passive))) {
      if (isMark(before, 'preposition')) {
        clause.link = 'gerund'
        clause.preposition = wordOf(before)
        clause.parent = holder
        const noun = chunkAt(chunks, j - 1)
        if (isPhrase(noun)) clause.governor = noun
        clause.subjects =
          holder &&
          holder.objects.length > 0 &&
          !['by', 'after', 'before', 'while', 'without', 'since', 'on', 'in', 'despite'].includes(
            wordOf(before),
          )
            ? holder.objects[0]!
            : (holder?.subjects ?? [])
        return
      }
      if (isVerb(before)) {
        clause.link = 'gerund'
        clause.parent = holder
        clause.subjects = holder?.subjects ?? []
        return
      }
      if (isPhrase(before)) {
        clause.link = 'participle'
        clause.parent = holder
        clause.subjects = [this.ownSubject(j) ?? this.antecedentAt(j)]
        return
      }
      clause.link = 'adverbial'
      clause.parent = this.previousClause(v, (c) => c.verb.finite && !this.isInserted(c)) ?? holder
      clause.subjects = clause.parent?.subjects ?? []
      return
    }
    if (verb.form === 'base' || verb.from !== verb.main) {
      clause.link = 'infinitive'
      clause.parent = holder
      // "Japan to hold summit": a headline's future.
      if (!holder && isPhrase(before)) {
        const start = this.phrases.chainStart(j)
        clause.subjects = this.phrases.listBack(start)
        clause.conditional = isMark(chunkAt(chunks, this.phrases.listStart(start) - 1), 'if')
      }
      if (!holder) return
      if (isPhrase(before)) clause.governor = before
      const object = holder?.objects[0]
      // "urged Iran to stop": the object acts. "plans to strike": the subject does. A passive's subject is its object.
      clause.subjects =
        object &&
        isPhrase(before) &&
        !holder.verb.passive &&
        this.objectActs(holder.verb.lemma, verb.lemma, object)
          ? object
          : (holder?.subjects ?? [])
      return
    }
    if (isPhrase(before)) this.makeParticiple(v, clause)
  }

  /** "the envoy of Iran, **who**": the envoy. "the release of the tanker, **which**": of an act the tanker, not the act. */
  private antecedentAt(i: number): NounPhrase {
    const first = this.phrases.chainHead(i)
    const { lemma, lower } = this.words[first.head]!
    return this.lists.happens(lemma ?? lower) ? (this.chunks[i] as NounPhrase) : first
  }

  /** "despite Tokyo **withdrawing**", "with Iran **massing** troops": the phrase behind such a preposition acts. */
  private ownSubject(i: number): NounPhrase | undefined {
    for (let k = i; isPhrase(this.chunks[k]); k -= 2) {
      if (!isMark(this.chunks[k - 1], 'preposition')) return undefined
      if (OPENS_ITS_OWN.has(wordOf(this.chunks[k - 1]))) return this.chunks[k] as NounPhrase
    }
    return undefined
  }

  private objectActs(lemma: string, act: string, object: readonly NounPhrase[]): boolean {
    if (this.lists.addresses(lemma, act)) return false
    if (this.lists.controlsObject(lemma)) return true
    return (
      this.lists.plans(lemma) &&
      object.every(({ head }) => {
        const { pos, lemma: noun, lower } = this.words[head]!
        return pos === 'name' || pos === 'pronoun' || this.lists.acts(noun ?? lower)
      })
    )
  }

  /** "stormed the base, **officials said**, killing ten": who says it does not do it. */
  private isInserted({ verb, subjects, objects }: Clause): boolean {
    const first = subjects[0] && this.chunks.indexOf(subjects[0])
    return (
      first !== undefined &&
      objects.length === 0 &&
      this.lists.reports(verb.lemma) &&
      isMark(this.chunks[first - 1], 'comma') &&
      this.phrases.hasVerbBefore(first)
    )
  }

  /** Turns a past form behind a noun phrase into a reduced relative clause: passive, said of that phrase. */
  private makeParticiple(v: number, clause: Clause, described = v - 1): void {
    const phrase = chunkAt(this.chunks, described)
    clause.verb = madePassive(clause.verb, false)
    clause.link = 'participle'
    if (isPhrase(phrase)) clause.subjects = [phrase]
    clause.parent = this.previousClause(v)
  }

  /** "lifted the sanctions imposed on …": the phrase at `i` ends the object of a verb that reports nothing. */
  private isObjectOfNonReporting(i: number): boolean {
    const { chunks } = this
    let k = this.phrases.chainStart(i) - 1
    // "complained to X about trucks held up": behind a preposition of the verb as well.
    if (isMark(chunkAt(chunks, k), 'preposition') && !CLAUSE_OPENERS.has(wordOf(chunkAt(chunks, k)))) k--
    while (isMark(chunkAt(chunks, k), 'adverb', 'quote')) k--
    const verb = chunkAt(chunks, k)
    return isVerb(verb) && !this.lists.reports(verb.lemma) && verb.lemma !== 'be'
  }

  private canBeParticiple(v: number): boolean {
    // With an object of its own it is an active verb: "Iran attacked ships". Nobody writes "Iran supplied by Russia said".
    const noun = chunkAt(this.chunks, v - 1)
    const { mention, pos } = this.words[isPhrase(noun) ? noun.head : 0]!
    const named =
      pos === 'pronoun' || (mention !== undefined && mention.kind !== 'weapon' && mention.via !== 'demonym')
    return !isPhrase(this.chunks[v + 1]) && !(named && wordOf(this.chunks[v + 1]) !== 'by')
  }

  private previousClause(v: number, accept: (clause: Clause) => boolean = () => true): Clause | undefined {
    for (let i = v - 1; i >= 0; i--) {
      const chunk = this.chunks[i]
      if (isMark(chunk, 'stop') && wordOf(chunk) === ';') return undefined
      if (isVerb(chunk)) {
        const clause = this.clauses.get(i)!
        if (accept(clause)) return clause
      }
    }
    return undefined
  }

  /** Whether only times, places and quotes stand between: "said on Monday Iran would". */
  private onlyAside(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const chunk = this.chunks[i]
      if (isMark(chunk, 'adverb', 'quote', 'that')) continue
      if (isMark(chunk, 'preposition')) continue
      if (isPhrase(chunk) && isMark(chunkAt(this.chunks, i - 1), 'preposition')) continue
      if (isPhrase(chunk) && i === from) continue
      return false
    }
    return true
  }
}
