import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const operator = door.as('operator')
const association = door.as('association')

const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const sheetOf = async (slug: string) =>
  (
    await db.execute<{
      id: string
      summary: string
      website: string
      attributes: Record<string, string>
      origins: Record<string, { source: string }>
    }>(sql`select id, summary, website, attributes, origins from software where slug = ${slug}`)
  )[0]
const versionOf = async (slug: string) =>
  field((await operator.get(`/software/${slug}/edit`)).text, 'version')
/** The form as it is shown, with what an editor changes. */
async function filled(slug: string, changes: Record<string, string | readonly string[]>) {
  const [sheet] = await db.execute<Record<string, string | string[] | null>>(
    sql`select name, summary, description, licence_raw as "licenceRaw", website, repository, documentation, platforms,
      software_type as "softwareType", development_status as "developmentStatus", version as "versionName",
      released_on::text as "releasedOn", limits, replaces from software where slug = ${slug}`,
  )
  const { limits, replaces, platforms, ...texts } = sheet ?? {}
  return {
    ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, String(value ?? '')])),
    platforms: (platforms ?? []) as string[],
    limits: ((limits ?? []) as string[]).join('\n'),
    replaces: ((replaces ?? []) as string[]).join('\n'),
    identifiers: '',
    version: await versionOf(slug),
    ...changes,
  }
}

test('an editor’s word passes before the sources, and returns to them', async () => {
  const before = await sheetOf('koha')
  const edited = await operator.post(
    '/software/koha/edit',
    await filled('koha', { website: 'https://koha.example' }),
  )
  const mine = await sheetOf('koha')
  const reverted = await operator.post('/software/koha/edit', await filled('koha', { revert: ['website'] }))
  const after = await sheetOf('koha')

  assert.equal(edited.location, '/software/koha/edit?done=edited')
  assert.equal(mine?.website, 'https://koha.example')
  assert.equal(mine?.origins.website?.source, 'beffroi')
  assert.equal(mine?.origins.summary?.source, 'fiches')
  assert.equal(reverted.status, 303)
  assert.equal(after?.website, before?.website)
})

test('a form posted twice has one effect', async () => {
  const form = await filled('scribus', { summary: 'Faire le bulletin municipal et les affiches.' })
  await operator.post('/software/scribus/edit', form)
  const again = await operator.post('/software/scribus/edit', form)
  const id = (await sheetOf('scribus'))?.id
  const [acts] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from software_revisions where software_id = ${id}`,
  )

  assert.equal(again.location, '/software/scribus/edit?done=unchanged')
  assert.equal(acts?.n, 1)
})

test('two editors at once: the second is told who came first, and keeps what was typed', async () => {
  const form = await filled('inkscape', { summary: 'La phrase de Claire, qui a ouvert la page la première.' })
  await association.post('/software/inkscape/edit', {
    ...form,
    summary: 'La phrase de Karim, enregistrée entre-temps.',
  })
  const refused = await operator.post('/software/inkscape/edit', form)
  const retried = await operator.post('/software/inkscape/edit', {
    ...form,
    version: field(refused.text, 'version'),
  })

  assert.equal(refused.status, 409)
  assert.match(refused.text, /Karim Benali/)
  assert.match(refused.text, /La phrase de Claire/)
  assert.equal(retried.status, 303)
  assert.equal((await sheetOf('inkscape'))?.summary, 'La phrase de Claire, qui a ouvert la page la première.')
})

test('any act is undone, even when others came after, and undoing is an act', async () => {
  await operator.post('/software/qgis/edit', await filled('qgis', { website: 'https://un.example' }))
  await operator.post(
    '/software/qgis/edit',
    await filled('qgis', { 'attribute-rgaa': 'not-applicable', website: 'https://un.example' }),
  )
  const id = (await sheetOf('qgis'))?.id
  const acts = await db.execute<{ id: string }>(
    sql`select id from software_revisions where software_id = ${id} order by at, id`,
  )
  const undone = await operator.post(`/software/qgis/history/${acts[0]?.id}/undo`)
  const after = await sheetOf('qgis')
  const twice = await operator.post(`/software/qgis/history/${acts[0]?.id}/undo`)
  const history = await operator.get('/software/qgis/history')

  assert.equal(undone.status, 303)
  assert.equal(after?.website, 'https://qgis.org')
  assert.equal(after?.attributes.rgaa, 'not-applicable')
  assert.equal(twice.status, 303)
  assert.match(history.text, /Geste annulé/)
  assert.match(history.text, /https:\/\/un\.example/)
})

test('an act on a field changed again since is not undone blindly', async () => {
  await operator.post(
    '/software/gimp/edit',
    await filled('gimp', { summary: 'Première phrase pour les photos.' }),
  )
  await operator.post(
    '/software/gimp/edit',
    await filled('gimp', { summary: 'Seconde phrase pour les photos.' }),
  )
  const id = (await sheetOf('gimp'))?.id
  const [first] = await db.execute<{ id: string }>(
    sql`select id from software_revisions where software_id = ${id} order by at, id limit 1`,
  )
  const refused = await operator.post(`/software/gimp/history/${first?.id}/undo`)

  assert.equal(refused.status, 409)
  assert.match(refused.text, /modifié depuis/)
  assert.equal((await sheetOf('gimp'))?.summary, 'Seconde phrase pour les photos.')
})

test('a sheet is withdrawn with a reason, leaves the list, and is restored', async () => {
  const mute = await operator.post('/software/yakforms/withdraw', { reason: ' ' })
  await operator.post('/software/yakforms/withdraw', { reason: 'Plus personne ne le tient.' })
  const list = await operator.get('/software?q=yakforms')
  await operator.post('/software/yakforms/restore')
  const back = await operator.get('/software?q=yakforms')

  assert.equal(mute.status, 422)
  assert.match(list.text, /Aucun logiciel ne correspond/)
  assert.match(back.text, /\/software\/yakforms/)
})

test('what is typed wrong is said beside its field, and nothing typed is lost', async () => {
  const refused = await operator.post(
    '/software/debian/edit',
    await filled('debian', {
      website: 'javascript:alert(1)',
      summary: 'Ma phrase gardée.',
      identifiers: 'ailleurs 12',
    }),
  )

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Une adresse de site/)
  assert.match(refused.text, /Une ligne par identifiant/)
  assert.match(refused.text, /Ma phrase gardée\./)
})

test('markup in any field stays words on every page', async () => {
  const nasty = '<script>alert(1)</script>'
  await operator.post(
    '/software/vlc/edit',
    await filled('vlc', { name: `VLC ${nasty}`, summary: `${nasty} lire`, limits: nasty }),
  )
  const pages = ['/software?q=vlc', '/software/vlc/edit', '/software/vlc/history']

  for (const page of pages) assert.doesNotMatch((await operator.get(page)).text, /<script>alert/, page)
})

test('a new sheet that looks like another is proposed for comparison, and never merged by itself', async () => {
  const form = {
    once: crypto.randomUUID(),
    name: 'Nextcloud',
    summary: 'Partager les fichiers de la mairie.',
    website: '',
    repository: '',
    licenceRaw: '',
  }
  const created = await operator.post('/software/new', form)
  await operator.post('/software/new', form)
  const [sheets] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from software where name = 'Nextcloud'`,
  )
  const compared = await operator.get('/software/merges')

  assert.equal(created.location, '/software/merges?done=created')
  assert.equal(sheets?.n, 2)
  assert.match(compared.text, /nextcloud-2/)
})

test('anyone reads the history of a sheet, without the name of who edited it', async () => {
  await association.post(
    '/software/audacity/edit',
    await filled('audacity', { summary: 'Enregistrer le conseil.' }),
  )
  const read = await door.as('public').get('/software/audacity/history')

  assert.match(read.text, /Enregistrer le conseil/)
  assert.match(read.text, /Un rédacteur du catalogue/)
  assert.doesNotMatch(read.text, /Karim|Annuler ce geste|Modifier la fiche/)
})

test('a sheet that is no longer free says so, with who said what', async () => {
  const sheet = await door.as('public').get('/software/consul')

  assert.match(sheet.text, /Il a été libre/)
  assert.match(sheet.text, /MPL-2\.0/)
})

test('a description is shown as text, and its markup is not run', async () => {
  await operator.post(
    '/software/xwiki/edit',
    await filled('xwiki', { description: '**Gras** <script>alert(1)</script> [x](javascript:alert(2))' }),
  )
  const sheet = await door.as('public').get('/software/xwiki')

  assert.match(sheet.text, /<strong>Gras<\/strong>/)
  assert.doesNotMatch(sheet.text, /<script>alert|javascript:/)
})

test('a town hall reads the list and edits nothing', async () => {
  assert.equal((await door.as('town-hall').get('/software')).status, 200)
  assert.equal((await door.as('public').get('/software?service=Cimeti%C3%A8re')).status, 200)
  assert.equal((await door.as('town-hall').get('/software/koha/edit')).status, 403)
})
