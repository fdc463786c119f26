import { setTimeout as sleep } from 'node:timers/promises'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import type { GraphStore } from '../core/graph.ts'

/** How long to wait for a server that is not there, counted from the beginning of the call that misses it. */
export interface Patience {
  readonly seconds: number
  /** Called once each time the server is missed, with what to tell a person. */
  readonly onWait?: (message: string) => void
}

/** Between two tries: soon enough for a person, seldom enough for a server that is starting. */
const PAUSE_MS = 500

/**
 * Opens a store that rides out an absent server: each call that finds it unreachable is repeated until it is back or
 * patience ends. Then it throws `store/unreachable` (exit 4), which says how much was stored and how to go on.
 */
export async function openPatiently(
  open: () => Promise<GraphStore>,
  { seconds, onWait }: Patience,
): Promise<GraphStore> {
  let stored = 0

  const giveUp = (cause: AraxesError): AraxesError => {
    const so =
      stored === 0 ? 'nothing of this run is known to be stored' : `${stored} articles of this run are stored`
    const waited = seconds > 0 ? ` It did not come back within ${seconds} s.` : ''
    const more = seconds > 0 ? '' : ', or wait for the server with --wait 60s'
    return new AraxesError(
      cause.code,
      `${cause.message}.${waited} So far ${so}: the same command goes on from there${more}`,
      { cause, exitCode: EXIT.unreachable },
    )
  }

  const ride = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof AraxesError) || error.code !== 'store/unreachable') throw error
        // From the beginning of the call, because a driver tries again for some seconds by itself.
        if (performance.now() - began >= seconds * 1000) throw giveUp(error)
        if (tries === 0) onWait?.(`waiting for the server: ${error.message}`)
        await sleep(PAUSE_MS)
      }
    }
  }

  const store = await ride(open)
  return {
    name: store.name,
    prepare: () => ride(() => store.prepare()),
    async writeArticles(batch) {
      await ride(() => store.writeArticles(batch))
      stored += batch.articles.length
    },
    writeFacts: (...rows) => ride(() => store.writeFacts(...rows)),
    read: (cypher, parameters) => ride(() => store.read(cypher, parameters)),
    versions: (articles) => ride(() => store.versions(articles)),
    counts: () => ride(() => store.counts()),
    close: () => store.close(),
  }
}
