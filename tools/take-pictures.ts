// Takes the pictures of docs/pictures from an open demonstration: give it the link of `./beffroi --demo sign-in-link`.
import { chromium, type Page } from 'playwright-core'

const link = process.argv[2]
if (!link) throw new Error('usage: take-pictures LINK')

const screens: Record<string, (page: Page) => Promise<unknown>> = {
  territory: (page) => page.goto('/territory'),
  commune: (page) => page.goto('/communes?q=Bellaing'),
  wave: async (page) => {
    await page.goto('/waves')
    await page.getByRole('link', { name: 'Courriel, communes moyennes' }).click()
  },
  launch: async (page) => {
    await page.goto('/waves')
    await page.getByRole('link', { name: 'Relance de décembre' }).click()
  },
  lanes: (page) => page.goto('/lanes'),
  mailbox: (page) => page.goto('/mailbox'),
  envelopes: (page) => page.goto('/envelopes'),
  inbox: (page) => page.goto('/contacts'),
  message: async (page) => {
    await page.goto('/messages')
    await page.getByRole('link', { name: 'Le premier courriel' }).first().click()
  },
  steering: (page) => page.goto('/steering'),
  answer: (page) => page.goto('/find?q=il+nous+faut+un+serveur+de+fichiers&commune=59172'),
  software: (page) => page.goto('/software/nextcloud?commune=59172'),
  company: async (page) => {
    await page.goto('/companies?said=yes')
    await page.getByRole('link', { name: 'Canal Numérique' }).click()
  },
}

const looks = [
  { name: 'light-1280', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'dark-1280', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'light-320', viewport: { width: 320, height: 800 }, colorScheme: 'light' },
] as const

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
const door = await browser.newContext({ baseURL: new URL(link).origin })
const first = await door.newPage()
await first.goto(link)
await first.getByRole('button', { name: 'Entrer' }).click()
const storageState = await door.storageState()

for (const { name: look, ...screen } of looks) {
  const context = await browser.newContext({ ...screen, storageState, baseURL: new URL(link).origin })
  const page = await context.newPage()
  for (const [name, open] of Object.entries(screens)) {
    await open(page)
    await page.screenshot({ path: `docs/pictures/${name}-${look}.png` })
  }
  await context.close()
}
await browser.close()
