import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { addNeedAndSoftware, addTestCompany } from '#test/companies.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { candidatesFor } from '../candidates/candidates.queries.ts'

const door = await openDoor(withCatalogue)
const { db, clock } = door.world
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
const { need, softwareId } = await addNeedAndSoftware(db, 'besoin-essai', 'logiciel-essai')
await db.execute(sql`update software set name = 'Essai Libre' where id = ${softwareId}`)
const company = door.as('company')
const myPage = { siren: '000100016', organisationId: door.organisationId('company') }
let id = ''

test('somebody of a company without a page is led to take one', async () => {
  const { status, text } = await company.get('/my-company')
  const posted = await company.post('/my-company/renewal')

  assert.equal(status, 200)
  assert.match(text, /n’a pas de fiche dans le recensement/)
  assert.equal(posted.status, 404)
  id = await addTestCompany(db, 'Libre Services', myPage)
})

const service = {
  need,
  software: '',
  kinds: ['installation', 'training'],
  level: 'practises',
  areas: 'Nord\r\nDenain (59172)',
}
const stated = () =>
  db.execute<{ id: string; kind: string; areas: string[] }>(
    sql`select id, kind, areas from company_services where company_id = ${id} and ended_at is null order by kind`,
  )

test('a company states services on a need, in areas typed as it says them; said twice, it is said once', async () => {
  const first = await company.post('/my-company/services', service)
  await company.post('/my-company/services', service)

  assert.equal(first.location, '/my-company?done=said')
  assert.deepEqual(
    (await stated()).map(({ kind, areas }) => [kind, areas]),
    [
      ['installation', ['departement:59', 'commune:59172']],
      ['training', ['departement:59', 'commune:59172']],
    ],
  )
  const [candidate] = await candidatesFor(db, { need }, clock())
  assert.equal(candidate?.id, id)
})

test('a software is named by its name, and what is not understood is said with what was typed', async () => {
  const named = await company.post('/my-company/services', {
    ...service,
    need: '',
    software: 'essai libre',
    kinds: 'hosting',
  })
  const both = await company.post('/my-company/services', { ...service, software: 'essai libre' })
  const unknown = await company.post('/my-company/services', { ...service, need: '', software: 'Zzyx <b>' })
  const nowhere = await company.post('/my-company/services', { ...service, areas: 'Zzyxville' })
  const nothing = await company.post('/my-company/services', { ...service, kinds: [] })

  assert.equal(named.status, 303)
  assert.match(both.text, /l’un des deux/)
  assert.match(unknown.text, /Aucun logiciel de l’annuaire/)
  assert.match(unknown.text, /Zzyx &lt;b&gt;/)
  assert.match(nowhere.text, /n’est ni un département/)
  assert.match(nothing.text, /Cochez au moins un service/)
  assert.deepEqual([both.status, unknown.status, nowhere.status, nothing.status], [422, 422, 422, 422])
})

test('a service is ended and taken back', async () => {
  const [first] = await stated()
  await company.post(`/my-company/services/${first?.id}/end`)
  const ended = await stated()
  await company.post(`/my-company/services/${first?.id}/revival`)

  assert.equal(
    ended.some((one) => one.id === first?.id),
    false,
  )
  assert.equal(
    (await stated()).some((one) => one.id === first?.id),
    true,
  )
})

test('a year later the statements grey, two years later they leave the page, and one press renews all of them', async () => {
  await db.execute(
    sql`update company_services set stated_at = now() - interval '13 months' where company_id = ${id}`,
  )
  const grey = await door.as('public').get('/companies/000100016')
  await db.execute(
    sql`update company_services set stated_at = now() - interval '25 months' where company_id = ${id}`,
  )
  const gone = await door.as('public').get('/companies/000100016')
  const asked = await company.get('/my-company')
  await company.post('/my-company/renewal')
  const renewed = await door.as('public').get('/companies/000100016')

  assert.match(grey.text, /plus de 12 mois/)
  assert.match(gone.text, /n’a encore rien déclaré/)
  assert.match(asked.text, /Tout est toujours vrai/)
  assert.match(renewed.text, /Ce qu’elle dit faire/)
})

test('a company renamed keeps its former name in view, and only a web address is a site', async () => {
  const details = {
    name: 'AAA Libre',
    presentation: 'Trois <b>personnes</b>.',
    website: 'libre.example',
    email: '',
    phone: '',
    postalAddress: '',
  }
  const wrong = await company.post('/my-company/presentation', { ...details, website: 'javascript:alert(1)' })
  const saved = await company.post('/my-company/presentation', details)
  const { text } = await door.as('public').get('/companies/000100016')

  assert.equal(wrong.status, 422)
  assert.equal(saved.status, 303)
  assert.match(text, /Libre Services, jusqu’au/)
  assert.match(text, /Trois &lt;b&gt;personnes/)
  assert.match(text, /href="https:\/\/libre\.example"/)
})

test('an offer is proposed with its country, its data and its way out, then ended and taken back', async () => {
  const offer = {
    once: crypto.randomUUID(),
    software: 'Essai Libre',
    need,
    audiences: ['town-hall', 'schools'],
    areas: 'France',
    priceModel: 'subscription',
    hostingCountry: 'France',
    personalData: 'La commune en est responsable.',
    exitTerms: 'Un mois de préavis, fichiers rendus.',
    signup: 'https://libre.example/offre',
  }
  const missing = await company.post('/my-company/offers', { ...offer, exitTerms: '' })
  await company.post('/my-company/offers', offer)
  await company.post('/my-company/offers', offer)
  const shown = await door.as('public').get('/companies/000100016')
  const ended = await company.post(`/my-company/offers/${offer.once}/end`)
  const hidden = await door.as('public').get('/companies/000100016')

  assert.equal(missing.status, 422)
  assert.match(missing.text, /comment on en sort/)
  assert.match(shown.text, /Un mois de préavis/)
  assert.match(shown.text, /Écoles/)
  assert.equal(ended.status, 303)
  assert.doesNotMatch(hidden.text, /Un mois de préavis/)
})

test('the operator offers what it operates on the same table, and nobody changes the offer of another', async () => {
  const once = crypto.randomUUID()
  const operator = door.as('operator')
  await operator.post('/offers', {
    once,
    software: 'Essai Libre',
    need,
    audiences: 'town-hall',
    areas: '59',
    priceModel: 'included',
    hostingCountry: 'France',
    personalData: 'Le centre de gestion est sous-traitant.',
    exitTerms: 'Sans préavis.',
    signup: 'Appelez Cre@tic.',
  })
  const stolen = await company.post(`/my-company/offers/${once}/end`)
  const page = await door.as('public').get(`/companies/operated/${door.organisationId('operator')}`)

  assert.equal(stolen.status, 404)
  assert.match(page.text, /Le centre de gestion est sous-traitant/)
  assert.match(page.text, /jamais pour ce qu’elles vendent/)
})

test('everything that a page holds leaves with its company', async () => {
  const { text, headers } = await company.get('/my-company/export.json')
  const csv = await company.get('/my-company/services.csv')
  const everything = JSON.parse(text)

  assert.match(headers.get('content-disposition') ?? '', /attachment/)
  assert.equal(everything.services.length, 3)
  assert.equal(everything.offers.length, 1)
  assert.equal(everything.colleagues[0].email, 'company@beffroi.example')
  assert.match(csv.text, /Nord \(59\), Denain \(59172\)/)
})
