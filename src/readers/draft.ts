import { type Article, hashText } from '../core/article.ts'
import { detectLanguage } from './language.ts'
import type { Metadata } from './metadata.ts'

/** An article as an input gave it: `id` and `language` are null where it gave none. */
export interface Draft extends Metadata {
  readonly id: string | null
  readonly text: string
  readonly origin: string
}

/** Fills in what is missing, from the content alone: the same text makes the same article anywhere. */
export function toArticle(draft: Draft): Article {
  return {
    ...draft,
    id: draft.id ?? deriveId(draft.title, draft.text),
    language: draft.language ?? detectLanguage(draft.text),
  }
}

const SLUG_LENGTH = 48
const FOLDED: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' }

/** `gas-for-europe-1f2e3d4c5b`: the title, or the first words, in ASCII, and a hash of title and text. */
function deriveId(title: string | null, text: string): string {
  const words = (title ?? text.slice(0, 4 * SLUG_LENGTH))
    .toLowerCase()
    .replace(/[əıßæœøł]/g, (letter) => FOLDED[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length >= SLUG_LENGTH) break
    slug += `${word}-`
  }
  return `${slug || 'article-'}${hashText(`${title ?? ''}\n${text}`).slice(0, 10)}`
}
