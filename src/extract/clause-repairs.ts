import { type Chunk, isMark, isPhrase, isVerb, type NounPhrase, wordOf } from './chunk.ts'
import type { Clause, ClauseWords } from './clause.ts'
import { isCompany, type PhraseLists } from './phrase-lists.ts'
import { madePassive } from './verb-group.ts'

/** Verbs of saying whose object is who listens. */
const ADDRESSING = new Set(['tell', 'inform', 'assure', 'warn', 'remind', 'notify'])

/** "condemned and sanctioned Israel": the verbs before the last have the same object. */
export function shareObjects(chunks: readonly Chunk[], clauses: ReadonlyMap<number, Clause>): void {
  for (const [i, clause] of [...clauses].reverse()) {
    const next = chunks[i + 2]
    if (!isMark(chunks[i + 1], 'and') || !isVerb(next) || clause.objects.length > 0 || clause.verb.passive)
      continue
    const shared = clauses.get(i + 2)
    if (shared && !shared.verb.passive && shared.verb.from === shared.verb.main)
      clause.objects = shared.objects
  }
}

/** "were arrested and tortured **by police**": of two passives the first has the same doer. */
export function shareDoers(clauses: ReadonlyMap<number, Clause>): void {
  let before: Clause | undefined
  for (const clause of clauses.values()) {
    const by = (c: Clause) => c.prepositional.find((p) => p.preposition === 'by')
    const doer = by(clause)
    if (
      doer &&
      before &&
      clause.link === 'coordinate' &&
      clause.verb.passive &&
      before.verb.passive &&
      before.subjects === clause.subjects &&
      !by(before)
    )
      before.prepositional.push(doer)
    before = clause
  }
}

/** "Iran, **along with Russia**, held", "**Together with Qatar**, Egypt brokered": who does it with the subject does it as well. */
export function joinCompany(
  chunks: readonly Chunk[],
  clauses: ReadonlyMap<number, Clause>,
  phrases: PhraseLists,
): void {
  const opening = isCompany(chunks[0]) && isPhrase(chunks[1]) ? phrases.listFrom(1) : undefined
  let opened = false
  const join = (clause: Clause, company: readonly NounPhrase[]): void => {
    const { subjects } = clause
    const joined = [...subjects, ...company]
    for (const other of clauses.values()) if (other.subjects === subjects) other.subjects = joined
  }
  for (const [v, clause] of clauses) {
    const last = clause.subjects.at(-1)
    if (!last || !clause.verb.finite) continue
    const at = chunks.indexOf(last)
    if (opening && !opened && isMark(chunks[opening.end + 1], 'comma') && opening.end + 2 === at) {
      join(clause, opening.phrases)
      opened = true
    }
    const comma = chunks[at + 1]
    const mark = chunks[at + 2]
    if (!isMark(comma, 'comma') || !isPhrase(chunks[at + 3])) continue
    if (!isCompany(mark) && !(isMark(mark, 'preposition') && wordOf(mark) === 'alongside')) continue
    const { phrases: company, end } = phrases.listFrom(at + 3)
    if (end < v && isMark(chunks[end + 1], 'comma')) join(clause, company)
  }
}

/** "Reproached by Paris, Berlin replied", "Citing officials, CNN said": what opens a sentence is said of its subject. */
export function attachFronted(chunks: readonly Chunk[], clauses: ReadonlyMap<number, Clause>): void {
  const [first] = clauses
  if (!first) return
  const [at, clause] = first
  const { verb } = clause
  if (
    clause.subjects.length > 0 ||
    verb.modal !== undefined ||
    chunks.slice(0, at).some((c) => c.kind === 'np' || c.kind === 'who')
  )
    return
  const opens = verb.form === 'ger' || (verb.participle && !isPhrase(chunks[at + 1]))
  const main = [...clauses.values()].find(
    (c) => c !== clause && c.verb.finite && c.subjects.length > 0 && c.link !== 'relative',
  )
  if (!opens || !main) return
  if (verb.participle) clause.verb = madePassive(verb, false)
  clause.link = 'adverbial'
  clause.subjects = main.subjects
}

/** '"…," said Zarif' and "…, officials said": the last reporting verb without content of its own governs what stands before it. */
export function attachQuotes(
  chunks: readonly Chunk[],
  clauses: ReadonlyMap<number, Clause>,
  lists: ClauseWords,
): void {
  for (const [i, clause] of clauses) {
    if (!lists.reports(clause.verb.lemma) || clause.verb.passive) continue
    if ([...clauses.values()].some((c) => c.parent === clause && c.link === 'content')) continue
    const comma = ((): number => {
      for (let j = i - 1; j >= 0; j--) {
        if (
          isMark(chunks[j], 'comma') &&
          !isMark(chunks[j + 1], 'and') &&
          (isMark(chunks[j + 1], 'quote') || isShortSpeaker(chunks, j + 1, i))
        )
          return j
        if (isVerb(chunks[j])) return -1
      }
      return -1
    })()
    if (comma < 0) continue
    // ", a claim Armenia denied": what is denied stands before who denies it.
    let opener = comma + 1
    while (isMark(chunks[opener], 'quote', 'adverb')) opener++
    const claim = chunks[opener]
    if (isPhrase(claim) && isPhrase(chunks[opener + 1]) && clause.objects.length === 0) {
      clause.objects = [[claim]]
      continue
    }
    // Inverted: the speaker stands behind.
    if (clause.subjects.length === 0 && clause.objects[0]) {
      clause.subjects = clause.objects[0]
      clause.objects = []
    }
    // "…, Zarif told reporters" has a listener as its object; "instead, Tehran blamed Mossad" speaks of something else.
    if (clause.objects.length > 0 && !ADDRESSING.has(clause.verb.lemma)) continue
    for (const [j, other] of clauses)
      if (j < comma && other.parent === undefined && !hangsOn(clause, other)) {
        other.parent = clause
        other.link = 'content'
      }
  }
}

/** Whether a clause is another, or hangs on it at any depth: clauses form trees. */
function hangsOn(clause: Clause, other: Clause): boolean {
  for (let c: Clause | undefined = clause; c; c = c.parent) if (c === other) return true
  return false
}

function isShortSpeaker(chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let j = from; j < to; j++)
    if (isVerb(chunks[j]) || isMark(chunks[j], 'who', 'that', 'stop')) return false
  return true
}
