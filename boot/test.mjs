// npm test: installs what the tests need, then runs them all, or those of the patterns given. Runs on Node 20.
import { findChromium } from './chromium.mjs'
import { install } from './install.mjs'
import { findMailServers } from './mail-servers.mjs'
import { run } from './run.mjs'

install()
const chromium = findChromium()
if (chromium) process.env.CHROMIUM_PATH = chromium
findMailServers()
process.exit(await run('test/run.ts', process.argv.slice(2)))
