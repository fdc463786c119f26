import { inTextOrder, type Sentence, type Span } from '../core/document.ts'
import type { Mention, Via } from '../core/mention.ts'
import { type Match, type Sense, VIA, type Who } from '../gazetteer/match.ts'
import { endOfWord } from './case-endings.ts'
import { mentionOf } from './mentions.ts'
import { resolveTitle } from './offices.ts'
import { precedingMatch, resolveSurname } from './people.ts'
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
import type { Context, Place } from './tag-context.ts'

/** Decides what each match of an article stands for: mentions and places, in text order. */
export function decideMatches(
  context: Context,
  sentences: readonly Sentence[],
): { readonly mentions: Mention[]; readonly places: readonly Place[] } {
  const decider = new Decider(context, sentences)
  for (const [index, match] of context.matches.entries())
    if (!decider.decide(match, index) && match.fallback) decider.decide(match.fallback, index)
  decider.mentions.sort(inTextOrder)
  return decider
}

class Decider {
  readonly mentions: Mention[] = []
  readonly places: Place[] = []
  private readonly context: Context
  private readonly sentences: readonly Sentence[]
  /** The sentence that was asked for last, and its text in lower case once that was. */
  private at = 0
  private folded: string | undefined

  constructor(context: Context, sentences: readonly Sentence[]) {
    this.context = context
    this.sentences = sentences
  }

  /** Whether the match is done with: accepted, or known to stand for nothing. */
  decide(match: Match, index: number): boolean {
    if (match.strongest) {
      this.decideStrong(match, match.strongest, index)
      return true
    }
    return (
      this.acceptWeak(match) ||
      ((match.vias & VIA.surname) !== 0 && this.acceptSurname(match, index)) ||
      ((match.vias & VIA.title) !== 0 && this.acceptTitle(index))
    )
  }

  private decideStrong(match: Match, sense: Match['strongest'] & object, index: number): void {
    const { article, words } = this.context
    const { text, language } = article
    const { who, via } = sense
    const rival = this.rivalOf(match, sense)
    if (rival) {
      this.accept(match, rival, 'alias')
      return
    }
    if (isShoutedPronoun(text, match, words)) return
    if (via === 'place' || via === 'capital') {
      // Masisi, Medina and Muscat are towns, and people whom the article names in full or by their office.
      const isSurname = match.vias & VIA.surname && !isLocative(text, match, words, language)
      if (isSurname && this.acceptSurname(match, index)) return
      if (via === 'capital') {
        if (isPersonalName(text, match, words, this.nextCountry(index))) return
        // "in Baku and Moscow"
        const joined = this.places.at(-1)?.end === joinStart(text, match.start)
        if (!joined && !isLocative(text, match, words, language) && !isDateline(text, match)) {
          this.accept(match, who, 'metonym')
          return
        }
      }
      this.acceptPlace(match, who)
      return
    }
    if (who.kind === 'weapon') {
      if (isNoWeapon(text, match, words)) return
    } else if (who.kind === 'country' && via !== 'demonym') {
      if (isPersonalName(text, match, words, this.nextCountry(index)) || isLandform(text, match, words))
        return
      if (isHonoured(text, match, words)) return
      if (via === 'metonym' && isBuilding(text, match, words)) return
      if (isDatelineCountry(text, match)) {
        this.acceptPlace(match, who)
        return
      }
    } else if (who.kind === 'leader') {
      if (isMemorial(text, match, words)) return
      if (
        !match.text.includes(' ') &&
        !precedingMatch(this.context, index) &&
        isRelative(text, match, words, language)
      )
        return
    }
    if (via === 'demonym' && isLanguage(text, match, words)) return
    this.accept(match, who, via as Via)
  }

  /** Of a town or an acronym, the organization whose cue stands in the sentence: "Brussels" for the European Union. */
  private rivalOf(match: Match, { via }: Sense): Who | undefined {
    if (match.senses.length < 2) return undefined
    const { article, words } = this.context
    const isTown = via === 'place' || via === 'capital'
    if (!isTown && match.text !== match.text.toUpperCase()) return undefined
    for (const { weak, what, who } of match.senses) {
      if (!weak || who?.kind !== 'organization' || !this.isCued(what, match.start)) continue
      if (!isTown || !isLocative(article.text, match, words, article.language)) return who
    }
    return undefined
  }

  private acceptWeak(match: Match): boolean {
    const { article, named, words } = this.context
    for (const { weak, what, who } of match.senses) {
      if (!weak || !who || !(named.has(who.id) || this.isCued(what, match.start))) continue
      if (who.kind !== 'leader' || !isMemorial(article.text, match, words)) this.accept(match, who, 'alias')
      return true
    }
    return false
  }

  private acceptSurname(match: Match, index: number): boolean {
    const found = resolveSurname(this.context, index)
    if (found) this.accept(match, found.leader, 'surname', found.antecedent)
    return found !== undefined
  }

  private acceptTitle(index: number): boolean {
    const found = resolveTitle(this.context, index)
    if (found) this.accept(found.span, found.leader, 'title')
    return found !== undefined
  }

  private acceptPlace({ start, end }: Match, { id }: Who): void {
    this.places.push({ start, end, country: id })
  }

  private accept(span: Span, who: Who, via: Via, antecedent?: Span): void {
    const { text, language } = this.context.article
    const { start, end: bare } = who.kind === 'weapon' ? designation(text, span) : span
    const end = endOfWord(text, bare, language)
    this.mentions.push(mentionOf(text, { start, end }, who, via, antecedent))
  }

  /** Where the next match stands, if that is a country; else -1. */
  private nextCountry(index: number): number {
    const next = this.context.matches[index + 1]
    return next?.strongest?.who.kind === 'country' ? next.start : -1
  }

  /** Whether the sentence around `offset` holds a word that vouches for the weak names of an entity. */
  private isCued(what: number, offset: number): boolean {
    const near = this.context.gazetteer.near(what)
    if (near.length === 0) return false
    while (this.at < this.sentences.length && this.sentences[this.at]!.end <= offset) {
      this.at++
      this.folded = undefined
    }
    const sentence = this.sentences[this.at]
    if (!sentence) return false
    this.folded ??= sentence.text.toLowerCase()
    const { folded } = this
    return near.some((cue) => hasWord(folded, cue))
  }
}

/** Where what is joined by "and" or "or" to the name at `start` ends; -1 for none. */
const joinStart = (text: string, start: number): number => {
  const joint = /(?:,? and|,? or) $/u.exec(text.slice(Math.max(0, start - 6), start))
  return joint ? start - joint[0].length : -1
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
