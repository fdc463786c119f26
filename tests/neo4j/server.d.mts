/** Lines of neo4j.conf. */
export type Settings = Readonly<Record<string, string>>

/** A Neo4j server of our own. */
export interface Server {
  /** The Bolt address. */
  readonly uri: string
  /** The address of Neo4j Browser. */
  readonly browser: string
  readonly username: string
  readonly password: string
  /** Starts it, also again after `end`: on the same ports, with the same data. */
  start(settings?: Settings): Promise<void>
  /** SIGSTOP, SIGCONT or whatever else is to befall it. */
  signal(signal: NodeJS.Signals): void
  /** Lets no file of the running server grow beyond so many bytes, as on a full disk. Linux only. */
  limitFiles(bytes: number): Promise<void>
  /** Ends it: in order by SIGTERM, as a power cut does by SIGKILL. */
  end(signal: NodeJS.Signals): Promise<void>
  /** Ends it in order; a folder of its own goes with it. */
  stop(): Promise<void>
}

/** The server cannot be had on this machine; the message says why and the way out. */
export class Unavailable extends Error {}

export interface Options {
  /** A folder whose data outlive the server; otherwise it is thrown away. */
  readonly keep?: string
  /** For a life of a minute, compiled in a hurry: cold queries take half the time. */
  readonly brief?: boolean
}

/** A server that runs after `start`. Rejects with `Unavailable` without Java 17 or newer or Maven. */
export function prepareNeo4j(options?: Options): Promise<Server>

/** A server that runs. Rejects with `Unavailable`, too. */
export function startNeo4j(options?: Options): Promise<Server>

/** The folder with the server's jars. The first time Maven fetches them, which takes half a minute. */
export function fetchJars(): Promise<string>

/** Runs a script in cypher-shell, and returns what it prints in its plain format. Rejects at the first error. */
export function cypherShell(
  server: Pick<Server, 'uri' | 'username' | 'password'>,
  script: string,
): Promise<string>

/** A port of the loopback interface nobody listens on. */
export function freePort(): Promise<number>
