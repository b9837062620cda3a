import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { latestWork } from '#platform/jobs/works.ts'
import { openDoor } from '#test/visit.ts'
import { checkImportJob } from './check-import.job.ts'
import { importPaths } from './imports.paths.ts'
import { findImport } from './imports.queries.ts'
import { runImportJob } from './run-import.job.ts'

const door = await openDoor()
const { world } = door
const operator = door.as('operator')

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const fileOf = (text: string, name = 'mairies.csv') => new File([text], name, { type: 'text/csv' })
const today = '2026-11-23'

async function uploaded(text: string, once = crypto.randomUUID()) {
  const answer = await operator.post(importPaths.list(), {
    once,
    file: fileOf(text),
    url: '',
    sourceDate: today,
  })
  assert.deepEqual([answer.status, answer.location], [303, importPaths.show(once)])
  return once
}

/** What the worker does with the last job of an import. */
async function worked(id: string) {
  const { state } = await findImport(world.db, id)
  const work = await latestWork(world.db, 'import', id)
  const job = state === 'running' ? runImportJob : checkImportJob
  await job.run({ importId: id, workId: work?.id ?? '' }, world)
}

const text = async (path: string) => (await operator.get(path)).text.replace(/[\u00a0\u202f]/g, ' ')

test('without any import, the page says where official files are and what they bring', async () => {
  const page = await text(importPaths.list())

  assert.match(page, /Aucun fichier n’a encore été importé/)
  assert.match(page, /donnees-de-la-presence-numerique-des-territoires/)
  assert.match(page, /repertoire-national-des-elus-1/)
  assert.match(page, /Licence Ouverte 2\.0/)
})

test('a file is uploaded, checked, reported row by row, then imported for real', async () => {
  const id = await uploaded(fixture('dpnt.csv'))
  assert.match(await text(importPaths.show(id)), /Vérification du fichier/)
  assert.match(await text(importPaths.show(id)), /<live-page seconds="2">/)

  await worked(id)
  const report = await text(importPaths.show(id))
  assert.match(report, /Importer pour de bon/)
  assert.match(report, /Ce n’est pas une adresse de courriel/)
  assert.match(report, /Bousignies/)
  assert.match(await text(importPaths.show(id, { outcome: 'refused' })), /inconnu/)

  await operator.post(importPaths.run(id))
  assert.match(await text(importPaths.show(id)), /Arrêter l’import/)
  await worked(id)
  assert.match(await text(importPaths.show(id)), /4 données ajoutées/)
  assert.match(await text(importPaths.list()), /Importé/)
})

test('the real run asked twice has one effect', async () => {
  const id = await uploaded('insee;courriel\n59100;deux@fois.example\n'.replace('insee', 'Code INSEE'))
  await worked(id)
  await operator.post(importPaths.columns(id), { insee: 'Code INSEE', email: 'courriel' })
  await worked(id)

  await operator.post(importPaths.run(id))
  await operator.post(importPaths.run(id))
  const works = await world.db.execute(
    sql`select 1 from works where subject_id = ${id} and title like 'Import de%'`,
  )

  assert.equal(works.length, 1)
})

test('the same form posted twice makes one import', async () => {
  const once = crypto.randomUUID()
  await uploaded(fixture('dpnt.csv'), once)
  await uploaded(fixture('dpnt.csv'), once)

  const rows = await world.db.execute(sql`select 1 from works where subject_id = ${once}`)
  assert.equal(rows.length, 1)
})

test('a free sheet asks what its columns hold, proposes what titles say, and refuses a mapping that says nothing', async () => {
  const id = await uploaded(
    'Code INSEE;Courriel de la mairie;Remarque\n59297;mairie@helesmes.example;bonjour\n',
  )
  await worked(id)

  const page = await text(importPaths.show(id))
  assert.match(page, /Que contient chaque colonne/)
  assert.match(page, /<option value="Courriel de la mairie" selected/)
  const refused = await operator.post(importPaths.columns(id), { insee: 'Code INSEE' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /au moins une coordonnée/)

  await operator.post(importPaths.columns(id), { insee: 'Code INSEE', email: 'Courriel de la mairie' })
  await worked(id)
  assert.match(await text(importPaths.show(id)), /mairie@helesmes\.example/)
})

test('a code that no longer exists is applied to its successor in one click', async () => {
  const id = await uploaded(fixture('rne-maires.csv'))
  await worked(id)
  const report = await text(importPaths.show(id))
  assert.match(
    report,
    /L&#39;Orée de Mormal \(59006\) lui a succédé|L'Orée de Mormal \(59006\) lui a succédé/,
  )

  await operator.post(importPaths.successors(id), { former: '59070' })
  await worked(id)

  assert.match(await text(importPaths.show(id, { outcome: 'add' })), /Théo ANCIEN/)
})

test('a bad file is refused at once with what it is and what to do', async () => {
  const sentences: [string, RegExp][] = [
    ['', /Ce fichier est vide/],
    ['%PDF-1.7', /Ce fichier est un PDF/],
    ['PK\u0003\u0004[Content_Types].xml xl/', /classeur Excel.*LibreOffice/],
    ['<!doctype html><title>Connexion', /page web/],
    ['[{"siret":"1"', /JSON incomplet|JSON est incomplet/],
    ['siret;adresse_messagerie\n', /que des titres de colonnes/],
  ]

  for (const [content, sentence] of sentences) {
    const answer = await operator.post(importPaths.list(), {
      once: crypto.randomUUID(),
      file: fileOf(content),
      sourceDate: today,
    })
    assert.equal(answer.status, 422, content)
    assert.match(answer.text, sentence)
    assert.match(answer.text, new RegExp(`value="${today}"`), 'what was typed stays')
  }
})

test('without a file nor an address, or with a foreign address, the form says so', async () => {
  const post = (fields: Record<string, string>) =>
    operator.post(importPaths.list(), { once: crypto.randomUUID(), sourceDate: today, ...fields })

  assert.match((await post({ url: '' })).text, /Déposez un fichier, ou donnez son adresse/)
  assert.match((await post({ url: 'ftp://x.example/a' })).text, /Écrivez une adresse complète/)
})

test('an address of this machine or its network is never fetched', async () => {
  const once = crypto.randomUUID()
  await operator.post(importPaths.list(), { once, url: 'http://127.0.0.1:5432/a.csv', sourceDate: today })
  await worked(once)

  assert.match(await text(importPaths.show(once)), /mène à cette machine ou à son réseau/)
})

test('the report leaves as CSV and ODS, filtered as it is shown', async () => {
  const id = await uploaded(fixture('dpnt.csv'))
  await worked(id)

  const csv = await operator.get(importPaths.findings(id, 'csv', { outcome: 'refused' }))
  assert.match(csv.text, /3;59297;Hélesmes;courriel;Refusées;inconnu;;Ce n’est pas une adresse de courriel/)
  assert.doesNotMatch(csv.text, /bousignies/)
  assert.equal((await operator.get(importPaths.findings(id, 'ods'))).status, 200)
})

test('a check that is stopped before it begins waits to be asked again', async () => {
  const id = await uploaded(fixture('dpnt.csv'))
  await operator.post(importPaths.stop(id))

  assert.match(await text(importPaths.show(id)), /La vérification a été arrêtée/)
})
