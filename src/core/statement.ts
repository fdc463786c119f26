import { hash } from 'node:crypto'
import type { PartialDate } from './dates.ts'
import type { Span, TextSpan } from './document.ts'
import type { ActorCode, EntityId } from './entity.ts'
import type { Modality, Plover, Polarity } from './ontology.ts'

/** An end of a statement: an entity, at the words that name it. */
export interface Participant extends Span {
  readonly entity: EntityId
  readonly code: ActorCode | null
  /** In which role it acts (PLOVER sector: GOV, MIL, REB, CVL, …): tells a government from its own citizens. */
  readonly sector: string | null
}

/** Who did what to whom, with which weapon, and who says so. Offsets point into the article's text. */
export interface Statement {
  /** Content hash of everything that makes it this statement; see `statementId`. */
  readonly id: string
  readonly relation: string
  readonly plover: Plover | null
  /** PLOVER mode such as `aerial`, `arrest`, `visit`; null where the words do not tell. */
  readonly mode: string | null
  readonly source: Participant
  readonly target: Participant
  readonly weapons: readonly EntityId[]
  readonly polarity: Polarity
  readonly modality: Modality
  readonly saidBy: Participant | null
  readonly sentence: TextSpan
  readonly trigger: TextSpan
  /** When it happened, as far as the sentence tells; null where it does not. */
  readonly date: PartialDate | null
  /** 0 to 1: how often statements with such traits were right on our labelled sentences (`extract/judge.ts`). */
  readonly confidence: number
  /** `<relation file>/<class>:<frame>`, as `araxes explain` prints it. */
  readonly rule: string
}

/**
 * The id of a statement: SHA-256 over article, relation, ends, trigger, polarity and modality, first 20 hex digits.
 * Confidence and rule are left out, so that a better rule that says the same thing keeps the id.
 */
export function statementId(articleId: string, s: Omit<Statement, 'id'>): string {
  const content = [
    articleId,
    s.relation,
    s.source.entity,
    s.source.start,
    s.target.entity,
    s.target.start,
    s.trigger.start,
    s.trigger.end,
    s.polarity,
    s.modality,
  ]
  return hash('sha256', JSON.stringify(content)).slice(0, 20)
}
