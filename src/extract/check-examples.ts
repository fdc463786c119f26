import type { Article } from '../core/article.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { GazetteerSource } from '../gazetteer/load.ts'
import type { Extractor } from './extractor.ts'

/** Runs every example and counter-example of the entries and of `elsewhere.yaml`: each must be tagged, or not, as it says. */
export function checkExamples(source: GazetteerSource, extractor: Extractor): Diagnostic[] {
  const problems: Diagnostic[] = []
  for (const files of [source.countries, source.organizations, source.leaders, source.weapons]) {
    for (const file of files) {
      for (const [e, entry] of file.content.entries.entries()) {
        for (const key of ['examples', 'not'] as const) {
          for (const [i, text] of (entry[key] ?? []).entries()) {
            const found = extractor.tag(exampleArticle(text)).tags.mentions.some((m) => m.entity === entry.id)
            if (found === (key === 'examples')) continue
            problems.push({
              code: 'gazetteer/example',
              severity: 'error',
              at: file.locate(['entries', e, key, i]),
              message:
                key === 'examples'
                  ? `${entry.id} is not found in "${text}"`
                  : `${entry.id} is found in "${text}"`,
              hint:
                key === 'examples'
                  ? 'add the name it uses, or mend the example'
                  : 'make the name weak, or add the longer name it is part of',
            })
          }
        }
      }
    }
  }
  const { elsewhere } = source
  for (const [i, text] of (elsewhere?.content.not ?? []).entries()) {
    const found = extractor.tag(exampleArticle(text)).tags.mentions.find((m) => m.kind === 'country')
    if (found)
      problems.push({
        code: 'gazetteer/example',
        severity: 'error',
        at: elsewhere!.locate(['not', i]),
        message: `${found.entity} is found in "${text}"`,
        hint: 'add the longer name it is part of to elsewhere.yaml',
      })
  }
  return problems
}

/** An example as an article without date, in the language its letters show. */
export function exampleArticle(text: string): Article {
  const language = /[əƏ]/.test(text) ? 'az' : /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en'
  return {
    id: 'example',
    title: null,
    text,
    url: null,
    publisher: null,
    publishedOn: null,
    language,
    origin: 'example',
  }
}
