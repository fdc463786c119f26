import { createHash } from 'node:crypto'
import { relationType } from '../core/ontology.ts'
import { decodeCompiled, readCompiled, writeCompiled } from '../gazetteer/compiled-file.ts'
import { COMPILED_PATH, createGazetteer, type Gazetteer, SOURCE_FOLDER } from '../gazetteer/gazetteer.ts'
import type { Models } from '../gazetteer/model-data.ts'
import { type LabelledSentence, loadSentences, sentencesFile } from '../gazetteer/sentences.ts'
import { exampleArticle } from './check-examples.ts'
import { createExtractor } from './extractor.ts'
import { featuresOf } from './features.ts'
import { type Claim, claimOf, type Judge, RIGHT } from './judge.ts'
import { type Prior, trainLogistic } from './logistic.ts'
import { createModel, type Lesson, NO_EVENT, trainModel } from './model.ts'
import { traitsOf } from './traits.ts'
import { aboutOf, isRight } from './verdicts.ts'

/** The judge learns from sentences that its event model has not seen: each part is read with a model of the others. */
const PARTS = 5

/** Trains the models from labelled sentences and the examples of the relation words. The gazetteer must be without any. */
export function trainOn(sentences: readonly LabelledSentence[], gazetteer: Gazetteer): Models {
  const extractor = createExtractor({ gazetteer })
  const examples = gazetteer.words.relations
    .filter((r) => relationType(r.relation).target === 'actor')
    .flatMap((r) => r.classes.flatMap((c) => c.examples.map((e) => labelled(e, r.relation))))
  const read = [...sentences, ...examples]
  const lessons = read.map(
    (sentence): Lesson => ({
      labels: aboutOf(sentence),
      features: extractor.explain(exampleArticle(sentence.text)).flatMap(({ analysis }) =>
        featuresOf(
          analysis.parse,
          new Set(analysis.statements.map((s) => s.rule)),
          analysis.misses.map((m) => m.rule),
        ),
      ),
    }),
  )
  const event = trainModel(lessons)
  const judge = trainLogistic(judgements(read, lessons, gazetteer), [NO_EVENT, RIGHT], PRIOR)
  const version = createHash('sha256').update(`${event.version} ${judge.version}`).digest('hex').slice(0, 12)
  return { version, event, judge }
}

/** Of the judge: between 8 and 16 the loss on parts it had not seen was least, and its probabilities held. */
const PRIOR: Prior = { ridge: 12, least: 4 }

/** An example of a relation's words, which makes the one statement that it gives; of "X and Y clashed" the other as well. */
function labelled({ text, is }: { text: string; is: string }, relation: string): LabelledSentence {
  const [source, , target, ...told] = is.split(' ')
  const polarity = told.includes('negated') ? 'negated' : 'affirmed'
  const says = [{ source, relation, target, polarity }]
  if (MUTUAL.test(text)) says.push({ source: target, relation, target: source, polarity })
  return sentencesFile.shape.sentences.element.parse({ text, says })
}

/** Two names joined at the start or behind "between": what is said of them holds both ways. */
const MUTUAL =
  /^[\p{Lu}][\p{L} ]+ and \p{Lu}|\bbetween \p{Lu}[\p{L} ]* and \p{Lu}|^\p{Lu}\p{L}+, \p{Lu}\p{L}+ /u

/** What the rules say of each sentence, and whether it is right. */
function judgements(
  sentences: readonly LabelledSentence[],
  lessons: readonly Lesson[],
  gazetteer: Gazetteer,
): Lesson[] {
  const found: Lesson[] = []
  for (let part = 0; part < PARTS; part++) {
    const unseen = (i: number): boolean => i % PARTS === part
    const model = createModel(trainModel(lessons.filter((_, i) => !unseen(i))))
    let seen: { traits: readonly string[]; claim: Claim }[] = []
    const judge: Judge = (facts) => {
      seen.push({ traits: traitsOf(facts), claim: claimOf(facts.draft) })
      return 1
    }
    const extractor = createExtractor({ gazetteer, trained: { model, judge } })
    for (const [i, sentence] of sentences.entries()) {
      if (!unseen(i)) continue
      seen = []
      extractor.explain(exampleArticle(sentence.text))
      for (const { traits, claim } of seen) {
        found.push({ features: traits, labels: isRight(claim, sentence) ? [RIGHT] : [] })
      }
    }
  }
  return found
}

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const { models: _, ...compiled } = decodeCompiled(await readCompiled(COMPILED_PATH))
  const models = trainOn(await loadSentences(SOURCE_FOLDER), createGazetteer(compiled))
  await writeCompiled(COMPILED_PATH, { ...compiled, models })
}
