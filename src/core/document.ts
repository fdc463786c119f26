/** UTF-16 positions in `article.text`: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span with the words it covers. */
export interface TextSpan extends Span {
  readonly text: string
}

/** A sentence of an article. Never crosses a paragraph break. */
export interface Sentence extends TextSpan {
  /** Position among the article's sentences, from 0. */
  readonly index: number
}

/** A word or a punctuation mark. `space` tells whether white space stands before it. */
export interface Token extends TextSpan {
  readonly space: boolean
}

/** Whether two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Compares spans for sorting: by their start, and of those that start at one place the longer first. */
export const inTextOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
