import type { Article } from '../core/article.ts'
import { holdsOn } from '../core/dates.ts'
import type { Sentence, Span } from '../core/document.ts'
import type { Organization } from '../core/entity.ts'
import type { Mention } from '../core/mention.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Match } from '../gazetteer/match.ts'
import { mentionOf, whoOf } from './mentions.ts'

/** `words/references.yaml`, ready for reading. */
export interface References {
  /** Every phrase, anywhere in a text. */
  readonly phrases: RegExp | undefined
  /** The families of organizations a phrase may stand for; a phrase for two countries has none. */
  readonly families: ReadonlyMap<string, readonly string[]>
}

export function compileReferences({ words }: Gazetteer): References {
  const families = new Map<string, readonly string[]>()
  for (const group of words.references?.groups ?? [])
    for (const phrase of group.phrases) families.set(phrase, group.families)
  const all = [...(words.references?.pairs ?? []), ...families.keys()]
  return {
    phrases: all.length > 0 ? new RegExp(`\\b(?:${all.join('|')})\\b`, 'gi') : undefined,
    families,
  }
}

/**
 * What stands for something named before, conservatively and only for what the gazetteer lists: "the president" for the
 * one person named before who holds that office on the article's day; "He" that opens a sentence for the one person the
 * sentence before names; "the two countries" for the two that it names; "the alliance" for the one organization of that
 * kind. Each with its antecedent; nothing in doubt.
 */
export function findReferences(
  article: Article,
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
  references: References,
  matches: readonly Match[],
  mentions: readonly Mention[],
  unlisted: readonly Mention[],
): readonly Mention[] {
  const { text } = article
  const found: Mention[] = []
  const refer = (span: Span, to: Mention, via: Mention['via']): void => {
    found.push(mentionOf(text, span, whoOf(to), via, to))
  }
  const isTaken = (span: Span): boolean => mentions.some((m) => m.start < span.end && span.start < m.end)
  const sentenceOf = (at: number): number => {
    let [low, high] = [0, sentences.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sentences[middle]!.end <= at) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Mentions of a kind from the start of one sentence up to a place; the last of each entity. */
  const recent = (from: number, to: number, kind: Mention['kind'], among: readonly Mention[]): Mention[] => {
    const last = new Map<string, Mention>()
    for (const m of among) if (m.start >= from && m.end <= to && m.kind === kind) last.set(m.entity, m)
    return [...last.values()]
  }

  // "the president"
  const day = article.publishedOn
  const leaders = mentions.filter((m) => m.kind === 'leader')
  if (day !== null && leaders.length > 0) {
    for (const match of matches) {
      if (match.senses[0]!.via !== 'title' || text.charCodeAt(match.start - 1) !== 0x20) continue
      if (!/\bthe $/iu.test(text.slice(Math.max(0, match.start - 5), match.start))) continue
      const titles = match.senses.filter((s) => s.via === 'title')
      if (
        /^(?:['’]|[ -]\p{Lu}| (?:of|for|in|general)\b|-)/u.test(text.slice(match.end, match.end + 9)) ||
        isTaken(match)
      )
        continue
      const single = titles
        .filter((s) => gazetteer.offices[s.what]!.single)
        .map((s) => gazetteer.offices[s.what]!.office)
      const here = sentenceOf(match.start)
      const from = sentences[Math.max(0, here - 3)]?.start ?? 0
      const holders = recent(from, match.start, 'leader', leaders).filter((m) => {
        const entity = gazetteer.entity(m.entity)
        return (
          entity?.kind === 'leader' &&
          entity.offices.some((o) => single.includes(o.office) && holdsOn(o, day))
        )
      })
      if (holders.length === 1) refer(match, holders[0]!, 'title')
    }
  }

  // "He" that opens a sentence
  for (let i = 1; i < sentences.length; i++) {
    const sentence = sentences[i]!
    const first = text.charCodeAt(sentence.start)
    // H, S, a quotation mark
    if (first !== 0x48 && first !== 0x53 && first !== 0x22 && first !== 0x201c) continue
    const pronoun = /^["“]?(?:He|She)\b/u.exec(sentence.text)
    if (!pronoun) continue
    const before = sentences[i - 1]!
    const people = recent(before.start, before.end, 'leader', mentions)
    const others = recent(before.start, before.end, 'leader', unlisted)
    const [person] = people
    if (people.length !== 1 || others.length > 0 || !person || person.start - before.start > 60) continue
    const end = sentence.start + pronoun[0].length
    refer({ start: end - pronoun[0].replace(/^["“]/u, '').length, end }, person, 'pronoun')
  }

  // "They" that opens a sentence, of two countries that opened the sentence before
  for (let i = 1; i < sentences.length; i++) {
    const { start, text: sentence } = sentences[i]!
    if (text.charCodeAt(start) !== 0x54 || !/^They\b/u.test(sentence)) continue
    const before = sentences[i - 1]!
    const countries = recent(before.start, before.end, 'country', mentions)
    const [first, second] = countries
    if (countries.length !== 2 || !first || !second || first.start !== before.start) continue
    if (mentions.some((m) => m.kind !== 'country' && m.start >= before.start && m.end <= before.end)) continue
    if (text.slice(first.end, second.start) !== ' and ') continue
    for (const country of countries) refer({ start, end: start + 4 }, country, 'pronoun')
  }

  const { phrases } = references
  if (!phrases) return found
  phrases.lastIndex = 0
  for (let match = phrases.exec(text); match; match = phrases.exec(text)) {
    const { 0: phrase, index: start } = match
    const span = { start, end: start + phrase.length }
    if (isTaken(span)) continue
    const families = references.families.get(phrase.toLowerCase())
    const here = sentenceOf(start)
    if (families) {
      const from = sentences[Math.max(0, here - 1)]!.start
      const organizations = recent(from, start, 'organization', [...mentions, ...unlisted])
      const [one] = organizations
      const family = one && (gazetteer.entity(one.entity) as Organization | undefined)?.family
      if (organizations.length === 1 && one && family && families.includes(family))
        refer(span, one, 'pronoun')
      continue
    }
    for (const from of [here, here - 1]) {
      if (from < 0) break
      const countries = recent(sentences[from]!.start, start, 'country', mentions)
      if (countries.length === 2) for (const country of countries) refer(span, country, 'pronoun')
      if (countries.length >= 2) break
    }
  }
  return found
}
