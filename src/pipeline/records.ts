import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { KINDS } from '../core/entity.ts'
import { MODALITIES, POLARITIES, RELATIONS } from '../core/ontology.ts'
import type { ExtractionRecord } from '../core/record.ts'
import type { OutputItem } from './items.ts'

const text = z.string()
const offset = z.int().nonnegative()
const participant = z.object({
  entity: text,
  code: text.nullable(),
  sector: text.nullable(),
  start: offset,
  end: offset,
})
const span = z.object({ start: offset, end: offset, text })

/** The shape of a record file's line. Unknown fields are kept out, so that a newer file still loads. */
export const recordShape = z.object({
  article: z.object({
    id: text.min(1),
    title: text.nullable(),
    url: text.nullable(),
    publisher: text.nullable(),
    publishedOn: text.nullable(),
    language: text,
    textHash: text,
    extractor: text.optional(),
  }),
  mentions: z.array(
    z.object({
      start: offset,
      end: offset,
      text,
      entity: text.min(1),
      kind: z.enum(KINDS),
      code: text.nullable(),
      via: z.enum(['name', 'alias', 'demonym', 'metonym', 'title', 'surname', 'pronoun', 'unlisted']),
      antecedent: z.object({ start: offset, end: offset }).optional(),
    }),
  ),
  statements: z.array(
    z.object({
      id: text.min(1),
      relation: z.enum(RELATIONS.map((r) => r.relation)),
      plover: text.nullable(),
      mode: text.nullable(),
      source: participant,
      target: participant,
      weapons: z.array(text),
      polarity: z.enum(POLARITIES),
      modality: z.enum(MODALITIES),
      saidBy: participant.nullable(),
      sentence: span,
      trigger: span,
      date: text.nullable(),
      confidence: z.number().min(0).max(1),
      rule: text,
    }),
  ),
  diagnostics: z.array(
    z.object({
      code: text,
      at: text,
      message: text,
      hint: text.optional(),
      severity: z.enum(['error', 'warning']),
    }),
  ),
})

/** Reads record files line by line. A line that is no record is a diagnostic with file and line. */
export async function* readRecords(paths: readonly string[]): AsyncGenerator<OutputItem> {
  for (const path of paths) {
    const stream = path === '-' ? process.stdin : createReadStream(path)
    const at = path === '-' ? 'stdin' : path
    let number = 0
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        number++
        if (line.trim() === '') continue
        const reject = (message: string): OutputItem => ({
          diagnostic: {
            code: 'record/shape',
            at: `${at}:${number}`,
            message,
            hint: 'write it anew with "araxes extract --output"',
            severity: 'error',
          },
        })
        let value: unknown
        try {
          value = JSON.parse(line)
        } catch {
          yield reject('is not JSON')
          continue
        }
        const parsed = recordShape.safeParse(value)
        if (!parsed.success) {
          const issue = parsed.error.issues[0]!
          yield reject(`is no extraction record: ${issue.path.join('.')}: ${issue.message}`)
          continue
        }
        yield { record: parsed.data as ExtractionRecord, sentences: 0 }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
      yield {
        diagnostic: {
          code: 'record/unreadable',
          at,
          message: (error as Error).message,
          hint: 'check the path and its permissions',
          severity: 'error',
        },
      }
    }
  }
}
