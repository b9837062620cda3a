import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { attach } from '#platform/database/attach.ts'
import { connect, type Database } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { ReceivedFile } from '#platform/files/stored-files.ts'
import { newId } from '#platform/ids.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { checkImport } from '../src/modules/communes/imports/check-import.action.ts'
import { receiveImport } from '../src/modules/communes/imports/create-import.action.ts'
import { findImport } from '../src/modules/communes/imports/imports.queries.ts'
import { runImport } from '../src/modules/communes/imports/run-import.action.ts'
import { releaseImport } from '../src/modules/communes/imports/start-import.action.ts'
import { loadReference } from '../src/modules/communes/reference/load-reference.action.ts'
import { report } from './report.ts'

// A file of the DPNT's shape, a row for every commune of France, its addresses invented under .example. The real run is
// made by a process of its own, as the worker may be, so that its memory is what the import takes.
const [address, importId] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
if (importId && address) await runAlone(address, importId)
else await measureAll()

async function measureAll() {
  const data = temporaryFolder()
  const server = await attach({ data })
  const { db, sql: postgres, close } = connect(server.url('postgres'))
  await migrate(postgres)
  await loadReference(db)

  const file = { name: 'dpnt.csv.gz', mediaType: 'application/gzip', bytes: await synthesised(db) }
  const first = await measure(db, server.url('postgres'), file)
  await close()
  await server.leave()
  rmSync(data, { recursive: true, force: true })

  process.stdout.write(`${first.points} coordonnées ; vérification : ${first.check} s\n`)
  report('import', [
    { name: `real run of ${first.points} contact points`, value: first.run, unit: 's', target: 6 },
    { name: 'peak memory of its process', value: first.peak, unit: 'MB', target: 400 },
  ])
}

async function measure(db: Database, url: string, file: ReceivedFile) {
  const id = newId()
  const wanted = {
    id,
    from: file,
    format: null,
    sourceLabel: '',
    sourceDate: '2026-11-01',
    createdBy: 'bench',
  }
  await receiveImport(db, wanted)
  const check = await timed(() => checkImport(db, id))
  await releaseImport(db, id)
  const child = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), url, id])
  if (child.status !== 0) throw new Error(child.stderr.toString())

  const { applied } = await findImport(db, id)
  const alone: { run: number; peak: number } = JSON.parse(child.stdout.toString())
  return { check, points: applied.add ?? 0, ...alone }
}

async function runAlone(url: string, id: string) {
  const { db, close } = connect(url)
  const run = await timed(() => runImport(db, id))
  await close()

  process.stdout.write(JSON.stringify({ run, peak: Math.round(process.resourceUsage().maxRSS / 1024) }))
}

async function synthesised(db: Database) {
  const communes = await db.execute<{ insee: string; siren: string }>(
    sql`select insee, coalesce(siren, '210000000') as siren from communes order by insee`,
  )
  const titles =
    'type;siret;siren;libelle;population;code_insee;code_postal;epci_libelle;epci_siren;epci_siret;epci_population;' +
    'departement_code_insee;departement_siret;region_code_insee;region_siret;adresse_messagerie;site_internet;' +
    'telephone;rpnt;service_public_url'
  const rows = communes.map(
    ({ insee, siren }) =>
      `commune;${siren}00014;${siren};Commune ${insee};500;${insee};00000;Communauté;200042190;20004219000010;90000;` +
      `59;22590001801244;32;20005374200017;mairie@c${insee.toLowerCase()}.example;;` +
      `;1.1,1.2,2.1;https://lannuaire.service-public.example/${insee}`,
  )
  return gzipSync([titles, ...rows].join('\n'))
}

async function timed(work: () => Promise<unknown>) {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start) / 1000
}
