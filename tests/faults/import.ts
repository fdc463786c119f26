import { execFile } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { fetchJars } from '../neo4j/server.mjs'
import { runHere } from '../run-here.ts'

const exec = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../..')

/** Runs a command that must end well; returns what it printed. */
async function araxes(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runHere(args)
  if (code !== 0) throw new Error(stderr)
  return stdout
}

/** A `neo4j-admin` in `folder` that runs from the jars of the test server. */
async function makeAdmin(folder: string, home: string): Promise<void> {
  const java = 'java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
  const script = `#!/bin/sh\nNEO4J_HOME='${home}' NEO4J_CONF='${home}/conf' exec ${java} -cp '${await fetchJars()}/*' org.neo4j.cli.AdminTool "$@"\n`
  await writeFile(join(folder, 'neo4j-admin'), script)
  await chmod(join(folder, 'neo4j-admin'), 0o755)
}

/**
 * Reads the examples into an embedded store, and imports the same records by `neo4j-admin` into the server of the
 * folder `home`, which must not run. Returns the path of the embedded store.
 */
export async function importExamples(folder: string, home: string): Promise<string> {
  const [records, loaded] = [join(folder, 'records.jsonl'), join(folder, 'graph')]
  await araxes('extract', join(ROOT, 'examples'), '--unlisted', '--output', records, '--store', loaded)
  const command = await araxes('export', 'neo4j-admin', join(folder, "it's here"), records, '--unlisted')
  await makeAdmin(folder, home)
  await exec('sh', ['-c', command], {
    // It leaves a report in the folder it is called in.
    cwd: folder,
    env: { ...process.env, PATH: folder + delimiter + process.env.PATH },
  })
  return loaded
}
