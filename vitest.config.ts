import { configDefaults, defineConfig } from 'vitest/config'

// These run against a real Neo4j. They are a project of their own, so that the server is started only when one of
// them runs, and one file at a time, because they empty its one database. tests/faults/ has a server of its own.
const STORES = ['tests/stores/**/*.test.ts', 'tests/browser/browser.test.ts']
const STORES_BENCH = 'tests/bench/stores.bench.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'araxes',
          // Tests that start the program pay for its start, several at a time on a laptop.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...STORES],
          benchmark: { exclude: [STORES_BENCH] },
        },
      },
      {
        test: {
          name: 'stores',
          include: STORES,
          benchmark: { include: [STORES_BENCH] },
          globalSetup: 'tests/neo4j/global-setup.mjs',
          fileParallelism: false,
          // A cold server plans each query it sees for the first time in seconds.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
