import type { Article } from '../core/article.ts'
import { type Statement, statementId } from '../core/statement.ts'
import { type Actor, type ActorContext, actorsOf } from './actors.ts'
import type { Analysis, RelateTools } from './relate.ts'

/** How many sentences back a denial may reach. */
const REACH = 4

/** What the sentences before lend to the next one: the person they spoke of, and the acts they alleged. */
export class Discourse {
  /** The one person the last sentence had as its subject, for "he" and "she". */
  person: readonly Actor[] = []
  private recent: (readonly Statement[])[] = []
  private readonly article: Article
  private readonly tools: RelateTools

  constructor(article: Article, tools: RelateTools) {
    this.article = article
    this.tools = tools
  }

  /** A sentence that held nothing: the person is forgotten, what was alleged is one sentence further away. */
  skip(): void {
    this.person = []
    this.recent = [[], ...this.recent].slice(0, REACH)
  }

  /** Takes a sentence in; returns it with the statements that only make sense after those before it. */
  follow(analysis: Analysis): Analysis {
    const statements = [...analysis.statements, ...this.denials(analysis)]
    this.person = this.personOf(analysis)
    this.recent = [statements, ...this.recent].slice(0, REACH)
    return statements.length === analysis.statements.length ? analysis : { ...analysis, statements }
  }

  /**
   * "Tehran denied the charge": what the sentences before planned or alleged of the denier is denied: the same act, negated
   * and alleged, said by the denier.
   */
  private denials({ parse, statements }: Analysis): Statement[] {
    const { embedding } = this.tools.triggers
    const denials: Statement[] = []
    // Most sentences follow none that alleges anything.
    if (this.recent.every((before) => before.length === 0)) return denials
    for (const clause of parse.clauses) {
      if (clause.verb.passive || clause.verb.negated) continue
      if (!embedding.verb(clause.verb.lemma, NONE).has('deny')) continue
      const charge = clause.objects.flat().some((p) => {
        const head = parse.words[p.head]!
        return embedding.noun(head.lemma ?? head.lower).has('allege') && p.posts.length === 0
      })
      const governs = parse.clauses.some((c) => c.parent === clause)
      if (!charge || governs) continue
      for (const denier of clause.subjects.flatMap((p) => [...actorsOf(p, this.context(parse.words))])) {
        const denied = this.recent
          .flat()
          .filter(
            (s) =>
              s.source.code === denier.code &&
              denier.code !== null &&
              s.polarity === 'affirmed' &&
              s.modality !== 'actual',
          )
        for (const s of denied) {
          const source = {
            entity: s.source.entity,
            code: s.source.code,
            sector: s.source.sector,
            start: denier.start,
            end: denier.end,
          }
          const { start, end } = parse.words[clause.verb.main]!
          const content: Omit<Statement, 'id'> = {
            ...s,
            source,
            polarity: 'negated',
            modality: 'alleged',
            saidBy: source,
            date: null,
            sentence: { start: parse.sentence.start, end: parse.sentence.end, text: parse.sentence.text },
            trigger: { start, end, text: parse.text(clause.verb.main, clause.verb.main) },
            confidence: Math.round(s.confidence * 80) / 100,
            rule: 'discourse/denial',
          }
          const { id: _, ...rest } = content as Statement
          if (
            !statements.some((x) => x.relation === rest.relation && x.target.entity === rest.target.entity)
          ) {
            denials.push({ id: statementId(this.article.id, rest), ...rest })
          }
        }
      }
    }
    return denials
  }

  private personOf({ parse }: Analysis): readonly Actor[] {
    // Most sentences name no leader, and need not be asked who acts.
    if (!parse.words.some((w) => w.mention?.kind === 'leader')) return []
    const main = parse.clauses.find((c) => c.verb.finite && c.link === undefined)
    const actors = main?.subjects.flatMap((p) => [...actorsOf(p, this.context(parse.words))]) ?? []
    const [actor] = actors
    return actor && actors.length === 1 && this.tools.gazetteer.entity(actor.entity)?.kind === 'leader'
      ? actors
      : []
  }

  /** Actors named outright: no pronouns, no participles, no setting. */
  private context(words: ActorContext['words']): ActorContext {
    const { triggers, gazetteer } = this.tools
    return {
      words,
      triggers,
      gazetteer,
      day: this.article.publishedOn,
      known: undefined,
      pronoun: () => [],
      doerBehind: () => [],
      relativeDoer: () => [],
      onlyCountry: undefined,
    }
  }
}

const NONE: ReadonlySet<string> = new Set()
