// npm run bench -- NAME [--json]: runs one benchmark; without a name, lists them. Runs on Node 20.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { install, root } from './install.mjs'
import { run } from './run.mjs'

const [name, ...options] = process.argv.slice(2)
const file = `bench/${name}.bench.ts`

if (!name || !existsSync(join(root, file))) {
  const names = readdirSync(join(root, 'bench')).flatMap(
    (entry) => /^(.+)\.bench\.ts$/.exec(entry)?.[1] ?? [],
  )
  process.stderr.write(`npm run bench -- NOM [--json]\n${names.map((known) => `  ${known}\n`).join('')}`)
  process.exit(name ? 2 : 0)
}
install()
process.exit(await run(file, options))
