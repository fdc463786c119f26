import type { Article } from '../core/article.ts'
import { holdsOn } from '../core/dates.ts'
import type { Sentence, Span } from '../core/document.ts'
import type { Organization } from '../core/entity.ts'
import type { Mention } from '../core/mention.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Match } from '../gazetteer/match.ts'

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
  matches: readonly Match[],
  mentions: readonly Mention[],
  unlisted: readonly Mention[],
): readonly Mention[] {
  const { text } = article
  const found: Mention[] = []
  const refer = (span: Span, to: Mention, via: Mention['via']): void => {
    found.push({
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      entity: to.entity,
      kind: to.kind,
      code: to.code,
      via,
      antecedent: { start: to.start, end: to.end },
    })
  }
  const isTaken = (span: Span): boolean => mentions.some((m) => m.start < span.end && span.start < m.end)
  const sentenceOf = (at: number): number => sentences.findIndex((s) => at < s.end)
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
      const titles = match.senses.filter((s) => s.via === 'title')
      if (titles.length === 0 || !/\bthe $/iu.test(text.slice(Math.max(0, match.start - 5), match.start)))
        continue
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

  const words = gazetteer.words.references
  if (words) {
    const lower = text.toLowerCase()
    // A letter that is longer in lower case would shift every place behind it.
    if (lower.length !== text.length) return found
    const each = (phrase: string, visit: (span: Span) => void): void => {
      for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
        const span = { start: at, end: at + phrase.length }
        if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ' '}${text[span.end] ?? ' '}`) && !isTaken(span))
          visit(span)
      }
    }
    for (const phrase of words.pairs)
      each(phrase, (span) => {
        const here = sentenceOf(span.start)
        for (const from of [here, here - 1]) {
          if (from < 0) return
          const countries = recent(sentences[from]!.start, span.start, 'country', mentions)
          if (countries.length > 2) return
          if (countries.length === 2) {
            for (const country of countries) refer(span, country, 'pronoun')
            return
          }
        }
      })
    for (const { families, phrases } of words.groups)
      for (const phrase of phrases)
        each(phrase, (span) => {
          const here = sentenceOf(span.start)
          const from = sentences[Math.max(0, here - 1)]!.start
          const organizations = recent(from, span.start, 'organization', [...mentions, ...unlisted])
          const [one] = organizations
          const family = one && (gazetteer.entity(one.entity) as Organization | undefined)?.family
          if (organizations.length === 1 && one && families.some((f) => f === family))
            refer(span, one, 'pronoun')
        })
  }
  return found
}
