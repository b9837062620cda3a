import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { answersOfWave, findContact } from '#modules/contacts/index.ts'
import { findStage, listJournal } from '#modules/journal/index.ts'
import { newId } from '#platform/ids.ts'
import { answerAs, foundPartnership, postLetter } from '#test/partnership.ts'
import { openDoor } from '#test/visit.ts'
import type { Member } from '#values/visitor.ts'
import { caseList, countCasesOfWave, findCase, listCasesOfCommune, listTransfers } from './cases.queries.ts'
import { cases } from './cases.tables.ts'
import {
  changeCaseReferent,
  closeCase,
  finishCaseStep,
  handOverCase,
  moveCaseStep,
  reopenCase,
} from './follow-case.action.ts'
import { openCase } from './open-case.action.ts'

const door = await openDoor()
const { db } = door.world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})
const at = new Date('2026-11-23T09:00:00Z')

const memberOf = (role: 'operator' | 'association', name: string): Member => ({
  role,
  userId: role,
  name,
  email: '',
  organisation: { id: door.organisationId(role), name },
})
const operator = memberOf('operator', 'Claire Delattre')
const association = memberOf('association', 'Karim Benali')

const fileServer = { contactId: null, goalKey: 'file-server', goal: '', referentId: null } as const

async function opened(insee: string) {
  const id = newId()
  const decision = await openCase(db, { ...fileServer, id, insee }, association, at)
  assert.ok(decision.ok)
  return id
}

test('a case opened from a contact settles it, keeps its wave, and accompanies the commune', async () => {
  const { code, waveId } = await postLetter(db, '59002')
  const contactId = await answerAs(db, code, 'need', at)
  const id = newId()

  await openCase(db, { ...fileServer, id, insee: '', contactId, referentId: 'association' }, association, at)

  assert.equal((await findCase(db, id, association)).referent, 'Karim Benali')
  assert.equal((await findCase(db, id, association)).steps[0]?.dueOn, '2026-12-07')
  assert.equal(
    (await findContact(db, contactId, association)).settlement,
    'Accompagnement ouvert : Serveur de fichiers',
  )
  assert.equal((await findStage(db, '59002')).stage, 'accompanied')
  assert.deepEqual(await countCasesOfWave(db, waveId), { communes: 1, autonomous: 0 })
  assert.equal((await answersOfWave(db, waveId)).communes, 1)
})

test('a contact opens one case: the same form twice, then another form', async () => {
  const { code } = await postLetter(db, '59481')
  const contactId = await answerAs(db, code, 'call-back', at)
  const form = { ...fileServer, id: newId(), insee: '', contactId }

  await openCase(db, form, association, at)
  await openCase(db, form, association, at)
  const other = await openCase(db, { ...form, id: newId() }, association, at)

  assert.deepEqual(other, { ok: false, reason: 'contact-has-case' })
  assert.equal((await db.select().from(cases).where(eq(cases.contactId, contactId))).length, 1)
})

test('a case ends with the commune autonomous, and resumes with its reason', async () => {
  const id = await opened('59564')

  await closeCase(db, id, { outcome: 'autonomous', note: '' }, association, at)
  assert.equal((await findStage(db, '59564')).stage, 'autonomous')

  await reopenCase(db, id, 'Le serveur est en panne.', association, at)
  assert.equal((await findStage(db, '59564')).stage, 'accompanied')
})

test('an abandoned case leaves the commune in contact only when it was its last open one', async () => {
  const [first, second] = [await opened('59172'), await opened('59172')]

  await closeCase(db, first, { outcome: 'abandoned', note: 'Plus de temps.' }, association, at)
  assert.equal((await findStage(db, '59172')).stage, 'accompanied')

  await closeCase(db, second, { outcome: 'partly', note: 'Sauvegarde à faire.' }, association, at)
  assert.equal((await findStage(db, '59172')).stage, 'in-contact')
})

test('a step done enters the journal once; moving steps does not', async () => {
  const id = await opened('59002')
  const [visit] = (await findCase(db, id, association)).steps
  assert.ok(visit)

  await finishCaseStep(db, id, visit.id, association, at)
  await finishCaseStep(db, id, visit.id, association, at)
  await moveCaseStep(db, id, visit.id, 'later', association)

  const facts = (await listJournal(db, '59002')).filter(({ path }) => path === `/cases/${id}`)
  assert.deepEqual(facts.map(({ kind }) => kind).toSorted(), ['case-opened', 'case-step-done'])
  assert.equal((await findCase(db, id, association)).steps[1]?.id, visit.id)
})

test('a case is seen by the organisation that follows it, and by no other', async () => {
  const id = await opened('59002')

  await assert.rejects(findCase(db, id, operator), /suivi par un autre organisme/)
  await assert.rejects(
    closeCase(db, id, { outcome: 'autonomous', note: '' }, operator, at),
    /suivi par un autre organisme/,
  )
  const filter = { today: '2027-01-01' }
  assert.equal((await caseList(db, operator, filter)).total, 0)
  assert.equal((await listCasesOfCommune(db, '59002', operator)).length, 0)
  assert.ok((await caseList(db, association, { ...filter, late: true })).total > 0)
})

test('a case handed over changes sides with its trace, once', async () => {
  const id = await opened('59002')
  const given = { transferId: newId(), reason: 'Il s’agit de signature électronique.' }

  await handOverCase(db, id, given, association, at)
  await handOverCase(db, id, given, association, at)

  await assert.rejects(findCase(db, id, association))
  assert.equal((await findCase(db, id, operator)).referentId, null)
  assert.deepEqual(
    (await listTransfers(db, id)).map(({ reason }) => reason),
    ['Il s’agit de signature électronique.'],
  )
})

test('the referent is a colleague of the organisation', async () => {
  const id = await opened('59002')

  assert.equal((await changeCaseReferent(db, id, 'operator', association, at)).ok, false)
  assert.equal((await changeCaseReferent(db, id, 'association', association, at)).ok, true)
})
