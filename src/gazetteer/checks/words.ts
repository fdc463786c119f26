import type { GazetteerFile, GazetteerSource } from '../load.ts'
import type { RelationFile } from '../relation-schema.ts'
import type { Report } from './report.ts'

/** Where a participant may stand, besides behind a preposition. */
const PLACES = new Set([
  'subject',
  'object',
  'owner',
  'undergoer',
  'poss',
  'clause',
  'content',
  'plural',
  'speaker',
])
const PREPOSITIONS = new Set(
  `about above across after against ahead along alongside among amid around as at before behind below beneath beside between beyond by
  concerning despite down during facing following for from in inside into near of off on onto opposite out outside over past regarding since through throughout
  to toward towards under until unto up upon via with within without`.split(/\s+/),
)

/** The words of an event: object classes exist, slots are known, no trigger stands twice in one relation. */
export function checkWords(source: GazetteerSource, report: Report): void {
  const classes = new Set(Object.keys(source.objects?.content.objects ?? {}))
  const used = (word: string, at: () => string): void => {
    for (const [, name] of word.matchAll(/@([\w-]*)/g))
      if (!classes.has(name!))
        report('object-class', at(), `"@${name}" is not in words/objects.yaml`, 'use one of its classes')
  }
  const firstFile = new Map<string, string>()
  for (const file of source.relations) {
    const { relation, classes: groups } = file.content
    const before = firstFile.get(relation)
    if (before !== undefined)
      report('duplicate-relation', file.locate(['relation']), `${relation} already has the file ${before}`)
    firstFile.set(relation, file.path)
    const slug = `relations/${relation.toLowerCase().replaceAll('_', '-')}.yaml`
    if (file.path !== slug)
      report('relation-file', file.locate(['relation']), `${relation} belongs in ${slug}`, 'rename the file')
    checkSlots(file, report)
    const names = new Set<string>()
    const first = new Map<string, string>()
    for (const [c, group] of groups.entries()) {
      if (names.has(group.class))
        report(
          'duplicate-class',
          file.locate(['classes', c, 'class']),
          `${relation} has a class ${group.class} already`,
        )
      names.add(group.class)
      for (const kind of ['verbs', 'nouns', 'adjectives', 'modals'] as const) {
        for (const [i, word] of (group[kind] ?? []).entries()) {
          const at = (): string => file.locate(['classes', c, kind, i])
          used(word, at)
          const twice = first.get(`${kind} ${word}`)
          if (twice === undefined) first.set(`${kind} ${word}`, `${group.class}, ${at()}`)
          else
            report(
              'duplicate-word',
              at(),
              `"${word}" is already a ${kind.replace(/s$/, '')} of ${relation} (class ${twice})`,
              'keep it in the class whose slots fit',
            )
        }
      }
      if (!group.verbs && !group.nouns && !group.adjectives && !group.modals)
        report('no-words', file.locate(['classes', c]), `class ${group.class} has no words`)
    }
  }
}

function checkSlots(file: GazetteerFile<RelationFile>, report: Report): void {
  for (const [c, group] of file.content.classes.entries()) {
    for (const key of ['source', 'target', 'nounSource', 'nounTarget'] as const) {
      for (const [i, slot] of (group[key] ?? []).entries()) {
        if (!PLACES.has(slot) && !PREPOSITIONS.has(slot))
          report(
            'slot',
            file.locate(['classes', c, key, i]),
            `"${slot}" is no slot`,
            'use a slot of relations/README.md or a preposition',
          )
      }
    }
  }
}
