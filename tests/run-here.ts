import { runProgram } from '../src/cli/program.ts'

/** How a run of the command line ended: its exit code, and what it wrote. */
export interface Done {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Keeps what is written to a stream until it is called. */
function listenTo(stream: NodeJS.WriteStream): () => string {
  const { write } = stream
  const heard: Buffer[] = []
  stream.write = (chunk: Uint8Array | string) => {
    heard.push(Buffer.from(chunk as string))
    return true
  }
  return () => {
    stream.write = write
    return Buffer.concat(heard).toString('utf8')
  }
}

/**
 * Runs the command line in this process, by the function that the program itself calls, which spares the second that
 * a process takes to start. For what is told by exit code and words; signals, pipes and standard input want a process
 * of their own: see `start` in pipeline/araxes.ts.
 */
export async function runHere(
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Done> {
  const before = { cwd: process.cwd(), env: process.env, exitCode: process.exitCode }
  const { NEO4J_URI: _, ...rest } = process.env
  const [stdout, stderr] = [listenTo(process.stdout), listenTo(process.stderr)]
  process.chdir(cwd)
  process.env = { ...rest, ...env }
  process.exitCode = undefined
  let code = 0
  try {
    await runProgram(args)
  } finally {
    code = Number(process.exitCode ?? 0)
    process.chdir(before.cwd)
    process.env = before.env
    process.exitCode = before.exitCode
  }
  return { code, stdout: stdout(), stderr: stderr() }
}
