import { type Article, hashText } from '../core/article.ts'
import type { Sentence } from '../core/document.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { Statement } from '../core/statement.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Actor, actorsOf } from './actors.ts'
import { createMorphology, singular } from './grammar.ts'
import { type Analysis, type RelateTools, relateSentence } from './relate.ts'
import { splitSentences } from './sentences.ts'
import { type Tags, tagArticle } from './tag.ts'
import { compileTriggers, type Triggers } from './triggers.ts'

/** Turns articles into records. Pure and deterministic: the same article and gazetteer give the same record. */
export interface Extractor {
  readonly gazetteer: Gazetteer
  /** Names and their places only. */
  tag(article: Article): { readonly sentences: readonly Sentence[]; readonly tags: Tags }
  /** The whole record, and how many sentences were read and analysed. */
  extract(article: Article): {
    readonly record: ExtractionRecord
    readonly sentences: number
    readonly analysed: number
  }
  /** Every sentence with its full analysis, candidates or not. */
  explain(article: Article): readonly { readonly sentence: Sentence; readonly analysis: Analysis }[]
}

/** Builds an extractor over a gazetteer; what it compiles is frozen. */
export function createExtractor(options: { readonly gazetteer: Gazetteer }): Extractor {
  const { gazetteer } = options
  const triggers: Triggers = compileTriggers(gazetteer.words, singular)
  const tools: RelateTools = { gazetteer, morphology: createMorphology(triggers.lemmas), triggers }

  const tag: Extractor['tag'] = (article) => {
    const sentences = splitSentences(article.text)
    return { sentences, tags: tagArticle(article, sentences, gazetteer) }
  }

  /** Two actors, or an actor and a weapon. Any further mention counts: a common noun may be the other actor. */
  const canHold = (sentence: Sentence, tags: Tags, from: { mention: number; place: number }): boolean => {
    let mentions = 0
    while (from.mention < tags.mentions.length && tags.mentions[from.mention]!.start < sentence.start)
      from.mention++
    for (let i = from.mention; i < tags.mentions.length && tags.mentions[i]!.start < sentence.end; i++)
      mentions++
    while (from.place < tags.places.length && tags.places[from.place]!.start < sentence.start) from.place++
    for (let i = from.place; i < tags.places.length && tags.places[i]!.start < sentence.end; i++) mentions++
    return mentions >= 1 && sentence.text.length < 1500
  }

  const analyse = (
    article: Article,
    all: boolean,
  ): { sentences: readonly Sentence[]; tags: Tags; found: { sentence: Sentence; analysis: Analysis }[] } => {
    const { sentences, tags } = tag(article)
    const found: { sentence: Sentence; analysis: Analysis }[] = []
    const cursor = { mention: 0, place: 0 }
    let previous: readonly Actor[] = []
    for (const sentence of sentences) {
      if (!all && !canHold(sentence, tags, cursor)) {
        previous = []
        continue
      }
      const analysis = relateSentence(article, sentence, tags, tools, previous)
      previous = personSubject(analysis, tags, gazetteer)
      found.push({ sentence, analysis })
    }
    return { sentences, tags, found }
  }

  const personSubject = (analysis: Analysis, _tags: Tags, source: Gazetteer): readonly Actor[] => {
    const main = analysis.parse.clauses.find((c) => c.verb.finite && c.link === undefined)
    if (!main) return []
    const context = {
      words: analysis.parse.words,
      triggers,
      gazetteer: source,
      day: null,
      pronoun: () => [],
      doerBehind: () => [],
      onlyCountry: undefined,
    }
    const actors = main.subjects.flatMap((p) => [...actorsOf(p, context)])
    return actors.length === 1 && source.entity(actors[0]!.entity)?.kind === 'leader' ? actors : []
  }

  return {
    gazetteer,
    tag,
    extract(article) {
      const { sentences, tags, found } = analyse(article, false)
      // Relations are written in English words; other languages are tagged only.
      const statements: Statement[] =
        article.language === 'en' ? found.flatMap((f) => [...f.analysis.statements]) : []
      const { text, origin: _origin, ...rest } = article
      return {
        record: {
          article: { ...rest, textHash: hashText(text) },
          mentions: tags.mentions,
          statements,
          diagnostics: [],
        },
        sentences: sentences.length,
        analysed: found.length,
      }
    },
    explain: (article) => analyse(article, true).found,
  }
}
