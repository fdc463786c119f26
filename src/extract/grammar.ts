import nlp from 'compromise/two'

/** How a verb stands in the text. `past` and `part` are one form for regular verbs: both are given. */
export type VerbForm = 'base' | 's' | 'past' | 'part' | 'ger'

export interface VerbReading {
  readonly lemma: string
  readonly form: VerbForm
}

/** What a word may be, before its neighbours decide. */
export interface Reading {
  readonly verbs: readonly VerbReading[]
  readonly noun: boolean
  readonly adjective: boolean
  readonly adverb: boolean
}

/** Word forms: what a written word may be, and its lemma. The only door to compromise. */
export interface Morphology {
  read(word: string): Reading
  /** Whether it is a word of the language, not only a name. */
  knows(word: string): boolean
}

interface CompromiseModel {
  one: { lexicon: Record<string, string | readonly string[]> }
  two: { switches: Record<string, string>; irregularPlurals: Record<string, string> }
}
interface CompromiseTransforms {
  two: {
    transform: {
      verb: {
        conjugate(infinitive: string, model: CompromiseModel): Record<string, string>
        toInfinitive(form: string, model: CompromiseModel, tense: string): string
      }
      noun: { toSingular(noun: string, model: CompromiseModel): string }
    }
  }
}

// model() and methods() hand out compromise's shared objects; they are read here, never written.
const model = nlp.model() as unknown as CompromiseModel
const methods = nlp.methods() as unknown as CompromiseTransforms

/** Verbs compromise's lexicon lacks or inflects wrongly are given their forms here: base → [past, participle]. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  bomb: ['bombed', 'bombed'],
  shell: ['shelled', 'shelled'],
  raid: ['raided', 'raided'],
  shoot: ['shot', 'shot'],
  strike: ['struck', 'struck'],
  hit: ['hit', 'hit'],
  put: ['put', 'put'],
  cut: ['cut', 'cut'],
  let: ['let', 'let'],
  set: ['set', 'set'],
  quit: ['quit', 'quit'],
  beat: ['beat', 'beaten'],
  fight: ['fought', 'fought'],
  seek: ['sought', 'sought'],
  lend: ['lent', 'lent'],
  flee: ['fled', 'fled'],
  forbid: ['forbade', 'forbidden'],
  lay: ['laid', 'laid'],
  hang: ['hanged', 'hanged'],
  shed: ['shed', 'shed'],
  sue: ['sued', 'sued'],
  bid: ['bid', 'bid'],
  free: ['freed', 'freed'],
  down: ['downed', 'downed'],
  become: ['became', 'become'],
  come: ['came', 'come'],
  overcome: ['overcame', 'overcome'],
  run: ['ran', 'run'],
  overrun: ['overran', 'overrun'],
  spend: ['spent', 'spent'],
  send: ['sent', 'sent'],
  behead: ['beheaded', 'beheaded'],
  hack: ['hacked', 'hacked'],
  veto: ['vetoed', 'vetoed'],
  embargo: ['embargoed', 'embargoed'],
}

/** Verbs whose past is their base. */
const UNCHANGED = new Set(
  'bet broadcast burst cast cost cut fit forecast hit hurt let outfit offset put quit read rid set shed shut slit spit split spread thrust undercut upset wed'.split(
    ' ',
  ),
)

function regularForms(base: string): Record<VerbForm, string> {
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(base) && base.length <= 4 ? base + base.at(-1)! : base
  const e = base.endsWith('e')
  const y = /[^aeiou]y$/.test(base)
  const past = e ? `${base}d` : y ? `${base.slice(0, -1)}ied` : `${doubled}ed`
  return {
    base,
    s: y ? `${base.slice(0, -1)}ies` : /(?:[sxz]|ch|sh)$/.test(base) ? `${base}es` : `${base}s`,
    past,
    part: past,
    ger: e && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled}ing`,
  }
}

/** Endings that make verbs and no nouns: cooperate, normalizes, intensify. */
const VERBAL = /(?:[^st]ate|ize|ise|ify|ifie|tain|lude|cede|pose)s?$/

const singulars = new Map<string, string>()
const plurals = new Map(Object.entries(model.two.irregularPlurals).map(([one, many]) => [many, one]))

/** Singular of a noun, lower case; the word itself where it is no plural. */
export function singular(word: string): string {
  const known = singulars.get(word)
  if (known !== undefined) return known
  const plural = /[^s]s$/.test(word) || /(?:ss|sh|ch|x|z)es$/.test(word)
  const found = plurals.get(word) ?? (plural ? methods.two.transform.noun.toSingular(word, model) : word)
  if (singulars.size > 50_000) singulars.clear()
  singulars.set(word, found)
  return found
}

/** What compromise's lexicon holds of names: given names, family names, towns, and words that are no names. Lower case. */
export function nameWords(): {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly places: readonly string[]
  readonly common: readonly string[]
} {
  const found = {
    given: [] as string[],
    family: [] as string[],
    places: [] as string[],
    common: [] as string[],
  }
  for (const [word, tag] of Object.entries(model.one.lexicon)) {
    if (word.includes(' ')) continue
    const tags = typeof tag === 'string' ? [tag] : tag
    if (tags.some((t) => /^(?:MaleName|FemaleName|FirstName)$/.test(t))) found.given.push(word)
    else if (tags.includes('LastName')) found.family.push(word)
    else if (tags.some((t) => /^(?:City|Region|Place)$/.test(t))) found.places.push(word)
    else if (!tags.some((t) => /Proper|Person|Country|Demonym|Organization|Team|Abbreviation/.test(t)))
      found.common.push(word)
  }
  return found
}

/** Words of the language, lower case, whether or not they are names as well: "report", "may", "rose". */
export function ordinaryWords(): ReadonlySet<string> {
  return new Set([...nameWords().common, ...Object.keys(model.two.switches)])
}

/** One for all words that are no verbs, which are kept. */
const NO_VERBS: readonly VerbReading[] = []

/** Past forms that news hardly ever means: "ground" is a kind of force, not what a mill did. */
const NO_PAST = ['ground']

/**
 * `verbs` and `nouns` are the lemmas of our own lists, which must be known as such whatever compromise says: to it a factory,
 * a territory and a firm are adjectives.
 */
export function createMorphology(verbs: Iterable<string>, nouns: ReadonlySet<string>): Morphology {
  // Maps, because a text may hold the word "constructor".
  const lexicon = new Map(Object.entries(model.one.lexicon))
  const switches = new Map(Object.entries(model.two.switches))

  const forms = new Map<string, VerbReading[]>()
  const addForm = (word: string, lemma: string, form: VerbForm): void => {
    const list = forms.get(word)
    if (!list) forms.set(word, [{ lemma, form }])
    else if (!list.some((r) => r.lemma === lemma && r.form === form)) list.push({ lemma, form })
  }
  const seen = new Set<string>()
  const addVerb = (lemma: string): void => {
    if (seen.has(lemma)) return
    seen.add(lemma)
    const irregular = IRREGULAR[lemma]
    const regular = regularForms(lemma)
    const known = irregular ? undefined : methods.two.transform.verb.conjugate(lemma, model)
    // compromise leaves some verbs as they are ("pummel"); of those only a few have no past form of their own.
    const unchanged = known?.PastTense === lemma && !UNCHANGED.has(lemma)
    const past = irregular?.[0] ?? (unchanged ? undefined : known?.PastTense) ?? regular.past
    addForm(lemma, lemma, 'base')
    addForm(known?.PresentTense ?? regular.s, lemma, 's')
    // Some have no -ing either ("boycott", "slam").
    addForm(known?.Gerund?.endsWith('ing') ? known.Gerund : regular.ger, lemma, 'ger')
    addForm(past, lemma, 'past')
    addForm(irregular?.[1] ?? (unchanged ? undefined : known?.Participle) ?? past, lemma, 'part')
    if (past.endsWith('ed')) addForm(past, lemma, 'part')
    // "levelled" beside "leveled", "cancelling" beside "canceling".
    if (/[^aeiou][aeiou]l$/.test(lemma) && past.endsWith('led')) {
      for (const stem of [lemma, `${lemma}l`]) {
        addForm(`${stem}ing`, lemma, 'ger')
        for (const form of ['past', 'part'] as const) addForm(`${stem}ed`, lemma, form)
      }
    }
  }
  const isVerbEntry = (tag: string | readonly string[]): boolean =>
    tag === 'Infinitive' || (Array.isArray(tag) && tag.includes('Infinitive'))
  for (const lemma of verbs) addVerb(lemma)
  for (const [word, tag] of lexicon) {
    if (word.includes(' ')) continue
    if (isVerbEntry(tag) || (/Verb/.test(switches.get(word) ?? '') && tag === 'Singular')) addVerb(word)
  }

  for (const form of NO_PAST) forms.delete(form)

  /** An unknown word in -ed or -ing is a form of an unknown verb: "investigated" → investigate. */
  const guess = (word: string): readonly VerbReading[] => {
    if (
      !/..[^aeiou]?(?:ed|ing)$/.test(word) ||
      word.length < 6 ||
      lexicon.get(word) === 'Adjective' ||
      lexicon.get(word) === 'Singular'
    )
      return NO_VERBS
    const past = word.endsWith('ed')
    const lemma = methods.two.transform.verb.toInfinitive(word, model, past ? 'PastTense' : 'Gerund')
    // "peacekeeping", "lifesaving": without a verb that we know behind it, -ing makes a noun or an adjective.
    if (!past) return forms.has(lemma) ? [{ lemma, form: 'ger' }] : NO_VERBS
    return [
      { lemma, form: 'past' },
      { lemma, form: 'part' },
    ]
  }

  const read = (word: string): Reading => {
    const verbs = forms.get(word) ?? guess(word)
    const tag = lexicon.get(word)
    const either = switches.get(word) ?? ''
    const tags = typeof tag === 'string' ? [tag] : (tag ?? [])
    const isTag = (...names: string[]): boolean => tags.some((t) => names.includes(t))
    let noun =
      nouns.has(word) ||
      nouns.has(singular(word)) ||
      /Noun|Plural|Actor|Person|Place|Unit/.test(either) ||
      isTag(
        'Noun',
        'Singular',
        'Plural',
        'Actor',
        'ProperNoun',
        'Place',
        'City',
        'Country',
        'Organization',
        'Uncountable',
        'Person',
        'FirstName',
        'LastName',
        'MaleName',
        'FemaleName',
      )
    let adjective =
      /Adj/.test(either) || isTag('Adjective', 'Demonym', 'Comparable', 'Superlative', 'Comparative')
    let adverb = isTag('Adverb')
    const ending = /(?:tion|sion|ment|ness|ship|ism|ist|ity|ance|ence|ure|or|er|al)s?$/.test(word)
    if (!noun && !adjective && !adverb && tags.length === 0) {
      if (/ly$/.test(word)) adverb = true
      else if (
        /(?:able|ible|ous|ful|ive|ic|ical|less|ary|ory|ish|ese|ian|istic|lateral|national)$/.test(word) &&
        verbs.length === 0
      )
        adjective = true
      else if (verbs.length === 0) noun = true
      // "raid", "subpoena": a verb of our lists that compromise does not know may as well be a noun.
      else if (ending || (verbs.some((v) => v.form === 'base' || v.form === 's') && !VERBAL.test(word)))
        noun = true
    }
    return { verbs, noun, adjective, adverb }
  }

  return {
    read,
    knows: (word) => nouns.has(word) || forms.has(word) || lexicon.has(word) || switches.has(word),
  }
}
