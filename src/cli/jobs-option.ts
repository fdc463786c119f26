import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'

/** More threads than this do not pay: one thread reads and writes for all of them. */
const MOST = 64

export function jobsOption(): Option {
  return new Option(
    '--jobs <n>',
    'threads that extract; small inputs take one (default: every core)',
  ).argParser((value) => {
    const jobs = Number(value)
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST)
      throw new InvalidArgumentError(`give a whole number from 1 to ${MOST}`)
    return jobs
  })
}

export const defaultJobs = (): number => Math.min(availableParallelism(), MOST)
