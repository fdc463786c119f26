import { relationType } from '../core/ontology.ts'
import { decodeCompiled, readCompiled, writeCompiled } from '../gazetteer/compiled-file.ts'
import { COMPILED_PATH, createGazetteer, type Gazetteer, SOURCE_FOLDER } from '../gazetteer/gazetteer.ts'
import type { ModelData } from '../gazetteer/model-data.ts'
import { type LabelledSentence, loadSentences } from '../gazetteer/sentences.ts'
import { exampleArticle } from './check-examples.ts'
import { createExtractor } from './extractor.ts'
import { featuresOf } from './features.ts'
import { trainModel } from './model.ts'

/** Trains the event model from labelled sentences and the examples of the relation words. The gazetteer must be without a model. */
export function trainOn(sentences: readonly LabelledSentence[], gazetteer: Gazetteer): ModelData {
  const extractor = createExtractor({ gazetteer })
  const examples = gazetteer.words.relations
    .filter((r) => relationType(r.relation).target === 'actor')
    .flatMap((r) => r.classes.flatMap((c) => c.examples.map((e) => ({ text: e.text, about: [r.relation] }))))
  return trainModel(
    [...sentences, ...examples].map((sentence) => ({
      labels: aboutOf(sentence),
      features: extractor.explain(exampleArticle(sentence.text)).flatMap(({ analysis }) =>
        featuresOf(
          analysis.parse,
          new Set(analysis.statements.map((s) => s.rule)),
          analysis.misses.map((m) => m.rule),
        ),
      ),
    })),
  )
}

/** The relations between actors that a sentence is about; empty for no event. */
function aboutOf(sentence: LabelledSentence): readonly string[] {
  if ('about' in sentence) return sentence.about
  const said = sentence.says.filter((s) => !s.optional && relationType(s.relation).target === 'actor')
  return [...new Set(said.map((s) => s.relation))]
}

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const { model: _, ...compiled } = decodeCompiled(await readCompiled(COMPILED_PATH))
  const model = trainOn(await loadSentences(SOURCE_FOLDER), createGazetteer(compiled))
  await writeCompiled(COMPILED_PATH, { ...compiled, model })
}
