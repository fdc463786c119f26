import { type Draft, toArticle } from './draft.ts'
import { readDate } from './metadata.ts'
import { cleanLine, composeText, endsSentence } from './paragraphs.ts'
import type { Reader } from './reader.ts'
import { readText } from './source.ts'

/**
 * An author's (or category's) archive page saved as text: excerpts one below the other, a paragraph a line.
 *
 *     Author Archives: somebody                          the page's own heading, no article
 *     A title                                            sometimes twice
 *     Photo by …, No photo description available.        credits and captions
 *     Publication: Some Weekly Volume: 20 Issue: 14      the publisher
 *     Paragraphs … Continue reading                      closes the excerpt
 *
 * An excerpt begins where the one before it is closed; also at a line said twice in a row, and at the line
 * above a `Publication:` or `Posted on` line. A short line anywhere else is a heading within the text.
 * Yields `reader/no-text` for a title without paragraphs.
 */
export const archive: Reader = {
  name: 'archive',
  reads: 'an author’s archive page saved as text: excerpts that end in “Continue reading”',
  extensions: ['.txt', '.md', ''],
  recognizes(head) {
    const lines = head.split('\n').map(cleanLine)
    const first = lines.find((line) => line !== '') ?? ''
    return MARKS.heading.test(first) || lines.filter((line) => CLOSING.test(line)).length > 1
  },

  async *read(source) {
    const blocks = toBlocks(await readText(source))
    for (const excerpt of splitExcerpts(blocks)) {
      const origin = `${source.name}:${excerpt[0]!.line}`
      const draft = toDraft(excerpt, origin)
      if (draft) {
        yield { article: toArticle(draft) }
      } else {
        const message = `“${excerpt[0]!.text}” has no text below it`
        const hint = 'leave the title out, or save the page with its excerpts'
        yield { diagnostic: { code: 'reader/no-text', at: origin, message, hint, severity: 'warning' } }
      }
    }
  },
}

/** What closes an excerpt, at the end of its last paragraph or on a line of its own. */
const CLOSING =
  /\s*(?:\[(?:…|\.{3})\]\s*)?(?<![\p{L}\p{N}])(?:Continue reading|Read more)(?:\s*(?:→|»|…|\.{3})|\s.{1,200}→)?$/u

/** Lines about an article or the page. The first that fits counts; what it says of the article is named. */
const MARKS = {
  heading: /^(?:(?:(?:Author|Category|Tag|Daily|Monthly|Yearly) )?Archives?: |All (?:posts|articles) by )/i,
  posted:
    /^(?:(?:Posted|Published)(?: on)?:? )?(?<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})(?: by .+)?$/,
  publication: /^(?:Publication:|Originally published (?:in|by|at):?) (?<publisher>.+?)(?: Volume: .*)?$/,
  original:
    /^Link to (?:the )?original (?:material|article|text|post|publication)(?: (?:of|on|at|in|from) (?<publisher>.+))?$/i,
  credit:
    /^(?:No photo description available\.?|(?:Photo|Image|Picture)(?: (?:credit|source))?(?: by |: ).{1,160})$/i,
  caption: /^(?=.{1,200}$).*(?:\b(?:File|Handout) photo\b|\bvia Getty Images$)/i,
  navigation:
    /^(?:[←«] ?)?(?:(?:Older|Newer) (?:posts|entries)|Leave a (?:comment|reply)|Page \d+ of \d+|Share this:)(?: ?[→»])?$/i,
} as const

type Mark = keyof typeof MARKS

/** A line of the page, its closing phrase taken off. */
interface Block {
  /** 1-based. */
  readonly line: number
  readonly text: string
  /** Null for the article's own words. */
  readonly mark: Mark | null
  readonly publisher: string | null
  readonly date: string | null
  readonly closes: boolean
}

function toBlocks(page: string): Block[] {
  return page.split('\n').flatMap((raw, index) => {
    const line = cleanLine(raw)
    if (line === '') return []
    const text = line.replace(CLOSING, '')
    const mark = (Object.keys(MARKS) as Mark[]).find((name) => MARKS[name].test(text)) ?? null
    const groups = mark === null ? undefined : MARKS[mark].exec(text)?.groups
    const publisher = groups?.publisher ?? null
    return [{ line: index + 1, text, mark, publisher, date: groups?.date ?? null, closes: text !== line }]
  })
}

/** The blocks of each excerpt, its title first. */
function splitExcerpts(blocks: readonly Block[]): Block[][] {
  const excerpts: Block[][] = []
  let open: Block[] | null = null
  blocks.forEach((block, at) => {
    if (beginsExcerpt(blocks, at, open)) {
      open = [block]
      excerpts.push(open)
    } else {
      open?.push(block)
    }
    if (block.closes) open = null
  })
  return excerpts
}

function beginsExcerpt(blocks: readonly Block[], at: number, open: readonly Block[] | null): boolean {
  const block = blocks[at]!
  if (block.mark !== null || block.text === '') return false
  if (open === null || block.text === blocks[at + 1]?.text) return true
  const below = blocks.slice(at + 1).find((next) => next.mark !== 'credit' && next.mark !== 'caption')
  const titles = below?.mark === 'publication' || below?.mark === 'posted'
  return titles && !endsSentence(block.text) && bodyOf(open).length > 0
}

/** The paragraphs of an excerpt. Past the first of them, a line that only looks like a heading or caption is text. */
function bodyOf(excerpt: readonly Block[]): string[] {
  const [title, ...rest] = excerpt
  const body: string[] = []
  for (const { text, mark } of rest) {
    const isText = mark === null || (body.length > 0 && (mark === 'heading' || mark === 'caption'))
    const isTitleAgain = body.length === 0 && text === title!.text
    if (isText && text !== '' && !isTitleAgain) body.push(text)
  }
  return body
}

/** Null where an excerpt has a title and nothing below it. */
function toDraft(excerpt: readonly Block[], origin: string): Draft | null {
  const body = bodyOf(excerpt)
  if (body.length === 0) return null
  const named = excerpt.find((block) => block.publisher !== null)?.publisher ?? null
  const { title, publisher } = splitPublisher(excerpt[0]!.text, named)
  const date = excerpt.find((block) => block.date !== null)?.date ?? null
  return {
    id: null,
    title,
    text: composeText(title, body),
    url: null,
    publisher,
    publishedOn: date === null ? null : readDate(date),
    language: null,
    origin,
  }
}

/** Takes the site's name off a title: `Title | Site`, or `Site: Title` where the excerpt names that site. */
function splitPublisher(title: string, named: string | null): { title: string; publisher: string | null } {
  if (named !== null && title.startsWith(`${named}: `)) {
    return { title: title.slice(named.length + 2), publisher: named }
  }
  const [, own, site] = /^(.+\S) \| ([^|]{2,40})$/.exec(title) ?? []
  return own === undefined ? { title, publisher: named } : { title: own, publisher: named ?? site! }
}
