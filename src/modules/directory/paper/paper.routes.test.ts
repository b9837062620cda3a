import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { paperPaths } from './paper.paths.ts'

const door = await openDoor(withCatalogue)
after(() => sharedPdfPool().close())

// What is read of a file here is written in plain ASCII: its marks, its pages.
const textOf = async (path: string) => {
  const { status, headers, text } = await door.as('public').get(path)
  return { status, type: headers.get('content-type'), file: text }
}
const pagesOf = (file: string) => file.match(/\/Type\s*\/Page\b(?!s)/g)?.length

test('any sheet is printed on one A4 page, tagged for those who listen to it', async () => {
  const { status, type, file } = await textOf(paperPaths.sheet('libreoffice'))

  assert.equal(status, 200)
  assert.equal(type, 'application/pdf')
  assert.match(file, /<pdfuaid:part>1</)
  assert.equal(pagesOf(file), 1)
})

test('a selection becomes a binder: a cover, contents, and a page for each sheet', async () => {
  const { file } = await textOf(
    '/binder.pdf?sheet=libreoffice&sheet=gimp&sheet=gimp&title=Premier+rendez-vous',
  )

  assert.equal(pagesOf(file), 4)
})

test('the sheets of a need are ticked for whoever comes from it', async () => {
  const [need] = await door.world.db.execute<{ need: string; slug: string }>(
    sql`select m.need, s.slug from meets m join software s on s.id = m.software_id where s.merged_into is null limit 1`,
  )

  const { text } = await door.as('public').get(paperPaths.binder({ need: need?.need }))

  assert.match(text, new RegExp(`value="${need?.slug}"[^>]*checked`))
})

test('a binder without a sheet, or with more than a binder holds, is asked for again', async () => {
  const { status, text } = await door.as('public').get(paperPaths.binderFile())
  const many = Array.from({ length: 151 }, (_, rank) => `sheet=s${rank}`).join('&')
  const crowded = await door.as('public').get(`/binder.pdf?${many}`)

  assert.equal(status, 422)
  assert.match(text, /Cochez au moins une fiche/)
  assert.match(crowded.text, /tient 150 fiches/)
})

test('a sheet that no software bears answers 404', async () => {
  assert.equal((await door.as('public').get('/software/nothing-of-the-kind.pdf')).status, 404)
})
