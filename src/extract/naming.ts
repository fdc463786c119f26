import type { NounPhrase } from './chunk.ts'
import type { Tagged } from './pos.ts'
import type { ObjectCondition } from './trigger.ts'
import type { Triggers } from './triggers.ts'

/** Heads that only measure or group what follows "of". */
export const GROUPS = new Set(
  'group number dozen hundred thousand million score lot majority minority series handful pair part member leader one some many most all both several half rest team band wave round crowd spate string range list set host array couple people type kind sort form amount round package batch shipment delivery supply fleet worth ton tonne kilogram box truckload shipload load'.split(
    ' ',
  ),
)

/** What naming a phrase needs of its sentence. */
export interface NamingContext {
  readonly words: readonly Tagged[]
  readonly triggers: Triggers
}

/** What a phrase may be called: "a batch of Iranian combat drones" is "batch", "combat drone" and "drone". */
export interface Naming {
  /** The lemma of its head, alone, with one and two words before it, and with the second before it. */
  readonly nouns: readonly string[]
  /** The kinds of what is named in it: a weapon anywhere, a leader as its head. */
  readonly named: readonly string[]
}

/** What the phrase is called, whatever it is asked for: look it up once where many lists are tried. */
export function namingOf(phrase: NounPhrase, context: NamingContext, depth = 0): Naming {
  const { words } = context
  const head = words[phrase.head]!
  const lemma = head.lemma ?? head.lower
  const nouns = [lemma]
  for (let n = 1, name = lemma; n <= 2 && phrase.head - n >= phrase.from; n++) {
    name = `${words[phrase.head - n]!.lower} ${name}`
    nouns.push(name)
  }
  // "joint military exercises" are joint exercises.
  if (phrase.head - 2 >= phrase.from) nouns.push(`${words[phrase.head - 2]!.lower} ${lemma}`)
  // "President Sahle Zewde": who bears a title is what it says.
  if (head.pos === 'name')
    for (let i = phrase.from; i < phrase.head; i++) {
      const title = words[i]!.lemma ?? words[i]!.lower
      if (context.triggers.agents.has(title)) nouns.push(title)
    }
  const named: string[] = []
  if (head.mention) named.push(head.mention.kind)
  for (let i = phrase.from; i < phrase.head; i++)
    if (words[i]!.mention?.kind === 'weapon') named.push('weapon')
  if (depth < 2 && (GROUPS.has(lemma) || head.pos === 'number')) {
    for (const post of phrase.posts) {
      if (post.preposition !== 'of') continue
      for (const inner of post.phrases) {
        const naming = namingOf(inner, context, depth + 1)
        nouns.push(...naming.nouns)
        named.push(...naming.named)
      }
    }
  }
  return { nouns, named }
}

/** Whether what is called so meets the condition. */
export function isNamed(naming: Naming, { nouns, named }: ObjectCondition): boolean {
  if (named !== undefined && naming.named.includes(named)) return true
  for (const noun of naming.nouns) if (nouns.has(noun)) return true
  return false
}

/** Whether the phrase meets the condition: "a batch of drones" and "Iranian combat drones" are drones. */
export function isOneOf(phrase: NounPhrase, condition: ObjectCondition, context: NamingContext): boolean {
  return isNamed(namingOf(phrase, context), condition)
}
