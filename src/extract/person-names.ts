import { isTitled, type Run, sliceOf, TITLE } from './name-cover.ts'
import type { RunWord } from './name-runs.ts'
import { NAME } from './name-words.ts'

/** A stretch of a run that may be a person's name, and whether it is one. */
export interface PersonName {
  readonly words: readonly RunWord[]
  /** The word behind it. */
  readonly next: number
  readonly certain: boolean
  readonly titled: boolean
}

const NAMES = NAME.given | NAME.family
const NOT_PERSON = NAME.head | NAME.thing | NAME.date | NAME.members

const CAMEL = /^(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van|O['’]).*\p{Ll}\p{Lu}/u

/** "MoveOn", "YouTube"; but "McCain", "DeSantis". */
export const isCamel = (word: string): boolean => !/^[A-Z][a-z]*$/.test(word) && CAMEL.test(word)

/** Reads what may be a person's name from `from` on: up to five words, with particles between. */
export function personAt(run: Run, from: number): PersonName {
  const { words, covers, listed } = run
  const word = words[from]!
  const before = words[from - 1]
  const titled =
    isTitled(run, word) ||
    (before !== undefined &&
      !before.lower &&
      (before.bits & NAME.title) !== 0 &&
      word.start - before.end <= 2)
  let to = from
  let names = 0
  for (; to < words.length && names < 5; to++) {
    const { bits, lower, start } = words[to]!
    if (lower) {
      let next = to
      while (next < words.length && words[next]!.lower && words[next]!.bits & NAME.particle) next++
      if (to === from || next === to || next >= words.length || words[next]!.lower) break
      to = next - 1
      continue
    }
    const { mention } = covers[to]!
    if (mention && mention.via !== 'surname') break
    if (
      to > from &&
      !(bits & NAMES) &&
      (bits & (NAME.opener | NAME.date | TITLE) || listed.titleStarts.has(start))
    )
      break
    names++
  }
  while (to > from && words[to - 1]!.lower) to--
  const found = words.slice(from, to)
  const certain =
    names >= 2
      ? isPerson(run, from, to, titled)
      : names === 1 &&
        titled &&
        isSingle(found.at(-1)!) &&
        !covers[from]!.place &&
        !isCamel(sliceOf(run, found.at(-1)!))
  return { words: found, next: Math.max(to, from + 1), certain, titled }
}

/** "President Pieck", "Gen. Votel": one word behind a title. */
function isSingle({ bits, initial, caps }: RunWord): boolean {
  if (initial || caps) return false
  if (bits & (NOT_PERSON | NAME.opener | TITLE | NAME.abbreviation | NAME.connector)) return false
  return !(bits & NAME.common) || (bits & NAMES) !== 0
}

function isPerson(run: Run, from: number, to: number, titled: boolean): boolean {
  const all = run.words.slice(from, to)
  const names = all.filter((w) => !w.lower)
  const first = names[0]!
  const last = names.at(-1)!
  if (names.length > 4 || last.initial) return false
  // A headline in capitals tells nothing.
  if (names.every((w) => w.caps || w.initial) && names.some((w) => w.caps && w.end - w.start > 3))
    return false
  if (names.some((w) => !w.caps && !w.initial && isCamel(sliceOf(run, w)))) return false
  const given = (first.bits & (NAME.given | NAME.namesake)) !== 0
  const purely =
    given &&
    !(first.bits & (NAME.common | NAME.place | NAME.opener | NAME.date | NAME.thing | NAME.namesake | TITLE))
  // "Robert Hill", "Harry West": behind a given name a thing may be a family name.
  if (names.slice(1).some((w) => w.bits & NOT_PERSON && !(w.bits & NAME.family))) {
    const surname = !(last.bits & (NAME.head | NAME.memorial | NAME.date | NAME.members))
    if (!purely || names.length > 2 || !surname || !isSubject(run, last)) return false
  }
  if (first.bits & NOT_PERSON && !(first.bits & NAMES)) return false
  const next = run.words[to]
  if (next && !next.lower && next.bits & (NAME.thing | NAME.memorial) && !(next.bits & NAME.title))
    return false
  if (!given && run.covers.slice(from, to).some((c) => c.place)) return false
  const common = names.slice(1).some((w) => w.bits & NAME.common && !(w.bits & (NAMES | NAME.ending)))
  if (purely) return !common || names.length === 2 || titled
  if (given && !(first.bits & (NAME.opener | NAME.date))) return !common && !(last.bits & NAME.place)
  if (titled) return !common && !(first.bits & NAME.common)
  const placed = NAME.common | NAME.place
  // "X. Y. Gandhi", "Sirimavo R. D. Bandaranaike"
  if (names.some((w, i) => w.initial && i < names.length - 1))
    return !common && !(first.bits & placed) && !(last.bits & placed)
  if (first.bits & (placed | NAME.opener | TITLE)) return false
  if (names.some((w) => w.caps)) return false
  if (last.bits & (NAME.family | NAME.ending) && !(last.bits & placed)) return true
  return !common && !names.some((w) => w.bits & NAME.place) && isSubject(run, last)
}

/** Whether what follows is said of people: a verb only they do, an age, an apposition. */
export function isSubject({ text, names }: Pick<Run, 'text' | 'names'>, word: RunWord): boolean {
  const after = text.slice(word.end, word.end + 24)
  const verb = /^ (\p{Ll}+)/u.exec(after)
  if (verb) return (names.of(verb[1]!) & NAME.deed) !== 0
  return /^, (?:\d\d,|an? |who |whose |his |her |then )/u.test(after)
}

/** A name whose words are all unknown, or known as names only: it needs a reason to be a person's. */
export function isBlank(words: readonly RunWord[]): boolean {
  const names = words.filter((w) => !w.lower)
  const known = ~(NAMES | NAME.ending | NAME.particle)
  return names.length <= 4 && !names[0]!.initial && names.every((w) => !w.caps && (w.bits & known) === 0)
}
