// Zero-width space, word joiner, byte order mark, soft hyphen. Not the joiners U+200C and U+200D: Persian spells with them.
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g

/** A line in NFC, with every run of white space as one space, none at the ends, and nothing invisible. */
export function cleanLine(line: string): string {
  return line.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** Whether a line ends as a sentence does, quotes and brackets aside. */
export function endsSentence(line: string): boolean {
  return /[.!?…:;։؟۔]["'”’»)\]]*$/.test(line)
}

/**
 * The paragraphs of cleaned lines. A blank line parts them. Within a block, a line that ends a sentence
 * ends its paragraph; any other was wrapped at the margin and is joined to the next.
 */
export function toParagraphs(lines: readonly string[]): string[] {
  const paragraphs: string[] = []
  let open = ''
  for (const line of [...lines, '']) {
    if (line !== '') open = open === '' ? line : `${open} ${line}`
    if (open !== '' && (line === '' || endsSentence(line))) {
      paragraphs.push(open)
      open = ''
    }
  }
  return paragraphs
}

/** The text of an article a reader composes: title and paragraphs, parted by blank lines. */
export function composeText(title: string | null, paragraphs: readonly string[]): string {
  return [...(title === null ? [] : [title]), ...paragraphs].join('\n\n')
}
