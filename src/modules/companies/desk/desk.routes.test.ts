import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addTestCompany } from '#test/companies.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const [operator, visitor] = [door.as('operator'), door.as('public')]
const id = await addTestCompany(db, 'Sans Boîte')

test('the list tells the claimed from the others, and those without an address', async () => {
  const all = await operator.get('/census')
  const silent = await operator.get('/census?state=no-address')
  const claimed = await operator.get('/census?state=claimed')
  const csv = await operator.get('/census.csv?q=sans+boite')

  assert.match(all.text, /22.entreprises/)
  assert.match(silent.text, /Sans Boîte/)
  assert.doesNotMatch(silent.text, /Dalibo/)
  assert.match(claimed.text, /0.entreprise/)
  assert.match(csv.text, /Sans Boîte/)
})

test('a claim on evidence is decided by a person of the partnership, and undone', async () => {
  const claim = {
    once: newId(),
    siren: '000100008',
    personName: 'Zoé Exemple',
    email: 'zoe@sans-boite.example',
    evidence: 'Gérante au registre, rappelez le standard.',
  }
  await visitor.post(`/companies/${id}/claim/by-hand`, claim)
  const waiting = await operator.get('/census/pending')
  const silent = await operator.post(`/census/claims/${claim.once}/refusal`, { reason: '' })
  const accepted = await operator.post(`/census/claims/${claim.once}/acceptance`)
  const again = await operator.post(`/census/claims/${claim.once}/acceptance`)
  const page = await operator.get(`/census/${id}`)
  await operator.post(`/census/claims/${claim.once}/undoing`, { reason: 'Fausse pièce.' })
  const undone = await operator.get(`/census/${id}`)

  assert.match(waiting.text, /Gérante au registre/)
  assert.match(silent.text, /Dites pourquoi/)
  assert.equal(accepted.status, 303)
  assert.match(again.text, /déjà décidée/)
  assert.match(page.text, /tenue par l’entreprise/)
  assert.match(undone.text, /Fiche reprise à Zoé Exemple.: Fausse pièce/)
})

test('a company is taken out with a published reason, leaves the list, and is put back', async () => {
  await operator.post(`/census/${id}/withdrawal`, { reason: 'Entreprise fermée.' })
  const [list, page] = [
    await visitor.get('/companies?q=sans+boite'),
    await visitor.get('/companies/000100008'),
  ]
  await operator.post(`/census/${id}/restoration`)
  const back = await visitor.get('/companies?q=sans+boite')

  assert.match(list.text, /0.entreprise/)
  assert.match(page.text, /Entreprise fermée/)
  assert.match(back.text, /1.entreprise/)
})

test('what a source says wrong is corrected by a person, the former name kept; a wrong number is refused', async () => {
  const details = {
    name: 'Avec Boîte',
    siren: '000100009',
    website: '',
    email: 'contact@avec-boite.example',
    phone: '',
    postalAddress: '',
  }
  const wrong = await operator.post(`/census/${id}/details`, details)
  await operator.post(`/census/${id}/details`, { ...details, siren: '000100008' })
  const { text } = await visitor.get('/companies/000100008')

  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Ce SIREN est faux/)
  assert.match(text, /Avec Boîte/)
  assert.match(text, /Sans Boîte, jusqu’au/)
})

test('a report is read and closed by a person, once', async () => {
  await visitor.post('/companies/000100008/reports', { once: newId(), body: 'Le <b>site</b> a changé.' })
  const [report] = await db.execute<{ id: string }>(sql`select id from company_reports`)
  const waiting = await operator.get('/census/pending')
  await operator.post(`/census/reports/${report?.id}`, { answer: 'Site corrigé.' })
  const after = await operator.get('/census/pending')

  assert.match(waiting.text, /Le &lt;b&gt;site/)
  assert.match(after.text, /Aucun signalement à lire/)
})
