import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { RELATIONS } from '../core/ontology.ts'

/** `sentences/*.yaml`: sentences of our own with the relations they are about, from which the event model learns. */
export const sentencesFile = z.strictObject({
  source: z.string().min(1),
  sentences: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        /** What it is about; empty for no event. */
        about: z.array(z.enum(RELATIONS.filter((r) => r.target === 'actor').map((r) => r.relation))),
      }),
    )
    .min(1),
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
