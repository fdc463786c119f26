import { fileURLToPath } from 'node:url'
import { holdsOn, type Interval, type PartialDate } from '../core/dates.ts'
import type { Entity, EntityId, Leader } from '../core/entity.ts'
import type { CompiledGazetteer, TitleOffice, WordLists } from './compile.ts'
import { decodeCompiled, readCompiled } from './compiled-file.ts'
import { createMatcher, type Match } from './match.ts'
import type { ModelData } from './model-data.ts'

/** The compiled gazetteer, ready for reading: entities by id, names in texts, offices by date. Immutable. */
export interface Gazetteer {
  /** Hash of everything in it, the model included: two gazetteers of one version read alike. */
  readonly version: string
  /** The event model trained from it; undefined before that. */
  readonly model: ModelData | undefined
  readonly entities: readonly Entity[]
  readonly offices: readonly TitleOffice[]
  readonly words: WordLists
  entity(id: EntityId): Entity | undefined
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
  const { lexicon, model } = compiled
  const byId = new Map(lexicon.entities.map((e) => [e.id, e]))
  const terms = new Map<string, { leader: Leader; term: Interval }[]>()
  for (const entity of lexicon.entities) {
    if (entity.kind !== 'leader') continue
    for (const held of entity.offices) {
      const key = `${held.office} ${held.of}`
      const list = terms.get(key)
      if (list) list.push({ leader: entity, term: held })
      else terms.set(key, [{ leader: entity, term: held }])
    }
  }
  return {
    version: model ? `${lexicon.version}-${model.version}` : lexicon.version,
    model,
    entities: lexicon.entities,
    offices: lexicon.offices,
    words: lexicon.words,
    entity: (id) => byId.get(id),
    near: (index) => lexicon.near[index] ?? [],
    match: createMatcher(compiled),
    holders: (office, of, day) =>
      (terms.get(`${office} ${of}`) ?? [])
        .filter(({ term }) => holdsOn(term, day))
        .map(({ leader }) => leader),
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
