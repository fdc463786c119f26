import { z } from 'zod'
import { RELATIONS } from '../core/ontology.ts'

/**
 * The shape of `relations/*.yaml` and `words/*.yaml`: which words make an event, and where its actors stand.
 * `gazetteer/relations/README.md` explains triggers and slots to editors.
 */

const text = z.string().trim().min(1)
const words = z.array(text).min(1)
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/**
 * Where a participant stands: `subject`, `object`, `poss` (possessor or demonym before a noun: "Iran's", "Iranian"),
 * `clause` (the subject of a that-clause or infinitive), `speaker` (who says the clause), `plural` (the parties of a plural subject: "X and Y met"),
 * or a preposition (`to`, `against`, …).
 */
const slot = z.string().regex(/^[a-z]+$/)
const slots = z.array(slot).min(1)

/** A sentence of our own and what it says: `IRN > AZE`, optionally `negated`, `planned`, `alleged`, … */
const example = z.strictObject({
  text,
  is: z
    .string()
    .regex(
      /^[A-Z]{3} > (?:[A-Z]{3}|weapon\/[a-z0-9-]+)(?: (?:negated|planned|possible|conditional|demanded|alleged))*$/,
      'write IRN > AZE or IRN > weapon/shahed-136, then negated, planned, possible, conditional, demanded or alleged',
    ),
})

export const relationClass = z.strictObject({
  class: slug,
  /** PLOVER mode. */
  mode: slug.optional(),
  verbs: words.optional(),
  source: slots.optional(),
  target: slots.optional(),
  nouns: words.optional(),
  nounSource: slots.optional(),
  nounTarget: slots.optional(),
  /** Modal verbs of a clause that somebody says: "Paris says Berlin **must** pay". */
  modals: words.optional(),
  /**
   * Predicates after "be", with the preposition before the target: "critical of"; of a class without verbs with the
   * class's own `source` and `target`, and what must stand behind the preposition: "responsible for @force".
   */
  adjectives: words.optional(),
  note: text.optional(),
  examples: z.array(example).min(1),
  /** Sentences in which this relation must not be found. */
  not: z.array(text).optional(),
})

export const relationFile = z.strictObject({
  relation: z.enum(RELATIONS.map((r) => r.relation)),
  source: text,
  classes: z.array(relationClass).min(1),
})

/** `words/agents.yaml`: common nouns that act for a country, by PLOVER sector. */
export const agentsFile = z.strictObject({
  source: text,
  agents: z.array(z.strictObject({ sector: z.string().regex(/^[A-Z]{3}$/), words })),
})

/** `words/objects.yaml`: classes of common nouns that triggers name as `@class`. */
export const objectsFile = z.strictObject({ source: text, objects: z.record(slug, words) })

/** What a verb does to the clause it governs. */
export const EFFECTS = [
  'report',
  'allege',
  'deny',
  'plan',
  'possible',
  'conditional',
  'demand',
  'fail',
  'refuse',
  'threaten',
  'transparent',
  'agree',
  'address',
  'utter',
] as const

/** `words/embedding.yaml`: verbs, nouns and adverbs that change what is said of the clause they govern. */
export const embeddingFile = z.strictObject({
  source: text,
  embedding: z.array(
    z.strictObject({
      effect: z.enum(EFFECTS),
      verbs: words.optional(),
      nouns: words.optional(),
      adverbs: words.optional(),
      adjectives: words.optional(),
    }),
  ),
})

/** `words/light-verbs.yaml`: verbs that only carry a noun trigger: "hold talks", "carry out a strike". */
export const lightVerbsFile = z.strictObject({
  source: text,
  /** The subject acts: "launch an attack on". */
  active: words,
  /** The subject undergoes: "come under attack from", "face sanctions by". */
  passive: words,
})

/** `words/idioms.yaml`: verb phrases that are no event, written as the triggers of relations are. */
export const idiomsFile = z.strictObject({ source: text, verbs: words })

export type RelationFile = z.infer<typeof relationFile>
export type RelationClass = z.infer<typeof relationClass>
export type Effect = (typeof EFFECTS)[number]
