import { fold } from '../fold.ts'
import type { GazetteerSource } from '../load.ts'
import { type Located, located, type Report } from './report.ts'

/** One name as one entry claims it. */
interface Claim {
  readonly id: string
  readonly name: string
  /** How it stands for the entity: `name`, `alias`, `demonym`, … */
  readonly via: string
  /** The only language it holds in; '' is every one. */
  readonly language: string
  /** The bodies whose offices a leader holds: two leaders of one body and one name are most likely one person. */
  readonly bodies: readonly string[]
  readonly shares: readonly string[]
  readonly at: () => string
}

interface Named {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly weak?: readonly string[] | undefined
  readonly near?: readonly string[] | undefined
  readonly shares?: readonly string[] | undefined
  readonly in?: Readonly<Record<string, readonly string[]>> | undefined
}

/** Equal for two names that the matcher cannot tell apart but for their capitals: "S-300", "S 300" and "s300". */
export function nameKey(name: string): string {
  return fold(name).replace(/(?<=\p{L})[- ](?=\d)|(?<=\d)[- ](?=\p{L})/gu, '')
}

/**
 * No strong name is claimed by two entities without saying so (`shares`), nobody is listed under two ids,
 * no entry contradicts itself, and what `elsewhere.yaml` calls nothing is not something.
 */
export function checkNames(source: GazetteerSource, report: Report): void {
  const claims: Claim[] = []
  /** Latin names of countries and organizations in other languages hold there only, as `compile.ts` has it. */
  const languageOf = (name: string, language: string): string =>
    /\p{Script=Latin}/u.test(name) ? language : ''

  const claim = <E extends Named>(
    { entry, at }: Located<E>,
    options: { ownLanguage?: boolean; bodies?: readonly string[] } = {},
  ): ((name: string, via: string, language: string, ...keys: (string | number)[]) => void) => {
    const bodies = options.bodies ?? []
    const shares = entry.shares ?? []
    const add = (name: string, via: string, language: string, ...keys: (string | number)[]): void => {
      claims.push({ id: entry.id, name, via, language, bodies, shares, at: () => at(...keys) })
    }
    if (!entry.weak?.includes(entry.name)) add(entry.name, 'name', '', 'name')
    for (const [i, name] of (entry.aliases ?? []).entries()) add(name, 'alias', '', 'aliases', i)
    for (const [language, names] of Object.entries(entry.in ?? {}))
      for (const [i, name] of names.entries())
        add(name, 'alias', options.ownLanguage ? languageOf(name, language) : '', 'in', language, i)
    checkEntry(entry, at, report)
    return add
  }

  for (const country of located(source.countries)) {
    const { entry } = country
    const add = claim(country, { ownLanguage: true })
    for (const key of ['adjective', 'singular', 'plural'] as const)
      for (const [i, name] of (entry.demonyms?.[key] ?? []).entries())
        add(name, 'demonym', '', 'demonyms', key, i)
    for (const key of ['capitals', 'metonyms', 'places'] as const)
      for (const [i, name] of (entry[key] ?? []).entries()) add(name, key.slice(0, -1), '', key, i)
    for (const [language, names] of Object.entries(source.countryNames?.content.names[entry.id] ?? {}))
      for (const name of names) add(name, 'alias', languageOf(name, language), 'name')
  }
  for (const organization of located(source.organizations)) claim(organization, { ownLanguage: true })
  for (const leader of located(source.leaders))
    claim(leader, { bodies: leader.entry.offices.map((o) => o.of ?? leader.header.of) })
  for (const weapon of located(source.weapons)) claim(weapon)

  const byName = new Map<string, Claim[]>()
  for (const one of claims) {
    const key = nameKey(one.name)
    const list = byName.get(key)
    if (!list) byName.set(key, [one])
    else list.push(one)
  }
  const shared = new Set<string>()
  const told = new Set<string>()
  for (const list of byName.values()) {
    for (const [i, one] of list.entries()) {
      for (const other of list.slice(0, i)) {
        if (one.id === other.id) continue
        if (one.language !== '' && other.language !== '' && one.language !== other.language) continue
        shared.add(`${one.id} ${other.id}`).add(`${other.id} ${one.id}`)
        if (one.shares.includes(other.id) || other.shares.includes(one.id)) continue
        const pair = `${other.id} ${one.id} ${nameKey(one.name)}`
        if (told.has(pair)) continue
        told.add(pair)
        const twice = one.bodies.some((b) => other.bodies.includes(b))
        report(
          twice ? 'twice' : 'claimed-twice',
          one.at(),
          `"${one.name}" (${one.via}) of ${one.id} is also ${other.via} of ${other.id}, ${other.at()}`,
          twice
            ? `merge the two if they are one person, else write "shares: [${other.id}]"`
            : `make it weak in one of them, remove it, or write "shares: [${other.id}]"`,
        )
      }
    }
  }
  for (const { entry, at } of [
    ...located<Named, unknown>(source.countries),
    ...located<Named, unknown>(source.organizations),
    ...located<Named, unknown>(source.leaders),
    ...located<Named, unknown>(source.weapons),
  ]) {
    for (const [i, id] of (entry.shares ?? []).entries())
      if (!shared.has(`${entry.id} ${id}`))
        report(
          'shares-nothing',
          at('shares', i),
          `${entry.id} and ${id} have no strong name in common`,
          'remove it',
        )
  }
  const { elsewhere } = source
  for (const [group, names] of Object.entries(elsewhere?.content.names ?? {})) {
    for (const [i, name] of names.entries()) {
      const other = byName.get(nameKey(name))?.find((c) => c.language === '')
      if (other)
        report(
          'claimed-twice',
          elsewhere!.locate(['names', group, i]),
          `"${name}" stands for nothing, yet is ${other.via} of ${other.id}, ${other.at()}`,
          'remove one of the two',
        )
    }
  }
}

/** What one entry may not say of its own names. */
function checkEntry(entry: Named, at: Located<Named>['at'], report: Report): void {
  const strong = new Set(entry.aliases ?? [])
  if (strong.has(entry.name))
    report('repeated', at('aliases'), `"${entry.name}" is the name of ${entry.id} already`, 'remove it')
  for (const key of ['aliases', 'weak'] as const) {
    const seen = new Set<string>()
    for (const [i, name] of (entry[key] ?? []).entries()) {
      if (seen.has(name)) report('repeated', at(key, i), `"${name}" stands twice in ${key}`, 'remove it')
      seen.add(name)
      if (key === 'weak' && strong.has(name))
        report('repeated', at(key, i), `"${name}" is strong and weak`, 'keep one')
    }
  }
  if (
    entry.weak?.includes(entry.name) &&
    strong.size === 0 &&
    !entry.near &&
    Object.keys(entry.in ?? {}).length === 0
  )
    report(
      'never-matched',
      at('weak'),
      `all names of ${entry.id} are weak and nothing vouches for them`,
      'add words to "near"',
    )
}
