import type { Parse } from './parse.ts'
import type { Pos } from './pos.ts'

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

/**
 * What the event model sees of a sentence: lemmas and pairs of lemmas, the main verbs with their objects and prepositions,
 * and the rules that fired or nearly did. Names are replaced by their kind, so that no country is an event by itself.
 */
export function featuresOf(parse: Parse, fired: Iterable<string>, missed: Iterable<string>): string[] {
  const features = new Set<string>()
  let before = '^'
  for (const w of parse.words) {
    if (w.mention) {
      before = `@${w.mention.kind}`
      continue
    }
    if (SILENT.has(w.pos) || !/\p{L}/u.test(w.lower)) continue
    const lemma = w.verb?.lemma ?? w.lemma ?? w.lower
    features.add(lemma)
    features.add(`${before} ${lemma}`)
    before = lemma
  }
  for (const clause of parse.clauses) {
    if (clause.link !== undefined && clause.link !== 'content') continue
    const { lemma, negated, modal } = clause.verb
    features.add(`verb:${lemma}`)
    if (negated) features.add('negated')
    if (modal !== undefined) features.add(`modal:${modal}`)
    for (const object of clause.objects.flat()) {
      const head = parse.words[object.head]!
      features.add(`${lemma}>${head.mention ? `@${head.mention.kind}` : (head.lemma ?? head.lower)}`)
    }
    for (const { preposition } of clause.prepositional) features.add(`${lemma}~${preposition}`)
  }
  for (const rule of fired) features.add(`rule:${rule}`)
  for (const rule of missed) features.add(`near:${rule}`)
  return [...features]
}
