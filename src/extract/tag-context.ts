import type { Article } from '../core/article.ts'
import type { Span } from '../core/document.ts'
import type { EntityId } from '../core/entity.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Match } from '../gazetteer/match.ts'
import type { NameWords } from './name-words.ts'

/** What the deciding steps share about one article. */
export interface Context {
  readonly article: Article
  readonly gazetteer: Gazetteer
  readonly words: NameWords
  /** Entities named outright, each where it first is, in text order. */
  readonly named: ReadonlyMap<EntityId, Match>
  readonly matches: readonly Match[]
}

/** A place inside a country: tells where, never who. */
export interface Place extends Span {
  readonly country: EntityId
}
