// How long does the whole catalogue take to come in: the SILL and our own sheets, awesome-selfhosted with the lists of
// alternatives, and every publiccode.yml file at hand? A second time must change nothing. The peer, in the same run, is
// PostgreSQL taking the same records as they are, without recognising, merging or keeping any history.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { attach } from '#platform/database/attach.ts'
import { connect } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { importReadings } from '../src/modules/catalogue/publiccode/imports/import-readings.action.ts'
import { readPubliccode } from '../src/modules/catalogue/publiccode/reading/read-publiccode.ts'
import { saveRecords } from '../src/modules/catalogue/software/save-record.action.ts'
import { readMain } from '../src/modules/catalogue/sources/load-shipped.action.ts'
import {
  type OptionalEdition,
  optionalEditions,
  optionalRecords,
} from '../src/modules/catalogue/sources/shipped-editions.ts'
import { report } from './report.ts'

const here = '../src/modules/catalogue'
const data = temporaryFolder()
const server = await attach({ data })
const { db, sql: postgres, close } = connect(server.url('postgres'))
await migrate(postgres)
const now = new Date()

const readOptional = (edition: OptionalEdition) => {
  const file = new URL(`${here}/sources/shipped/${optionalEditions[edition]}`, import.meta.url)
  return optionalRecords(edition, JSON.parse(gunzipSync(readFileSync(file)).toString()))
}
const readFiles = () =>
  ['shipped/dinum-2024', 'shipped/projects', 'fixtures/real'].flatMap((name) => {
    const folder = new URL(`${here}/publiccode/${name}/`, import.meta.url)
    return readdirSync(folder)
      .filter((file) => file.endsWith('.yml'))
      .map((file) => readPubliccode(readFileSync(new URL(file, folder)), `${name}/${file}`))
  })

/** Everything, from the files on the disk to the merged sheets; gives what each part found. */
const importAll = () =>
  db.transaction(async (tx) => {
    const main = await saveRecords(tx, readMain(), { now })
    const selfHosted = await saveRecords(tx, readOptional('awesome-selfhosted'), { now })
    const alternatives = []
    for (const edition of ['foss-alternatives', 'oss-alternatives', 'btw-alternatives'] as const)
      alternatives.push(...(await saveRecords(tx, readOptional(edition), { now })))
    const files = readFiles()
    await importReadings(tx, files, { source: 'publiccode', sourceDate: null, now })
    return { main, selfHosted, alternatives, files: files.length }
  })

const content = async () => {
  const [row] = await db.execute<{
    digest: string
  }>(sql`select md5(string_agg(t, '' order by t)) as digest from (
    select md5(s::text) as t from software s union all select md5(i::text) from software_identifiers i
    union all select md5((r.source, r.external_id, r.software_id, r.fields)::text) from software_records r
    union all select md5(l::text) from software_licences l union all select md5(k::text) from software_likenesses k) all_rows`)
  return row?.digest
}

const [first, took] = await timed(importAll)
const before = await content()
const [second, tookAgain] = await timed(importAll)
const after = await content()
const again = [...second.main, ...second.selfHosted, ...second.alternatives]
assert.ok(again.every(({ change }) => change === 'unchanged'))
assert.equal(after, before)

const records = [...readMain(), ...(Object.keys(optionalEditions) as OptionalEdition[]).flatMap(readOptional)]
await db.execute(sql`create temporary table plain (source text, external_id text, fields jsonb, raw jsonb)`)
const [, plain] = await timed(() =>
  db.execute(sql`insert into plain select source, "externalId", fields, raw
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (source text, "externalId" text, fields jsonb, raw jsonb)`),
)
const [counts] = await db.execute<
  Record<string, number>
>(sql`select (select count(*) from software)::int as sheets,
  (select count(*) from software_records)::int as records, (select count(*) from software_likenesses)::int as doubts`)
process.stdout.write(
  `${counts?.records} records (${first.main.length} SILL and own, ${first.selfHosted.length} self-hosted, ${first.alternatives.length} alternatives, ${first.files} files) ` +
    `in ${counts?.sheets} sheets, ${counts?.doubts} doubts for a person\n` +
    `again: ${tookAgain.toFixed(0)} ms, nothing changed; plain insert of the same records: ${plain.toFixed(0)} ms, ` +
    `ours takes ${(took / plain).toFixed(1)} times as long\n`,
)
await close()
await server.leave()
rmSync(data, { recursive: true, force: true })

report('catalogue-import', [
  { name: 'everything imported', value: took / 1000, unit: 's', target: 5 },
  { name: 'everything imported again', value: tookAgain / 1000, unit: 's', target: 5 },
])

async function timed<Value>(run: () => Promise<Value>) {
  const start = performance.now()
  return [await run(), performance.now() - start] as const
}
