import { closest } from '../core/closest.ts'
import { isPartialDate } from '../core/dates.ts'
import { AraxesError, EXIT } from '../core/diagnostic.ts'

/** What a bound parameter may be. */
export type Scalar = string | number | boolean | null

/** How each type reads what a person typed, and what it asks for when it cannot. */
const TYPES = {
  text: { read: (typed: string) => (typed === '' ? undefined : typed), wants: 'a word or more' },
  date: {
    read: (typed: string) => (isPartialDate(typed) ? typed : undefined),
    wants: 'YYYY, YYYY-MM or YYYY-MM-DD',
  },
  integer: {
    read: (typed: string) => (/^-?\d{1,15}$/.test(typed) ? Number(typed) : undefined),
    wants: 'a whole number',
  },
  count: {
    read: (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : undefined),
    wants: 'a whole number, not negative',
  },
  number: {
    read: (typed: string) => (/^-?\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : undefined),
    wants: 'a number such as 0.5',
  },
  boolean: {
    read: (typed: string) => (typed === 'true' ? true : typed === 'false' ? false : undefined),
    wants: 'true or false',
  },
} satisfies Record<string, { read: (typed: string) => Scalar | undefined; wants: string }>

export type ParameterType = keyof typeof TYPES
export const PARAMETER_TYPES = Object.keys(TYPES) as readonly ParameterType[]

/** A parameter as a query's header declares it. */
export interface Parameter {
  readonly name: string
  readonly type: ParameterType
  /** Whether it may be left out; `example` is then the value it gets. */
  readonly optional: boolean
  readonly example: Scalar
  readonly meaning: string
}

/** The value of a typed text, or undefined where it is none of that type. */
export function readParameter(type: ParameterType, typed: string): Scalar | undefined {
  return TYPES[type].read(typed)
}

const list = (parameters: readonly Parameter[]): string => parameters.map((p) => p.name).join(', ') || 'none'

/**
 * Values for a query's parameters from what a person typed. What is left out gets its default.
 * Throws `query/parameter` (exit 2) for one that is missing, unknown or of another type.
 */
export function bindParameters(
  query: string,
  parameters: readonly Parameter[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, Scalar>> {
  const refuse = (message: string): never => {
    throw new AraxesError('query/parameter', `${query}: ${message}`, { exitCode: EXIT.usage })
  }
  for (const name of Object.keys(given)) {
    if (parameters.some((p) => p.name === name)) continue
    const meant = closest(
      name,
      parameters.map((p) => p.name),
    )
    refuse(
      `there is no parameter ${name}; ${meant ? `did you mean ${meant}?` : `it takes ${list(parameters)}`}`,
    )
  }
  const bound: Record<string, Scalar> = {}
  for (const { name, type, optional, example, meaning } of parameters) {
    const typed = Object.hasOwn(given, name) ? given[name] : undefined
    if (typed === undefined) {
      if (!optional) refuse(`it needs ${name}: ${meaning}; for example ${name}=${example}`)
      bound[name] = example
      continue
    }
    const value = readParameter(type, typed)
    if (value === undefined) refuse(`${name} is ${JSON.stringify(typed)}; write ${TYPES[type].wants}`)
    else bound[name] = value
  }
  return bound
}
