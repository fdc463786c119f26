import type { Lexicon } from '../compile.ts'
import { type Counts, countGazetteer } from '../count.ts'
import type { GazetteerSource } from '../load.ts'
import { COUNTED } from '../schema.ts'
import type { Report } from './report.ts'

/** There is as much of everything as `assertions.yaml` says, so that no edit loses a file unseen. */
export function checkFloors(source: GazetteerSource, lexicon: Lexicon, report: Report): void {
  const file = source.assertions
  if (!file) return
  const counts: Counts = countGazetteer(lexicon)
  const hold = (keys: readonly string[], count: number | undefined, floor: number): void => {
    if ((count ?? 0) < floor)
      report(
        'floor',
        file.locate(['floors', ...keys]),
        `${keys.join(' ')}: ${count ?? 0} found, at least ${floor} expected`,
        'restore what is missing, or lower the floor and say why',
      )
  }
  for (const key of COUNTED) {
    const floor = file.content.floors[key]
    const count = counts[key]
    if (typeof floor === 'number') hold([key], typeof count === 'number' ? count : undefined, floor)
    else if (floor)
      for (const [part, n] of Object.entries(floor))
        hold([key, part], typeof count === 'number' ? undefined : count[part], n)
  }
}
