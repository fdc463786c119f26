import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { runQuery } from '../queries/index.ts'
import { openStore } from '../stores/index.ts'
import { extract } from './extract.ts'
import { cell, colors, print } from './terminal.ts'

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url))

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .summary('extract the example articles and show what is between Iran and Azerbaijan')
    .option('--store <folder>', 'where to keep the graph', './araxes-graph')
    .action(async ({ store }: { store: string }) => {
      process.exitCode = await demo(store)
    })
}

async function demo(target: string): Promise<number> {
  const code = await extract([EXAMPLES], { store: target })
  if (code !== 0) return code
  const store = await openStore(target, process.env)
  try {
    const { bold, cyan, dim } = colors.data
    const rows = await runQuery(store, 'relations-between', { a: 'Iran', b: 'Azerbaijan' })
    print('')
    print(bold('Iran – Azerbaijan'))
    for (const row of rows) {
      const sure = [
        row.polarity === 'negated' ? 'not' : '',
        row.modality === 'actual' ? '' : cell(row.modality),
      ]
        .filter(Boolean)
        .join(' ')
      print('')
      print(
        `${cyan(`${cell(row.source)} —${cell(row.relation)}→ ${cell(row.target)}`)}${sure ? ` (${sure})` : ''}  ${dim(cell(row.day))}`,
      )
      print(`  “${cell(row.sentence)}”`)
    }
    const where = target === './araxes-graph' ? '' : ` --store ${target}`
    print('')
    print(bold('Next'))
    print(`  npx araxes query${where}                                        every question there is`)
    print(
      `  npx araxes query arms-suppliers${where}                         who supplies which weapon to whom`,
    )
    print('  npx araxes explain "Tehran denied supplying drones to Russia."   how a sentence is read')
    print('  npx araxes extract your-articles --store ./my-graph              your own articles')
    return 0
  } finally {
    await store.close()
  }
}
