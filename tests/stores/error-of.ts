import { AraxesError } from '../../src/core/diagnostic.ts'

/** The AraxesError of something that must fail. */
export async function errorOf(work: Promise<unknown>): Promise<AraxesError> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  )
  if (!(error instanceof AraxesError))
    throw new Error('it ought to have failed with an AraxesError', { cause: error })
  return error
}
