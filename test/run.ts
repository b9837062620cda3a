import { spawn } from 'node:child_process'
import { attach } from '#platform/database/attach.ts'
import { root } from '#platform/database/folders.ts'
import { prepareTestServer, testFolder } from './database.ts'

const everything = ['src', 'test', 'e2e', 'tools', 'bench', 'boot'].map(
  (folder) => `${folder}/**/*.test.{ts,tsx}`,
)

// One PostgreSQL for the whole run: ours, or the service that DATABASE_URL names.
const server = process.env.DATABASE_URL ? undefined : await attach({ data: testFolder(), isDisposable: true })
const address = server?.url('postgres') ?? process.env.DATABASE_URL ?? ''
await prepareTestServer(address)

// A folder stands for the tests in it.
const chosen = process.argv
  .slice(2)
  .map((path) => (/\.test\.tsx?$/.test(path) ? path : `${path}/**/*.test.{ts,tsx}`))
const options = ['--test', '--test-concurrency=2', '--test-reporter=spec', '--import', `${root}/boot/tsx.mjs`]
const tests = spawn(process.execPath, [...options, ...(chosen.length > 0 ? chosen : everything)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, BEFFROI_TEST_DATABASE_URL: address },
})
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => tests.kill(name))

tests.once('exit', async (code) => {
  await server?.leave()
  process.exit(code ?? 1)
})
