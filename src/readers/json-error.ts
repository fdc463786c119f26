type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'end'

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * The offset of the first character at which `text` stops being JSON, `text.length` where it ends too
 * early, null where it is JSON. We look ourselves because Node 20 tells no position in most messages.
 */
export function jsonErrorAt(text: string): number | null {
  const open: ('}' | ']')[] = []
  let expecting: Expecting = 'value'
  let at = 0
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r' || text[at] === '\n') at++
    const char = text[at]
    const close = open.at(-1)
    if (expecting === 'end' && close === undefined) return at < text.length ? at : null
    if (char === undefined) return at

    if (char === close && (expecting === 'end' || expecting.endsWith(char))) {
      open.pop()
      expecting = 'end'
      at++
    } else if (expecting === 'end') {
      if (char !== ',') return at
      expecting = close === '}' ? 'key' : 'value'
      at++
    } else if (expecting === ':') {
      if (char !== ':') return at
      expecting = 'value'
      at++
    } else if (char === '"') {
      const string = scanString(text, at + 1)
      if (!string.closed) return string.at
      expecting = expecting.startsWith('key') ? ':' : 'end'
      at = string.at + 1
    } else if (expecting.startsWith('key')) {
      return at
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']')
      expecting = char === '{' ? 'key or }' : 'value or ]'
      at++
    } else {
      SCALAR.lastIndex = at
      if (!SCALAR.test(text)) return at
      expecting = 'end'
      at = SCALAR.lastIndex
    }
  }
}

/** From behind the opening quote: where the closing one stands, or where the string goes wrong. */
function scanString(text: string, start: number): { closed: boolean; at: number } {
  let at = start
  while (at < text.length) {
    if (text[at] === '"') return { closed: true, at }
    if (text[at] === '\\') {
      ESCAPE.lastIndex = at
      if (!ESCAPE.test(text)) return { closed: false, at }
      at = ESCAPE.lastIndex
    } else if (text.charCodeAt(at) < 0x20) {
      return { closed: false, at }
    } else {
      at++
    }
  }
  return { closed: false, at }
}
