// ./beffroi: installs if need be, then runs the command. Runs on Node 20.
import { install } from './install.mjs'
import { run } from './run.mjs'

install()
process.exit(await run('src/main/cli.ts', process.argv.slice(2)))
