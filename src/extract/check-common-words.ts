import type { Diagnostic } from '../core/diagnostic.ts'
import type { GazetteerSource } from '../gazetteer/load.ts'
import { ordinaryWords } from './grammar.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly weak?: readonly string[] | undefined
  readonly shares?: readonly string[] | undefined
}

/**
 * A strong name that is one word of the language is found wherever that word opens a sentence: "Report", "Guards", "Hope".
 * It must be weak. The words are compromise's and those of our own lists. An acronym in capitals is no word, and what a
 * country is called first is judged by the words around it instead: Jordan, Turkey, Chad.
 */
export function checkCommonWords(source: GazetteerSource): Diagnostic[] {
  const words = new Set(ordinaryWords())
  const lists = [
    ...(source.agents?.content.agents ?? []).map((a) => a.words),
    ...Object.values(source.objects?.content.objects ?? {}),
    ...source.relations.flatMap((f) => f.content.classes.flatMap((c) => [c.verbs ?? [], c.nouns ?? []])),
  ]
  for (const word of lists.flat()) if (/^[a-z]+$/.test(word)) words.add(word)

  const problems: Diagnostic[] = []
  for (const files of [source.countries, source.organizations, source.leaders, source.weapons]) {
    for (const file of files) {
      for (const [e, entry] of (file.content.entries as readonly Named[]).entries()) {
        const names: [string, (string | number)[]][] = [
          ...(files === source.countries ? [] : [[entry.name, ['name']] as [string, string[]]]),
          ...(entry.aliases ?? []).map((name, i): [string, (string | number)[]] => [name, ['aliases', i]]),
        ]
        for (const [name, keys] of names) {
          const acronym = name === name.toUpperCase() && name.length <= 5
          if (acronym || !/^\p{L}+$/u.test(name) || entry.weak?.includes(name)) continue
          const word = name.toLowerCase()
          if (!words.has(word)) continue
          problems.push({
            code: 'gazetteer/common-word',
            severity: 'error',
            at: file.locate(['entries', e, ...keys]),
            message: `"${name}" of ${entry.id} is a word of the language`,
            hint: 'move it to "weak", with words that vouch for it in "near"',
          })
        }
      }
    }
  }
  return problems
}
