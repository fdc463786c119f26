import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, isAbsolute, join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Diagnostic } from '../core/diagnostic.ts'

/** A file to read, or why an input leads to none. Told apart by `'path' in item`. */
export type FileItem = { readonly path: string } | { readonly diagnostic: Diagnostic }

/** A name's extension in lower case, with its dot, `.gz` aside: `.jsonl` for `News.JSONL.gz`, `''` for `news`. */
export function extensionOf(name: string): string {
  return extname(name.toLowerCase().replace(/\.gz$/, ''))
}

/**
 * The files an input names, in code-unit order of their paths: the file itself; those of a directory and all
 * below it, with an extension in `known`; those a glob matches. Hidden names and `node_modules` are passed
 * over, and below a directory also links to directories. An existing path is a path, even if it reads as a glob.
 * Yields `reader/missing-file`, `reader/no-match`, `reader/unreadable`, `reader/no-articles` for a directory
 * without a known file, and one `reader/unknown-type` warning for all other files of a directory.
 */
export async function* findFiles(input: string, known: ReadonlySet<string>): AsyncGenerator<FileItem> {
  const stats = await stat(input).catch(() => null)
  if (stats?.isDirectory()) {
    yield* filesBelow(input, known)
  } else if (stats) {
    yield { path: input }
  } else if (isUrl(input)) {
    yield missing(input, 'is an address, and Araxes reads files only', 'save the page and name the file')
  } else if (isDynamicPattern(input)) {
    const paths = await glob(input, {
      ignore: '**/node_modules/**',
      expandDirectories: false,
      absolute: isAbsolute(input),
    })
    if (paths.length === 0) {
      yield problem('reader/no-match', input, 'matches no file', 'quote the pattern and check its folder')
    }
    for (const path of paths.sort()) yield { path }
  } else {
    yield missing(input, 'does not exist', `check the path; relative ones start from ${process.cwd()}`)
  }
}

async function* filesBelow(root: string, known: ReadonlySet<string>): AsyncGenerator<FileItem> {
  let found = 0
  const skipped = new Map<string, number>()
  for await (const item of walk(root)) {
    if ('path' in item) {
      const extension = extensionOf(item.path)
      if (!known.has(extension)) {
        skipped.set(extension, (skipped.get(extension) ?? 0) + 1)
        continue
      }
      found++
    }
    yield item
  }
  const extensions = [...known].sort().join(', ')
  if (found === 0) {
    yield problem('reader/no-articles', root, 'holds no file that can be read', `look for ${extensions}`)
  }
  if (skipped.size > 0) {
    const counts = [...skipped].sort().map(([extension, n]) => `${n} ${extension || 'without extension'}`)
    yield problem(
      'reader/unknown-type',
      root,
      `holds files that were skipped: ${counts.join(', ')}`,
      `only ${extensions} are read from a directory; name a file to read it all the same`,
      'warning',
    )
  }
}

async function* walk(directory: string): AsyncGenerator<FileItem> {
  let entries: Dirent[]
  try {
    entries = await readdir(directory, { withFileTypes: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    yield problem('reader/unreadable', directory, `cannot be read: ${reason}`, 'check its permissions')
    return
  }
  // A directory sorts as `name/`, so that paths come in order over the whole tree.
  const key = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name)
  for (const entry of entries.sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(directory, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile() || (await isLinkToFile(entry, path))) yield { path }
  }
}

async function isLinkToFile(entry: Dirent, path: string): Promise<boolean> {
  return entry.isSymbolicLink() && ((await stat(path).catch(() => null))?.isFile() ?? false)
}

function isUrl(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input)
}

function missing(at: string, message: string, hint: string): FileItem {
  return problem('reader/missing-file', at, message, hint)
}

function problem(
  code: string,
  at: string,
  message: string,
  hint: string,
  severity: Diagnostic['severity'] = 'error',
): FileItem {
  return { diagnostic: { code, at, message, hint, severity } }
}
