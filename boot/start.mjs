// npm start: installs if need be, then runs Beffroi. Runs on Node 20.
import { install } from './install.mjs'
import { run } from './run.mjs'

install()
process.exit(await run('src/main/start.ts', process.argv.slice(2)))
