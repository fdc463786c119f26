import type { Leader } from '../core/entity.ts'

/** Given and family names of people, lower case. */
export interface PeopleNames {
  readonly given: readonly string[]
  readonly family: readonly string[]
}

/** The given and family names of the leaders whose names have both. */
export function peopleNames(leaders: readonly Leader[]): PeopleNames {
  const given = new Set<string>()
  const family = new Set<string>()
  for (const { name, surname } of leaders) {
    const parts = name.toLowerCase().split(' ')
    if (parts.length < 2) continue
    const last = surname.toLowerCase()
    // Where the family name comes first, the given name is the rest.
    const first = last.startsWith(parts[0]!) ? parts.at(-1)! : parts[0]!
    if (/^\p{L}[\p{L}-]+$/u.test(first) && first.length > 2) given.add(first)
    for (const part of last.split(' ')) family.add(part.replace(/^al-/, ''))
  }
  return { given: [...given], family: [...family] }
}
