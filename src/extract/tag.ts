import type { Article } from '../core/article.ts'
import type { Sentence, Span } from '../core/document.ts'
import type { Entity, EntityId } from '../core/entity.ts'
import type { Mention, Via } from '../core/mention.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Match, Sense } from '../gazetteer/match.ts'
import { resolveTitle } from './offices.ts'
import { resolveSurname } from './people.ts'
import { isDateline, isLocative, isPersonalName } from './surroundings.ts'

/** A place inside a country: tells where, never who. */
export interface Place extends Span {
  readonly country: EntityId
}

/** What tagging finds in an article, in text order. Mentions may nest: "Iranian" in "the Iranian president". */
export interface Tags {
  readonly mentions: readonly Mention[]
  readonly places: readonly Place[]
}

/** A match whose sense is decided, before surnames and titles are. */
export interface Decided {
  readonly match: Match
  readonly entity: Entity
  readonly via: Via
}

/** What the deciding steps share about one article. */
export interface Context {
  readonly article: Article
  readonly gazetteer: Gazetteer
  /** Entities named outright, with the place of each first naming, in text order. */
  readonly named: ReadonlyMap<EntityId, number>
  readonly matches: readonly Match[]
}

const RANK: Readonly<Record<Sense['via'], number>> = {
  name: 0,
  alias: 1,
  metonym: 2,
  demonym: 3,
  capital: 4,
  place: 5,
  surname: 6,
  title: 7,
  honorific: 8,
  nothing: 9,
}

/**
 * Finds the mentions of an article and decides what each stands for. Names that need no context come first; then weak
 * names, by a strong name in the article or a cue in the sentence; then surnames, by a full name or a title; then
 * offices ("the Iranian president"), by the article's date. In doubt there is no mention.
 */
export function tagArticle(article: Article, sentences: readonly Sentence[], gazetteer: Gazetteer): Tags {
  const { text } = article
  const matches = gazetteer.match(text, article.language)
  const strongly = (match: Match): Sense | undefined =>
    match.senses
      .filter((s) => !s.weak && RANK[s.via] <= RANK.place)
      .sort((a, b) => RANK[a.via] - RANK[b.via])[0]

  const named = new Map<EntityId, number>()
  for (const match of matches) {
    const sense = strongly(match) ?? (match.fallback && strongly(match.fallback))
    if (sense && sense.via !== 'place') {
      const { id } = gazetteer.entities[sense.what]!
      if (!named.has(id)) named.set(id, match.start)
    }
  }
  const context: Context = { article, gazetteer, named, matches }

  const mentions: Mention[] = []
  const places: Place[] = []
  const accept = (span: Span, entity: Entity, via: Via, antecedent?: Span): void => {
    mentions.push({
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      entity: entity.id,
      kind: entity.kind,
      code: entity.code,
      via,
      ...(antecedent ? { antecedent: { start: antecedent.start, end: antecedent.end } } : {}),
    })
  }
  let at = 0
  const sentenceAt = (offset: number): Sentence | undefined => {
    while (at < sentences.length && sentences[at]!.end <= offset) at++
    return sentences[at]
  }

  const decide = (match: Match, index: number): boolean => {
    const sense = strongly(match)
    if (sense) {
      const entity = gazetteer.entities[sense.what]!
      if (sense.via === 'place') {
        places.push({ start: match.start, end: match.end, country: entity.id })
        return true
      }
      if (sense.via === 'capital') {
        if (isPersonalName(text, match)) return true
        if (isLocative(text, match) || isDateline(text, match))
          places.push({ start: match.start, end: match.end, country: entity.id })
        else accept(match, entity, 'metonym')
        return true
      }
      if (entity.kind === 'country' && sense.via !== 'demonym' && isPersonalName(text, match)) return true
      accept(match, entity, sense.via as Via)
      return true
    }
    const sentence = sentenceAt(match.start)
    for (const weak of match.senses) {
      if (!weak.weak) continue
      const entity = gazetteer.entities[weak.what]!
      const cued = (): boolean => {
        const near = gazetteer.near(weak.what)
        if (near.length === 0 || !sentence) return false
        const words = sentence.text.toLowerCase()
        return near.some((cue) => hasWord(words, cue))
      }
      if (named.has(entity.id) || cued()) {
        accept(match, entity, 'alias')
        return true
      }
    }
    if (match.senses.some((s) => s.via === 'surname')) {
      const found = resolveSurname(context, index)
      if (found) {
        accept(match, found.leader, 'surname', found.antecedent)
        return true
      }
    }
    if (match.senses.some((s) => s.via === 'title')) {
      const found = resolveTitle(context, index)
      if (found) {
        accept(found.span, found.leader, 'title')
        return true
      }
    }
    return false
  }

  for (const [index, match] of matches.entries()) {
    if (!decide(match, index) && match.fallback) decide(match.fallback, index)
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  return { mentions, places }
}

function hasWord(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    const before = text[i - 1]
    const after = text[i + word.length]
    if (
      (before === undefined || !/[\p{L}\p{N}]/u.test(before)) &&
      (after === undefined || !/[\p{L}\p{N}]/u.test(after))
    )
      return true
  }
  return false
}
