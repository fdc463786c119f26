import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { MODALITIES, POLARITIES, RELATIONS } from '../core/ontology.ts'

/** ISO 3166-1 alpha-3, IGO, NGO, MNC, IMG; `none` for somebody whose country the sentence does not tell. */
const actorCode = z.string().regex(/^(?:[A-Z]{3}|none)$/)

/** One statement that a sentence makes. */
export const labelledStatement = z.strictObject({
  source: actorCode,
  relation: z.enum(RELATIONS.map((r) => r.relation)),
  /** A weapon's id for a relation to a weapon. */
  target: z.union([actorCode, z.string().startsWith('weapon/')]),
  polarity: z.enum(POLARITIES).default('affirmed'),
  modality: z.enum(MODALITIES).default('actual'),
  saidBy: z.string().optional(),
  /** `true` where a good reader may record it or not. */
  optional: z.literal('true').optional(),
})

export type LabelledStatement = z.infer<typeof labelledStatement>

/** `sentences/*.yaml`: sentences of our own, from which the event model and the judge learn, each with every statement it makes. */
export const sentencesFile = z.strictObject({
  source: z.string().min(1),
  sentences: z.array(z.strictObject({ text: z.string().min(1), says: z.array(labelledStatement) })).min(1),
})

export type LabelledSentence = z.infer<typeof sentencesFile>['sentences'][number]

/** All labelled sentences of a gazetteer folder, in order of file and line. Throws a ZodError for a file of another shape. */
export async function loadSentences(folder: string): Promise<LabelledSentence[]> {
  const names = (await readdir(join(folder, 'sentences')).catch(() => [] as string[])).filter((n) =>
    n.endsWith('.yaml'),
  )
  const files = await Promise.all(names.sort().map((n) => readFile(join(folder, 'sentences', n), 'utf8')))
  return files.flatMap((text) => sentencesFile.parse(parse(text, { schema: 'failsafe' })).sentences)
}
