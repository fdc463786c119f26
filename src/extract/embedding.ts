import type { WordLists } from '../gazetteer/compile.ts'
import type { ClauseWords } from './clause.ts'
import type { NounTrigger } from './trigger.ts'

/** What a word does to the clause it governs. */
export interface Embedding {
  verb(lemma: string, companions: ReadonlySet<string>): ReadonlySet<string>
  /** Whether who does `lemma` to somebody so as to do `said` does both at once: "phoned to congratulate". */
  addresses(lemma: string, said: string): boolean
  noun(lemma: string): ReadonlySet<string>
  adverb(word: string): ReadonlySet<string>
  adjective(word: string): ReadonlySet<string>
}

/** Material cooperation and material conflict, rather than words. */
const isDeed = (quad: number | null): boolean => quad === 2 || quad === 4

/** What clause building asks of words. */
export function compileClauseWords(
  { verb, noun, addresses }: Embedding,
  light: { has(lemma: string): boolean },
  nouns: ReadonlyMap<string, readonly NounTrigger[]>,
  agents: { has(noun: string): boolean },
): ClauseWords {
  const hasOneOf =
    (...effects: readonly string[]) =>
    (lemma: string): boolean => {
      const own = verb(lemma, NONE)
      return own.size > 0 && effects.some((e) => own.has(e))
    }
  return {
    reports: hasOneOf('report', 'allege', 'deny'),
    controlsObject: hasOneOf('demand', 'transparent', 'fail'),
    addresses,
    plans: hasOneOf('plan'),
    denies: hasOneOf('deny', 'refuse'),
    says: (lemma) => noun(lemma).size > 0,
    // Of "protest letter" the letter does not happen, and a statement is a thing that speaks.
    happens: (lemma) =>
      nouns.get(lemma)?.some((t) => t.nouns.length === 1 && isDeed(t.relation.quad)) === true,
    carries: (lemma) => light.has(lemma),
    acts: (lemma) => agents.has(lemma),
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The words of `words/embedding.yaml`, indexed. `singular` must be that of the text's words. */
export function compileEmbedding(words: WordLists, singular: (word: string) => string): Embedding {
  const verbs = new Map<string, { companions: string[]; effect: string }[]>()
  const single = {
    nouns: new Map<string, Set<string>>(),
    adverbs: new Map<string, Set<string>>(),
    adjectives: new Map<string, Set<string>>(),
  }
  for (const group of words.embedding) {
    for (const verb of group.verbs ?? []) {
      const [lemma, ...companions] = verb.split(' ')
      const list = verbs.get(lemma!) ?? []
      list.push({ companions, effect: group.effect })
      verbs.set(lemma!, list)
    }
    for (const kind of ['nouns', 'adverbs', 'adjectives'] as const) {
      for (const word of group[kind] ?? []) {
        const key = kind === 'nouns' ? singular(word) : word
        const set = single[kind].get(key) ?? new Set()
        set.add(group.effect)
        single[kind].set(key, set)
      }
    }
  }
  // Asked several times of every clause: what needs no companions is ready made.
  const compiled = new Map(
    [...verbs].map(([lemma, list]) => [
      lemma,
      {
        bare: new Set(list.filter((e) => e.companions.length === 0).map((e) => e.effect)),
        phrasal: list.filter((e) => e.companions.length > 0),
      },
    ]),
  )
  return {
    verb: (lemma, companions) => {
      const entry = compiled.get(lemma)
      if (!entry) return NONE
      if (entry.phrasal.length === 0 || companions.size === 0) return entry.bare
      // A phrasal entry ("call off") beats the bare verb.
      const phrasal = entry.phrasal.filter((e) => e.companions.every((c) => companions.has(c)))
      return phrasal.length > 0 ? new Set(phrasal.map((e) => e.effect)) : entry.bare
    },
    addresses: (lemma, said) =>
      compiled.get(lemma)?.bare.has('address') === true && compiled.get(said)?.bare.has('utter') === true,
    noun: (lemma) => single.nouns.get(lemma) ?? NONE,
    adverb: (word) => single.adverbs.get(word) ?? NONE,
    adjective: (word) => single.adjectives.get(word) ?? NONE,
  }
}
