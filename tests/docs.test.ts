import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runHere } from './run-here.ts'

const ROOT = resolve(import.meta.dirname, '..')
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')

/** Lines of the README's shell blocks. Those that install, start a container or a server are run by CI, not here. */
const commands = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((m) => m[1]!.trim().split('\n'))
const runnable = commands.filter((c) => c.startsWith('npx araxes '))

describe('every command of the README runs', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'araxes-docs-'))
    symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the two commands stand in it', () => {
    expect(commands).toContain('npm ci && npm start')
    expect(commands).toContain('npm ci && npm test')
  })

  // In order, because the queries need the graph that the first one made.
  for (const command of runnable) {
    test(command, async () => {
      const words = [...command.slice('npx araxes '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
        (m) => m[1] ?? m[2]!,
      )
      const { code, stdout, stderr } = await runHere(words, { cwd: folder })
      expect(stderr).not.toMatch(/^\s+at /m)
      expect(code).toBe(0)
      if (!words.includes('extract') && !words.includes('load')) expect(stdout.trim()).not.toBe('')
    }, 60_000)
  }

  test('most of its commands are run', () => {
    expect(runnable.length).toBeGreaterThanOrEqual(8)
  })
})

describe('links between documents', () => {
  for (const page of [
    'README.md',
    'src/README.md',
    'gazetteer/README.md',
    'gazetteer/relations/README.md',
    'cypher/README.md',
  ]) {
    test(`${page} links to what exists`, () => {
      const text = readFileSync(join(ROOT, page), 'utf8')
      const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((m) => m[1]!)
      expect(targets.filter((t) => !existsSync(resolve(ROOT, dirname(page), t)))).toEqual([])
    })
  }
})
