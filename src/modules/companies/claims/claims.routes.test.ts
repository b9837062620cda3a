import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { opposeAddress } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { addTestCompany } from '#test/companies.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { findCompany } from '../census/census.queries.ts'
import { acceptClaim, refuseClaim, reopenClaim, undoClaim } from './settle-claim.action.ts'

const door = await openDoor(withCatalogue)
const { world } = door
const { db } = world
const visitor = door.as('public')

let number = 0
/** Numbers of nine digits with a right key, that no company bears: they begin with zeros. */
function newSiren() {
  for (number += 1; ; number += 1) {
    const digits = String(number).padStart(9, '0')
    const sum = [...digits].reduce((total, digit, rank) => {
      const value = Number(digit) * (rank % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    if (sum % 10 === 0) return digits
  }
}
const company = async (name: string, known: Parameters<typeof addTestCompany>[2] = {}) => ({
  id: await addTestCompany(db, name, known),
  siren: newSiren(),
})
const asked = (siren: string) => ({
  once: newId(),
  siren,
  personName: 'Paul Exemple',
  mailbox: 'census',
  local: '',
})
const mails = () =>
  db.execute<{ recipient: string; body: string }>(
    sql`select envelope_to as recipient, text_body as body from outbox_messages order by sent_at, id`,
  )
const linkTo = async (recipient: string) =>
  /http:\/\/localhost:3000(\/claims\/\S+)/.exec(
    (await mails()).filter((mail) => mail.recipient === recipient).at(-1)?.body ?? '',
  )?.[1] ?? ''

test('whoever reads the mailbox of the census takes the page, and enters with the codes of everyone', async () => {
  const { id, siren } = await company('Nord Libre', { email: 'contact@nord-libre.example' })
  const sent = await visitor.post(`/companies/${id}/claim`, asked(siren))
  const link = await linkTo('contact@nord-libre.example')
  const opened = await visitor.get(link)
  const before = await findCompany(db, id)
  const taken = await visitor.post(link)
  const again = await visitor.post(link)
  await visitor.post('/sign-in/codes', { email: 'contact@nord-libre.example' })

  assert.match(sent.text, /Le lien est parti/)
  assert.match(opened.text, /Prendre cette fiche/)
  assert.equal(opened.headers.get('cache-control'), 'no-store')
  assert.equal(before.claimedAt, null)
  assert.match(taken.text, /La fiche est à vous/)
  assert.match(again.text, /La fiche est à vous/)
  const after = await findCompany(db, siren)
  assert.equal(after.id, id)
  const [member] = await db.execute<{ kind: string }>(sql`
    select o.kind from memberships m join organisations o on o.id = m.organisation_id join users u on u.id = m.user_id
    where u.email = 'contact@nord-libre.example' and o.id = ${after.organisationId}`)
  assert.equal(member?.kind, 'company')
  assert.match((await mails()).at(-1)?.body ?? '', /Votre code d’entrée/)
})

test('a claim by someone who does not read the mailbox leads to nothing: no link is theirs, and a forged one is not ours', async () => {
  const { id, siren } = await company('Convoitée', { email: 'contact@convoitee.example' })
  const claim = asked(siren)
  await visitor.post(`/companies/${id}/claim`, { ...claim, local: 'pirate@ailleurs.example' })
  const forged = await visitor.post(`/claims/${claim.once}/${'a'.repeat(26)}`)

  assert.equal(forged.status, 404)
  assert.equal((await findCompany(db, id)).claimedAt, null)
  assert.ok((await mails()).every(({ recipient }) => recipient !== 'pirate@ailleurs.example'))
})

test('the other mailbox is on the domain of the site, and only what precedes the at sign is chosen', async () => {
  const { id, siren } = await company('Du Domaine', { website: 'https://www.domaine.example' })
  const page = await visitor.get(`/companies/${id}/claim`)
  const wrong = await visitor.post(`/companies/${id}/claim`, {
    ...asked(siren),
    mailbox: 'domain',
    local: 'pirate@ailleurs.example',
  })
  await visitor.post(`/companies/${id}/claim`, { ...asked(siren), mailbox: 'domain', local: 'direction' })

  assert.match(page.text, /@domaine\.example/)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Paul Exemple/)
  assert.equal((await mails()).at(-1)?.recipient, 'direction@domaine.example')
})

test('a number whose key is wrong, or that another page bears, is refused with its reason', async () => {
  const { id } = await company('Hésitante', { email: 'contact@hesitante.example' })
  const taken = newSiren()
  await addTestCompany(db, 'Autre', { siren: taken })
  const wrong = await visitor.post(`/companies/${id}/claim`, asked('123 456 789'))
  const other = await visitor.post(`/companies/${id}/claim`, asked(taken))
  const different = await visitor.post(`/companies/${taken}/claim`, asked(newSiren()))

  assert.match(wrong.text, /clé de contrôle est fausse/)
  assert.match(other.text, /déjà celui d’une autre fiche/)
  assert.match(different.text, /sous un autre SIREN/)
  assert.deepEqual([wrong.status, other.status, different.status], [422, 422, 422])
})

test('three links a day leave for one page, and a form posted twice sends one', async () => {
  const { id, siren } = await company('Pressée', { email: 'contact@pressee.example' })
  const first = asked(siren)
  await visitor.post(`/companies/${id}/claim`, first)
  await visitor.post(`/companies/${id}/claim`, first)
  await visitor.post(`/companies/${id}/claim`, asked(siren))
  await visitor.post(`/companies/${id}/claim`, asked(siren))
  const fourth = await visitor.post(`/companies/${id}/claim`, asked(siren))

  assert.match(fourth.text, /Trois demandes/)
  assert.equal((await mails()).filter(({ recipient }) => recipient === 'contact@pressee.example').length, 3)
})

test('a mailbox that asked not to be written to is not, and a person may look instead', async () => {
  const { id, siren } = await company('Discrète', { email: 'contact@discrete.example' })
  await opposeAddress(db, world.config.secret, {
    address: 'contact@discrete.example',
    origin: 'test',
    at: world.clock(),
  })
  const refused = await visitor.post(`/companies/${id}/claim`, asked(siren))

  assert.match(refused.text, /ne plus recevoir de message/)
  assert.ok((await mails()).every(({ recipient }) => recipient !== 'contact@discrete.example'))
})

test('a link of eight days, or of a page taken meanwhile, opens nothing', async () => {
  const { id, siren } = await company('Lente', { email: 'contact@lente.example' })
  const claim = asked(siren)
  await visitor.post(`/companies/${id}/claim`, claim)
  await db.execute(
    sql`update company_claims set asked_at = now() - interval '8 days' where id = ${claim.once}`,
  )
  const late = await visitor.post(await linkTo('contact@lente.example'))

  assert.equal(late.status, 422)
  assert.match(late.text, /plus de 7 jours/)
  assert.equal((await findCompany(db, id)).claimedAt, null)
})

test('without a known mailbox a person decides: refused with its reason, reopened, accepted, undone, all in the history', async () => {
  const { id, siren } = await company('Sans boîte')
  const claim = {
    once: newId(),
    siren,
    personName: 'Zoé Exemple',
    email: 'zoe@sans-boite.example',
    evidence: 'Gérante au registre, rappelez le standard.',
  }
  const received = await visitor.post(`/companies/${id}/claim/by-hand`, claim)
  const refused = await refuseClaim(world, claim.once, {
    reason: 'Le standard ne vous connaît pas.',
    by: 'Claire',
  })
  const reopened = await reopenClaim(world, claim.once, 'Claire')
  const accepted = await acceptClaim(world, claim.once, 'Claire')
  const twice = await acceptClaim(world, claim.once, 'Claire')
  const held = await findCompany(db, id)
  const undone = await undoClaim(world, claim.once, { reason: 'Fausse pièce.', by: 'Claire' })

  assert.match(received.text, /Une personne va la lire/)
  assert.deepEqual(
    [refused.ok, reopened.ok, accepted.ok, twice.ok, undone.ok],
    [true, true, true, false, true],
  )
  assert.equal(held.siren, siren)
  assert.equal((await findCompany(db, id)).claimedAt, null)
  const told = (await mails()).filter(({ recipient }) => recipient === 'zoe@sans-boite.example')
  assert.match(told[0]?.body ?? '', /Le standard ne vous connaît pas/)
  const [events] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from company_events where company_id = ${id}`,
  )
  assert.equal(events?.n, 4)
  const [members] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from memberships m join users u on u.id = m.user_id where u.email = 'zoe@sans-boite.example'`)
  assert.equal(members?.n, 0)
})

test('a company enters the census by itself once its mailbox has answered, and never beside its own page', async () => {
  const siren = newSiren()
  const form = {
    once: newId(),
    siren,
    name: 'Nouvelle Venue',
    personName: 'Ali Exemple',
    email: 'contact@nouvelle.example',
    website: 'nouvelle.example',
    postalAddress: '1 rue Neuve\r\n59000 Lille',
  }
  await visitor.post('/companies/new', form)
  const hidden = await visitor.get('/companies?q=Nouvelle+Venue')
  await visitor.post(await linkTo('contact@nouvelle.example'))
  const shown = await visitor.get(`/companies/${siren}`)
  const double = await visitor.post('/companies/new', { ...form, once: newId(), siren: newSiren() })

  assert.match(hidden.text, /0.entreprise/)
  assert.match(shown.text, /Nouvelle Venue/)
  assert.equal(double.status, 422)
  assert.match(double.text, /prenez sa fiche/)
})

test('an address that acts for another body takes no page', async () => {
  const { id, siren } = await company('Double jeu', { email: 'association@beffroi.example' })
  await visitor.post(`/companies/${id}/claim`, asked(siren))
  const refused = await visitor.post(await linkTo('association@beffroi.example'))

  assert.equal(refused.status, 422)
  assert.match(refused.text, /agit déjà pour un autre organisme/)
  assert.equal((await findCompany(db, id)).claimedAt, null)
})
