import type { EntityId, Kind } from '../core/entity.ts'
import type { Mention } from '../core/mention.ts'
import { fold } from '../gazetteer/fold.ts'
import { hasArticle, isArticle, isHyphenated, ordinalStart } from './articles.ts'
import { mentionOf, whoOf } from './mentions.ts'
import { countryIn, createCovers, type Listed, type Run, TITLE } from './name-cover.ts'
import { eachRun, type RunWord } from './name-runs.ts'
import { NAME, type NameWords } from './name-words.ts'
import { HEADS, type OrganizationName, organizationAt, realmAt } from './organization-names.ts'
import { isBlank, isCamel, isSubject, personAt } from './person-names.ts'
import { phraseNameAt } from './phrase-names.ts'
import { eachCandidate, siblingsOf } from './siblings.ts'
import { startsSentence } from './surroundings.ts'

export interface Unlisted {
  /** In text order. */
  readonly mentions: readonly Mention[]
  /** Listed mentions that are part of a longer name and stand for something else there. */
  readonly overruled: ReadonlySet<Mention>
}

export function slugOf(name: string): string {
  if (/^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/.test(name)) return name.toLowerCase().replaceAll(' ', '-')
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

const familyKey = (word: string): string => {
  if (/^[A-Za-z]+$/.test(word)) return word.toLowerCase()
  return fold(word)
    .replace(/^(?:al|el)-/, '')
    .replace(/'s?$/, '')
}

/** Codes of organizations that are of no one country. */
export const WORLDWIDE = /^(?:IGO|NGO|MNC|IMG)$/

/**
 * Finds the names that the gazetteer lacks by their shape: an organization by the words in it ("Reform Party of Canada"), a
 * person by a given name, a title before or what only people do behind. A family name alone is the person named in full
 * elsewhere in the article. In doubt there is none. `wrapped` tells whether a line break is a space.
 */
export function findUnlisted(text: string, wrapped: boolean, names: NameWords, listed: Listed): Unlisted {
  const finder = new Finder(text, names, listed)
  const coverOf = createCovers(listed)
  eachRun(text, names, wrapped, (words) => {
    let bits = 0
    for (const word of words) bits |= word.bits
    // Most runs are one word, that opens a sentence or is listed.
    if (words.length === 1 && bits & (NAME.opener | NAME.date)) return
    const covers = words.map(coverOf)
    if (words.length === 1 && covers[0]!.mention && !(bits & (HEADS | NAME.realm))) return
    const run: Run = { text, names, listed, words, covers, bits }
    const known = finder.count
    for (let at = 0; at < words.length; ) at = finder.read(run, at)
    finder.leave(run, known)
  })
  return finder.finish()
}

/** "the UUP said": three to six capitals amid small letters, that stand for no thing we know. */
function isBareAcronym(text: string, { start, end }: RunWord): boolean {
  if (end - start < 3 || end - start > 6) return false
  const [before, behind] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12)]
  if (!/\p{Ll}/u.test(before) || !/\p{Ll}/u.test(behind) || /\p{Lu}{3}/u.test(before + behind)) return false
  return /^(?:[ ,.;)]|['’]s\b)/u.test(behind) && /(?:[ (]|^)$/u.test(before)
}

class Finder {
  private readonly found: Mention[] = []
  private readonly overruled = new Set<Mention>()
  /** Single words left over, for the second look. */
  private readonly singles: RunWord[] = []
  /** Runs of two or more words that may be people's names. */
  private readonly blanks: (readonly RunWord[])[] = []
  /** Runs nobody knows, with a comma or "and" at both ends. */
  private readonly listless: (readonly RunWord[])[] = []
  /** By family name; null where two people share it. */
  private readonly people = new Map<string, Mention | null>()
  private readonly text: string
  private readonly names: NameWords
  private readonly listed: Listed

  constructor(text: string, names: NameWords, listed: Listed) {
    this.text = text
    this.names = names
    this.listed = listed
  }

  get count(): number {
    return this.found.length
  }

  /** Keeps the parts of a run in which nothing was found, where they may stand in a list of organizations. */
  leave(run: Run, known: number): void {
    eachCandidate(run, this.found, known, (words) => this.listless.push(words))
  }

  /** Reads one name of the run from `from`; returns where to go on. */
  read(run: Run, from: number): number {
    const word = run.words[from]!
    if (word.lower) return from + 1
    const { mention, place } = run.covers[from]!
    const realm = run.bits & NAME.realm ? realmAt(run, from) : undefined
    if (realm) {
      this.accept(
        'country',
        word.start,
        run.words[realm.last]!.end,
        realm.code,
        realm.code ? `country/${realm.code}` : undefined,
      )
      return realm.last + 1
    }
    if (word.bits & (NAME.opener | NAME.date) && !mention && !this.opensName(run, from)) return from + 1
    // "a Central Committee", "the pan-Arabist Congress Party": what stands before the name.
    if (isArticle(this.text, word) || isHyphenated(this.text, word)) return from + 1
    const organization = organizationAt(run, from) ?? phraseNameAt(run, from)
    if (organization) return this.settle(run, organization)
    // An office before a name is no part of it.
    const titleEnd = this.listed.titleStarts.get(word.start)
    if (titleEnd !== undefined && !mention) {
      let to = from + 1
      while (to < run.words.length && run.words[to]!.start < titleEnd) to++
      return to
    }
    if (mention) {
      let to = from + 1
      while (to < run.words.length && run.words[to]!.start < mention.end) to++
      return to
    }
    // "Bandar Abbas": a given name may open a town's; alone it may still be somebody's.
    if (place && (place.end > word.end || !(word.bits & (NAME.given | NAME.namesake)))) return from + 1
    if (word.bits & TITLE && !(word.bits & NAME.given)) return from + 1
    const person = personAt(run, from)
    // "Ayatollah Seyed Ebrahim …": what stands between a title and a listed name.
    if (person.certain && person.words.length === 1 && run.covers[person.next]?.mention?.kind === 'leader')
      return person.next
    if (person.certain) this.acceptPerson(person.words)
    else {
      const words = person.words.filter((w) => !w.lower)
      if (words.length > 1) this.blanks.push(person.words)
      this.singles.push(...words)
    }
    return person.next
  }

  /** "New Democratic Party", "Free Officers Movement": words that open phrases may open names as well. */
  private opensName({ words }: Run, from: number): boolean {
    const next = words[from + 1]
    if (!next || next.lower || next.bits & (NAME.given | NAME.title)) return false
    if (
      !/^(?:New|One|First|Second|Third|All|Free|Old|Our|We|Yes)$/.test(
        this.text.slice(words[from]!.start, words[from]!.end),
      )
    )
      return false
    return !startsSentence(this.text, words[from]!.start) || (next.bits & (NAME.common | NAME.head)) !== 0
  }

  /** Accepts an organization, minding listed names inside: one that agrees in country is the one meant. */
  private settle(run: Run, { first, last, head }: OrganizationName): number {
    const { words, covers } = run
    const [start, end] = [words[first]!.start, words[last]!.end]
    const inside = new Set<Mention>()
    for (let i = first; i <= last; i++) if (covers[i]!.mention) inside.add(covers[i]!.mention!)
    // "Quiet Reform Party of Canada": what is listed hides the country in it.
    const within = [...inside].find((m) => m.kind === 'organization' && m.end === end)?.code ?? null
    const code = countryIn(run, first, last) ?? (WORLDWIDE.test(within ?? '') ? null : within)
    for (const mention of inside) {
      if (mention.start <= start && mention.end >= end) return last + 1
      if (mention.kind !== 'organization') continue
      let onlyCountries = true
      let agrees = true
      for (let i = first; i <= last && words[i]!.start < mention.start; i++)
        if (covers[i]!.mention?.kind !== 'country') onlyCountries = false
      for (const other of inside)
        if (other.kind === 'country' && other.code !== mention.code && !WORLDWIDE.test(mention.code ?? ''))
          agrees = false
      if (!onlyCountries || !agrees) continue
      let to = first
      while (to < words.length && words[to]!.start < mention.end) to++
      if (mention.end < end && code !== null && code === mention.code && words[to]?.lower) {
        // "Labour Party of …": the same by its longer name.
        this.overruled.add(mention)
        this.found.push(
          mentionOf(
            this.text,
            { start: mention.start, end },
            whoOf(mention),
            mention.via,
            mention.antecedent,
          ),
        )
        return last + 1
      }
      if (mention.end >= words[head]!.end) return to
    }
    for (const mention of inside) if (mention.kind !== 'country') this.overruled.add(mention)
    const own = words[head]!.bits & NAME.unit ? ordinalStart(this.text, start) : start
    const entity: EntityId = `unlisted/${slugOf(this.text.slice(own, end))}`
    const from = last > first && hasArticle(this.text, start) ? start - 4 : own
    this.accept('organization', from, end, code, entity)
    return last + 1
  }

  private accept(kind: Kind, start: number, end: number, code: string | null, entity?: EntityId): Mention {
    const id = entity ?? `unlisted/${slugOf(this.text.slice(start, end))}`
    const mention = mentionOf(this.text, { start, end }, { id, kind, code }, 'unlisted')
    this.found.push(mention)
    return mention
  }

  private acceptPerson(words: readonly RunWord[]): void {
    const from = words.find((w) => !w.lower)!
    const last = words.at(-1)!
    // "Lee Nak-yeon": a given name in two syllables stands behind the family's.
    const behind = /-\p{Ll}/u.test(this.text.slice(last.start, last.end)) && words.length === 2
    const family = behind ? from : last
    const key = familyKey(this.text.slice(family.start, family.end))
    const known = this.people.get(key)
    const single = from === last
    if (single && known) {
      this.refer(from, known)
      return
    }
    const mention = this.accept('leader', from.start, last.end, null)
    // Two people of one family name: the name alone is nobody's.
    if (known === undefined || known?.entity === `unlisted/${key}`) this.people.set(key, mention)
    else if (known !== null && known.entity !== mention.entity) this.people.set(key, null)
  }

  private refer(word: RunWord, person: Mention): void {
    this.found.push(mentionOf(this.text, word, whoOf(person), person.via, person))
  }

  /** The second look, when everybody named in full is known. */
  finish(): Unlisted {
    const people = [...this.found, ...this.listed.mentions].filter((m) => m.kind === 'leader')
    const starts = new Set(people.map((m) => m.start))
    const ends = new Set(people.map((m) => m.end))
    const taken = new Set<RunWord>()
    for (const words of [...this.blanks, ...this.blanks.toReversed()]) {
      if (taken.has(words[0]!) || !isBlank(words)) continue
      const [from, last] = [words.find((w) => !w.lower)!, words.at(-1)!]
      const relative = this.people.has(familyKey(this.text.slice(last.start, last.end)))
      if (!relative && !this.isAmong(from.start, last.end, starts, ends)) continue
      this.acceptPerson(words)
      starts.add(from.start)
      ends.add(last.end)
      for (const w of words) taken.add(w)
    }
    for (const word of this.singles) {
      if (word.initial || taken.has(word)) continue
      const person =
        this.people.size > 0 ? this.people.get(familyKey(this.text.slice(word.start, word.end))) : undefined
      if (person) this.refer(word, person)
      else if (
        person === undefined &&
        !word.caps &&
        word.end - word.start > 3 &&
        (word.bits & ~(NAME.family | NAME.ending | NAME.given)) === 0 &&
        this.text.charCodeAt(word.end) === 0x20 &&
        !isCamel(this.text.slice(word.start, word.end)) &&
        isSubject({ text: this.text, names: this.names }, word)
      )
        this.acceptPerson([word])
    }
    for (const word of this.singles) {
      if (!word.caps || word.bits !== 0 || !isBareAcronym(this.text, word)) continue
      this.accept('organization', word.start, word.end, null)
    }
    for (const { start, end } of siblingsOf(this.text, this.listless, this.found, this.listed.mentions))
      this.accept('organization', start, end, null)
    this.found.sort((a, b) => a.start - b.start || b.end - a.end)
    return { mentions: this.found, overruled: this.overruled }
  }

  /** Whether a person stands right before or behind in a list: ", ", " and ". */
  private isAmong(
    start: number,
    end: number,
    starts: ReadonlySet<number>,
    ends: ReadonlySet<number>,
  ): boolean {
    const before = /(?:, (?:and )?| and )$/u.exec(this.text.slice(Math.max(0, start - 6), start))
    if (before && ends.has(start - before[0].length)) return true
    const behind = /^(?:, (?:and )?| and )/u.exec(this.text.slice(end, end + 6))
    return behind !== null && starts.has(end + behind[0].length)
  }
}
