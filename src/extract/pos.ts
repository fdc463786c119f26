import { type Morphology, singular, type VerbReading } from './grammar.ts'
import type { Word } from './words.ts'

/** What a word does in its sentence. */
export type Pos =
  | 'noun'
  | 'name'
  | 'pronoun'
  | 'possessive'
  | 'determiner'
  | 'adjective'
  | 'adverb'
  | 'number'
  | 'time'
  | 'verb'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'to'
  | 'preposition'
  | 'and'
  | 'that'
  | 'if'
  | 'who'
  | 'not'
  | 'apostrophe'
  | 'comma'
  | 'hyphen'
  | 'quote'
  | 'open'
  | 'close'
  | 'stop'

export interface Tagged extends Word {
  readonly pos: Pos
  /** For verbs, `be`, `have` and `do`. */
  readonly verb: VerbReading | undefined
  /** Singular of a noun. */
  readonly lemma: string | undefined
  /** A past form that may as well be the participle: "supplied", not "came". */
  readonly participle: boolean
}

// Closed word classes are grammar: they hold no name and no event.
const list = (words: string): Set<string> => new Set(words.split(/\s+/))
const DETERMINERS = list(
  'the a an this these those each every some any no all both several many most few another such either neither certain various other whose more less',
)
const POSSESSIVES = list('his her its their our my your')
const PRONOUNS = list(
  'he she it they we i you him them us me himself herself itself themselves ourselves who whom someone anyone everyone nobody everybody one others',
)
const PREPOSITIONS = list(
  'of in on at by with from against for about over under between among amid into onto through throughout across during within without toward towards near around behind beyond above below besides despite except inside outside off upon via per versus concerning regarding including like unlike than alongside along following amongst beside out up down away back',
)
/** Prepositions that may as well open a clause. */
const CLAUSE_PREPOSITIONS = list('after before since until till as')
const CONJUNCTIONS = list('because while although though whereas so when where why how once lest')
const CONDITIONALS = list('if unless whether')
const RELATIVES = list('who which whom')
// A Map, because a text may hold the word "constructor".
const forms = (
  table: Readonly<Record<string, VerbReading['form']>>,
): ReadonlyMap<string, VerbReading['form']> => new Map(Object.entries(table))
const BE = forms({
  be: 'base',
  is: 's',
  are: 's',
  am: 's',
  was: 'past',
  were: 'past',
  been: 'part',
  being: 'ger',
  "isn't": 's',
  "aren't": 's',
  "wasn't": 'past',
  "weren't": 'past',
})
const HAVE = forms({
  have: 'base',
  has: 's',
  had: 'past',
  having: 'ger',
  "haven't": 'base',
  "hasn't": 's',
  "hadn't": 'past',
})
const DO = forms({
  do: 'base',
  does: 's',
  did: 'past',
  done: 'part',
  doing: 'ger',
  "don't": 'base',
  "doesn't": 's',
  "didn't": 'past',
})
const MODALS = list(
  "will would shall should may might can could must cannot won't wouldn't shouldn't can't couldn't mustn't ought 'll",
)
const ADVERBS = list(
  'also not never again already still just only even now then soon later earlier here there too very much more most rather quite almost nearly ever yet however meanwhile moreover therefore thus instead perhaps maybe together once twice ago abroad ahead apart else formally jointly today yesterday tomorrow tonight respectively',
)
/** Adverbs that stand between a subject and its verb. */
const MIDDLE_ADVERBS = list('also still now then even never already again just once')
/** Adjectives that are adverbs without -ly. */
const FLAT_ADVERBS = list('long far hard fast close well better best')
const NUMBERS = list(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion billions first second third half',
)
const TIMES = list(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight',
)
const TIME_NOUNS = list(
  'day days week weeks month months year years morning afternoon evening night weekend hour hours minute minutes decade decades',
)
const TIME_WORDS = list('last next this past coming same previous following early late earlier that recent')
const APPROXIMATE = list('about around nearly almost over some roughly approximately only just exactly')
/** "handed over three soldiers" hands over; "killed over three hundred" counts. */
const TAKES_OVER = list('hand take turn give')
/** Participles that are adjectives wherever a noun follows. */
const ATTRIBUTIVE = list(
  'neighboring neighbouring remaining ongoing leading upcoming incoming outgoing visiting ruling opposing warring surrounding existing growing continuing emerging rising increasing peacekeeping allied affiliated armed alleged suspected wounded joint unmanned unarmed unnamed unidentified unspecified unprecedented unprovoked unjustified so-called',
)
const PARTICLES = list('up down out off away back over')

/** Words that a headline in capitals leaves small. */
const isSmallWord = (word: string): boolean =>
  PREPOSITIONS.has(word) ||
  CLAUSE_PREPOSITIONS.has(word) ||
  DETERMINERS.has(word) ||
  /^(?:and|but|nor|for)$/.test(word)

export const isParticle = (word: string): boolean => PARTICLES.has(word)

/** Tags the words of a sentence: closed classes by list, the rest by what the word may be and what stands around it. */
export function tagWords(words: readonly Word[], morphology: Morphology): Tagged[] {
  const out: Tagged[] = []
  const n = words.length
  const plain = words.filter(
    (w) => !w.mention && !w.place && w.text.length > 2 && /^\p{L}/u.test(w.text) && !isSmallWord(w.lower),
  )
  // In a headline that capitalizes every word, or all letters, a capital tells nothing.
  const shouting = plain.length > 2 && plain.every((w) => /^\p{Lu}/u.test(w.text))
  const isNominalStart = (i: number): boolean => {
    const w = words[i]
    if (!w) return false
    if (w.mention || w.place) return true
    const l = w.lower
    if (
      DETERMINERS.has(l) ||
      POSSESSIVES.has(l) ||
      PRONOUNS.has(l) ||
      NUMBERS.has(l) ||
      /^\p{N}/u.test(l) ||
      l === 'that'
    )
      return true
    if (/^["“‘']$/.test(l)) return true
    if (PREPOSITIONS.has(l) || BE.has(l) || HAVE.has(l) || MODALS.has(l) || CONJUNCTIONS.has(l)) return false
    const r = morphology.read(l)
    return r.adjective || (r.noun && !/^[.,;:]$/.test(l) && /\p{L}/u.test(l))
  }

  for (let i = 0; i < n; i++) {
    const w = words[i]!
    const l = w.lower
    const prev = out[i - 1]
    const nextWord = words[i + 1]
    const isNumber = (j: number): boolean =>
      words[j] !== undefined && (/^\p{N}/u.test(words[j]!.lower) || NUMBERS.has(words[j]!.lower))
    const next = nextWord?.lower ?? ''
    const put = (pos: Pos, more: { verb?: VerbReading; lemma?: string; participle?: boolean } = {}): void => {
      const { start, end, text, lower, mention, place, joined } = w
      const { verb, lemma, participle = false } = more
      out.push({ start, end, text, lower, mention, place, joined, pos, verb, lemma, participle })
    }
    if (w.mention || w.place) {
      put('name')
      continue
    }
    if (l === "'s" || (l === "'" && prev && w.joined && /s$/i.test(prev.text))) {
      put('apostrophe')
      continue
    }
    if (l === ',') {
      put('comma')
      continue
    }
    // A long dash parts; a short one joins what touches it.
    if (/^[-–—]$/.test(w.text)) {
      put(w.text !== '—' && w.joined && nextWord?.joined ? 'hyphen' : 'comma')
      continue
    }
    if (/^["“”'‘`«»]$/.test(w.text) || w.text === '’') {
      put('quote')
      continue
    }
    if (/^[([{]$/.test(l)) {
      put('open')
      continue
    }
    if (/^[)\]}]$/.test(l)) {
      put('close')
      continue
    }
    if (/^[\p{Sc}%]$/u.test(l)) {
      put('number')
      continue
    }
    if (!/[\p{L}\p{N}]/u.test(l)) {
      put('stop')
      continue
    }
    if (/^\p{N}/u.test(l)) {
      put(/^(?:19|20)\d\d$/.test(l) ? 'time' : 'number')
      continue
    }
    if (TIMES.has(l) && (/^\p{Lu}/u.test(w.text) || l.endsWith('day') || l.startsWith('to'))) {
      put('time')
      continue
    }
    if (l === 'may' && /^\p{Lu}/u.test(w.text) && i > 0 && !shouting) {
      put('time')
      continue
    }
    if (
      TIME_NOUNS.has(l) &&
      prev &&
      (TIME_WORDS.has(prev.lower) || prev.pos === 'number' || prev.pos === 'time')
    ) {
      out[i - 1] = { ...prev, pos: 'time' }
      put('time')
      continue
    }
    // "more than 100,000", "at least seven", "up to a dozen", "about 200": all of it counts.
    if (
      (/^(?:than|least|to|as)$/.test(l) && prev?.pos === 'number' && isNumber(i + 1)) ||
      (APPROXIMATE.has(l) &&
        isNumber(i + 1) &&
        !(l === 'over' && prev?.verb && TAKES_OVER.has(prev.verb.lemma)))
    ) {
      put('number')
      continue
    }
    if (
      ((/^(?:more|less|fewer)$/.test(l) && next === 'than') ||
        (l === 'at' && /^(?:least|most)$/.test(next)) ||
        (l === 'up' && next === 'to')) &&
      isNumber(i + 2)
    ) {
      put('number')
      continue
    }
    // "IS members": capitals in a sentence without them are a name.
    const beForm = w.text === 'IS' && !shouting ? undefined : BE.get(l)
    if (beForm) {
      put('be', { verb: { lemma: 'be', form: beForm } })
      continue
    }
    const haveForm = HAVE.get(l)
    if (haveForm) {
      put('have', { verb: { lemma: 'have', form: haveForm } })
      continue
    }
    const doForm = DO.get(l)
    if (doForm) {
      put('do', { verb: { lemma: 'do', form: doForm } })
      continue
    }
    if (MODALS.has(l) && !(l === 'can' && prev?.pos === 'determiner')) {
      put('modal')
      continue
    }
    if (l === 'not' || l === "n't" || l === 'never') {
      put('not')
      continue
    }
    if (l === 'to') {
      put('to')
      continue
    }
    if (l === 'that') {
      const verbNext =
        nextWord !== undefined &&
        !nextWord.mention &&
        (BE.has(next) ||
          HAVE.has(next) ||
          DO.has(next) ||
          MODALS.has(next) ||
          (morphology.read(next).verbs.some((v) => v.form === 's' || v.form === 'past') &&
            !isNominalStart(i + 1)))
      if (prev && (prev.pos === 'noun' || prev.pos === 'name') && verbNext) put('who')
      else put('that')
      continue
    }
    if (l === 'what') {
      put('pronoun')
      continue
    }
    if (RELATIVES.has(l)) {
      put('who')
      continue
    }
    if (l === 'and' || l === 'or' || l === 'but' || l === '&' || l === 'nor') {
      put('and')
      continue
    }
    if (CONDITIONALS.has(l)) {
      put('if')
      continue
    }
    if (CONJUNCTIONS.has(l)) {
      put(l === 'where' ? 'who' : 'that')
      continue
    }
    if (POSSESSIVES.has(l) && (l !== 'her' || isNominalStart(i + 1))) {
      put('possessive')
      continue
    }
    // "one Turkish soldier" counts.
    if (
      l === 'one' &&
      nextWord &&
      (nextWord.mention?.via === 'demonym' || (!nextWord.mention && morphology.read(next).noun))
    ) {
      put('number')
      continue
    }
    if (PRONOUNS.has(l) || l === 'her') {
      put('pronoun')
      continue
    }
    if (
      (l === 'most' || l === 'more' || l === 'less') &&
      nextWord &&
      !nextWord.mention &&
      morphology.read(next).adjective &&
      !morphology.read(next).noun
    ) {
      put('adverb')
      continue
    }
    if (DETERMINERS.has(l)) {
      put('determiner')
      continue
    }
    if (PREPOSITIONS.has(l) || CLAUSE_PREPOSITIONS.has(l)) {
      // "back" and "down" are verbs too: "backs", "downed" are told by their form, the bare word only after "to" or a modal.
      if ((l === 'back' || l === 'down') && prev && (prev.pos === 'to' || prev.pos === 'modal'))
        put('verb', { verb: { lemma: l, form: 'base' } })
      else put('preposition')
      continue
    }
    if (NUMBERS.has(l)) {
      put('number')
      continue
    }
    // "have long refused", "is well known": an adjective between an auxiliary and a participle is an adverb.
    if (
      ADVERBS.has(l) ||
      (FLAT_ADVERBS.has(l) &&
        (prev?.pos === 'have' || prev?.pos === 'be') &&
        morphology.read(next).verbs.some((v) => v.form === 'part' || v.form === 'past'))
    ) {
      put('adverb')
      continue
    }

    const reading = morphology.read(l)
    const proper = /^\p{Lu}/u.test(w.text) && i > 0 && !shouting && prev?.pos !== 'quote'
    const asNoun = (): void => put(proper ? 'name' : 'noun', { lemma: singular(l) })
    const verb = (...forms: VerbReading['form'][]): VerbReading | undefined =>
      reading.verbs.find((v) => forms.includes(v.form))
    if (proper && reading.verbs.length === 0) {
      // "Foreign Ministry", "Supreme Court": common words with capitals are still what they are; the rest are names.
      if (reading.adjective && !reading.noun) put('adjective')
      else asNoun()
      continue
    }
    if (proper) {
      asNoun()
      continue
    }
    if (ATTRIBUTIVE.has(l) && (nextWord?.mention || isNominalStart(i + 1))) {
      put('adjective')
      continue
    }
    if (reading.verbs.length === 0) {
      if (reading.adverb && !reading.noun) put('adverb')
      else if (reading.adjective && (!reading.noun || isNominalStart(i + 1))) put('adjective')
      else if (reading.noun) asNoun()
      else put(reading.adjective ? 'adjective' : 'noun', { lemma: singular(l) })
      continue
    }

    // "test-fired the missile", "mass-produces drones": a glued verb with its object behind it.
    if (
      prev?.pos === 'hyphen' &&
      out[i - 2] &&
      !out[i - 2]!.mention &&
      (nextWord?.mention || DETERMINERS.has(next))
    ) {
      const glued = reading.verbs.find((v) => v.form === 'past' || v.form === 's')
      if (glued) {
        out[i - 2] = { ...out[i - 2]!, pos: 'adverb' }
        out[i - 1] = { ...prev, pos: 'adverb' }
        put('verb', { verb: glued })
        continue
      }
    }
    // A word that can be a verb. What stands before it decides first.
    const back = lastNot(out, 'adverb', 'not')
    const ger = verb('ger')
    const base = verb('base')
    const third = verb('s')
    const past = verb('past')
    const part = verb('part')
    const opensNoun =
      back !== undefined &&
      (back.pos === 'determiner' ||
        back.pos === 'possessive' ||
        back.pos === 'adjective' ||
        back.pos === 'number' ||
        back.pos === 'apostrophe')
    const demonymBefore = back?.mention?.via === 'demonym' && prev === back
    if (back && (back.pos === 'modal' || back.pos === 'do') && base) {
      put('verb', { verb: base })
      continue
    }
    if (back && (prev?.pos === 'to' || back.pos === 'to') && base) {
      if (
        reading.noun &&
        !isNominalStart(i + 1) &&
        !/^(?:at|on|off|up|out|down|with|against|for|in|over|from|to|into|back|,|\.)$/.test(next)
      )
        asNoun()
      else put('verb', { verb: base })
      continue
    }
    if (ger) {
      if (
        back?.pos === 'be' ||
        (back?.pos === 'preposition' && prev?.pos !== 'adjective') ||
        back?.pos === 'verb' ||
        back?.pos === 'comma'
      ) {
        put('verb', { verb: ger })
        continue
      }
      if (opensNoun && prev?.pos !== 'adverb') {
        // "the escalating crisis": an adjective when a noun follows, else the noun "the shelling of".
        if (nextWord && !nextWord.mention && morphology.read(next).noun && !PREPOSITIONS.has(next))
          put('adjective')
        else asNoun()
        continue
      }
      if (demonymBefore && (next === 'of' || reading.noun)) {
        asNoun()
        continue
      }
      if ((prev?.pos === 'noun' || prev?.pos === 'name') && reading.noun && !isNominalStart(i + 1)) {
        asNoun()
        continue
      }
      put('verb', { verb: ger })
      continue
    }
    if (past || part) {
      const isPast = past !== undefined && past.form === 'past'
      if (back?.pos === 'have') {
        put('verb', { verb: { lemma: (part ?? past)!.lemma, form: 'part' } })
        continue
      }
      if (back?.pos === 'be') {
        put('verb', { verb: { lemma: (part ?? past)!.lemma, form: 'part' } })
        continue
      }
      if (opensNoun && back === prev && (!base || nextWord)) {
        // "the occupied territories": before a noun it is an adjective. "set", "cut", "hit" are nouns there.
        if (base && reading.noun) asNoun()
        else if (isNominalStart(i + 1) || nextWord?.mention || morphology.read(next).noun) put('adjective')
        else asNoun()
        continue
      }
      if (prev?.pos === 'hyphen') {
        put('adjective')
        continue
      }
      // "of advanced weapons", "the domestically built system": before a noun, behind a preposition or an adverb of manner.
      const nounNext =
        nextWord !== undefined &&
        (nextWord.mention !== undefined ||
          (morphology.read(next).noun &&
            !PREPOSITIONS.has(next) &&
            !DETERMINERS.has(next) &&
            /\p{L}/u.test(next)))
      if (
        nounNext &&
        (prev?.pos === 'preposition' ||
          // "buy advanced weapons": a verb has its object here, unless it governs a clause ("said forces", "saw arrested").
          (prev?.pos === 'verb' && !nextWord?.mention && !/['’]/.test(next)) ||
          (demonymBefore && !nextWord?.mention) ||
          (prev?.pos === 'adverb' && prev.lower.endsWith('ly') && back?.pos === 'determiner'))
      ) {
        put('adjective')
        continue
      }
      if (
        base &&
        past &&
        reading.noun &&
        !isNominalStart(i + 1) &&
        prev &&
        (prev.pos === 'adjective' || demonymBefore)
      ) {
        asNoun()
        continue
      }
      put('verb', {
        verb: isPast ? past : { lemma: part!.lemma, form: 'part' },
        participle: part !== undefined,
      })
      continue
    }
    const form = (third ?? base)!
    if (opensNoun && !(back?.pos === 'number' && third === undefined && isNominalStart(i + 1))) {
      if (!reading.noun && reading.adjective) put('adjective')
      else asNoun()
      continue
    }
    if (
      prev?.pos === 'preposition' ||
      prev?.pos === 'be' ||
      prev?.pos === 'have' ||
      prev?.pos === 'verb' ||
      prev?.pos === 'hyphen'
    ) {
      if (reading.adjective && !reading.noun) put('adjective')
      else asNoun()
      continue
    }
    if (demonymBefore && reading.noun) {
      asNoun()
      continue
    }
    // Subject before, object behind: "Turkey backs Azerbaijan", "officials say". Noun before noun: "drone strikes".
    const subjectBefore =
      back !== undefined &&
      (back.pos === 'name' ||
        back.pos === 'noun' ||
        back.pos === 'pronoun' ||
        back.pos === 'who' ||
        back.pos === 'time' ||
        back.pos === 'close' ||
        back.pos === 'comma' ||
        back.pos === 'quote' ||
        back.pos === 'and')
    const pluralBefore =
      back !== undefined &&
      (back.pos === 'pronoun' ||
        back.pos === 'who' ||
        (back.pos === 'noun' && back.lemma !== undefined && back.lemma !== back.lower) ||
        /s$/.test(back?.lower ?? '') ||
        listBefore(out))
    if (subjectBefore && reading.noun) {
      const agrees =
        third !== undefined ? !(back!.pos === 'noun' && back!.lemma !== back!.lower) : pluralBefore
      // A bare form with a common noun behind it is rather a compound: "air defence", "war moves".
      const plainNoun =
        (third === undefined ||
          (nextWord !== undefined &&
            morphology.read(next).verbs.some((v) => v.form === 'past' || v.form === 's'))) &&
        nextWord !== undefined &&
        !nextWord.mention &&
        !nextWord.place &&
        !DETERMINERS.has(next) &&
        !POSSESSIVES.has(next) &&
        !PRONOUNS.has(next) &&
        !NUMBERS.has(next) &&
        next !== 'that'
      // "the bloc currently holds talks": no noun stands behind a noun and an adverb.
      const apart = prev?.pos === 'adverb' && (prev.lower.endsWith('ly') || MIDDLE_ADVERBS.has(prev.lower))
      const objectBehind = apart || (isNominalStart(i + 1) && !plainNoun) || next === 'to' || isParticle(next)
      // "drone exports to Armenia worried others": behind a common noun, a verb still to come makes it a compound.
      const compound = prev?.pos === 'noun' && next === 'to' && finiteAhead(words, i + 1, morphology)
      if (
        agrees &&
        objectBehind &&
        !compound &&
        back!.pos !== 'comma' &&
        back!.pos !== 'and' &&
        !hasFiniteVerb(out)
      ) {
        put('verb', { verb: form })
        continue
      }
      if (back!.pos === 'pronoun' || back!.pos === 'who') {
        put('verb', { verb: form })
        continue
      }
      asNoun()
      continue
    }
    if (i === 0 && reading.noun) {
      asNoun()
      continue
    }
    if (subjectBefore && !reading.noun) {
      put('verb', { verb: form })
      continue
    }
    if (reading.adjective && isNominalStart(i + 1)) put('adjective')
    else if (reading.noun) asNoun()
    else put('verb', { verb: form })
  }
  return out
}

function lastNot(words: readonly Tagged[], ...skip: Pos[]): Tagged | undefined {
  for (let i = words.length - 1; i >= 0; i--) if (!skip.includes(words[i]!.pos)) return words[i]
  return undefined
}

/** "Iran, Azerbaijan" or "Iran and Azerbaijan" right before: a plural subject. */
function listBefore(words: readonly Tagged[]): boolean {
  const last = words.length - 1
  return (
    last >= 2 &&
    (words[last - 1]!.pos === 'and' || words[last - 1]!.pos === 'comma') &&
    words[last]!.pos === 'name' &&
    words[last - 2]!.pos === 'name'
  )
}

/** Whether a finite verb follows before the clause may end. */
function finiteAhead(words: readonly Word[], from: number, morphology: Morphology): boolean {
  for (let i = from; i < words.length; i++) {
    const { lower, mention } = words[i]!
    if (/^(?:[,;.]|and|or|but|that|which|who)$/.test(lower)) return false
    if (mention) continue
    if (BE.has(lower) || HAVE.has(lower) || DO.has(lower) || MODALS.has(lower)) return true
    const { verbs, noun } = morphology.read(lower)
    if (!noun && verbs.some((v) => v.form === 'past')) return true
  }
  return false
}

function hasFiniteVerb(words: readonly Tagged[]): boolean {
  for (let i = words.length - 1; i >= 0; i--) {
    const w = words[i]!
    if (w.pos === 'that' || w.pos === 'who' || w.pos === 'if' || w.pos === 'stop' || w.pos === 'quote')
      return false
    if (
      (w.pos === 'verb' && w.verb!.form !== 'ger' && w.verb!.form !== 'part') ||
      w.pos === 'be' ||
      w.pos === 'have' ||
      w.pos === 'do' ||
      w.pos === 'modal'
    )
      return true
  }
  return false
}
