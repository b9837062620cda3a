import { explainStop } from './refusal.ts'
import { up } from './up.ts'

// What `npm start` runs.
try {
  await up({ isDemo: process.argv.includes('--demo') })
} catch (error) {
  process.stderr.write(`${explainStop(error)}\n`)
  process.exit(1)
}
