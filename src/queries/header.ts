import { AraxesError } from '../core/diagnostic.ts'
import {
  PARAMETER_TYPES,
  type Parameter,
  type ParameterType,
  readParameter,
  type Scalar,
} from './parameters.ts'

/** A query of `cypher/queries/`: what its header says, and the whole file as it is run. */
export interface NamedQuery {
  /** The file's name without `.cypher`. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** A table returns columns; a picture returns paths, for a page or a browser that draws. */
  readonly shows: 'table' | 'picture'
  readonly parameters: readonly Parameter[]
  readonly cypher: string
}

const PARAMETER = /^\$([a-z]\w*) ([a-z]+)(?: = |, e\.g\. )('(?:[^'\\]|\\.)*'|[^\s:']+): (\S.*)$/

/** `'Iran'`, `200`, `0.5`, `true` or `null`, of the given type. */
function readLiteral(literal: string, type: ParameterType): Scalar | undefined {
  if (literal === 'null') return null
  const quoted = type === 'text' || type === 'date'
  if (literal.startsWith("'") !== quoted) return undefined
  return readParameter(type, quoted ? literal.slice(1, -1).replace(/\\(.)/g, '$1') : literal)
}

const writeLiteral = (value: Scalar): string =>
  typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value)

/** The line that sets a query's parameters in Neo4j Browser. */
export function paramLine(parameters: readonly Parameter[]): string {
  return `:param {${parameters.map((p) => `${p.name}: ${writeLiteral(p.example)}`).join(', ')}}`
}

/** A parameter, or what may hold the look of one: a comment or a quoted text. */
const PARAMETER_USE = /\/\/.*$|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\$([A-Za-z_]\w*)/gm

/** The names of the parameters a statement uses, sorted. Looks past comments and quoted text. */
export function usedParameters(cypher: string): readonly string[] {
  return [...new Set([...cypher.matchAll(PARAMETER_USE)].flatMap((m) => m[1] ?? []))].sort()
}

/** A statement with the examples of its parameters in their place. Only for values that stand in our own files. */
export function inlineExamples(cypher: string, parameters: readonly Parameter[]): string {
  const literals = new Map(parameters.map((p) => [p.name, writeLiteral(p.example)]))
  return cypher.replace(PARAMETER_USE, (use, name?: string) => literals.get(name ?? '') ?? use)
}

/**
 * Reads a query file. Its header is made of comment lines, in this order:
 *
 *     // Relations between two actors                       the title
 *     // Every statement between them, newest first.        what it answers: one line or more
 *     // Shows: table                                       or picture
 *     // $a text, e.g. 'Iran': the first actor              a parameter that must be given, with an example
 *     // $limit count = 200: at most so many rows           a parameter with a default
 *     // :param {a: 'Iran', limit: 200}                     the same for Neo4j Browser, where there are parameters
 *
 * Throws `query/header` with file and line.
 */
export function parseQuery(file: string, cypher: string): NamedQuery {
  const lines = cypher.split(/\r?\n/)
  const refuse = (line: number, message: string): never => {
    throw new AraxesError('query/header', `${file}:${line + 1}  ${message}`)
  }
  const comments: string[] = []
  while (lines[comments.length]?.startsWith('//'))
    comments.push(lines[comments.length]!.replace(/^\/\/ ?/, ''))
  const showsAt = comments.findIndex((line) => line.startsWith('Shows:'))
  if (showsAt < 0)
    refuse(comments.length, 'the header lacks its line "// Shows: table" or "// Shows: picture"')
  if (showsAt < 2)
    refuse(0, 'the header begins with a line for the title and one or more for what the query answers')
  const shows = comments[showsAt]!.slice('Shows:'.length).trim()
  if (shows !== 'table' && shows !== 'picture')
    return refuse(showsAt, `it shows "${shows}"; write table or picture`)

  const parameters: Parameter[] = []
  let at = showsAt + 1
  for (; comments[at]?.startsWith('$'); at++) {
    const [, name, type, literal, meaning] = PARAMETER.exec(comments[at]!) ?? []
    if (!name || !literal || !meaning)
      return refuse(at, "write $name type = default: meaning, or $name type, e.g. 'example': meaning")
    if (!PARAMETER_TYPES.includes(type as ParameterType))
      refuse(at, `${type} is no type; one of ${PARAMETER_TYPES.join(', ')}`)
    const example = readLiteral(literal, type as ParameterType)
    if (example === undefined) return refuse(at, `${literal} is no ${type}`)
    const optional = comments[at]!.startsWith(`$${name} ${type} = `)
    if (example === null && !optional) refuse(at, `${name} needs an example other than null`)
    parameters.push({ name, type: type as ParameterType, optional, example, meaning })
  }

  const line = paramLine(parameters)
  if (parameters.length > 0 && comments[at] !== line) refuse(at, `the next line must be "// ${line}"`)
  const end = parameters.length > 0 ? at + 1 : at
  if (comments.length > end) refuse(end, 'the header ends here; a blank line or the query must follow')
  const [declared, used] = [
    parameters
      .map((p) => p.name)
      .sort()
      .join(', '),
    usedParameters(cypher).join(', '),
  ]
  if (declared !== used)
    refuse(end, `the header declares ${declared || 'no parameter'}, the query uses ${used || 'none'}`)
  return {
    name: file.replace(/^.*\//, '').replace(/\.cypher$/, ''),
    title: comments[0]!,
    description: comments.slice(1, showsAt).join(' '),
    shows,
    parameters,
    cypher,
  }
}
