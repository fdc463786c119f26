import { constants, existsSync, readFileSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AraxesError } from '../core/diagnostic.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { openStore } from '../stores/index.ts'
import { bad, type Check, good } from './check.ts'

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string }
}

/** Whether a version such as `20.19.0` is at least another. */
export function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map((v) => v.split('.').map(Number))
  const i = b!.findIndex((n, at) => n !== (a![at] ?? 0))
  return i < 0 || (a![i] ?? 0) > b![i]!
}

export function checkNode(version: string = process.versions.node): Check {
  const least = engines.node.replace(/^>=/, '')
  return isAtLeast(version, least)
    ? good('Node', version)
    : bad('Node', `${version} is too old`, `install Node ${least} or newer`)
}

export async function checkGazetteer(): Promise<Check> {
  try {
    const { entities } = await loadGazetteer()
    return good('gazetteer', `${entities.length.toLocaleString('en')} entities`)
  } catch (error) {
    return bad('gazetteer', (error as Error).message, 'compile it: npm run build')
  }
}

/** The embedded store at `path`: that it can be read, or that it can be made. */
export async function checkEmbedded(path: string): Promise<Check> {
  const name = 'embedded store'
  if (!existsSync(path)) {
    const folder = dirname(path)
    return access(folder, constants.W_OK).then(
      () => good(name, `none yet at ${path}; the first "araxes extract" makes it`),
      () => bad(name, `${folder} cannot be written`, 'name a path in another folder with --store'),
    )
  }
  const store = await openStore(path, {})
  try {
    const { nodes } = await store.counts()
    return good(name, `${path}: ${nodes.Article ?? 0} articles, ${nodes.Statement ?? 0} statements`)
  } catch (error) {
    if (!(error instanceof AraxesError)) throw error
    return bad(name, error.message, 'name another with --store, or load its records into a new one')
  } finally {
    await store.close()
  }
}
