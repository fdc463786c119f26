import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What runs against the one Neo4j server of a test run. A project of its own, so that the server is started only when
// one of them runs. tests/faults/ has a server of its own.
const STORES = 'tests/stores/stores.test.ts'
const STORES_BENCH = 'tests/bench/stores.bench.ts'

/** What takes longest, the longest first. */
const LONG = [
  STORES,
  'tests/faults/server.test.ts',
  'tests/pipeline/resume.test.ts',
  'tests/cli.test.ts',
  'tests/pipeline/jobs.test.ts',
  'tests/gazetteer/format.test.ts',
  'tests/pipeline/limits.test.ts',
]

/** The long files first: a long one that begins last would be waited for by all workers but one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(name))
      return at === -1 ? LONG.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    // More than there are cores, because the first two wait for their servers a part of the time.
    maxWorkers: Math.max(3, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'araxes',
          // Tests that start the program pay for its start, several at a time on a laptop.
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // Files share what they import: to load compromise and all rooms anew for each made a fifth of their time.
          isolate: false,
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
