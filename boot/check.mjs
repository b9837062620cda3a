// npm run check: format, lint, types, boundaries, dead code; every step runs, then the summary. Runs on Node 20.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, node, root } from './install.mjs'

const bin = (name) => join(root, 'node_modules/.bin', name)

const steps = [
  { name: 'format and lint', command: [bin('biome'), 'check', '.'] },
  { name: 'types', command: [node, bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'boundaries', command: [node, bin('depcruise'), '--config', 'dependency-rules.mjs', 'src'] },
  { name: 'dead code', command: [node, bin('knip')] },
]

install()
const results = steps.map(({ name, command: [program, ...args] }) => {
  process.stdout.write(`\n› ${name}\n`)
  const start = performance.now()
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  return { name, isGreen: status === 0, seconds: (performance.now() - start) / 1000 }
})

process.stdout.write('\n')
for (const { name, isGreen, seconds } of results)
  process.stdout.write(`${isGreen ? '✔' : '✖'} ${name.padEnd(16)} ${seconds.toFixed(1)} s\n`)
process.exit(results.every(({ isGreen }) => isGreen) ? 0 : 1)
