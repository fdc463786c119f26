import { existsSync } from 'node:fs'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'

// Runs in the page; the rest of this project has no DOM.
declare const DataTransfer: new () => { readonly items: { add(file: File): void } }

/** Debian's Chromium: playwright-core brings none. CHROMIUM names another. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Why there is no Chromium to test with; undefined where there is one. */
export const missingChromium = existsSync(EXECUTABLE)
  ? undefined
  : `there is no ${EXECUTABLE}: apt-get install chromium, or name one in CHROMIUM`

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS })

/** Neo4j Browser on a page, as far as these tests drive it. */
export class Neo4jBrowser {
  readonly page: Page
  readonly guide: Locator

  constructor(page: Page) {
    this.page = page
    this.guide = page.getByTestId('guidesDrawer')
  }

  /** Opens an address of Neo4j Browser, and connects as a person does. */
  async connect(address: string, username: string, password: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByTestId('username').fill(username)
    await this.page.getByTestId('password').fill(password)
    await this.page.keyboard.press('Enter')
    await this.page.getByText('You are connected as user').waitFor()
  }

  /** Presses the arrow beside the editor. */
  async run(): Promise<void> {
    await this.page.getByTestId('editor-Run').click()
  }

  /** Types a command into the editor and runs it. */
  async type(command: string): Promise<void> {
    await this.page.locator('#monaco-main-editor').click()
    await this.page.keyboard.type(command)
    await this.run()
  }

  /** The frame of the latest command. */
  frame(): Locator {
    return this.page.getByTestId('frame').first()
  }

  /** Saves how the latest picture looks in the whole window, once it has come to rest. */
  async portrait(path: string): Promise<void> {
    await this.frame().locator('button[title*="ullscreen"]').click()
    await this.page.waitForTimeout(8000)
    await this.frame().locator('button[aria-label="zoom-to-fit"]').click()
    await this.page.waitForTimeout(3000)
    await this.page.screenshot({ path })
    await this.frame().locator('button[title*="ullscreen"]').click()
  }

  /** Drops a file on the window, as a person drags it there from a folder. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([file, content]) => {
        const data = new DataTransfer()
        const decoded = Uint8Array.from(atob(content!), (c) => c.charCodeAt(0))
        data.items.add(new File([decoded], file!))
        return data
      },
      [name, Buffer.from(bytes).toString('base64')],
    )
    const main = this.page.getByTestId('main')
    for (const type of ['dragenter', 'dragover', 'drop'])
      await main.dispatchEvent(type, { dataTransfer: transfer })
  }
}
