import type { Article } from '../core/article.ts'
import type { Sentence } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { createActorContext } from './actor-context.ts'
import type { Actor } from './actors.ts'
import { confirm } from './confirm.ts'
import { Drafts } from './drafts.ts'
import { fireTriggers } from './fire.ts'
import type { Miss } from './firing.ts'
import type { Trained } from './judge.ts'
import type { Lexemes } from './lexeme.ts'
import type { Reasons } from './model.ts'
import { type Parse, parseSentence } from './parse.ts'
import type { Tags } from './tag.ts'
import type { Triggers } from './triggers.ts'

/** What relation extraction reads with. */
export interface RelateTools {
  readonly gazetteer: Gazetteer
  readonly lexemes: Lexemes
  readonly triggers: Triggers
  /** Absent while the event model itself is trained. */
  readonly trained: Trained | undefined
}

/** The analysis of one sentence, as `explain` shows it. */
export interface Analysis {
  readonly parse: Parse
  readonly statements: readonly Statement[]
  /** Triggers that were seen and made no statement, with what was missing. */
  readonly misses: readonly Miss[]
  /** What the event model says of the sentence, likeliest first; empty where nobody asked for reasons. */
  readonly reasons: readonly Reasons[]
}

/**
 * Reads one sentence. `previous` is the one person the sentence before had as its subject, for pronouns; with `why` the
 * analysis has the event model's reasons.
 */
export function relateSentence(
  article: Article,
  sentence: Sentence,
  tags: Tags,
  tools: RelateTools,
  previous: readonly Actor[],
  why: boolean,
): Analysis {
  const { gazetteer, lexemes, triggers, trained } = tools
  const parse = parseSentence(article.text, sentence, tags, lexemes, triggers)
  const context = createActorContext(parse, triggers, gazetteer, article.publishedOn, previous)
  const drafts = new Drafts({ parse, context, triggers })
  fireTriggers(parse, context, triggers, drafts)
  const reasons = trained ? confirm(parse, context, triggers, drafts, trained, why) : []
  return { parse, statements: drafts.statements(article.id, tags.unlisted), misses: drafts.misses, reasons }
}
