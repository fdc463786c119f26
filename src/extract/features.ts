import type { Parse } from './parse.ts'
import type { Pos } from './word-classes.ts'

/** Words that say nothing of an event. */
const SILENT: ReadonlySet<Pos> = new Set([
  'determiner',
  'time',
  'number',
  'comma',
  'stop',
  'quote',
  'open',
  'close',
  'hyphen',
  'apostrophe',
])

/** Takes the features of a sentence, some of them more than once. The strings of a pair are not joined: few are ever needed. */
export interface FeatureSink {
  one(feature: string): void
  pair(before: string, lemma: string): void
}

/**
 * What the event model sees of a sentence: lemmas and pairs of lemmas, the main verbs with their objects and prepositions,
 * and the rules that fired or nearly did. Names are replaced by their kind, so that no country is an event by itself.
 */
export function readFeatures(
  parse: Parse,
  fired: Iterable<string>,
  missed: Iterable<string>,
  sink: FeatureSink,
): void {
  let before = '^'
  // The name of a place may be of several words, which the parts of a pair may not be.
  let isPlace = false
  for (const w of parse.words) {
    if (w.mention) {
      before = `@${w.mention.kind}`
      isPlace = false
      continue
    }
    if (w.lexeme.mark !== undefined || SILENT.has(w.pos)) continue
    const lemma = w.verb?.lemma ?? w.lemma ?? w.lower
    sink.one(lemma)
    if (isPlace || w.place) sink.one(`${before} ${lemma}`)
    else sink.pair(before, lemma)
    before = lemma
    isPlace = w.place !== undefined
  }
  for (const clause of parse.clauses) {
    if (clause.link !== undefined && clause.link !== 'content') continue
    const { lemma, negated, modal } = clause.verb
    sink.one(`verb:${lemma}`)
    if (negated) sink.one('negated')
    if (modal !== undefined) sink.one(`modal:${modal}`)
    for (const object of clause.objects.flat()) {
      const head = parse.words[object.head]!
      sink.one(`${lemma}>${head.mention ? `@${head.mention.kind}` : (head.lemma ?? head.lower)}`)
    }
    for (const { preposition } of clause.prepositional) sink.one(`${lemma}~${preposition}`)
  }
  for (const rule of fired) sink.one(`rule:${rule}`)
  for (const rule of missed) sink.one(`near:${rule}`)
}

/** The features by name, each once. */
export function featuresOf(parse: Parse, fired: Iterable<string>, missed: Iterable<string>): string[] {
  const features = new Set<string>()
  readFeatures(parse, fired, missed, {
    one: (feature) => features.add(feature),
    pair: (before, lemma) => features.add(`${before} ${lemma}`),
  })
  return [...features]
}
