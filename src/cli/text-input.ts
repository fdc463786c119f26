import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { Option } from 'commander'
import type { Article } from '../core/article.ts'
import { isPartialDate } from '../core/dates.ts'
import { AraxesError, EXIT } from '../core/diagnostic.ts'
import { detectLanguage } from '../readers/language.ts'

/** What `tag` and `explain` take: a text on the command line, in a file, or on standard input. */
export interface TextOptions {
  readonly file?: string
  readonly date?: string
  readonly language?: string
  readonly json?: boolean
}

export const textOptions = (): Option[] => [
  new Option('-f, --file <file>', 'read the text from a file; - is standard input'),
  new Option('--date <date>', 'the day it was written, so that "the Iranian president" has a name'),
  new Option('--language <code>', 'its language, such as en or az; recognized when left out'),
  new Option('--json', 'print JSON'),
]

export async function articleOf(words: readonly string[], options: TextOptions): Promise<Article> {
  const { date } = options
  if (date !== undefined && !isPartialDate(date)) {
    throw new AraxesError('cli/date', `--date ${date} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD`, {
      exitCode: EXIT.usage,
    })
  }
  const { file } = options
  const text =
    words.length > 0
      ? words.join(' ')
      : file === undefined || file === '-'
        ? await readAll(process.stdin)
        : await readFile(file, 'utf8').catch((cause: unknown) => {
            throw new AraxesError('cli/file', `${file} cannot be read: ${(cause as Error).message}`, {
              cause,
            })
          })
  return {
    id: 'text',
    title: null,
    text,
    url: null,
    publisher: null,
    publishedOn: date ?? null,
    language: options.language ?? detectLanguage(text),
    origin: file ?? 'argument',
  }
}
