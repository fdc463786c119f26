import { isNominalStart, put, retag, type Tagged, type Tagging } from './pos.ts'
import {
  ATTRIBUTIVE,
  BE,
  DETERMINERS,
  DO,
  HAVE,
  isParticle,
  MIDDLE_ADVERBS,
  MODALS,
  NUMBERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
} from './word-classes.ts'

/** Tags the next word, of an open class: a noun, an adjective, an adverb or a verb. What stands before it decides first. */
export function tagOpen(tagging: Tagging): void {
  const { words, out, lexemes, shouting } = tagging
  const i = out.length
  const w = words[i]!
  const l = w.lower
  const prev = i > 0 ? out[i - 1] : undefined
  const nextWord = words[i + 1]
  const next = nextWord?.lower ?? ''
  const reading = w.lexeme
  const after = nextWord?.lexeme ?? lexemes.end
  const proper = reading.capitalized && i > 0 && !shouting && prev?.pos !== 'quote'
  if (proper && reading.verbs.length === 0) {
    // "Foreign Ministry", "Supreme Court": common words with capitals are still what they are; the rest are names.
    if (reading.adjective && !reading.noun) put(tagging, 'adjective')
    else putNoun(tagging, proper)
    return
  }
  if (proper) {
    putNoun(tagging, proper)
    return
  }
  if (ATTRIBUTIVE.has(l) && (nextWord?.mention || isNominalStart(tagging, i + 1))) {
    put(tagging, 'adjective')
    return
  }
  if (i === 0 && !shouting && isInitialName(tagging)) {
    put(tagging, 'name', undefined, l)
    return
  }
  if (reading.verbs.length === 0) {
    if (reading.adverb && !reading.noun) put(tagging, 'adverb')
    else if (reading.adjective && (!reading.noun || isNominalStart(tagging, i + 1))) put(tagging, 'adjective')
    else if (reading.noun) putNoun(tagging, proper)
    else put(tagging, reading.adjective ? 'adjective' : 'noun', undefined, reading.singular)
    return
  }

  // "test-fired the missile", "mass-produces drones": a glued verb with its object behind it.
  if (
    prev?.pos === 'hyphen' &&
    i > 1 &&
    !out[i - 2]!.mention &&
    (nextWord?.mention || DETERMINERS.has(next))
  ) {
    const glued = reading.verbs.find((v) => v.form === 'past' || v.form === 's')
    if (glued) {
      retag(tagging, i - 2, 'adverb')
      retag(tagging, i - 1, 'adverb')
      put(tagging, 'verb', glued)
      return
    }
  }
  // A word that can be a verb. What stands before it decides first.
  const back = lastButAdverbs(out)
  const { base, third, past, part, ger } = reading.forms
  const opensNoun =
    back !== undefined &&
    (back.pos === 'determiner' ||
      back.pos === 'possessive' ||
      back.pos === 'adjective' ||
      back.pos === 'number' ||
      back.pos === 'apostrophe')
  const demonymBefore = back?.mention?.via === 'demonym' && prev === back
  if (back && (back.pos === 'modal' || back.pos === 'do') && base) {
    put(tagging, 'verb', base)
    return
  }
  if (back && (prev?.pos === 'to' || back.pos === 'to') && base) {
    if (
      reading.noun &&
      !isNominalStart(tagging, i + 1) &&
      !/^(?:at|on|off|up|out|down|with|against|for|in|over|from|to|into|back|,|\.)$/.test(next)
    )
      putNoun(tagging, proper)
    else put(tagging, 'verb', base)
    return
  }
  if (ger) {
    // "wounded by shelling from Syria"
    if (prev?.lower === 'by' && reading.noun && (next === 'from' || next === 'by' || next === '.')) {
      putNoun(tagging, proper)
      return
    }
    if (
      back?.pos === 'be' ||
      (back?.pos === 'preposition' && prev?.pos !== 'adjective') ||
      back?.pos === 'verb' ||
      back?.pos === 'comma'
    ) {
      put(tagging, 'verb', ger)
      return
    }
    if (opensNoun && prev?.pos !== 'adverb') {
      // "the escalating crisis": an adjective when a noun follows, else the noun "the shelling of".
      if (nextWord && !nextWord.mention && after.noun && !PREPOSITIONS.has(next)) put(tagging, 'adjective')
      else putNoun(tagging, proper)
      return
    }
    if (demonymBefore && (next === 'of' || reading.noun)) {
      putNoun(tagging, proper)
      return
    }
    // "Fighting broke out", "Shelling has resumed".
    if (i === 0 && nextWord && reading.noun && !nextWord.mention && beginsVerb(nextWord)) {
      putNoun(tagging, proper)
      return
    }
    if ((prev?.pos === 'noun' || prev?.pos === 'name') && reading.noun && !isNominalStart(tagging, i + 1)) {
      putNoun(tagging, proper)
      return
    }
    put(tagging, 'verb', ger)
    return
  }
  if (past || part) {
    const isPast = past !== undefined && past.form === 'past'
    if (back?.pos === 'have') {
      put(tagging, 'verb', { lemma: (part ?? past)!.lemma, form: 'part' })
      return
    }
    if (back?.pos === 'be') {
      put(tagging, 'verb', { lemma: (part ?? past)!.lemma, form: 'part' })
      return
    }
    if (opensNoun && back === prev && (!base || nextWord)) {
      // "the occupied territories": before a noun it is an adjective. "set", "cut", "hit" are nouns there.
      if (base && reading.noun) putNoun(tagging, proper)
      else if (isNominalStart(tagging, i + 1) || nextWord?.mention || after.noun) put(tagging, 'adjective')
      else putNoun(tagging, proper)
      return
    }
    if (prev?.pos === 'hyphen') {
      put(tagging, 'adjective')
      return
    }
    // "of advanced weapons", "the domestically built system": before a noun, behind a preposition or an adverb of manner.
    const nounNext =
      nextWord !== undefined &&
      (nextWord.mention !== undefined ||
        (after.noun && !PREPOSITIONS.has(next) && !DETERMINERS.has(next) && /\p{L}/u.test(next)))
    if (
      nounNext &&
      (prev?.pos === 'preposition' ||
        // "buy advanced weapons": a verb has its object here, unless it governs a clause ("said forces", "saw arrested").
        (prev?.pos === 'verb' && !nextWord?.mention && !/['’]/.test(next)) ||
        (demonymBefore && !nextWord?.mention) ||
        (prev?.pos === 'adverb' && prev.lower.endsWith('ly') && back?.pos === 'determiner'))
    ) {
      put(tagging, 'adjective')
      return
    }
    if (
      base &&
      past &&
      reading.noun &&
      !isNominalStart(tagging, i + 1) &&
      prev &&
      (prev.pos === 'adjective' || demonymBefore)
    ) {
      putNoun(tagging, proper)
      return
    }
    put(tagging, 'verb', isPast ? past : { lemma: part!.lemma, form: 'part' }, undefined, part !== undefined)
    return
  }
  const form = (third ?? base)!
  if (opensNoun && !(back?.pos === 'number' && third === undefined && isNominalStart(tagging, i + 1))) {
    if (!reading.noun && reading.adjective) put(tagging, 'adjective')
    else putNoun(tagging, proper)
    return
  }
  if (
    prev?.pos === 'preposition' ||
    prev?.pos === 'be' ||
    prev?.pos === 'have' ||
    prev?.pos === 'verb' ||
    prev?.pos === 'hyphen'
  ) {
    if (reading.adjective && !reading.noun) put(tagging, 'adjective')
    else putNoun(tagging, proper)
    return
  }
  if (demonymBefore && reading.noun) {
    putNoun(tagging, proper)
    return
  }
  // "Should the flights stop": the first bare form is the verb.
  if (
    base &&
    out[0]?.pos === 'if' &&
    out[0].lower === 'should' &&
    prev &&
    /^(?:noun|name|pronoun|adverb)$/.test(prev.pos) &&
    !hasVerb(out)
  ) {
    put(tagging, 'verb', base)
    return
  }
  // "the demand that Chad ease sanctions": the bare form is the only verb there is.
  if (
    base &&
    third === undefined &&
    isSubjectOfThat(out) &&
    nextWord &&
    isNominal(tagging, i + 1) &&
    !finiteAhead(tagging, i + 1)
  ) {
    put(tagging, 'verb', base)
    return
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
    const agrees = third !== undefined ? !(back!.pos === 'noun' && back!.lemma !== back!.lower) : pluralBefore
    // A bare form with a common noun behind it is rather a compound: "air defence", "war moves".
    const plainNoun =
      (third === undefined || (nextWord !== undefined && after.finite)) &&
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
    // "the minister holds talks": with no other verb in the clause, it is the verb.
    const only = third !== undefined && plainNoun && nextWord.lexeme.noun && !finiteAhead(tagging, i + 1)
    const objectBehind =
      apart || only || (isNominalStart(tagging, i + 1) && !plainNoun) || next === 'to' || isParticle(next)
    // "drone exports to Armenia worried others": behind a common noun, a verb still to come makes it a compound.
    const compound = prev?.pos === 'noun' && next === 'to' && finiteAhead(tagging, i + 1)
    if (
      agrees &&
      objectBehind &&
      !compound &&
      back!.pos !== 'comma' &&
      back!.pos !== 'and' &&
      // "said UNHCR supports the plan": behind a noun, an article begins what the verb has as its object.
      (!hasFiniteVerb(out) || (third !== undefined && prev?.pos === 'name' && ARTICLES.has(next)))
    ) {
      put(tagging, 'verb', form)
      return
    }
    if (back!.pos === 'pronoun' || back!.pos === 'who') {
      put(tagging, 'verb', form)
      return
    }
    putNoun(tagging, proper)
    return
  }
  if (i === 0 && reading.noun) {
    putNoun(tagging, proper)
    return
  }
  if (subjectBefore && !reading.noun) {
    put(tagging, 'verb', form)
    return
  }
  if (reading.adjective && isNominalStart(tagging, i + 1)) put(tagging, 'adjective')
  else if (reading.noun) putNoun(tagging, proper)
  else put(tagging, 'verb', form)
}

function putNoun(tagging: Tagging, proper: boolean): void {
  const { singular } = tagging.words[tagging.out.length]!.lexeme
  put(tagging, proper ? 'name' : 'noun', undefined, singular)
}

/** An auxiliary, or a finite verb that is no noun. */
const beginsVerb = ({ lower, lexeme }: Tagging['words'][number]): boolean =>
  BE.has(lower) || HAVE.has(lower) || MODALS.has(lower) || (lexeme.finite && !lexeme.noun)

const ARTICLES = new Set(['the', 'a', 'an'])

/**
 * "Mandela has refused", "ICE returned": the first word of a sentence is a name when it is no word of the language and
 * stands like one, a singular without an article before its verb; so are capitals.
 */
function isInitialName({ words }: Tagging): boolean {
  const { text, lexeme } = words[0]!
  if (/^\p{Lu}{2,}$/u.test(text)) return true
  if (!/^\p{Lu}\p{Ll}/u.test(text) || lexeme.known || lexeme.singular !== lexeme.lower) return false
  const next = words[1]
  if (!next || next.mention || next.place) return false
  return (
    next.lower === ',' ||
    BE.has(next.lower) ||
    HAVE.has(next.lower) ||
    MODALS.has(next.lower) ||
    next.lexeme.finite
  )
}

/** "that the US …": names and nouns in the singular behind "that", and nothing else. */
function isSubjectOfThat(out: readonly Tagged[]): boolean {
  let i = out.length - 1
  if (out[i]?.pos !== 'name') return false
  while (i >= 0 && /^(?:name|adjective|determiner)$/.test(out[i]!.pos)) i--
  return out[i]?.pos === 'that' && out[i]!.lower === 'that'
}

/** A noun phrase starts here, be it with a name or a plain noun. */
function isNominal(tagging: Tagging, at: number): boolean {
  const word = tagging.words[at]!
  return word.mention !== undefined || isNominalStart(tagging, at) || word.lexeme.noun
}

function lastButAdverbs(words: readonly Tagged[]): Tagged | undefined {
  for (let i = words.length - 1; i >= 0; i--) {
    const { pos } = words[i]!
    if (pos !== 'adverb' && pos !== 'not') return words[i]
  }
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
function finiteAhead({ words }: Tagging, from: number): boolean {
  for (let i = from; i < words.length; i++) {
    const { lower, lexeme, mention } = words[i]!
    if (/^(?:[,;.]|and|or|but|that|which|who)$/.test(lower)) return false
    if (mention) continue
    if (BE.has(lower) || HAVE.has(lower) || DO.has(lower) || MODALS.has(lower)) return true
    if (!lexeme.noun && lexeme.past) return true
  }
  return false
}

function hasVerb(words: readonly Tagged[]): boolean {
  return words.some((w) => w.verb !== undefined)
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
