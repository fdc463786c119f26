import { type Article, hashText } from '../core/article.ts'
import type { Sentence } from '../core/document.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { Statement } from '../core/statement.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { Discourse } from './discourse.ts'
import { createMorphology, singular } from './grammar.ts'
import { createJudge, type Trained } from './judge.ts'
import { Lexemes, UNKNOWN } from './lexeme.ts'
import { createModel } from './model.ts'
import { compileNameWords } from './name-words.ts'
import { compileReferences } from './references.ts'
import { type Analysis, type RelateTools, relateSentence } from './relate.ts'
import { splitSentences } from './sentences.ts'
import { recordMentions, type Tags, type TagTools, tagArticle } from './tag.ts'
import { compileTriggers } from './triggers.ts'

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

/** A sentence longer than this many UTF-16 units is a table or a list without stops: it is tagged, not analysed. */
const LONGEST = 1500

/** What reading relations needs beyond tagging. */
function compileRelateTools(gazetteer: Gazetteer, given: Trained | undefined): RelateTools {
  const { models } = gazetteer
  const trained =
    given ?? (models && { model: createModel(models.event), judge: createJudge(createModel(models.judge)) })
  const triggers = compileTriggers(gazetteer.words, singular)
  return {
    gazetteer,
    lexemes: new Lexemes(
      createMorphology(
        triggers.lemmas,
        new Set([...triggers.nouns.keys(), ...triggers.agents.keys(), ...triggers.things]),
      ),
      trained?.model.term ?? (() => UNKNOWN),
    ),
    triggers,
    trained,
  }
}

/** Builds an extractor over a gazetteer; what it compiles, the words of relations when the first are read, is frozen. */
export function createExtractor(options: {
  readonly gazetteer: Gazetteer
  /** Instead of the gazetteer's own models, while they are trained. */
  readonly trained?: Trained
}): Extractor {
  const { gazetteer } = options
  const tagTools: TagTools = {
    names: compileNameWords(gazetteer),
    references: compileReferences(gazetteer),
  }
  let relateTools: RelateTools | undefined

  const tag: Extractor['tag'] = (article) => {
    const sentences = splitSentences(article.text)
    return { sentences, tags: tagArticle(article, sentences, gazetteer, tagTools) }
  }

  /** Shows `visit` each sentence that is analysed: one at a time, for an article may have ten thousand. */
  const analyse = (
    article: Article,
    all: boolean,
    visit: (sentence: Sentence, analysis: Analysis) => void,
  ): ReturnType<Extractor['tag']> => {
    relateTools ??= compileRelateTools(gazetteer, options.trained)
    const tools = relateTools
    const tagged = tag(article)
    const { sentences, tags } = tagged
    const named = [...tags.mentions, ...tags.places].map((m) => m.start).sort((a, b) => a - b)
    const discourse = new Discourse(article, tools)
    let next = 0
    for (const sentence of sentences) {
      while (next < named.length && named[next]! < sentence.start) next++
      // One name is enough: a common noun ("protesters", "police") may be the other actor.
      const canHold = next < named.length && named[next]! < sentence.end && sentence.text.length <= LONGEST
      if (all || canHold) {
        const analysis = relateSentence(article, sentence, tags, tools, discourse.person, all)
        visit(sentence, discourse.follow(analysis))
      } else discourse.skip()
    }
    return tagged
  }

  return {
    gazetteer,
    tag,
    extract(article) {
      const statements: Statement[] = []
      let analysed = 0
      const visit = (_: Sentence, analysis: Analysis): void => {
        analysed++
        for (const statement of analysis.statements) statements.push(statement)
      }
      // Relations are written in English words; other languages are tagged only.
      const { sentences, tags } = article.language === 'en' ? analyse(article, false, visit) : tag(article)
      const { text, origin: _origin, ...rest } = article
      return {
        record: {
          article: { ...rest, textHash: hashText(text) },
          mentions: recordMentions(tags),
          statements,
          diagnostics: [],
        },
        sentences: sentences.length,
        analysed,
      }
    },
    explain(article) {
      const found: { sentence: Sentence; analysis: Analysis }[] = []
      analyse(article, true, (sentence, analysis) => found.push({ sentence, analysis }))
      return found
    },
  }
}
