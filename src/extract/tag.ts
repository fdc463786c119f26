import type { Article } from '../core/article.ts'
import { inTextOrder, type Sentence } from '../core/document.ts'
import type { EntityId } from '../core/entity.ts'
import type { Mention } from '../core/mention.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Match, VIA } from '../gazetteer/match.ts'
import { bindAcronyms } from './acronyms.ts'
import { decideMatches } from './decide.ts'
import type { NameWords } from './name-words.ts'
import { findReferences, type References } from './references.ts'
import type { Place } from './tag-context.ts'
import { findUnlisted } from './unlisted.ts'

/** What tagging finds in an article, in text order. Mentions may nest: "Iranian" in "the Iranian president". */
export interface Tags {
  /** Of what the gazetteer lists. */
  readonly mentions: readonly Mention[]
  readonly places: readonly Place[]
  /** Of people and organizations told by their shape; a country inside one stands among `mentions`. */
  readonly unlisted: readonly Mention[]
  /** What stands for one of `mentions`: "the two countries", "He". */
  readonly references: readonly Mention[]
}

/** Word lists, compiled. */
export interface TagTools {
  readonly names: NameWords
  readonly references: References
}

/**
 * Finds the mentions of an article and decides what each stands for. Names that need no context come first; then weak
 * names, by a strong name in the article or a cue in the sentence; then surnames, by a full name or a title; then
 * offices ("the Iranian president"), by the article's date; then names nobody listed, by their shape. In doubt there is
 * no mention.
 */
export function tagArticle(
  article: Article,
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
  { names: words, references }: TagTools,
): Tags {
  const { text } = article
  const matches = gazetteer.match(text, article.language)

  const named = new Map<EntityId, Match>()
  for (const match of matches) {
    const sense = match.strongest ?? match.fallback?.strongest
    if (sense && sense.via !== 'place' && !named.has(sense.who.id)) named.set(sense.who.id, match)
  }
  const { mentions, places } = decideMatches({ article, gazetteer, words, named, matches }, sentences)
  // The words that make names are English.
  if (article.language !== 'en') return { mentions, places, unlisted: [], references: [] }
  const titleEnds = new Set<number>()
  const titleStarts = new Map<number, number>()
  // "Black Sea" is no place inside a country, and no person or organization either.
  const nowhere: Match[] = []
  for (const match of matches) {
    if (match.vias & (VIA.title | VIA.honorific)) {
      titleEnds.add(match.end)
      titleStarts.set(match.start, match.end)
    }
    if (match.vias & VIA.nothing) nowhere.push(match)
  }
  const wrapped = sentences.some((s) => s.text.includes('\n'))
  const covered = nowhere.length > 0 ? [...places, ...nowhere].sort(inTextOrder) : places
  const shaped = findUnlisted(text, wrapped, words, { mentions, places: covered, titleEnds, titleStarts })
  const unlisted = bindAcronyms(text, words, mentions, shaped)
  const kept = unlisted.overruled.size > 0 ? mentions.filter((m) => !unlisted.overruled.has(m)) : mentions
  const all = unlisted.listed.length > 0 ? [...kept, ...unlisted.listed].sort(inTextOrder) : kept
  return {
    mentions: all,
    places,
    unlisted: [...unlisted.mentions].sort(inTextOrder),
    references: findReferences(article, sentences, gazetteer, references, matches, all, unlisted.mentions),
  }
}

/** The mentions of the record: a country inside an organization's name is part of it and no mention of its own. */
export function recordMentions({ mentions, unlisted, references }: Tags): readonly Mention[] {
  if (unlisted.length + references.length === 0) return mentions
  const kept: Mention[] = []
  let at = 0
  for (const mention of mentions) {
    while (at < unlisted.length && unlisted[at]!.end <= mention.start) at++
    const outer = unlisted[at]
    const inside = outer && outer.start <= mention.start && mention.end <= outer.end
    if (!inside || outer.end - outer.start === mention.end - mention.start) kept.push(mention)
  }
  return [...kept, ...unlisted, ...references].sort(inTextOrder)
}
