import type { Span } from '../core/document.ts'
import type { EntityId, Kind } from '../core/entity.ts'
import type { Mention } from '../core/mention.ts'
import { fold } from '../gazetteer/fold.ts'
import { NAME, type NameWords } from './name-words.ts'
import { eachRun, type RunWord } from './name-runs.ts'

/**
 * Names the gazetteer lacks, told by their shape: an organization by the words in it ("Reform Party of Canada") or the
 * acronym behind it, a person by a given name, a title before, or what only people do behind. A family name alone is the
 * person named in full elsewhere in the article. In doubt there is none.
 */

/** What the pass must know of names that are listed. */
export interface Listed {
  /** Accepted mentions, in text order, outer before inner. */
  readonly mentions: readonly Mention[]
  readonly places: readonly Span[]
  /** Where titles and honorifics end: "Foreign Minister", "Gen.". */
  readonly titleEnds: ReadonlySet<number>
  /** Spans of titles and honorifics, by start. */
  readonly titleStarts: ReadonlyMap<number, number>
}

export interface Unlisted {
  readonly mentions: readonly Mention[]
  /** Listed mentions that are parts of a longer name and stand for something else there. */
  readonly overruled: ReadonlySet<Mention>
}

const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** What a word of a run is covered by. */
interface Cover {
  readonly mention: Mention | undefined
  readonly place: boolean
}
const FREE: Cover = { mention: undefined, place: false }

const BREAKS = NAME.title | NAME.opener | NAME.date
const NOT_PERSON = NAME.head | NAME.thing | NAME.date | NAME.members

class Finder {
  readonly found: Mention[] = []
  readonly overruled = new Set<Mention>()
  /** Single words and whole names left over, for the second look. */
  private readonly left: { word: RunWord; text: string; at: boolean }[] = []
  private readonly people = new Map<string, { entity: EntityId; start: number; end: number } | null>()
  private readonly acronyms = new Map<string, Mention>()
  private mentionAt = 0
  private placeAt = 0
  private readonly text: string
  private readonly words: NameWords
  private readonly listed: Listed

  constructor(text: string, words: NameWords, listed: Listed) {
    this.text = text
    this.words = words
    this.listed = listed
  }

  private cover(word: RunWord): Cover {
    const { mentions, places } = this.listed
    while (this.mentionAt < mentions.length && mentions[this.mentionAt]!.end <= word.start) this.mentionAt++
    while (this.placeAt < places.length && places[this.placeAt]!.end <= word.start) this.placeAt++
    // Of nested mentions the innermost that is no office tells: "Iranian" in "Iranian president".
    let mention: Mention | undefined
    for (let i = this.mentionAt; i < mentions.length && mentions[i]!.start < word.end; i++)
      if (mentions[i]!.end > word.start && mentions[i]!.via !== 'title') mention = mentions[i]
    const place = places[this.placeAt]
    if (!mention && !(place && place.start < word.end)) return FREE
    return { mention, place: place !== undefined && place.start < word.end && place.end > word.start }
  }

  visit = (run: readonly RunWord[]): void => {
    const covers = run.map((w) => this.cover(w))
    let at = 0
    while (at < run.length) at = this.read(run, covers, at)
  }

  /** Reads one name of the run from `from`; returns where to go on. */
  private read(run: readonly RunWord[], covers: readonly Cover[], from: number): number {
    const word = run[from]!
    if (word.lower) return from + 1
    const skip = word.bits & (NAME.opener | NAME.date) && !(word.bits & NAME.given && covers[from]!.mention)
    if (skip && !this.opensOrganization(run, from)) return from + 1
    const organization = this.organization(run, covers, from)
    if (organization >= 0) return organization
    // An office before a name is no part of it.
    const titleEnd = this.listed.titleStarts.get(word.start)
    if (titleEnd !== undefined) {
      let to = from + 1
      while (to < run.length && run[to]!.start < titleEnd) to++
      return to
    }
    if (word.bits & NAME.title && !(word.bits & NAME.given && !this.isTitled(word))) return from + 1
    return this.person(run, covers, from)
  }

  /** "New Democratic Party", "United Front": words that open phrases may open names of organizations as well. */
  private opensOrganization(run: readonly RunWord[], from: number): boolean {
    const next = run[from + 1]
    if (!next || next.lower) return false
    return /^(?:New|One|First|Second|Third|All|Free|Old|Our|We|Not|Both|Former)$/.test(this.slice(run[from]!)) &&
      !/^(?:Former|Both)$/.test(this.slice(run[from]!))
      ? !startsSentence(this.text, run[from]!.start) || (next.bits & (NAME.common | NAME.head)) !== 0
      : false
  }

  private slice(span: Span): string {
    return this.text.slice(span.start, span.end)
  }

  /** An organization that starts at `from`; returns where to go on, or -1. */
  private organization(run: readonly RunWord[], covers: readonly Cover[], from: number): number {
    let head = -1
    let to = from
    // The stretch up to the first lower-case word, title or listed name of a person.
    for (; to < run.length; to++) {
      const word = run[to]!
      if (word.lower) {
        // "Social Democratic and Labour Party", "Peace and Freedom Party"
        const next = run[to + 1]
        const joins =
          head < 0 &&
          this.slice(word) === 'and' &&
          to > from &&
          next !== undefined &&
          !next.lower &&
          !covers[to + 1]!.mention &&
          run.slice(from, to).every((w, k) => !covers[from + k]!.mention && w.bits & NAME.common && !(w.bits & (NAME.opener | NAME.title | NAME.given | NAME.date))) &&
          this.headBehind(run, to + 1)
        if (joins) continue
        break
      }
      const isHead = (word.bits & NAME.head) !== 0
      if (to > from && word.bits & (NAME.title | NAME.date) && !isHead) {
        // "General Assembly", "Prime Minister Office": a title between is one only where no head follows it directly.
        const next = run[to + 1]
        if (!(next && next.bits & NAME.head && !next.lower)) break
      }
      if (isHead) head = to
      else if (word.bits & (NAME.tail | NAME.members)) {
        const last = to + 1 >= run.length || run[to + 1]!.lower || (run[to + 1]!.bits & BREAKS) !== 0
        if (last) head = to
      }
    }
    if (head < 0) return -1
    let first = from
    // A title opens no organization, unless its head stands right behind: "General Staff", "King Saud University".
    const opening = run[first]!
    if (opening.bits & NAME.title && !(opening.bits & NAME.common && run[first + 1] && run[first + 1]!.bits & NAME.head)) {
      const memorial = (run[head]!.bits & NAME.memorial) !== 0 && head - first >= 2
      if (!memorial && (this.listed.titleStarts.has(opening.start) || this.isTitled(opening) || !(opening.bits & NAME.common))) return -1
    }
    // A thing behind the head is what the name names: "Party Conference", "University Street".
    const behind = run[head + 1]
    if (behind && !behind.lower && behind.bits & NAME.thing && head === first) return -1
    // A person's or weapon's name inside: only what is named after people.
    for (let i = first; i <= head; i++) {
      const { mention } = covers[i]!
      if (mention?.kind === 'weapon') return -1
      if (mention?.kind === 'leader') {
        if (!(run[head]!.bits & NAME.memorial) || i === head) return -1
      }
    }
    let end = head
    const alone = head === first
    // "of Canada", "for Nuclear Disarmament", "of Defence and Armed Forces Logistics"
    while (run[end + 1]?.lower) {
      let next = end + 1
      while (next < run.length && run[next]!.lower) next++
      if (next >= run.length) break
      const joint = run.slice(end + 1, next).map((w) => this.slice(w))
      const and = joint[0] === 'and' || joint[0] === '&' || joint[0] === 'et' || joint[0] === 'und' || joint[0] === 'y' || joint[0] === 'e' || joint[0] === 'en'
      if (!run.slice(end + 1, next).every((w) => w.bits & NAME.connector)) break
      const opens = run[next]!
      if (joint[0] === 'the') break
      let stop = next
      while (stop < run.length && !run[stop]!.lower && !(run[stop]!.bits & (NAME.date | NAME.opener)) && !(stop > next && run[stop]!.bits & NAME.title && !(run[stop]!.bits & NAME.common))) stop++
      if (stop === next) break
      const inner = run.slice(next, stop)
      const headed = inner.some((w) => w.bits & NAME.head)
      if (and) {
        // Two names: "the Conservative Party and Labour". One: "Ministry of Industry and Trade".
        if (end === head || headed || covers[next]!.mention || opens.bits & (NAME.given | NAME.title | NAME.family) || !(opens.bits & NAME.common)) break
      } else if (joint[0] === 'on' && (opens.bits & NAME.date || covers[next]!.mention)) break
      else if (joint[0] === 'for' && this.isTitled(opens)) break
      else if (joint[0] === 'against' && covers[next]!.mention) break
      else if (headed && joint.length > 1 && !alone) break
      const person = covers[next]!.mention
      if (person?.kind === 'leader' || person?.kind === 'weapon') break
      end = stop - 1
    }
    if (end === head && alone) {
      if (run[head]!.bits & NAME.standing && !covers[head]!.mention && this.standsAlone(run[head]!)) {
        this.accept('organization', run[head]!.start, run[head]!.end, this.countryIn(covers, head, head))
        return head + 1
      }
      return -1
    }
    return this.settle(run, covers, first, end, head)
  }

  /** "Parliament" as a name of its own: behind "the", or inside a sentence. */
  private standsAlone(word: RunWord): boolean {
    return /(?:^|[^\p{L}])(?:[Tt]he|to|in|of|by|into|from) $/u.test(this.text.slice(Math.max(0, word.start - 6), word.start)) || !startsSentence(this.text, word.start)
  }

  private headBehind(run: readonly RunWord[], from: number): boolean {
    for (let i = from; i < run.length && !run[i]!.lower; i++) {
      if (run[i]!.bits & (NAME.head | NAME.members)) return true
      if (run[i]!.bits & NAME.title) return false
    }
    return false
  }

  /** Accepts an organization from `first` to `end`, minding listed names inside. */
  private settle(run: readonly RunWord[], covers: readonly Cover[], first: number, end: number, head: number): number {
    const inside = new Set<Mention>()
    for (let i = first; i <= end; i++) {
      const { mention } = covers[i]!
      if (mention) inside.add(mention)
    }
    for (const mention of inside) {
      if (mention.kind !== 'organization') continue
      const start = run[first]!.start
      const stop = run[end]!.end
      if (mention.start <= start && mention.end >= stop) return end + 1
      // Countries before, and what follows it: the listed name is the one meant when they agree with it.
      const code = this.countryIn(covers, first, end)
      const bare = this.isOnlyCountry(run, covers, first, mention.start)
      if (bare && (mention.end >= run[end]!.end || code === null || code === mention.code || mention.end >= run[head]!.end)) {
        if (code === null || code === mention.code || mention.code?.length !== 3 || /^(?:IGO|NGO|MNC|IMG)$/.test(mention.code)) {
          let to = first
          while (to < run.length && run[to]!.start < mention.end) to++
          if (mention.end < stop && code !== null && code === mention.code && run[to]?.lower) {
            // "Labour Party of …": the same organization by its longer name.
            this.overruled.add(mention)
            this.push({ ...mention, end: stop, text: this.text.slice(mention.start, stop) })
            return end + 1
          }
          return Math.max(to, first + 1)
        }
      }
      this.overruled.add(mention)
    }
    for (const mention of inside) if (mention.kind === 'leader') this.overruled.add(mention)
    this.accept('organization', run[first]!.start, run[end]!.end, this.countryIn(covers, first, end))
    return end + 1
  }

  private isOnlyCountry(run: readonly RunWord[], covers: readonly Cover[], first: number, until: number): boolean {
    for (let i = first; i < run.length && run[i]!.start < until; i++)
      if (covers[i]!.mention?.kind !== 'country' && !covers[i]!.place) return false
    return true
  }

  private countryIn(covers: readonly Cover[], from: number, to: number): string | null {
    const codes = new Set<string>()
    for (let i = from; i <= to; i++) {
      const { mention } = covers[i]!
      if (mention?.kind === 'country' && mention.code) codes.add(mention.code)
    }
    const [code] = codes
    return codes.size === 1 && code ? code : null
  }

  /** Whether an office, rank or form of address stands right before. */
  private isTitled(word: RunWord): boolean {
    const { titleEnds } = this.listed
    return titleEnds.has(word.start - 1) || (this.text.charCodeAt(word.start - 2) === 0x2e && titleEnds.has(word.start - 2))
  }

  /** A person who starts at `from`; returns where to go on. */
  private person(run: readonly RunWord[], covers: readonly Cover[], from: number): number {
    const word = run[from]!
    const cover = covers[from]!
    if (cover.mention) {
      let to = from + 1
      while (to < run.length && run[to]!.start < cover.mention.end) to++
      // "Michael Jordan" was let go by the gazetteer's pass; a country that is left is a country.
      return to
    }
    const before = run[from - 1]
    const titled = this.isTitled(word) || (before !== undefined && !before.lower && (before.bits & NAME.title) !== 0 && word.start - before.end <= 2)
    let to = from
    let names = 0
    for (; to < run.length && names < 5; to++) {
      const w = run[to]!
      if (w.lower) {
        const next = run[to + 1]
        if (!(w.bits & NAME.particle) || to === from || !next) break
        if (next.lower) {
          if (!(next.bits & NAME.particle) || !run[to + 2] || run[to + 2]!.lower) break
        }
        continue
      }
      if (covers[to]!.mention && covers[to]!.mention!.via !== 'surname') break
      if (to > from && w.bits & (NAME.opener | NAME.date) && !(w.bits & (NAME.given | NAME.family))) break
      if (to > from && w.bits & NAME.title && !(w.bits & (NAME.given | NAME.family))) break
      if (to > from && this.listed.titleStarts.has(w.start) && !(w.bits & (NAME.given | NAME.family))) break
      names++
    }
    while (to > from && run[to - 1]!.lower) to--
    const last = run[to - 1]!
    const rest = run.slice(from, to)
    const next = run[to]
    const gone = Math.max(to, from + 1)
    if (names >= 2 && this.isPersonName(rest, covers.slice(from, to), titled, next)) {
      this.acceptPerson(rest)
      return gone
    }
    if (names === 1 || (names === 2 && rest[0]!.initial)) {
      const single = rest.at(-1)!
      if (titled && !single.initial && !single.caps && !(single.bits & (NOT_PERSON | NAME.opener | NAME.title | NAME.abbreviation | NAME.connector)) && !(single.bits & NAME.common && !(single.bits & (NAME.given | NAME.family))) && !cover.place) {
        this.acceptPerson(rest)
        return gone
      }
      this.keep(single, titled)
      return gone
    }
    for (const w of rest) if (!w.lower) this.keep(w, false)
    void last
    return gone
  }

  private isPersonName(rest: readonly RunWord[], covers: readonly Cover[], titled: boolean, next: RunWord | undefined): boolean {
    const names = rest.filter((w) => !w.lower)
    const first = names[0]!
    const last = names.at(-1)!
    if (names.some((w) => w.caps && !w.initial && w.end - w.start > 3) && names.every((w) => w.caps || w.initial)) return false
    if (names.length > 4) return false
    const given = (first.bits & NAME.given) !== 0
    const purely = given && !(first.bits & (NAME.common | NAME.place | NAME.title | NAME.opener | NAME.date | NAME.thing))
    // "Robert Hill", "Harry West": behind a given name a thing may be a family name.
    const thing = names.slice(1).some((w) => w.bits & NOT_PERSON && !(w.bits & NAME.family))
    if (thing && !(purely && names.length === 2 && !(last.bits & (NAME.head | NAME.memorial | NAME.date | NAME.members)) && this.isSubject(last))) return false
    if (first.bits & NOT_PERSON && !(first.bits & (NAME.given | NAME.family))) return false
    if (next && !next.lower && next.bits & (NAME.thing | NAME.memorial) && !(next.bits & NAME.title)) return false
    if (covers.some((c) => c.place) && !given) return false
    if (last.initial) return false
    const common = names.slice(1).some((w) => w.bits & NAME.common && !(w.bits & (NAME.given | NAME.family | NAME.ending)))
    if (purely) return !common || names.length === 2 || titled
    if (given && !(first.bits & (NAME.opener | NAME.date))) return !common && !(last.bits & NAME.place)
    if (titled) return !common && !(first.bits & NAME.common)
    // "George W. Bush" without a known given name: "X. Y. Gandhi", "Sirimavo R. D. Bandaranaike"
    if (names.some((w, i) => w.initial && i < names.length - 1)) return !common && !(first.bits & (NAME.common | NAME.place)) && !(last.bits & (NAME.common | NAME.place))
    if (first.bits & (NAME.common | NAME.place | NAME.opener | NAME.title)) return false
    if (last.bits & (NAME.family | NAME.ending) && !(last.bits & (NAME.common | NAME.place))) return names.every((w) => !w.caps)
    return !common && names.every((w) => !w.caps) && !names.some((w) => w.bits & NAME.place) && this.isSubject(last)
  }

  /** Whether what follows is said of people: a verb only they do, an age, an apposition. */
  private isSubject(word: RunWord): boolean {
    const after = this.text.slice(word.end, word.end + 24)
    const verb = /^ (\p{Ll}+)/u.exec(after)
    if (verb) return (this.words.of(verb[1]!) & NAME.deed) !== 0
    return /^, (?:\d\d,|(?:an?|the|who|whose|his|her|then|now|former) )/u.test(after)
  }

  private accept(kind: Kind, start: number, end: number, code: string | null, entity?: EntityId): Mention {
    const text = this.text.slice(start, end)
    const mention: Mention = {
      start,
      end,
      text,
      entity: entity ?? `unlisted/${slugOf(text)}`,
      kind,
      code,
      via: 'unlisted',
    }
    this.push(mention)
    return mention
  }

  private push(mention: Mention): void {
    this.found.push(mention)
  }

  private acceptPerson(rest: readonly RunWord[]): void {
    let from = 0
    while (rest[from]!.lower) from++
    const start = rest[from]!.start
    const end = rest.at(-1)!.end
    const mention = this.accept('leader', start, end, null)
    const family = familyKey(this.slice(rest.at(-1)!))
    const known = this.people.get(family)
    // Two people of one family name: the name alone is nobody's.
    if (known === undefined || (known !== null && rest.length > 1 && this.isSurname(known.entity, family))) {
      this.people.set(family, { entity: mention.entity, start, end })
    } else if (known !== null && known.entity !== mention.entity && rest.length > 1) this.people.set(family, null)
  }

  private isSurname(entity: EntityId, family: string): boolean {
    return entity === `unlisted/${slugOf(family)}`
  }

  private keep(word: RunWord, titled: boolean): void {
    this.left.push({ word, text: this.slice(word), at: titled })
  }

  finish(): void {
    for (const { word, text } of this.left) {
      if (word.initial || word.lower) continue
      const person = this.people.get(familyKey(text))
      if (person) {
        this.found.push({
          start: word.start,
          end: word.end,
          text,
          entity: person.entity,
          kind: 'leader',
          code: null,
          via: 'unlisted',
          antecedent: { start: person.start, end: person.end },
        })
        continue
      }
      if (
        word.bits & ~(NAME.family | NAME.ending | NAME.given) ||
        word.caps ||
        word.end - word.start < 4
      )
        continue
      if (this.isSubject(word) && this.isPlainVerb(word)) this.acceptPerson([word])
    }
  }

  /** For a name nobody knows, only a verb will do. */
  private isPlainVerb(word: RunWord): boolean {
    return /^ \p{Ll}/u.test(this.text.slice(word.end, word.end + 2))
  }
}

const familyKey = (word: string): string => fold(word).replace(/^(?:al|el)-/, '').replace(/'s?$/, '')

export function startsSentence(text: string, at: number): boolean {
  return at <= 0 || /(?:[.!?:]["”’)]?\s+|\n\s*|["“])$/u.test(text.slice(Math.max(0, at - 4), at))
}

/** Finds the unlisted names of a text. `wrapped` tells whether a line break is a space. */
export function findUnlisted(text: string, wrapped: boolean, words: NameWords, listed: Listed): Unlisted {
  const finder = new Finder(text, words, listed)
  eachRun(text, words, wrapped, finder.visit)
  finder.finish()
  return { mentions: finder.found.sort((a, b) => a.start - b.start || b.end - a.end), overruled: finder.overruled }
}
