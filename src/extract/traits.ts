import type { Actor } from './actors.ts'
import type { Draft } from './drafts.ts'
import { BY, type Facts, relationAt } from './facts.ts'

/**
 * One thing the judge goes by. Its `key` tells its value from others of the same trait, so that a name is made once for each:
 * making the names of a draft's thirty traits and looking them up took longer than everything else the judge does.
 */
interface Trait {
  /** Not below 0; undefined where a draft has no such trait. */
  key(f: Facts, above: number): number | undefined
  name(f: Facts, above: string): string
  /** It is a trait for each of `spoken`. */
  readonly each?: true
}

const AS = ['head', 'owner', 'behind'] as const
/** More than there are relations. */
const MANY = 32
/** More than there are ways to find an end. */
const MANY_WAYS = 128

/** Numbers for words of the gazetteer and the grammar, in the order in which they are met. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
}
const ruleAt = numbering()
const wordAt = numbering()
const wayAt = numbering()
const sectorAt = numbering()
/** Links, modalities, and what is said of two ends of one state. */
const termAt = numbering()

const byAt = (f: Facts): number => BY.indexOf(f.by)
const sectorOf = (a: Actor): number => sectorAt(a.sector ?? '')

const standingOf = (a: Actor): string =>
  `${a.as}${a.unlisted ? ',unlisted' : ''}${a.inferred ? ',inferred' : ''}${a.anaphoric ? ',pronoun' : ''}`
const standingAt = (a: Actor): number =>
  AS.indexOf(a.as) * 8 + (a.unlisted ? 4 : 0) + (a.inferred ? 2 : 0) + (a.anaphoric ? 1 : 0)

const partsOf = ({ source, target }: Draft): string => `${source.sector ?? 'GOV'}>${target.sector ?? 'GOV'}`

/** In this order: sums of weights are added up in it. */
const TRAITS: readonly Trait[] = [
  { key: () => 0, name: () => 'always' },
  { key: (f) => ruleAt(f.rule), name: (f) => `rule:${f.rule}` },
  { key: (f) => ruleAt(f.rule) * 4 + byAt(f), name: (f) => `rule:${f.rule} ${f.by}` },
  { key: (f) => relationAt(f.relation), name: (f) => `relation:${f.relation}` },
  { key: byAt, name: (f) => `by:${f.by}` },
  { key: (f) => (f.weight ?? -1) + 1, name: (f) => `weight:${f.weight ?? '-'}` },
  { key: (f) => standingAt(f.draft.source), name: (f) => `source:${standingOf(f.draft.source)}` },
  { key: (f) => standingAt(f.draft.target), name: (f) => `target:${standingOf(f.draft.target)}` },
  {
    key: ({ draft }) => standingAt(draft.source) * 32 + standingAt(draft.target),
    name: ({ draft }) => `ends:${standingOf(draft.source)} ${standingOf(draft.target)}`,
  },
  { key: (f) => (f.home ? 1 : 0), name: (f) => `home:${f.home}` },
  {
    key: (f) => (f.home ? MANY : 0) + relationAt(f.relation),
    name: (f) => `home:${f.home} ${f.relation}`,
  },
  {
    key: ({ home, draft }) => (home ? termAt(partsOf(draft)) : undefined),
    name: ({ draft }) => `parts:${partsOf(draft)}`,
  },
  { key: (f) => wayAt(f.draft.ways.to), name: (f) => `to:${f.draft.ways.to}` },
  {
    key: (f) => wayAt(f.draft.ways.to) * MANY + relationAt(f.relation),
    name: (f) => `to:${f.draft.ways.to} ${f.relation}`,
  },
  {
    key: (f) => (wayAt(f.draft.ways.to) * 4 + byAt(f)) * 4 + AS.indexOf(f.draft.target.as),
    name: ({ draft, by }) => `to:${draft.ways.to} ${by} ${draft.target.as}`,
  },
  { key: (f) => wayAt(f.draft.ways.from), name: (f) => `from:${f.draft.ways.from}` },
  {
    key: (f) => wayAt(f.draft.ways.from) * MANY + relationAt(f.relation),
    name: (f) => `from:${f.draft.ways.from} ${f.relation}`,
  },
  {
    key: (f) => (wayAt(f.draft.ways.from) * 4 + byAt(f)) * 4 + AS.indexOf(f.draft.source.as),
    name: ({ draft, by }) => `from:${draft.ways.from} ${by} ${draft.source.as}`,
  },
  {
    key: ({ draft }) => wayAt(draft.ways.from) * MANY_WAYS + wayAt(draft.ways.to),
    name: ({ draft }) => `ways:${draft.ways.from}>${draft.ways.to}`,
  },
  { key: (f) => f.gap + 8, name: (f) => `gap:${f.gap}` },
  { key: (f) => wordAt(f.word), name: (f) => `word:${f.word}` },
  {
    key: (f) => sectorOf(f.draft.source) * MANY + relationAt(f.relation),
    name: (f) => `sector:${f.draft.source.sector} ${f.relation}`,
  },
  { key: (f) => f.fired, name: (f) => `fired:${f.fired}` },
  { key: (f) => (f.gap + 8) * 4 + byAt(f), name: (f) => `gap:${f.gap} ${f.by}` },
  { key: (f) => termAt(f.link) * 4 + byAt(f), name: (f) => `link:${f.link} ${f.by}` },
  {
    key: (f) => termAt(f.draft.reading.modality) * MANY + relationAt(f.relation),
    name: (f) => `modality:${f.draft.reading.modality} ${f.relation}`,
  },
  {
    key: ({ draft: { reading } }) => termAt(reading.modality) * 2 + (reading.polarity === 'negated' ? 1 : 0),
    name: ({ draft: { reading } }) => `reading:${reading.polarity},${reading.modality}`,
  },
  { key: (f) => f.own + 8, name: (f) => `p:${f.own}` },
  { key: (f) => (f.own + 8) * MANY + relationAt(f.relation), name: (f) => `p:${f.own} ${f.relation}` },
  { key: (f) => f.share + 8, name: (f) => `share:${f.share}` },
  { each: true, key: (f, above) => above * 4 + byAt(f), name: (f, above) => `under:${above} ${f.by}` },
  {
    each: true,
    key: (f, above) => above * MANY + relationAt(f.relation),
    name: (f, above) => `under:${above} ${f.relation}`,
  },
  { key: (f) => f.none + 8, name: (f) => `none:${f.none}` },
  { key: (f) => f.rivals, name: (f) => `rivals:${f.rivals}` },
  { key: (f) => f.beaten, name: (f) => `beaten:${f.beaten}` },
  { key: (f) => f.beaten * 8 + f.rivals, name: (f) => `beaten:${f.beaten} of ${f.rivals}` },
  { key: (f) => f.beatenForTwo, name: (f) => `beaten for the two:${f.beatenForTwo}` },
]

/** The traits of a draft by name, each once. */
export function traitsOf(facts: Facts): string[] {
  return TRAITS.flatMap((trait) =>
    trait.each
      ? facts.spoken.map((above) => trait.name(facts, above))
      : trait.key(facts, 0) === undefined
        ? []
        : [trait.name(facts, '')],
  )
}

/** Finds what a model holds of the traits of drafts, asking it once for each. */
export class TraitIndex {
  /** By trait and key: the model's row, -1 if it has none; undefined if it was not asked. */
  private readonly rows: (number | undefined)[][] = TRAITS.map(() => [])
  private readonly rowOf: (name: string) => number

  constructor(rowOf: (name: string) => number) {
    this.rowOf = rowOf
  }

  /** The model's rows of a draft's traits, in the order of the traits. */
  rowsOf(facts: Facts): number[] {
    const found: number[] = []
    for (let t = 0; t < TRAITS.length; t++) {
      const trait = TRAITS[t]!
      if (trait.each) for (const above of facts.spoken) this.add(t, facts, above, found)
      else this.add(t, facts, undefined, found)
    }
    return found
  }

  private add(t: number, facts: Facts, above: string | undefined, found: number[]): void {
    const key = TRAITS[t]!.key(facts, above === undefined ? 0 : relationAt(above))
    if (key === undefined) return
    const rows = this.rows[t]!
    let row = rows[key]
    if (row === undefined) {
      while (rows.length < key) rows.push(undefined)
      row = this.rowOf(TRAITS[t]!.name(facts, above ?? ''))
      rows[key] = row
    }
    if (row >= 0) found.push(row)
  }
}
