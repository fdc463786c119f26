import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import { readCypher } from '../stores/cypher.ts'
import { openStore } from '../stores/index.ts'
import { serveFiles } from './serve-files.ts'
import { colors, note, print } from './terminal.ts'

const FOLDER = new URL('../../cypher/browser/', import.meta.url)
const FILES: readonly string[] = ['araxes.grass', 'guide.html', 'favourites.zip']

/** Where docker-compose.yml serves the folder, and so where its guide finds the style. */
const COMPOSE_ADDRESS = 'http://localhost:7475'

const DEFAULT_SERVER = 'neo4j://localhost:7687'

interface BrowserOptions {
  readonly store?: string
  readonly at?: string
  readonly port: number
  readonly open: boolean
}

export function registerBrowser(program: Command): void {
  program
    .command('browser')
    .summary('open Neo4j Browser with the style and guide of Araxes')
    .description(
      'Serves the style, the guide and the favourites on the loopback interface, and opens Neo4j Browser with them. Runs until Ctrl-C; what was loaded stays loaded.',
    )
    .option('--store <uri>', `the Neo4j server (NEO4J_URI, or ${DEFAULT_SERVER})`)
    .option('--at <address>', 'where its Browser is (the server is asked if NEO4J_PASSWORD is set)')
    .option('--port <port>', 'serve the files on this port (any free one)', readPort, 0)
    .option('--no-open', 'print the link, and do not open it')
    .addHelpText(
      'after',
      `
Examples:
  araxes browser
  araxes browser --store neo4j://localhost:7687 --at http://localhost:7474 --no-open`,
    )
    .action(browser)
}

function readPort(typed: string): number {
  const port = Number(typed)
  if (!/^\d+$/.test(typed) || port > 65_535) throw new InvalidArgumentError('write a number up to 65535.')
  return port
}

/** The part of a Neo4j URI that its Browser is told. Throws `store/target` (exit 2) for any other store. */
function serverOf(target: string): URL {
  const url = URL.canParse(target) ? new URL(target) : undefined
  if (url?.hostname && /^(?:neo4j|bolt)(?:\+s|\+ssc)?:$/.test(url.protocol)) return url
  throw new AraxesError(
    'store/target',
    `${target} is no Neo4j server, which alone has a Browser: name one as --store ${DEFAULT_SERVER}`,
    { exitCode: EXIT.usage },
  )
}

/** Where the server's Browser is: as it says itself, or on the port it usually has. Never fails. */
async function browserAddress(target: string, host: string): Promise<string> {
  const usual = `http://${host}:7474`
  if (!process.env.NEO4J_PASSWORD) return usual
  try {
    const store = await openStore(target, process.env)
    try {
      const [row] = await store.read(readCypher('doctor/browser-address.cypher'), {})
      // The host is left out where it was not set.
      const [, name, port] = /^(.*):(\d+)$/.exec(String(row?.value)) ?? []
      return port ? `http://${name || host}:${port}` : usual
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof AraxesError)) throw error
    note(colors.notes.yellow(`${error.message}\nThe link assumes that its Browser is at ${usual}.`))
    return usual
  }
}

/** A file of `cypher/browser/`, as it is served at `address`; undefined for any other name. */
async function readBrowserFile(name: string, address: string): Promise<Buffer | string | undefined> {
  if (!FILES.includes(name)) return undefined
  const content = await readFile(new URL(name, FOLDER))
  return name === 'guide.html' ? content.toString().replaceAll(COMPOSE_ADDRESS, address) : content
}

/**
 * The link that connects Neo4j Browser to `server` and opens the guide of `files` in its side bar. A link
 * can do no more: the guide begins with a button that sets the style.
 */
export function browserLink(address: string, server: URL, files: string, env: NodeJS.ProcessEnv): string {
  const { NEO4J_USERNAME, NEO4J_DATABASE } = env
  const user = encodeURIComponent(NEO4J_USERNAME || 'neo4j')
  const parameters = {
    dbms: `${server.protocol}//${user}@${server.hostname}:${server.port || '7687'}`,
    db: NEO4J_DATABASE || 'neo4j',
    cmd: 'guide',
    arg: `${files}/guide.html`,
  }
  const query = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `${address.replace(/\/(?:browser\/?)?$/, '')}/browser/?${query.join('&')}`
}

/** Asks the desktop to open a link; where there is none, the printed link has to do. */
function openLink(link: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', link]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', link]
        : ['xdg-open', link]
  const child = spawn(command!, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

async function browser(options: BrowserOptions): Promise<void> {
  const target = options.store ?? process.env.NEO4J_URI ?? DEFAULT_SERVER
  const server = serverOf(target)
  const address = options.at ?? (await browserAddress(target, server.hostname))
  const files = await serveFiles(readBrowserFile, options.port)
  const link = browserLink(address, server, files.address, process.env)
  print(link)
  note(`
style       ${files.address}/araxes.grass (a button of the guide sets it)
guide       ${files.address}/guide.html
favourites  ${fileURLToPath(new URL('favourites.zip', FOLDER))}
            drop this file on the window of Neo4j Browser; they stand under the star in its side bar

In a Browser that is open already: :guide ${files.address}/guide.html
Ctrl-C ends this; what was loaded stays loaded.`)
  if (options.open && process.stdout.isTTY) openLink(link)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await files.close()
}
