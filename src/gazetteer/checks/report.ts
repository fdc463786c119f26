import type { Diagnostic } from '../../core/diagnostic.ts'
import type { GazetteerFile } from '../load.ts'

/** Notes a problem; `code` without its `gazetteer/`. */
export type Report = (code: string, at: string, message: string, hint?: string) => void

/** A list to put problems on, and the function that puts them there. */
export function collect(): { readonly problems: Diagnostic[]; readonly report: Report } {
  const problems: Diagnostic[] = []
  return {
    problems,
    report: (code, at, message, hint) => {
      problems.push({
        code: `gazetteer/${code}`,
        at,
        message,
        severity: 'error',
        ...(hint === undefined ? {} : { hint }),
      })
    },
  }
}

/** An entry with the header of its file and the way to its lines. */
export interface Located<E, H = unknown> {
  readonly entry: E
  readonly header: H
  at(...keys: (string | number)[]): string
}

export function located<E, H>(files: readonly GazetteerFile<H & { entries: E[] }>[]): Located<E, H>[] {
  return files.flatMap((file) =>
    file.content.entries.map((entry, i) => ({
      entry,
      header: file.content,
      at: (...keys: (string | number)[]) => file.locate(['entries', i, ...keys]),
    })),
  )
}
