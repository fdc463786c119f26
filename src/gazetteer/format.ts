import { type Document, isCollection, isPair, isScalar, parseDocument, visit } from 'yaml'

const WIDTH = 120

/**
 * A gazetteer file in the one style: two spaces, lists in brackets filled to 120 columns, a map in brackets only where it fits
 * in one line, quotes only where YAML needs them, comments kept. Formatting twice changes nothing. Throws a YAMLParseError
 * for what is no YAML.
 */
export function formatYaml(text: string): string {
  const document = parseDocument(text, { schema: 'failsafe' })
  const [error] = document.errors
  if (error) throw error
  visit(document, {
    Scalar: (_, node) => {
      // Dropping the written quotes lets the library quote only what needs it.
      if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'))
        node.type = 'PLAIN'
    },
  })
  openLongMaps(document)
  // Width 0 keeps each bracket on one line. The library's own breaking would put every item on a line of its own.
  const lines = document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: false }).split('\n')
  return lines.flatMap((line) => (line.length > WIDTH ? fill(line) : [line])).join('\n')
}

/** A map that would not fit in one line gets a line for each field; one inside a bracket stays in it. */
function openLongMaps(document: Document): void {
  visit(document, {
    Map: (_, node, path) => {
      if (!node.flow || path.some((parent) => isCollection(parent) && parent.flow === true)) return
      const depth = path.filter(isCollection).length
      if (2 * depth + flowLength(node) > WIDTH) node.flow = false
    },
  })
}

/** About how many columns a node takes on one line. */
function flowLength(node: unknown): number {
  if (isScalar(node)) return String(node.value).length
  if (isPair(node)) return flowLength(node.key) + 2 + flowLength(node.value)
  if (!isCollection(node)) return 0
  return node.items.reduce<number>((n, item) => n + flowLength(item) + 2, 0)
}

/** Breaks a line at its outermost bracket: items filled to the width, the closing bracket on its own. */
function fill(line: string): string[] {
  const bracket = outermost(line)
  if (!bracket) return [line]
  const { open, items } = bracket
  const margin = /^(?: |- )*/.exec(line)![0].length
  const inner = ' '.repeat(margin + 2)
  const lines: string[] = []
  let current = inner
  for (const item of items) {
    if (current !== inner && current.length + item.length + 2 > WIDTH) {
      lines.push(current)
      current = inner
    }
    current += current === inner ? `${item},` : ` ${item},`
  }
  lines.push(current)
  // An item that is too long by itself is broken in turn.
  const broken = lines.flatMap((l) =>
    l.length > WIDTH
      ? fill(l.slice(0, -1)).map((part, i, all) => (i === all.length - 1 ? `${part},` : part))
      : [l],
  )
  return [line.slice(0, open + 1), ...broken, `${' '.repeat(margin)}${line.at(-1)!}`]
}

/** The bracket that opens first and closes at the end of the line, with its items. Undefined where there is none. */
function outermost(line: string): { open: number; items: string[] } | undefined {
  const last = line.at(-1)
  if (last !== ']' && last !== '}') return undefined
  let open = -1
  let depth = 0
  let start = 0
  const items: string[] = []
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!
    // A quote opens a quoted scalar only where a scalar may begin.
    if ((c === '"' || c === "'") && /(?:^\s*(?:- )*|[[{,]\s*|: +)$/.test(line.slice(0, i))) {
      i = endOfQuote(line, i)
    } else if ((c === '[' || c === '{') && (depth > 0 || /(?:^\s*(?:- )*|: +)$/.test(line.slice(0, i)))) {
      if (depth++ === 0) {
        open = i
        start = i + 1
      }
    } else if (depth > 0 && (c === ']' || c === '}')) {
      if (--depth === 0) {
        if (i !== line.length - 1) return undefined
        items.push(line.slice(start, i).trim())
      }
    } else if (depth === 1 && c === ',') {
      items.push(line.slice(start, i).trim())
      start = i + 1
    }
  }
  return open < 0 || depth !== 0 ? undefined : { open, items: items.filter((item) => item !== '') }
}

function endOfQuote(line: string, at: number): number {
  const quote = line[at]
  let i = at + 1
  while (i < line.length) {
    if (quote === '"' && line[i] === '\\') i++
    else if (line[i] === quote) {
      if (quote === "'" && line[i + 1] === "'") i++
      else return i
    }
    i++
  }
  return line.length
}
