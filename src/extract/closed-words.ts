import { isNominalStart, put, retag, type Tagging } from './pos.ts'
import {
  ADVERBS,
  APPROXIMATE,
  BE,
  CLAUSE_PREPOSITIONS,
  CONDITIONALS,
  CONJUNCTIONS,
  DETERMINERS,
  DO,
  FLAT_ADVERBS,
  HAVE,
  INVERTED,
  MODALS,
  MONTHS,
  NUMBERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TAKES_OVER,
  TIME_NOUNS,
  TIME_WORDS,
  TIMES,
} from './word-classes.ts'

const DAY = /^\d{1,2}(?:st|nd|rd|th)?$/

/** Tags the next word if it is of a closed class, a name, a number, a time or a mark. Whether it was. */
export function tagClosed(tagging: Tagging): boolean {
  const { words, out, lexemes, shouting } = tagging
  const i = out.length
  const w = words[i]!
  const l = w.lower
  const prev = i > 0 ? out[i - 1] : undefined
  const nextWord = words[i + 1]
  const isNumber = (j: number): boolean =>
    words[j] !== undefined && (/^\p{N}/u.test(words[j]!.lower) || NUMBERS.has(words[j]!.lower))
  const next = nextWord?.lower ?? ''
  if (w.mention || w.place) {
    put(tagging, 'name')
    return true
  }
  if (l === "'s" || (l === "'" && prev && w.joined && /s$/i.test(prev.text))) {
    put(tagging, 'apostrophe')
    return true
  }
  const { mark, closed, always, capitalized } = w.lexeme
  if (mark === 'dash') {
    // A long dash parts; a short one joins what touches it.
    put(tagging, l !== '—' && w.joined && nextWord?.joined ? 'hyphen' : 'comma')
    return true
  }
  if (mark !== undefined) {
    // "on June 13 held": the day is of the month.
    const day = mark === 'number' && prev?.pos === 'time' && DAY.test(l) && MONTHS.has(prev.lower)
    put(tagging, day ? 'time' : mark)
    return true
  }
  if (!closed) return false
  // "must first disarm"
  if ((l === 'first' || l === 'then') && prev?.pos === 'modal') {
    put(tagging, 'adverb')
    return true
  }
  if (always !== undefined) {
    put(tagging, always)
    return true
  }
  const after = nextWord?.lexeme ?? lexemes.end
  if (TIMES.has(l) && (capitalized || l.endsWith('day') || l.startsWith('to'))) {
    put(tagging, 'time')
    return true
  }
  if (l === 'may' && capitalized && i > 0 && !shouting) {
    put(tagging, 'time')
    return true
  }
  if (
    TIME_NOUNS.has(l) &&
    prev &&
    (TIME_WORDS.has(prev.lower) || prev.pos === 'number' || prev.pos === 'time')
  ) {
    retag(tagging, i - 1, 'time')
    put(tagging, 'time')
    return true
  }
  // "more than 100,000", "at least seven", "up to a dozen", "about 200": all of it counts.
  if (
    (/^(?:than|least|to|as)$/.test(l) && prev?.pos === 'number' && isNumber(i + 1)) ||
    (APPROXIMATE.has(l) &&
      isNumber(i + 1) &&
      !(l === 'over' && prev?.verb && TAKES_OVER.has(prev.verb.lemma)))
  ) {
    put(tagging, 'number')
    return true
  }
  if (
    ((/^(?:more|less|fewer)$/.test(l) && next === 'than') ||
      (l === 'at' && /^(?:least|most)$/.test(next)) ||
      (l === 'up' && next === 'to')) &&
    isNumber(i + 2)
  ) {
    put(tagging, 'number')
    return true
  }
  // "Should Iran close the strait", "had Poland asked": the verb before its subject makes a condition.
  if (
    INVERTED.has(l) &&
    (i === 0 || (i === 1 && prev?.pos === 'quote')) &&
    (nextWord?.mention !== undefined ||
      DETERMINERS.has(next) ||
      PRONOUNS.has(next) ||
      POSSESSIVES.has(next) ||
      isNominalStart(tagging, i + 1)) &&
    words[words.length - 1]!.lower !== '?'
  ) {
    put(tagging, 'if')
    return true
  }
  // "IS members": capitals in a sentence without them are a name.
  const beForm = w.text === 'IS' && !shouting ? undefined : BE.get(l)
  if (beForm) {
    put(tagging, 'be', { lemma: 'be', form: beForm })
    return true
  }
  const haveForm = HAVE.get(l)
  if (haveForm) {
    put(tagging, 'have', { lemma: 'have', form: haveForm })
    return true
  }
  const doForm = DO.get(l)
  if (doForm) {
    put(tagging, 'do', { lemma: 'do', form: doForm })
    return true
  }
  if (MODALS.has(l) && !(l === 'can' && prev?.pos === 'determiner')) {
    put(tagging, 'modal')
    return true
  }
  if (l === 'not' || l === "n't" || l === 'never') {
    put(tagging, 'not')
    return true
  }
  if (l === 'to') {
    put(tagging, 'to')
    return true
  }
  if (l === 'that') {
    const verbNext =
      nextWord !== undefined &&
      !nextWord.mention &&
      (BE.has(next) ||
        HAVE.has(next) ||
        DO.has(next) ||
        MODALS.has(next) ||
        (after.finite && !isNominalStart(tagging, i + 1)))
    if (prev && (prev.pos === 'noun' || prev.pos === 'name') && verbNext) put(tagging, 'who')
    else put(tagging, 'that')
    return true
  }
  if (l === 'what') {
    put(tagging, 'pronoun')
    return true
  }
  if (RELATIVES.has(l)) {
    put(tagging, 'who')
    return true
  }
  if (l === 'and' || l === 'or' || l === 'but' || l === '&' || l === 'nor') {
    put(tagging, 'and')
    return true
  }
  if (CONDITIONALS.has(l)) {
    put(tagging, 'if')
    return true
  }
  if (CONJUNCTIONS.has(l)) {
    put(tagging, l === 'where' ? 'who' : 'that')
    return true
  }
  if (POSSESSIVES.has(l) && (l !== 'her' || isNominalStart(tagging, i + 1))) {
    put(tagging, 'possessive')
    return true
  }
  // "one Turkish soldier" counts.
  if (l === 'one' && nextWord && (nextWord.mention?.via === 'demonym' || (!nextWord.mention && after.noun))) {
    put(tagging, 'number')
    return true
  }
  if (PRONOUNS.has(l) || l === 'her') {
    put(tagging, 'pronoun')
    return true
  }
  if (
    (l === 'most' || l === 'more' || l === 'less') &&
    nextWord &&
    !nextWord.mention &&
    after.adjective &&
    !after.noun
  ) {
    put(tagging, 'adverb')
    return true
  }
  if (DETERMINERS.has(l)) {
    put(tagging, 'determiner')
    return true
  }
  if (PREPOSITIONS.has(l) || CLAUSE_PREPOSITIONS.has(l)) {
    // "back" and "down" are verbs too: "backs", "downed" are told by their form, the bare word only after "to" or a modal.
    if ((l === 'back' || l === 'down') && prev && (prev.pos === 'to' || prev.pos === 'modal'))
      put(tagging, 'verb', { lemma: l, form: 'base' })
    else put(tagging, 'preposition')
    return true
  }
  if (NUMBERS.has(l)) {
    put(tagging, 'number')
    return true
  }
  // "have long refused", "is well known": an adjective between an auxiliary and a participle is an adverb.
  if (
    ADVERBS.has(l) ||
    (FLAT_ADVERBS.has(l) && (prev?.pos === 'have' || prev?.pos === 'be') && after.participial)
  ) {
    put(tagging, 'adverb')
    return true
  }
  return false
}
