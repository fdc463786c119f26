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

  /** Follows a link of `araxes browser` and types the password. */
  async connect(link: string, password: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByTestId('password').fill(password)
    await this.page.keyboard.press('Enter')
    await this.page.getByText('You are connected as user').waitFor()
  }

  /** Presses the arrow beside the editor. */
  async run(): Promise<void> {
    await this.page.getByTestId('editor-Run').click()
  }

  /** The frame of the latest command. */
  frame(): Locator {
    return this.page.getByTestId('frame').first()
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
