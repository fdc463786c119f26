import type { Summary } from '../pipeline/summary.ts'
import { colors, note } from './terminal.ts'

const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** The summary at the end of a run, on stderr. */
export function printSummary(summary: Summary): void {
  const { bold } = colors.notes
  const statements = Object.values(summary.statements).reduce((a, b) => a + b, 0)
  note('')
  note(
    `${bold(plural(summary.articles, 'article'))}${summary.sentences > 0 ? `, ${plural(summary.sentences, 'sentence')}` : ''} in ${summary.seconds.toFixed(1)} s`,
  )
  const { country, leader, organization, weapon } = summary.mentions
  note(
    `mentions    ${plural(country, 'country', 'countries')}, ${plural(leader, 'leader')}, ${plural(organization, 'organization')}, ${plural(weapon, 'weapon')}`,
  )
  const byCount = Object.entries(summary.statements).sort((a, b) => b[1] - a[1])
  note(
    `statements  ${statements.toLocaleString('en')}${byCount.length > 0 ? `: ${byCount.map(([r, n]) => `${r} ${n}`).join(', ')}` : ''}`,
  )
  if (summary.skipped > 0) note(`skipped     ${plural(summary.skipped, 'article')}, stored already`)
  if (summary.rejected > 0)
    note(colors.notes.red(`rejected    ${plural(summary.rejected, 'input')}, named above`))
}
