import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { freshConnection } from '#test/database.ts'
import { checkImport } from './check-import.action.ts'
import { receiveImport } from './create-import.action.ts'
import { findImport, saveImport } from './imports.queries.ts'
import { runImport } from './run-import.action.ts'
import { releaseImport } from './start-import.action.ts'

const { db, url } = await freshConnection()
const many = 6000

test('a run whose process is killed (kill -9) loses nothing, and the next run ends it', async () => {
  await db.execute(sql`
    insert into communes (insee, name, name_type, search_name, departement, region, source, source_date)
    select 'A' || to_char(n, 'FM0000'), 'Commune ' || n, 0, 'commune ' || n, '2A', '94', 'INSEE', '2026-01-01'
    from generate_series(0, ${many - 1}) n`)
  const codes = Array.from({ length: many }, (_, at) => `A${String(at).padStart(4, '0')}`)
  const bytes = Buffer.from(`insee;email\n${codes.map((code) => `${code};m@${code}.example`).join('\n')}`)
  const id = newId()
  const from = { name: 'liste.csv', mediaType: '', bytes }
  const wanted = { id, from, format: null, sourceLabel: 'Liste', sourceDate: '2026-10-01', createdBy: 'Ana' }
  await receiveImport(db, { ...wanted, mapping: { insee: 'insee', email: 'email' } })
  await checkImport(db, id)
  await releaseImport(db, id)

  const victim = spawn(process.execPath, ['--input-type=module', '--eval', program(id)], {
    cwd: process.cwd(),
  })
  while ((await findImport(db, id)).batchesDone === 0 && victim.exitCode === null) await pause(2)
  victim.kill('SIGKILL')
  await once(victim, 'exit')
  const { batchesDone, applied } = await findImport(db, id)
  assert.ok(batchesDone > 0, 'it had begun')
  assert.equal(applied.add, Math.min(batchesDone * 1000, many), 'what is counted is what is written')

  await saveImport(db, id, { state: 'running' })
  await runImport(db, id)
  const [row] = await db.execute(
    sql`select count(*)::int as n, count(distinct insee)::int as communes from contact_points`,
  )
  assert.deepEqual(row, { n: many, communes: many })
  assert.equal((await findImport(db, id)).applied.add, many)
})

const program = (id: string) => `
  import { connect } from '#platform/database/database.ts'
  import { runImport } from './src/modules/communes/imports/run-import.action.ts'
  await runImport(connect('${url}').db, '${id}')`
