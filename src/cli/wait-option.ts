import { InvalidArgumentError, Option } from 'commander'

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/** `60s`, `2m` or `1h` in seconds; a bare number is seconds. */
function readDuration(typed: string): number {
  const [, amount, unit = 's'] = /^(\d+)([smh])?$/.exec(typed) ?? []
  if (amount === undefined) throw new InvalidArgumentError('write a duration such as 60s or 2m.')
  return Number(amount) * SECONDS[unit]!
}

export function waitOption(): Option {
  return new Option(
    '--wait <duration>',
    'wait so long for a server that is not there yet or goes away, such as 60s',
  )
    .argParser(readDuration)
    .default(0, 'not at all')
}
