import type { Article } from '../core/article.ts'
import type { Sentence, Span } from '../core/document.ts'
import type { Entity, EntityId } from '../core/entity.ts'
import type { Mention, Via } from '../core/mention.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Match, type Sense, VIA } from '../gazetteer/match.ts'
import { bindAcronyms } from './acronyms.ts'
import { endOfWord } from './case-endings.ts'
import type { NameWords } from './name-words.ts'
import { resolveTitle } from './offices.ts'
import { resolveSurname } from './people.ts'
import { findReferences, type References } from './references.ts'
import {
  isBuilding,
  isDateline,
  isDatelineCountry,
  isHonoured,
  isLandform,
  isLanguage,
  isLocative,
  isMemorial,
  isNoWeapon,
  isPersonalName,
  isRelative,
  isShoutedPronoun,
} from './surroundings.ts'
import type { Context } from './tag-context.ts'
import { findUnlisted } from './unlisted.ts'

/** A place inside a country: tells where, never who. */
export interface Place extends Span {
  readonly country: EntityId
}

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

  const named = new Map<EntityId, number>()
  for (const match of matches) {
    const sense = match.strongest ?? match.fallback?.strongest
    if (sense && sense.via !== 'place') {
      const { id } = gazetteer.entityAt(sense.what)
      if (!named.has(id)) named.set(id, match.start)
    }
  }
  const context: Context = { article, gazetteer, words, named, matches }

  const mentions: Mention[] = []
  const places: Place[] = []
  const accept = (span: Span, entity: Entity, via: Via, antecedent?: Span): void => {
    const { start, end: bare } = entity.kind === 'weapon' ? designation(text, span) : span
    const end = endOfWord(text, bare, article.language)
    mentions.push({
      start,
      end,
      text: text.slice(start, end),
      entity: entity.id,
      kind: entity.kind,
      code: entity.code,
      via,
      ...(antecedent ? { antecedent: { start: antecedent.start, end: antecedent.end } } : {}),
    })
  }
  let at = 0
  let folded = ''
  let foldedOf: Sentence | undefined
  const lowerCase = (sentence: Sentence): string => {
    if (sentence !== foldedOf) folded = sentence.text.toLowerCase()
    foldedOf = sentence
    return folded
  }
  const sentenceAt = (offset: number): Sentence | undefined => {
    while (at < sentences.length && sentences[at]!.end <= offset) at++
    return sentences[at]
  }
  const nextCountry = (index: number): number => {
    const next = matches[index + 1]
    const sense = next?.strongest
    return sense && gazetteer.entityAt(sense.what).kind === 'country' ? next.start : -1
  }

  const isCued = (what: number, sentence: Sentence | undefined): boolean => {
    const near = gazetteer.near(what)
    if (near.length === 0 || !sentence) return false
    return near.some((cue) => hasWord(lowerCase(sentence), cue))
  }
  /** Of a town or an acronym, the organization whose cue stands in the sentence: "Brussels" for the European Union. */
  const rivalOf = (match: Match, sense: Sense): Entity | undefined => {
    if (match.senses.length < 2) return undefined
    const isTown = sense.via === 'place' || sense.via === 'capital'
    if (!isTown && match.text !== match.text.toUpperCase()) return undefined
    for (const { weak, what } of match.senses) {
      if (!weak) continue
      const entity = gazetteer.entityAt(what)
      if (entity.kind !== 'organization' || !isCued(what, sentenceAt(match.start))) continue
      if (!isTown || !isLocative(text, match, words, article.language)) return entity
    }
    return undefined
  }

  const decide = (match: Match, index: number): boolean => {
    const sense = match.strongest
    if (sense) {
      const rival = rivalOf(match, sense)
      if (rival) {
        accept(match, rival, 'alias')
        return true
      }
      const entity = gazetteer.entityAt(sense.what)
      if (isShoutedPronoun(text, match, words)) return true
      if (entity.kind === 'weapon' && isNoWeapon(text, match, words)) return true
      // Masisi, Medina and Muscat are towns, and people whom the article names in full or by their office.
      if (
        (sense.via === 'place' || sense.via === 'capital') &&
        match.vias & VIA.surname &&
        !isLocative(text, match, words, article.language)
      ) {
        const found = resolveSurname(context, index)
        if (found) {
          accept(match, found.leader, 'surname', found.antecedent)
          return true
        }
      }
      if (sense.via === 'place') {
        places.push({ start: match.start, end: match.end, country: entity.id })
        return true
      }
      if (sense.via === 'capital') {
        if (isPersonalName(text, match, words, nextCountry(index))) return true
        // "in Baku and Moscow"
        const joined = places.at(-1)?.end === joinStart(text, match.start)
        if (joined || isLocative(text, match, words, article.language) || isDateline(text, match))
          places.push({ start: match.start, end: match.end, country: entity.id })
        else accept(match, entity, 'metonym')
        return true
      }
      if (entity.kind === 'country' && sense.via !== 'demonym') {
        if (isPersonalName(text, match, words, nextCountry(index)) || isLandform(text, match, words))
          return true
        if (isHonoured(text, match, words)) return true
        if (sense.via === 'metonym' && isBuilding(text, match, words)) return true
        if (isDatelineCountry(text, match)) {
          places.push({ start: match.start, end: match.end, country: entity.id })
          return true
        }
      }
      if (sense.via === 'demonym' && isLanguage(text, match, words)) return true
      if (entity.kind === 'leader') {
        if (isMemorial(text, match, words)) return true
        if (
          !match.text.includes(' ') &&
          !isTitled(context, index) &&
          isRelative(text, match, words, article.language)
        )
          return true
      }
      accept(match, entity, sense.via as Via)
      return true
    }
    const sentence = sentenceAt(match.start)
    for (const weak of match.senses) {
      if (!weak.weak) continue
      const entity = gazetteer.entityAt(weak.what)
      if (named.has(entity.id) || isCued(weak.what, sentence)) {
        if (entity.kind === 'leader' && isMemorial(text, match, words)) return true
        accept(match, entity, 'alias')
        return true
      }
    }
    if (match.vias & VIA.surname) {
      const found = resolveSurname(context, index)
      if (found) {
        accept(match, found.leader, 'surname', found.antecedent)
        return true
      }
    }
    if (match.vias & VIA.title) {
      const found = resolveTitle(context, index)
      if (found) {
        accept(found.span, found.leader, 'title')
        return true
      }
    }
    return false
  }

  for (let index = 0; index < matches.length; index++) {
    const match = matches[index]!
    if (!decide(match, index) && match.fallback) decide(match.fallback, index)
  }
  mentions.sort(inTextOrder)
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

export const inTextOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

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

/** Where what is joined by "and" or "or" to the name at `start` ends; -1 for none. */
const joinStart = (text: string, start: number): number => {
  const joint = /(?:,? and|,? or) $/u.exec(text.slice(Math.max(0, start - 6), start))
  return joint ? start - joint[0].length : -1
}

/** Whether a title or honorific ends right before the match. */
function isTitled({ matches, article }: Context, index: number): boolean {
  const before = matches[index - 1]
  return (
    before !== undefined &&
    matches[index]!.start - before.end <= 2 &&
    /^[\s.]{1,2}$/u.test(article.text.slice(before.end, matches[index]!.start))
  )
}

/** The name of a weapon without the common nouns around it, with its plural: "F-35s" of "F-35s", "Sejjil" of "Sejjil missiles". */
function designation(text: string, span: Span): Span {
  let { start, end } = span
  const trailing = /(?:[- ]\p{Ll}[\p{Ll}-]*)+$/u.exec(text.slice(start, end))
  if (trailing && /[\p{Lu}\p{N}]/u.test(text.slice(start, start + trailing.index)))
    end = start + trailing.index
  const leading = /^(?:\p{Ll}[\p{Ll}-]* )+(?=[\p{Lu}\p{N}])/u.exec(text.slice(start, end))
  if (leading) start += leading[0].length
  if (end === span.end && text.charCodeAt(end) === 0x73 && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) end++
  return { start, end }
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
