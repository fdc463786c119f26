import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { AraxesError } from '../core/diagnostic.ts'

/** What a browser is told of a file, by its extension. */
const TYPES: Readonly<Record<string, string>> = {
  '.grass': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.zip': 'application/zip',
}

/** A server of some files: `address` is `http://localhost:<port>`. */
export interface FileServer {
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves files on the loopback interface, to any web page: those that `read` knows by name, and nothing else.
 * Port 0 takes a free one. Throws `browser/port` when the port is taken or forbidden.
 */
export async function serveFiles(
  read: (name: string, address: string) => Promise<Buffer | string | undefined>,
  port: number,
): Promise<FileServer> {
  let address = ''
  const server = createServer(async (request, response) => {
    const name = request.url?.slice(1) ?? ''
    const body = await read(name, address).catch(() => undefined)
    // Neo4j Browser is a page of another origin, and asks with a header (OPTIONS) whether it may.
    response.writeHead(body === undefined ? 404 : 200, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Cache-Control': 'no-cache',
      'Content-Type': (body !== undefined && TYPES[extname(name)]) || 'text/plain',
    })
    response.end(request.method === 'GET' ? (body ?? 'not found') : undefined)
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      fail(
        new AraxesError(
          'browser/port',
          `port ${port} cannot be listened on (${cause.code}): name another with --port`,
          { cause },
        ),
      ),
    )
    server.listen(port, '127.0.0.1', done)
  })
  address = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    address,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
