import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addTownHalls } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { opposeAddress, opposeTownHall } from './oppose.action.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId)
const operator = door.as('operator')

/** Runs the job that waits for an import, as the worker of the whole application does. */
async function work(name: string, importId: string) {
  const [row] = await db.execute<{ id: string }>(
    sql`select id from works where subject_id = ${importId} order by created_at desc, id desc limit 1`,
  )
  const job = withoutFrance.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name)
  await job?.run({ importId, workId: row?.id ?? '' }, world)
}

test('a file says which of its rows are in opposition, imports them, and lifts nothing', async () => {
  const at = world.clock()
  await opposeAddress(db, world.config.secret, {
    address: 'Elue@Abscon.example',
    origin: 'lien du courriel',
    at,
  })
  await opposeTownHall(db, { insee: '59172', channel: 'email', origin: 'téléphone', at })
  const csv =
    'insee;email\n59002;elue@abscon.example\n59172;accueil@denain.example\n59032;accueil@aubry.example\n'
  const once = crypto.randomUUID()
  await operator.post('/imports', {
    once,
    file: new File([csv], 'annuaire.csv'),
    url: '',
    sourceLabel: 'Annuaire',
    sourceDate: '2026-01-02',
  })
  await work('communes.check-import', once)
  await operator.post(`/imports/${once}/columns`, { insee: 'insee', email: 'email' })
  await work('communes.check-import', once)
  const report = await operator.get(`/imports/${once}`)
  const opposed = await operator.get(`/imports/${once}/findings.csv?reason=opposed`)
  await operator.post(`/imports/${once}/run`)
  await work('communes.run-import', once)
  const [after] = await db.execute<{ points: number; refusals: number }>(sql`select
    (select count(*)::int from contact_points where value in ('elue@abscon.example', 'accueil@denain.example')) as points,
    (select count(*)::int from opposition_addresses where lifted_at is null)
      + (select count(*)::int from opposition_organisations where lifted_at is null) as refusals`)

  assert.match(report.text, /2 lignes sont en opposition/)
  assert.match(report.text, /restent en opposition/)
  assert.doesNotMatch(report.text, /type="checkbox"/)
  assert.match(opposed.text, /elue@abscon\.example/)
  assert.match(opposed.text, /accueil@denain\.example/)
  assert.doesNotMatch(opposed.text, /accueil@aubry/)
  assert.deepEqual(after, { points: 2, refusals: 2 })
})
