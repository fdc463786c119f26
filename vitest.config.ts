import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What runs against the one Neo4j server of a test run. A project of its own, so that the server is started only when
// one of them runs. tests/faults/ has a server of its own.
const STORES = 'tests/stores/stores.test.ts'
const STORES_BENCH = 'tests/bench/stores.bench.ts'

/** The two long files first: the many short ones run beside them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.endsWith(STORES) ? 0 : moduleId.endsWith('tests/faults/server.test.ts') ? 1 : 2
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    // More than there are cores, because those two wait for their servers half of the time.
    maxWorkers: Math.max(3, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'araxes',
          // Tests that start the program pay for its start, several at a time on a laptop.
          testTimeout: 120_000,
          hookTimeout: 240_000,
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, STORES],
          benchmark: { exclude: [STORES_BENCH] },
        },
      },
      {
        test: {
          name: 'stores',
          include: [STORES],
          benchmark: { include: [STORES_BENCH] },
          globalSetup: 'tests/neo4j/global-setup.mjs',
          // A cold server plans each query it sees for the first time in seconds, and takes its time to start.
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
