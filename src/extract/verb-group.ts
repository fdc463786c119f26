import type { VerbGroup } from './chunk.ts'
import type { Tagged } from './pos.ts'
import { isParticle } from './word-classes.ts'

const NEGATIVE = new Set(['not', "n't", 'never'])
/** Behind "not" they deny that it was all. */
const NOT_ALL = new Set(['just', 'only', 'merely', 'simply', 'solely'])
const isNegative = (word: string): boolean => NEGATIVE.has(word) || word.endsWith("n't") || word === 'cannot'

/** The verb group that starts at word `start`, if one does: "has not yet been delivered", "to deploy". */
export function verbGroupAt(words: readonly Tagged[], start: number): VerbGroup | undefined {
  let i = start
  let modal: string | undefined
  let negated = false
  let passive = false
  let finite = false
  let tense: 'past' | 'present' | undefined
  let main = -1
  const adverbs: string[] = []
  let infinitive = false
  const first = words[i]!
  if (first.pos === 'not' || first.pos === 'adverb') {
    // "not to deploy", "never supplied": only when a verb follows at once.
    let j = i
    while (j < words.length && (words[j]!.pos === 'not' || words[j]!.pos === 'adverb')) j++
    const next = words[j]
    if (!next || !(next.pos === 'verb' || (next.pos === 'to' && words[j + 1]?.pos === 'verb')))
      return undefined
    for (; i < j; i++) {
      if (isNegative(words[i]!.lower)) negated = true
      adverbs.push(words[i]!.lower)
    }
  }
  if (words[i]!.pos === 'to') {
    let j = i + 1
    while (words[j] && (words[j]!.pos === 'adverb' || words[j]!.pos === 'not')) j++
    const next = words[j]
    if (
      !next ||
      !(
        (next.pos === 'verb' && next.verb!.form === 'base') ||
        (next.pos === 'be' && next.lower === 'be') ||
        (next.pos === 'have' && next.lower === 'have') ||
        (next.pos === 'do' && next.lower === 'do')
      )
    )
      return undefined
    infinitive = true
    i++
  }
  let auxiliary: Tagged | undefined
  for (; i < words.length; i++) {
    const w = words[i]!
    // A quote may begin inside: has not been "welcomed with open arms".
    if (w.pos === 'quote' && auxiliary && words[i + 1]?.pos === 'verb') continue
    if (w.pos === 'modal') {
      modal = w.lower
      finite = true
      tense ??= 'present'
      if (isNegative(w.lower)) negated = true
      continue
    }
    if (w.pos === 'be' || w.pos === 'have' || w.pos === 'do') {
      if (main >= 0 && auxiliary === undefined) break
      if (isNegative(w.lower)) negated = true
      if (tense === undefined) {
        tense = w.verb!.form === 'past' ? 'past' : 'present'
        if (!infinitive && (w.verb!.form === 's' || w.verb!.form === 'past' || w.verb!.form === 'base'))
          finite = true
      }
      auxiliary = w
      main = i
      continue
    }
    if (w.pos === 'not' || w.pos === 'adverb') {
      // An adverb belongs to the group only when more of the group follows it.
      let j = i
      while (words[j] && (words[j]!.pos === 'not' || words[j]!.pos === 'adverb')) j++
      const next = words[j]
      const more =
        next &&
        (next.pos === 'verb' || next.pos === 'be' || next.pos === 'have' || next.pos === 'do') &&
        (main < 0 || auxiliary !== undefined)
      if (isNegative(w.lower) && (auxiliary || modal)) {
        // "was not just preparing": it was, and more.
        negated = !NOT_ALL.has(words[i + 1]?.lower ?? '')
        if (!more) main = main < 0 ? i : main
      } else if (!more || (main < 0 && modal === undefined && !infinitive)) break
      adverbs.push(w.lower)
      if (!more && !isNegative(w.lower)) break
      if (!more) {
        i++
        break
      }
      continue
    }
    if (w.pos === 'verb') {
      if (main >= 0 && auxiliary === undefined) break
      const form = w.verb!.form
      if (auxiliary) {
        if (auxiliary.pos === 'be') {
          if (form === 'part' || form === 'past') passive = true
          else if (form !== 'ger') break
        } else if (auxiliary.pos === 'have' && form !== 'part' && form !== 'past') break
      }
      main = i
      tense ??= form === 'past' ? 'past' : 'present'
      if (!infinitive && !auxiliary && !modal) finite = form === 's' || form === 'past' || form === 'base'
      auxiliary = undefined
      i++
      break
    }
    break
  }
  if (main < 0) return undefined
  let to = i - 1
  const verb = words[main]!
  if (!verb.verb) return undefined
  // "is being", "have" alone: the auxiliary is the main verb.
  let particle: string | undefined
  const after = words[to + 1]
  if (verb.pos === 'verb' && after && after.pos === 'preposition' && isParticle(after.lower)) {
    particle = after.lower
    to++
  }
  return {
    kind: 'vg',
    from: start,
    to,
    main,
    lemma: verb.verb.lemma,
    form: verb.verb.form,
    finite: finite && !infinitive,
    passive,
    negated,
    modal,
    particle,
    adverbs,
    tense: tense ?? 'present',
    gerund: beginsInIng(words, start, main),
    participle: verb.participle === true && start === main,
  }
}

/**
 * The group as a passive, where a past form turns out to be a participle. A literal in the order of the one above: a spread
 * would give each passive a hidden class of its own, and make every look at a chunk slow.
 */
export function madePassive(verb: VerbGroup, finite: boolean): VerbGroup {
  return {
    kind: 'vg',
    from: verb.from,
    to: verb.to,
    main: verb.main,
    lemma: verb.lemma,
    form: 'part',
    finite,
    passive: true,
    negated: verb.negated,
    modal: verb.modal,
    particle: verb.particle,
    adverbs: verb.adverbs,
    tense: verb.tense,
    gerund: verb.gerund,
    participle: verb.participle,
  }
}

/** Whether the first verb of a group is in -ing. */
function beginsInIng(words: readonly Tagged[], start: number, main: number): boolean {
  for (let i = start; i <= main; i++) {
    const { verb } = words[i]!
    if (verb) return verb.form === 'ger'
  }
  return false
}
