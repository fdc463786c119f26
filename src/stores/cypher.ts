import { readFileSync } from 'node:fs'

/** The package's `cypher/` folder: as far above `src/stores/` as above `dist/stores/`. */
const FOLDER = new URL('../../cypher/', import.meta.url)

const texts = new Map<string, string>()

/** The text of a file under `cypher/`, such as `write/articles.cypher`. Read once. */
export function readCypher(file: string): string {
  const known = texts.get(file)
  if (known !== undefined) return known
  const text = readFileSync(new URL(file, FOLDER), 'utf8')
  texts.set(file, text)
  return text
}

/** The statements of a file that holds several, each ended by a semicolon at the end of its line. */
export function readStatements(file: string): readonly string[] {
  return readCypher(file)
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

/** The name of the constraint or index that a schema statement defines: each of ours has one. */
export const definedBy = (statement: string): string =>
  /^CREATE (?:\w+ )?(?:CONSTRAINT|INDEX) (\w+)/.exec(statement)![1]!
