import type { Chunk, Mark, NounPhrase, PrepositionalPhrase, VerbGroup } from './chunks.ts'
import type { Tagged } from './pos.ts'

/** How a clause hangs on another. */
export type Link =
  /** "plans **to supply**" */
  | 'infinitive'
  /** "denied **supplying**", "accused X of **supplying**" */
  | 'gerund'
  /** ", **killing** ten" */
  | 'adverbial'
  /** "said (that) Iran **supplied**", and a quote before its speaker */
  | 'content'
  /** "forces, which **shelled**" */
  | 'relative'
  /** "drones **supplied** by Iran", "a group **backed** by Turkey" */
  | 'participle'
  /** "condemned and **sanctioned**" */
  | 'coordinate'

/** One verb with what stands around it. Grammatical roles: the object of a passive is its subject here. */
export interface Clause {
  readonly verb: VerbGroup
  subjects: readonly NounPhrase[]
  /** Up to two objects, each a list of coordinated phrases: "gave [Ukraine] [drones]". */
  objects: (readonly NounPhrase[])[]
  prepositional: PrepositionalPhrase[]
  /** Predicate adjective behind "be": "critical". */
  predicate: { readonly word: string; readonly at: number } | undefined
  parent: Clause | undefined
  link: Link | undefined
  /** Before a gerund: "of", "for", "without". */
  preposition: string | undefined
  /** The noun phrase an infinitive or gerund depends on: "Iran's **plan** to supply". */
  governor: NounPhrase | undefined
  /** Under "if", "unless". */
  conditional: boolean
}

// No type predicate: "not a comma" must not narrow to "no mark at all".
const isMark = (chunk: Chunk | undefined, ...kinds: Mark['kind'][]): boolean =>
  chunk !== undefined && chunk.kind !== 'np' && chunk.kind !== 'vg' && kinds.includes(chunk.kind)
const wordOf = (chunk: Chunk | undefined): string =>
  chunk !== undefined && 'word' in chunk ? chunk.word : ''
const isPhrase = <C extends Chunk | undefined>(chunk: C): chunk is C & NounPhrase => chunk?.kind === 'np'
const isVerb = <C extends Chunk | undefined>(chunk: C): chunk is C & VerbGroup => chunk?.kind === 'vg'

/** Prepositions that open a clause when a phrase and a finite verb follow: "after Iran attacked". */
const CLAUSE_OPENERS = new Set(['after', 'before', 'since', 'until', 'till', 'as'])

/** Prepositions whose phrase is a place or a time, which an "of" behind it describes. */
const IN_PLACE = new Set(['in', 'at', 'near', 'across', 'through', 'over', 'on', 'into', 'inside', 'outside'])

/** Verbs of saying whose object is who listens. */
const ADDRESSING = new Set(['tell', 'inform', 'assure', 'warn', 'remind', 'notify'])

/** What clause building must know of words: which verbs report what someone says. */
export interface ClauseWords {
  reports(lemma: string): boolean
  /** Whether its object does what follows ("urged Iran to stop"), rather than its subject ("summoned him to protest"). */
  controlsObject(lemma: string): boolean
  /** Whether it plans what follows, itself ("wants to leave") or for another ("wants Iran to leave"). */
  plans(lemma: string): boolean
}

/** The clauses of a chunked sentence, one per verb group, in order. */
export function buildClauses(
  chunks: readonly Chunk[],
  words: readonly Tagged[],
  lists: ClauseWords,
): Clause[] {
  const parser = new ClauseParser(chunks, words, lists)
  return parser.parse()
}

class ClauseParser {
  private readonly chunks: readonly Chunk[]
  private readonly words: readonly Tagged[]
  private readonly lists: ClauseWords
  private readonly clauses = new Map<number, Clause>()
  private readonly listEnds = new Map<number, { phrases: NounPhrase[]; end: number }>()

  constructor(chunks: readonly Chunk[], words: readonly Tagged[], lists: ClauseWords) {
    this.chunks = chunks
    this.words = words
    this.lists = lists
  }

  parse(): Clause[] {
    const { chunks } = this
    this.attachPosts()
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
      this.complements(i, clause)
      this.attach(i, clause)
    }
    this.shareObjects()
    this.attachFronted()
    this.attachQuotes()
    return [...this.clauses.values()]
  }

  /** "X, Y and Z" from chunk `i` on; the last phrase's chunk is `end`. Stops before a phrase that is the subject of what follows. */
  private listFrom(i: number): { phrases: NounPhrase[]; end: number } {
    const known = this.listEnds.get(i)
    if (known) return known
    const { chunks } = this
    const phrases = [chunks[i] as NounPhrase]
    let end = i
    const startsClause = (j: number): boolean => {
      let k = j + 1
      while (isMark(chunks[k], 'preposition') && isPhrase(chunks[k + 1])) k += 2
      while (isMark(chunks[k], 'adverb')) k++
      const verb = chunks[k]
      return isVerb(verb) && verb.finite && !(verb.participle && isMark(chunks[k + 1], 'preposition'))
    }
    for (;;) {
      // "Aliyev, the president, and Pashinyan": what describes the one before is no further party.
      const described = chunks[end]
      const description = chunks[end + 2]
      if (
        isMark(chunks[end + 1], 'comma') &&
        isPhrase(described) &&
        isPhrase(description) &&
        this.describes(described, description) &&
        isMark(chunks[end + 3], 'comma', 'and')
      ) {
        described.apposition = description
        end += 2
      }
      const sep = chunks[end + 1]
      let next = end + 2
      if (isMark(sep, 'comma') && isMark(chunks[next], 'and')) next++
      else if (isMark(sep, 'comma')) {
        // A comma joins a list only when an "and" closes it.
        let j = next
        let closed = false
        while (isPhrase(chunks[j])) {
          if (
            isMark(chunks[j + 1], 'and') ||
            (isMark(chunks[j + 1], 'comma') && isMark(chunks[j + 2], 'and'))
          ) {
            closed = isPhrase(chunks[j + (isMark(chunks[j + 1], 'and') ? 2 : 3)])
            break
          }
          if (!isMark(chunks[j + 1], 'comma')) break
          j += 2
        }
        if (!closed) break
      } else if (!isMark(sep, 'and')) break
      const phrase = chunks[next]
      if (!isPhrase(phrase)) break
      if (startsClause(next) && i > 0 && this.hasVerbBefore(i)) break
      phrases.push(phrase)
      end = next
    }
    const result = { phrases, end }
    this.listEnds.set(i, result)
    return result
  }

  /** Whether the phrases joined by "and" from chunk `i` on are followed by their verb. */
  private listIsSubject(i: number): boolean {
    const { chunks } = this
    let k = i
    while (isMark(chunks[k + 1], 'and') && isPhrase(chunks[k + 2])) k += 2
    const verb = chunks[k + 1]
    return k > i && isVerb(verb) && verb.finite
  }

  /** Whether the second phrase is an apposition: a name, then "the …" or "a …" with a common noun. */
  private describes(name: NounPhrase, phrase: NounPhrase): boolean {
    const { words } = this
    return (
      words[name.head]!.pos === 'name' &&
      words[phrase.from]!.pos === 'determiner' &&
      words[phrase.head]!.pos === 'noun'
    )
  }

  private hasVerbBefore(i: number): boolean {
    for (let j = i - 1; j >= 0; j--) {
      const chunk = this.chunks[j]
      if (isMark(chunk, 'stop', 'that')) return false
      if (isVerb(chunk)) return true
    }
    return false
  }

  /** Hangs prepositional phrases and appositions on the phrases right before them. */
  private attachPosts(): void {
    const { chunks } = this
    for (const [i, chunk] of chunks.entries()) {
      if (!isPhrase(chunk)) continue
      let at = i
      while (isMark(chunks[at + 1], 'preposition')) {
        let j = at + 1
        while (isMark(chunks[j + 1], 'preposition')) j++
        if (!isPhrase(chunks[j + 1])) break
        const { phrases, end } = this.listFrom(j + 1)
        chunk.posts.push({ preposition: wordOf(chunks[j]), phrases })
        at = end
      }
      const comma = chunks[i + 1]
      const second = chunks[i + 2]
      const after = chunks[i + 3]
      if (
        isMark(comma, 'comma') &&
        isPhrase(second) &&
        (after === undefined || isMark(after, 'comma', 'stop', 'preposition') || isVerb(after)) &&
        this.listFrom(i).end === i
      )
        chunk.apposition = second
    }
  }

  /** What follows the verb up to the end of its clause. */
  private complements(v: number, clause: Clause): void {
    const { chunks } = this
    let i = v + 1
    const closed = (): boolean => clause.objects.length >= 2
    while (i < chunks.length) {
      const chunk = chunks[i]!
      if (isPhrase(chunk)) {
        const next = chunks[i + 1]
        if (clause.objects.length + clause.prepositional.length > 0 && isVerb(next) && next.finite) return
        if (isVerb(next) && next.finite && this.lists.reports(clause.verb.lemma)) return
        if (closed()) return
        const { phrases, end } = this.listFrom(i)
        clause.objects.push(phrases)
        i = end + 1
        continue
      }
      if (isVerb(chunk)) return
      switch (chunk.kind) {
        case 'preposition': {
          let j = i
          while (isMark(chunks[j + 1], 'preposition', 'quote', 'adverb')) j++
          const word = isMark(chunks[j], 'preposition') ? wordOf(chunks[j]) : chunk.word
          const next = chunks[j + 1]
          if (!isPhrase(next)) return
          const after = chunks[j + 2]
          // "after Iran attacked", "after gunmen and bombers stormed": the preposition opened a clause.
          if (CLAUSE_OPENERS.has(word) && ((isVerb(after) && after.finite) || this.listIsSubject(j + 1)))
            return
          const { phrases, end } = this.listFrom(j + 1)
          // "give in to Germany": the first of two prepositions is a particle.
          if (word !== chunk.word) clause.prepositional.push({ preposition: chunk.word, phrases: [] })
          // "in the Strait of Hormuz": of a place, not of the verb. "accused by Paris of", "of" behind an object may be the verb's.
          const last = clause.prepositional.at(-1)
          if (word !== 'of' || !last || !IN_PLACE.has(last.preposition) || isMark(chunks[i - 1], 'comma'))
            clause.prepositional.push({ preposition: word, phrases })
          i = end + 1
          break
        }
        case 'adverb':
        case 'quote':
          i++
          break
        case 'adjective':
          clause.predicate ??= { word: chunk.word, at: chunk.from }
          i++
          break
        case 'comma': {
          const next = chunks[i + 1]
          // A phrase set off by commas, or a prepositional phrase behind one, is still of this clause.
          if (isMark(next, 'preposition') && isPhrase(chunks[i + 2]) && !isVerb(chunks[i + 3])) i++
          else if (isMark(next, 'adverb')) i++
          else return
          break
        }
        case 'and': {
          const next = chunks[i + 1]
          if (isMark(next, 'preposition')) i++
          else if (clause.verb.lemma === 'be' && isMark(next, 'adjective')) i++
          else return
          break
        }
        default:
          return
      }
    }
  }

  /** Finds the subject and what the clause hangs on. */
  private attach(v: number, clause: Clause): void {
    const { chunks } = this
    let j = v - 1
    while (isMark(chunks[j], 'adverb', 'quote')) j--
    const before = chunks[j]
    const { verb } = clause

    if (!verb.finite && verb.modal === undefined) {
      this.attachNonFinite(v, j, clause)
      return
    }
    if (verb.participle && isPhrase(before) && wordOf(chunks[v + 1]) === 'by' && isPhrase(chunks[v + 2])) {
      this.makeParticiple(v, clause)
      return
    }
    if (verb.participle && isPhrase(before) && !isPhrase(chunks[v + 1]) && this.isObjectOfNonReporting(j)) {
      this.makeParticiple(v, clause)
      return
    }
    if (isMark(before, 'who')) {
      let k = j - 1
      while (isMark(chunks[k], 'comma', 'preposition', 'adverb')) k--
      const antecedent = chunks[k]
      if (isPhrase(antecedent)) clause.subjects = [this.chainHead(k)]
      clause.link = 'relative'
      clause.parent = this.previousClause(v)
      return
    }
    if (isMark(before, 'and') || isVerb(before) || (isMark(before, 'comma') && isVerb(chunks[j - 1]))) {
      // "urged the EU to grant it and begin talks": a bare form goes on with the infinitive.
      const bare = verb.form === 'base' && verb.from === verb.main ? this.previousClause(v) : undefined
      const sibling =
        bare?.link === 'infinitive'
          ? bare
          : this.previousClause(v, (c) => c.verb.finite || c.link === 'relative')
      if (sibling) {
        clause.subjects = sibling.subjects
        clause.parent = sibling.link === 'coordinate' ? sibling.parent : sibling
        clause.link = 'coordinate'
        clause.conditional = sibling.conditional
      }
      return
    }
    let start = j
    if (isMark(before, 'comma')) {
      // ", the president of X," between subject and verb: go back to the phrase before the first comma.
      let k = j - 1
      while (k >= 0 && !isMark(chunks[k], 'comma', 'stop')) k--
      let m = k - 1
      while (isMark(chunks[m], 'adverb', 'quote')) m--
      start = isMark(chunks[k], 'comma') && isPhrase(chunks[m]) ? m : j - 1
    }
    if (isPhrase(chunks[start])) {
      // The noun of a nested participle ("drones supplied by Iran were …") is the subject, its verb no finite one.
      let k = this.chainStart(start)
      for (;;) {
        // "used by X to hit the port and facilities were": the whole list is what the verb before it has.
        let first = k
        while (isMark(chunks[first - 1], 'and') && isPhrase(chunks[first - 2]))
          first = this.chainStart1(first - 2)
        const listed = first < k && isVerb(chunks[first - 1]) && !(chunks[first - 1] as VerbGroup).finite
        const from = listed ? first : k
        const gap =
          isMark(chunks[from - 1], 'preposition') && !CLAUSE_OPENERS.has(wordOf(chunks[from - 1]))
            ? from - 2
            : from - 1
        const inner = chunks[gap]
        if (isVerb(inner) && isPhrase(chunks[gap - 1]) && inner.participle && this.canBeParticiple(gap)) {
          const nested = this.clauses.get(gap)!
          this.makeParticiple(gap, nested)
          k = this.chainStart(gap - 1)
        } else if (isVerb(inner) && !inner.finite && inner.modal === undefined && isPhrase(chunks[gap - 1]))
          // "the strikes targeting the pipeline were", "the decision to close the school has".
          k = this.chainStart(gap - 1)
        else if (
          isVerb(inner) &&
          inner.gerund &&
          isMark(chunks[gap - 1], 'preposition') &&
          isPhrase(chunks[gap - 2])
        )
          // "Iran's role in arming the rebels was".
          k = this.chainStart(gap - 2)
        else break
      }
      clause.subjects = this.listBack(k)
      const opener = chunks[this.listStart(k) - 1]
      if (isMark(opener, 'if')) clause.conditional = true
      let o = this.listStart(k) - 1
      while (isMark(chunks[o], 'quote', 'adverb')) o--
      const holder = this.previousClause(this.listStart(k))
      const complementizer = chunks[o]
      if (isMark(complementizer, 'that') && wordOf(complementizer) === 'that' && holder) {
        clause.parent = holder
        clause.link = 'content'
        const g = chunks[o - 1]
        if (isPhrase(g)) clause.governor = g
      } else if (holder && isVerb(chunks[o]) && this.lists.reports(holder.verb.lemma)) {
        clause.parent = holder
        clause.link = 'content'
      } else if (
        holder &&
        this.lists.reports(holder.verb.lemma) &&
        this.onlyAside(chunks.indexOf(holder.verb) + 1, this.listStart(k))
      ) {
        clause.parent = holder
        clause.link = 'content'
      }
    }
  }

  private attachNonFinite(v: number, j: number, clause: Clause): void {
    const { chunks } = this
    const { verb } = clause
    const before = chunks[j]
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
      }
      return
    }
    if (verb.gerund || (verb.form !== 'base' && (isMark(before, 'preposition') || verb.passive))) {
      if (isMark(before, 'preposition')) {
        clause.link = 'gerund'
        clause.preposition = wordOf(before)
        clause.parent = holder
        const noun = chunks[j - 1]
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
        clause.subjects = [this.chainHead(j)]
        return
      }
      clause.link = 'adverbial'
      clause.parent = this.previousClause(v, (c) => c.verb.finite) ?? holder
      clause.subjects = clause.parent?.subjects ?? []
      return
    }
    if (verb.form === 'base' || verb.from !== verb.main) {
      clause.link = 'infinitive'
      clause.parent = holder
      // "Japan to hold summit": a headline's future.
      if (!holder && isPhrase(before)) clause.subjects = this.listBack(this.chainStart(j))
      if (!holder) return
      if (isPhrase(before)) clause.governor = before
      const object = holder?.objects[0]
      // "urged Iran to stop": the object acts. "plans to strike": the subject does. A passive's subject is its object.
      clause.subjects =
        object && isPhrase(before) && !holder.verb.passive && this.objectActs(holder.verb.lemma, object)
          ? object
          : (holder?.subjects ?? [])
      return
    }
    if (isPhrase(before)) this.makeParticiple(v, clause)
  }

  private objectActs(lemma: string, object: readonly NounPhrase[]): boolean {
    if (this.lists.controlsObject(lemma)) return true
    return this.lists.plans(lemma) && object.every((p) => /^(?:name|pronoun)$/.test(this.words[p.head]!.pos))
  }

  /** Turns a past form behind a noun phrase into a reduced relative clause: passive, said of that phrase. */
  private makeParticiple(v: number, clause: Clause): void {
    const phrase = this.chunks[v - 1]
    Object.assign(clause, { verb: { ...clause.verb, finite: false, passive: true, form: 'part' } })
    clause.link = 'participle'
    if (isPhrase(phrase)) clause.subjects = [phrase]
    clause.parent = this.previousClause(v)
  }

  /** "lifted the sanctions imposed on …": the phrase at `i` ends the object of a verb that reports nothing. */
  private isObjectOfNonReporting(i: number): boolean {
    const { chunks } = this
    let k = this.chainStart(i) - 1
    while (isMark(chunks[k], 'adverb', 'quote')) k--
    const verb = chunks[k]
    return isVerb(verb) && !this.lists.reports(verb.lemma) && verb.lemma !== 'be'
  }

  private canBeParticiple(v: number): boolean {
    // With an object of its own it is an active verb: "Iran attacked ships".
    return !isPhrase(this.chunks[v + 1])
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

  /** From the last phrase of "leader of X in Y" back to "leader". */
  private chainStart(i: number): number {
    const { chunks } = this
    let k = i
    for (;;) {
      if (
        isMark(chunks[k - 1], 'preposition') &&
        !CLAUSE_OPENERS.has(wordOf(chunks[k - 1])) &&
        isPhrase(chunks[k - 2])
      )
        k -= 2
      else if (
        isMark(chunks[k - 1], 'preposition') &&
        isMark(chunks[k - 2], 'adverb') &&
        isPhrase(chunks[k - 3]) &&
        !CLAUSE_OPENERS.has(wordOf(chunks[k - 1]))
      )
        // "strikes this month in the area have".
        k -= 3
      else if (
        isMark(chunks[k - 1], 'and', 'comma') &&
        isPhrase(chunks[k - 2]) &&
        isMark(chunks[this.listStart(k) - 1], 'preposition') &&
        !CLAUSE_OPENERS.has(wordOf(chunks[this.listStart(k) - 1])) &&
        isPhrase(chunks[this.listStart(k) - 2])
      )
        k = this.listStart(k) - 2
      else return k
    }
  }

  private chainHead(i: number): NounPhrase {
    return this.chunks[this.chainStart(i)] as NounPhrase
  }

  /** First chunk of the list "X, Y and Z" whose last phrase is chunk `i`. */
  private listStart(i: number): number {
    const { chunks } = this
    let k = i
    let joined = false
    for (;;) {
      if (isMark(chunks[k - 1], 'and')) {
        const p = isMark(chunks[k - 2], 'comma') ? k - 3 : k - 2
        if (!isPhrase(chunks[p]) || this.isComplement(p)) return k
        const start = this.chainStart1(p)
        joined = true
        k = start
      } else if (isMark(chunks[k - 1], 'comma') && isPhrase(chunks[k - 2]) && (joined || k - 2 === 0)) k -= 2
      else return k
    }
  }

  /** Whether the phrase belongs to a verb before it, so that it is no part of a subject behind it: "hit Y and Z said". */
  private isComplement(i: number): boolean {
    const { chunks } = this
    const opener = chunks[this.chainStart1(i) - 1]
    if (isMark(opener, 'that', 'if', 'who') || CLAUSE_OPENERS.has(wordOf(opener))) return false
    if (isVerb(opener)) return !this.lists.reports(opener.lemma)
    return this.hasVerbBefore(i) && !isMark(opener, 'comma')
  }

  private chainStart1(i: number): number {
    const { chunks } = this
    let k = i
    while (
      isMark(chunks[k - 1], 'preposition') &&
      !CLAUSE_OPENERS.has(wordOf(chunks[k - 1])) &&
      isPhrase(chunks[k - 2])
    )
      k -= 2
    return k
  }

  private listBack(i: number): NounPhrase[] {
    const phrases: NounPhrase[] = []
    const start = this.listStart(i)
    for (let k = start; k <= i; k++) {
      const chunk = this.chunks[k]
      if (
        isPhrase(chunk) &&
        (!isMark(this.chunks[k - 1], 'preposition') || CLAUSE_OPENERS.has(wordOf(this.chunks[k - 1])))
      )
        phrases.push(chunk)
    }
    return phrases
  }

  /** Whether only times, places and quotes stand between: "said on Monday Iran would". */
  private onlyAside(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const chunk = this.chunks[i]
      if (isMark(chunk, 'adverb', 'quote', 'that')) continue
      if (isMark(chunk, 'preposition')) continue
      if (isPhrase(chunk) && isMark(this.chunks[i - 1], 'preposition')) continue
      if (isPhrase(chunk) && i === from) continue
      return false
    }
    return true
  }

  /** "condemned and sanctioned Israel": the verbs before the last have the same object. */
  private shareObjects(): void {
    const { chunks } = this
    for (const [i, clause] of [...this.clauses].reverse()) {
      const next = chunks[i + 2]
      if (!isMark(chunks[i + 1], 'and') || !isVerb(next) || clause.objects.length > 0 || clause.verb.passive)
        continue
      const shared = this.clauses.get(i + 2)
      if (shared && !shared.verb.passive && shared.verb.from === shared.verb.main)
        clause.objects = shared.objects
    }
  }

  /** "Reproached by Paris, Berlin replied", "Citing officials, CNN said": what opens a sentence is said of its subject. */
  private attachFronted(): void {
    const { chunks } = this
    const [first] = this.clauses
    if (!first) return
    const [at, clause] = first
    const { verb } = clause
    if (
      clause.subjects.length > 0 ||
      verb.modal !== undefined ||
      chunks.slice(0, at).some((c) => c.kind === 'np' || c.kind === 'who')
    )
      return
    const opens = verb.form === 'ger' || (verb.participle && !isPhrase(chunks[at + 1]))
    const main = [...this.clauses.values()].find(
      (c) => c !== clause && c.verb.finite && c.subjects.length > 0 && c.link !== 'relative',
    )
    if (!opens || !main) return
    if (verb.participle)
      Object.assign(clause, { verb: { ...verb, finite: false, passive: true, form: 'part' } })
    clause.link = 'adverbial'
    clause.subjects = main.subjects
  }

  /** '"…," said Zarif' and "…, officials said": the last reporting verb without content of its own governs what stands before it. */
  private attachQuotes(): void {
    const { chunks } = this
    for (const [i, clause] of this.clauses) {
      if (!this.lists.reports(clause.verb.lemma) || clause.verb.passive) continue
      if ([...this.clauses.values()].some((c) => c.parent === clause && c.link === 'content')) continue
      const comma = ((): number => {
        for (let j = i - 1; j >= 0; j--) {
          if (
            isMark(chunks[j], 'comma') &&
            !isMark(chunks[j + 1], 'and') &&
            (isMark(chunks[j + 1], 'quote') || this.isShortSpeaker(j + 1, i))
          )
            return j
          if (isVerb(chunks[j])) return -1
        }
        return -1
      })()
      if (comma < 0) continue
      // ", a claim Armenia denied": what is denied stands before who denies it.
      let opener = comma + 1
      while (isMark(chunks[opener], 'quote', 'adverb')) opener++
      const claim = chunks[opener]
      if (isPhrase(claim) && isPhrase(chunks[opener + 1]) && clause.objects.length === 0) {
        clause.objects = [[claim]]
        continue
      }
      // Inverted: the speaker stands behind.
      if (clause.subjects.length === 0 && clause.objects[0]) {
        clause.subjects = clause.objects[0]
        clause.objects = []
      }
      // "…, Zarif told reporters" has a listener as its object; "instead, Tehran blamed Mossad" speaks of something else.
      if (clause.objects.length > 0 && !ADDRESSING.has(clause.verb.lemma)) continue
      for (const [j, other] of this.clauses)
        if (j < comma && other.parent === undefined && !this.hangsOn(clause, other)) {
          other.parent = clause
          other.link = 'content'
        }
    }
  }

  /** Whether a clause is another, or hangs on it at any depth: clauses form trees. */
  private hangsOn(clause: Clause, other: Clause): boolean {
    for (let c: Clause | undefined = clause; c; c = c.parent) if (c === other) return true
    return false
  }

  private isShortSpeaker(from: number, to: number): boolean {
    for (let j = from; j < to; j++)
      if (isVerb(this.chunks[j]) || isMark(this.chunks[j], 'who', 'that', 'stop')) return false
    return true
  }
}
