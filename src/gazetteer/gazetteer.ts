import { fileURLToPath } from 'node:url'
import { holdsOn, type PartialDate } from '../core/dates.ts'
import type { Entity, EntityId, Leader } from '../core/entity.ts'
import { type CompiledGazetteer, type TitleOffice, termKey, type WordLists } from './compile.ts'
import { decodeCompiled, readCompiled } from './compiled-file.ts'
import { createMatcher, type Match } from './match.ts'
import type { Models } from './model-data.ts'
import type { PeopleNames } from './people-names.ts'

/** The compiled gazetteer, ready for reading: entities by id, names in texts, offices by date. Immutable. */
export interface Gazetteer {
  /** Hash of everything in it, the models included: two gazetteers of one version read alike. */
  readonly version: string
  /** The models trained from it; undefined before that. */
  readonly models: Models | undefined
  /** All of them, which takes a while the first time: for one, there is `entityAt` and `entity`. */
  readonly entities: readonly Entity[]
  readonly offices: readonly TitleOffice[]
  readonly words: WordLists
  /** Names of the leaders, taken apart. */
  readonly people: PeopleNames
  entityAt(index: number): Entity
  entity(id: EntityId): Entity | undefined
  /** Whether one person at a time holds an office. */
  isSingle(office: string): boolean
  /** Folded words that vouch for the weak names of the entity at this index of `entities`. */
  near(index: number): readonly string[]
  match(text: string, language: string): Match[]
  /** Who held an office of a country or organization on a day. */
  holders(office: string, of: EntityId, day: PartialDate): readonly Leader[]
}

export { readCompiled } from './compiled-file.ts'

/** Where `npm run build` puts the compiled gazetteer; the same from `src/` and `dist/`. */
export const COMPILED_PATH = fileURLToPath(new URL('../../dist/gazetteer.bin', import.meta.url))
/** The folder of the gazetteer's YAML. */
export const SOURCE_FOLDER = fileURLToPath(new URL('../../gazetteer', import.meta.url))

export function createGazetteer(compiled: CompiledGazetteer): Gazetteer {
  const { lexicon, models } = compiled
  const single = new Set(lexicon.offices.filter((o) => o.single).map((o) => o.office))
  let byId: Map<EntityId, number> | undefined
  return {
    version: models ? `${lexicon.version}-${models.version}` : lexicon.version,
    models,
    get entities() {
      return lexicon.entities
    },
    offices: lexicon.offices,
    get words() {
      return lexicon.words
    },
    get people() {
      return lexicon.people
    },
    entityAt: (index) => compiled.entityAt(index),
    entity(id) {
      byId ??= new Map(lexicon.ids.map((known, index) => [known, index]))
      const index = byId.get(id)
      return index === undefined ? undefined : compiled.entityAt(index)
    },
    isSingle: (office) => single.has(office),
    near: (index) => lexicon.near[index] ?? [],
    match: createMatcher(compiled),
    holders: (office, of, day) =>
      (lexicon.holders[termKey(office, of)] ?? []).flatMap((index) => {
        const leader = compiled.entityAt(index) as Leader
        // Once for each of their terms that day falls into.
        return leader.offices
          .filter((held) => held.office === office && held.of === of && holdsOn(held, day))
          .map(() => leader)
      }),
  }
}

/** A gazetteer over the bytes of its compiled file, which several threads may share. */
export function openGazetteer(bytes: SharedArrayBuffer): Gazetteer {
  return createGazetteer(decodeCompiled(bytes))
}

/** Loads the compiled gazetteer. Throws `gazetteer/not-built` or `gazetteer/stale` with the way out. */
export async function loadGazetteer(path: string = COMPILED_PATH): Promise<Gazetteer> {
  return openGazetteer(await readCompiled(path))
}
