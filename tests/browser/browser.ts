import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { favouritesZip } from '../../src/queries/favourites.ts'
import { listQueries } from '../../src/queries/index.ts'
import { STORES, server } from '../stores/table.ts'
import { launch, missingChromium, Neo4jBrowser } from './chromium.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = resolve(ROOT, 'dist/cli/main.js')
const missing =
  missingChromium ??
  ('missing' in server
    ? server.missing
    : server.browser === undefined
      ? 'ARAXES_TEST_NEO4J_URI names a server, but not where its Browser is'
      : undefined)

if (missing !== undefined) {
  if (process.env.ARAXES_REQUIRE_ALL === '1') throw new Error(missing)
  console.warn(`\n SKIPPED: every test in a real Neo4j Browser: ${missing}\n`)
}

/** Where `npm run screenshot` wants the picture of the README; undefined in a test run. */
const { ARAXES_SCREENSHOT } = process.env

/** The colours of `araxes.grass`. */
const COUNTRY = '#1f6fb5'
const LEADER = '#f2c14e'
const VERBAL_CONFLICT = '#f08c2e'

describe.skipIf(missing !== undefined)('Neo4j Browser', () => {
  const named = 'missing' in server ? undefined : server
  const { uri, username, password, filesPort } = named ?? {
    uri: '',
    username: '',
    password: '',
    filesPort: 0,
  }
  const env = { ...process.env, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  let link: string
  let araxes: ChildProcess
  let chromium: Browser
  let browser: Neo4jBrowser

  const open = async (address: string): Promise<Neo4jBrowser> => {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 760 } })
    const opened = new Neo4jBrowser(page)
    await opened.connect(address, username, password)
    return opened
  }

  beforeAll(async () => {
    await (await STORES.find((s) => s.name === 'neo4j')!.enter()).leave()
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'extract', 'examples', '--store', uri], {
      cwd: ROOT,
      encoding: 'utf8',
      env,
    })
    expect(status, stderr).toBe(0)
    const args = [MAIN, 'browser', '--no-open', '--store', uri, '--port', String(filesPort)]
    araxes = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
    ;[link] = (await once(createInterface({ input: araxes.stdout! }), 'line')) as [string]
    chromium = await launch()
  })

  afterAll(async () => {
    await chromium?.close()
    if (araxes) {
      araxes.kill('SIGTERM')
      await once(araxes, 'close')
    }
  })

  describe('as docker-compose.yml sets it up', () => {
    it('loads style and guide on connect', async () => {
      browser = await open(named!.browser!)
      await browser.guide.getByText('What is in here').waitFor()
      await browser.page.getByText('node.Country').first().waitFor()
      await browser.page.close()
    })
  })

  describe('by the link of araxes browser', () => {
    it('opens the guide beside the editor', async () => {
      browser = await open(link)
      await browser.guide.getByText('What is in here').waitFor()
    })

    it('sets the style at a click', async () => {
      await browser.type(':style reset')
      await browser.guide.getByText('Set the style of Araxes').click()
      await browser.frame().getByText('node.Country').waitFor()
    })

    it("draws the guide's picture of Iran and Azerbaijan in its colours, with both captions", async () => {
      await browser.page.getByTestId('guideNextSlide').click()
      await browser.guide.getByText('Two neighbours on the Araxes').waitFor()
      await browser.guide.locator('pre.runnable:visible').first().click()
      await browser.run()
      const picture = browser.frame().locator('svg').filter({ hasText: 'ACCUSES' })
      await picture.waitFor()
      for (const name of ['Iran', 'Azerbaijan']) {
        const node = picture.locator('g.node').filter({ hasText: name })
        expect(await node.locator('circle.b-outline').getAttribute('fill')).toBe(COUNTRY)
      }
      const edge = picture.locator('g.relationship').filter({ hasText: 'ACCUSES' }).first()
      expect(await edge.locator('path').first().getAttribute('fill')).toBe(VERBAL_CONFLICT)
    })

    it('draws their leaders and organizations as well, each kind in its colour', async () => {
      await browser.guide.locator('pre.runnable:visible').nth(1).click()
      await browser.run()
      const leader = browser.frame().locator('g.node').filter({ hasText: 'Aliyev' })
      await leader.waitFor()
      expect(await leader.locator('circle.b-outline').getAttribute('fill')).toBe(LEADER)
      if (ARAXES_SCREENSHOT !== undefined) await browser.portrait(ARAXES_SCREENSHOT)
    })

    it('imports the favourites, which run at a click', async () => {
      await browser.drop('favourites.zip', favouritesZip(await listQueries()))
      await browser.page.getByTestId('navigationFavorites').click()
      await browser.page.getByText('Araxes', { exact: true }).click()
      await browser.page.getByText('Relations between two actors', { exact: true }).click()
      await browser.run()
      await browser.frame().getByText('Azerbaijan').first().waitFor()
      await browser.frame().getByText('ACCUSES').first().waitFor()
    })
  })
})
