import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import { type ReadOptions, readArticles } from '../../src/readers/index.ts'

/** Writes files into a directory that goes when the test ends, and returns its path. */
export function directoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'araxes-readers-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

export async function readAll(
  inputs: readonly string[],
  options?: ReadOptions,
): Promise<{ articles: Article[]; diagnostics: Diagnostic[] }> {
  const articles: Article[] = []
  const diagnostics: Diagnostic[] = []
  for await (const item of readArticles(inputs, options)) {
    if ('article' in item) articles.push(item.article)
    else diagnostics.push(item.diagnostic)
  }
  return { articles, diagnostics }
}

/** Reads one content from standard input. */
export function readStdin(content: string | Uint8Array, format?: string) {
  return readAll(['-'], { stdin: chunksOf(content), ...(format === undefined ? {} : { format }) })
}

export async function* chunksOf(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
