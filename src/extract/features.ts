import type { Mention } from '../core/mention.ts'
import type { Parse } from './parse.ts'
import type { Tagged } from './pos.ts'
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

/** What stands between the two words of a pair: one behind the other, what a word is, a verb's object and preposition. */
export type Join = ' ' | ':' | '>' | '~'

/**
 * Takes the features of a sentence, some of them more than once. `W` is what it knows a word by: each word is looked up
 * once for all it is part of, and the strings of a pair are not joined, since few pairs are ever needed.
 */
export interface FeatureSink<W> {
  readonly fixed: FixedWords<W>
  word(word: string): W
  /** The lemma of a word as it stands in the sentence. */
  lemma(word: Tagged): W
  one(word: W): void
  pair(left: W, join: Join, right: W): void
  /** A feature by its whole name. */
  named(feature: string): void
}

/** Words that are asked for in every sentence, looked up once for a sink. */
export interface FixedWords<W> {
  readonly start: W
  readonly verb: W
  readonly modal: W
  readonly rule: W
  readonly near: W
  /** What stands for a mention of each kind. */
  readonly kinds: Readonly<Record<Mention['kind'], W>>
}

export function fixedWords<W>(word: (word: string) => W): FixedWords<W> {
  return {
    start: word('^'),
    verb: word('verb'),
    modal: word('modal'),
    rule: word('rule'),
    near: word('near'),
    kinds: {
      country: word('@country'),
      leader: word('@leader'),
      organization: word('@organization'),
      weapon: word('@weapon'),
    },
  }
}

/** Gives a sink all features of something. */
export type FeatureReader = <W>(sink: FeatureSink<W>) => void

/**
 * What the event model sees of a sentence: lemmas and pairs of lemmas, the main verbs with their objects and prepositions,
 * and the rules that fired or nearly did. Names are replaced by their kind, so that no country is an event by itself.
 */
export function readFeatures<W>(
  parse: Parse,
  fired: Iterable<string>,
  missed: Iterable<string>,
  sink: FeatureSink<W>,
): void {
  const { start, verb, modal: modalWord, rule: ruleWord, near, kinds } = sink.fixed
  let before = start
  // The name of a place may be of several words, which the parts of a pair may not be.
  let place: string | undefined
  for (const w of parse.words) {
    if (w.mention) {
      before = kinds[w.mention.kind]
      place = undefined
      continue
    }
    if (w.lexeme.mark !== undefined || SILENT.has(w.pos)) continue
    const word = sink.lemma(w)
    sink.one(word)
    if (place === undefined) sink.pair(before, ' ', word)
    else sink.named(`${place} ${lemmaOf(w)}`)
    before = word
    place = w.place && lemmaOf(w)
  }
  for (const clause of parse.clauses) {
    if (clause.link !== undefined && clause.link !== 'content') continue
    const { negated, modal } = clause.verb
    const lemma = sink.lemma(parse.words[clause.verb.main]!)
    sink.pair(verb, ':', lemma)
    if (negated) sink.named('negated')
    if (modal !== undefined) sink.pair(modalWord, ':', sink.word(modal))
    for (const list of clause.objects) {
      for (const object of list) {
        const head = parse.words[object.head]!
        sink.pair(lemma, '>', head.mention ? kinds[head.mention.kind] : sink.lemma(head))
      }
    }
    for (const { preposition } of clause.prepositional) sink.pair(lemma, '~', sink.word(preposition))
  }
  for (const rule of fired) sink.pair(ruleWord, ':', sink.word(rule))
  for (const rule of missed) sink.pair(near, ':', sink.word(rule))
}

const lemmaOf = (w: Tagged): string => w.verb?.lemma ?? w.lemma ?? w.lower

/** The features by name, each once. */
export function featuresOf(parse: Parse, fired: Iterable<string>, missed: Iterable<string>): string[] {
  const features = new Set<string>()
  const word = (word: string): string => word
  readFeatures<string>(parse, fired, missed, {
    fixed: fixedWords(word),
    word,
    lemma: lemmaOf,
    one: (word) => features.add(word),
    pair: (left, join, right) => features.add(left + join + right),
    named: (feature) => features.add(feature),
  })
  return [...features]
}
