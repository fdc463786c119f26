// How long the gazetteer takes to load, and to find names: npx vitest bench --project araxes. It reads dist/, so build first.
import { bench, describe } from 'vitest'
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts'

const gazetteer = await loadGazetteer()
const text =
  'Tehran denied that Iran had sent Shahed-136 drones to Russia, Foreign Minister Lavrov said. '.repeat(1000)

describe('the gazetteer', () => {
  bench('loads', async () => {
    await loadGazetteer()
  })
  bench(`finds names in ${Math.round(text.length / 1000)} kB`, () => {
    gazetteer.match(text, 'en')
  })
})
