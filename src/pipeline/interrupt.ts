/**
 * The items until `signal` is aborted. What was asked for and not yet given is given up then: standard input may keep
 * us waiting for ever.
 */
export async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  const source = items[Symbol.asyncIterator]()
  let giveUp = (): void => {}
  const onAbort = (): void => giveUp()
  signal.addEventListener('abort', onAbort)
  try {
    while (!signal.aborted) {
      // A promise per item: racing against a single one that never settles would keep every item in memory.
      const next = await new Promise<IteratorResult<Item> | undefined>((resolve, reject) => {
        giveUp = () => resolve(undefined)
        source.next().then(resolve, reject)
      })
      if (next === undefined || next.done) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    // Not awaited: a generator in the midst of a read ends only when the read does.
    source.return?.().catch(() => {})
  }
}
