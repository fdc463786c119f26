import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'

/** The rooms whose code decides what a record holds. */
const ROOMS = ['core', 'gazetteer', 'extract']

/**
 * Names the gazetteer and the rules, as `<gazetteer>+<rules>`: two runs with the same version make the same record of
 * the same text. The rules are named by a hash of their code, so that no change of them can be forgotten.
 */
export function extractorVersion(gazetteer: Gazetteer): string {
  return `${gazetteer.version}+${rulesVersion()}`
}

let rules: string | undefined

function rulesVersion(): string {
  if (rules !== undefined) return rules
  const hash = createHash('sha256')
  for (const room of ROOMS) {
    const folder = new URL(`../${room}/`, import.meta.url)
    for (const file of readdirSync(folder).sort())
      if (/(?<!\.d)\.[jt]s$/.test(file)) hash.update(file).update(readFileSync(new URL(file, folder)))
  }
  rules = hash.digest('hex').slice(0, 12)
  return rules
}
