import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { World } from '#platform/world.ts'
import { freshConnection } from '#test/database.ts'
import { worldOn } from '#test/world.ts'
import { listen } from '../src/main/listen.ts'
import { modules } from '../src/main/modules.ts'
import { createWeb } from '../src/main/web.ts'
import { runWorker } from '../src/main/worker.ts'

/** Where there is no browser the journeys are left aside; `npm test` has already said so. */
export const withoutBrowser = process.env.CHROMIUM_PATH ? false : 'Chromium manque'

/** The whole application, answering on a port of this machine with its worker, and a browser to walk it. */
export type Site = {
  readonly world: World
  readonly address: string
  /** Opens a page of its own visitor: fresh cookies, the screen and the theme given. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>
}

/** Opens the site; what it should hold is put there before the worker begins. */
export async function openSite(prepare = async (_: World) => {}): Promise<Site> {
  const closing: (() => Promise<unknown>)[] = []
  // Declared before the database is, so that it runs before the database goes.
  after(async () => {
    for (const close of closing.reverse()) await close()
  })
  const connection = await freshConnection()
  const port = await freePort()
  const address = `http://localhost:${port}`
  const world = worldOn(connection.db, { config: { port, host: '127.0.0.1', baseUrl: address } })
  for (const { onStart } of modules) await onStart?.(world)
  await prepare(world)
  closing.push(await listen(createWeb(world, modules), world.config))
  closing.push(await runWorker(world, modules, { url: connection.url, isAlone: true }))
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: quiet })
  closing.push(() => browser.close())

  return {
    world,
    address,
    visit: async (options) => (await browser.newContext({ baseURL: address, ...options })).newPage(),
  }
}

// The browser stays at home: none of its own traffic, and no sandbox, which root cannot have.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    }),
  )
}
