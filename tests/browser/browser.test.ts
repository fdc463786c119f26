import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { favouritesZip } from '../../src/queries/favourites.ts'
import { listQueries } from '../../src/queries/index.ts'
import { BATCH, ENTITIES, FACTS } from '../stores/small-graph.ts'
import { type Place, STORES } from '../stores/table.ts'
import { launch, missingChromium, Neo4jBrowser } from './chromium.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js')
const server = inject('neo4j')
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

/** The colours of `araxes.grass`. */
const COUNTRY = '#1f6fb5'
const VERBAL_CONFLICT = '#f08c2e'

describe.skipIf(missing !== undefined)('Neo4j Browser', () => {
  const { uri, username, password } = 'missing' in server ? { uri: '', username: '', password: '' } : server
  let place: Place
  let araxes: ChildProcess
  let chromium: Browser
  let browser: Neo4jBrowser

  beforeAll(async () => {
    place = await STORES.find((s) => s.name === 'neo4j')!.enter()
    const store = await place.open()
    await store.prepare()
    await store.writeFacts(ENTITIES, FACTS)
    await store.writeArticles(BATCH)

    araxes = spawn(process.execPath, [MAIN, 'browser', '--no-open', '--store', uri], {
      env: { ...process.env, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [link] = (await once(createInterface({ input: araxes.stdout! }), 'line')) as [string]
    chromium = await launch()
    browser = new Neo4jBrowser(await chromium.newPage({ viewport: { width: 1400, height: 900 } }))
    await browser.connect(link, password)
  })

  afterAll(async () => {
    await chromium?.close()
    if (araxes) {
      araxes.kill('SIGTERM')
      await once(araxes, 'close')
    }
    await place?.leave()
  })

  it('opens the guide beside the editor', async () => {
    await browser.guide.getByText('What is in here').waitFor()
    await browser.page.getByTestId('guideNextSlide').click()
    await browser.guide.getByText('Iran and Azerbaijan').waitFor()
    await browser.page.getByTestId('guidePreviousSlide').click()
  })

  it('sets the style at a click', async () => {
    await browser.guide.getByText('Set the style of Araxes').click()
    await browser.frame().getByText('node.Country').waitFor()
  })

  it("draws the guide's picture of Iran and Azerbaijan in its colours, with both captions", async () => {
    await browser.page.getByTestId('guideNextSlide').click()
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

  it('imports the favourites, which run at a click', async () => {
    await browser.drop('favourites.zip', favouritesZip(await listQueries()))
    await browser.page.getByTestId('navigationFavorites').click()
    await browser.page.getByText('Araxes', { exact: true }).click()
    await browser.page.getByText('Relations between two actors', { exact: true }).click()
    await browser.run()
    await browser.frame().getByText('Islamic Revolutionary Guard Corps').first().waitFor()
  })
})
