import type { TextSpan } from './document.ts'
import type { ActorCode, EntityId, Kind } from './entity.ts'

/** How a mention was recognized. */
export type Via = 'name' | 'alias' | 'demonym' | 'metonym' | 'title' | 'surname' | 'pronoun' | 'unlisted'

/** Where an article names an entity: `article.text.slice(start, end) === text`. */
export interface Mention extends TextSpan {
  readonly entity: EntityId
  readonly kind: Kind
  readonly code: ActorCode | null
  readonly via: Via
  /** For `pronoun`, `title` and `surname`: the mention it stands for, where it has one. */
  readonly antecedent?: { readonly start: number; readonly end: number }
}
