import { existsSync } from 'node:fs'
import { Option } from 'commander'
import { DEFAULT_STORE } from '../stores/index.ts'

/** Where `--store` points when nothing is said: NEO4J_URI if set, else an embedded store in this folder. */
export function defaultStore(): string {
  return process.env.NEO4J_URI || DEFAULT_STORE
}

export function storeOption(): Option {
  return new Option(
    '--store <target>',
    'file of an embedded store, or neo4j://… (credentials from NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE)',
  )
}

/** Whether an embedded store stands at the target; a server is assumed to. */
export function storeExists(target: string): boolean {
  return /^[a-z0-9+]+:\/\//i.test(target) || existsSync(target)
}
