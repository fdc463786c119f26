// A real Neo4j Community server without Docker, from Maven Central. Plain JavaScript, so that `npm run neo4j`
// needs no build.
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../../.neo4j/', import.meta.url))
const POM = fileURLToPath(new URL('pom.xml', import.meta.url))

// Neo4j's own start script opens these to its page cache and network code.
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent']
const JVM = [
  '-Xms256m',
  '-Xmx1g',
  '-XX:+UseSerialGC',
  '-XX:MetaspaceSize=256m',
  ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
]

/** Settings of a server that lives a minute: tests empty the graph so often that it would plan most queries anew. */
const BRIEF = {
  'dbms.cypher.min_replan_interval': '1h',
  'db.tx_log.preallocate': 'false',
  'db.logs.query.enabled': 'OFF',
  'internal.cypher.use_parameter_size': 'false',
}

/** The server cannot be had on this machine; the message says why and the way out. */
export class Unavailable extends Error {}

/** @typedef {import('./server.d.mts').Server} Server */
/** @typedef {import('./server.d.mts').Settings} Settings */

/**
 * Runs a command to its end, and returns what it printed. Rejects with the end of what it said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [input]
 * @returns {Promise<string>}
 */
function run(command, args, env = {}, input = '') {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env: { ...process.env, ...env } })
    let [printed, complained] = ['', '']
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      printed += chunk
    })
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      complained += chunk
    })
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done(printed)
      else fail(new Error(`${command} ended with ${code}:\n${(printed + complained).slice(-4000)}`))
    })
    // A command that reads nothing may be gone before it is written to.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/**
 * The folder with the server's jars, fetched once per version of the pom.
 * @returns {Promise<string>}
 */
export async function fetchJars() {
  const stamp = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex')
    .slice(0, 12)
  const lib = join(CACHE, 'lib', stamp)
  if (existsSync(lib)) return lib
  await mkdir(join(CACHE, 'lib'), { recursive: true })
  // Fetched aside and then renamed: two that begin at once, or one that is interrupted, leave no half a folder.
  const aside = await mkdtemp(join(CACHE, 'lib', 'fetching-'))
  try {
    await run('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${aside}`])
    await rename(aside, lib).catch((error) => {
      if (!existsSync(lib)) throw error
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Unavailable(
      `Maven could not fetch Neo4j: ${why}\nInstall Maven, or let it reach Maven Central.`,
      { cause: error },
    )
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return lib
}

/** @type {typeof import('./server.d.mts').freePort} */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      )
    })
  })
}

/**
 * The password of a server's folder, set before its first start.
 * @param {string} home
 * @param {string} classPath
 */
async function passwordOf(home, classPath) {
  const file = join(home, 'password')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known !== undefined) return known.trim()
  const password = randomBytes(12).toString('hex')
  const env = { NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
  await run(
    'java',
    ['-cp', classPath, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password],
    env,
  )
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  return password
}

/**
 * Starts the server of a folder, and waits until it says it has.
 * @param {string} home
 * @param {string} classPath
 * @param {readonly string[]} jvm
 */
async function launch(home, classPath, jvm) {
  const main = 'org.neo4j.server.CommunityEntryPoint'
  const where = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`]
  // A group of its own: Ctrl+C reaches us alone, and we end the server in order.
  const child = spawn('java', [...jvm, '-cp', classPath, main, ...where, '--console-mode'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const log = createWriteStream(join(home, 'logs', 'console.log'), { flags: 'a' })
  child.stderr.pipe(log)
  const ended = new Promise((done) => child.once('close', done))
  await new Promise((started, fail) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      log.write(chunk)
      said = (said + chunk).slice(-4000)
      if (/\bStarted\.\s*$/m.test(said)) started(undefined)
    })
    child.on('error', fail)
    child.on('close', (code) => fail(new Error(`Neo4j ended with ${code} before it had started:\n${said}`)))
  })
  return { child, ended }
}

/** @type {typeof import('./server.d.mts').prepareNeo4j} */
export async function prepareNeo4j({ keep, brief = false } = {}) {
  await run('java', ['-version']).catch((cause) => {
    throw new Unavailable('there is no java on the PATH: install a Java runtime of version 17 or newer', {
      cause,
    })
  })
  const classPath = join(await fetchJars(), '*')
  const home = keep === undefined ? await mkdtemp(join(CACHE, 'run-')) : resolve(keep)
  for (const folder of ['conf', 'data', 'logs', 'plugins', 'import'])
    await mkdir(join(home, folder), { recursive: true })
  const [bolt, http] = [await freePort(), await freePort()]
  /** @param {Settings} more */
  const configure = (more) => {
    const settings = {
      'server.default_listen_address': '127.0.0.1',
      'server.bolt.listen_address': `127.0.0.1:${bolt}`,
      'server.bolt.advertised_address': `localhost:${bolt}`,
      'server.http.listen_address': `127.0.0.1:${http}`,
      'server.http.advertised_address': `localhost:${http}`,
      'server.memory.pagecache.size': '128m',
      'dbms.usage_report.enabled': 'false',
      ...(brief ? BRIEF : {}),
      ...more,
    }
    const conf = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`)
    return writeFile(join(home, 'conf', 'neo4j.conf'), conf.join(''))
  }
  await configure({})
  const password = await passwordOf(home, classPath)
  const jvm = brief ? [...JVM, '-XX:TieredStopAtLevel=1'] : JVM

  /** @type {Awaited<ReturnType<typeof launch>> | undefined} */
  let running
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    if (!running) return
    const { child, ended } = running
    running = undefined
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000)
    await ended
    clearTimeout(late)
  }
  return {
    uri: `bolt://localhost:${bolt}`,
    browser: `http://localhost:${http}/browser/`,
    username: 'neo4j',
    password,
    async start(settings = {}) {
      await configure(settings)
      running = await launch(home, classPath, jvm)
    },
    signal(signal) {
      running?.child.kill(signal)
    },
    async limitFiles(bytes) {
      if (running) await run('prlimit', ['--pid', String(running.child.pid), `--fsize=${bytes}:unlimited`])
    },
    end,
    async stop() {
      // Nobody misses what a throw-away server has not written yet.
      await end(keep === undefined ? 'SIGKILL' : 'SIGTERM')
      if (keep === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** @type {typeof import('./server.d.mts').cypherShell} */
export async function cypherShell({ uri, username, password }, script) {
  const classPath = join(await fetchJars(), '*')
  const where = ['-a', uri, '-u', username, '-p', password, '-d', 'neo4j', '--format', 'plain']
  const jvm = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
  return run('java', [...jvm, '-cp', classPath, 'org.neo4j.shell.Main', ...where, '--fail-fast'], {}, script)
}

/** @type {typeof import('./server.d.mts').startNeo4j} */
export async function startNeo4j(options) {
  const server = await prepareNeo4j(options)
  try {
    await server.start()
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}
