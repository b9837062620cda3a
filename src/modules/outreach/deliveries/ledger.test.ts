import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import type { Mail, Receipt, Transport } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { opposeAddress, opposeTownHall } from '../oppositions/oppose.action.ts'
import { standing } from '../waves/wave.ts'
import { findWave, frozenMessage, insertWave, pauseWave, resumeWave } from '../waves/waves.queries.ts'
import { tallyOf } from './deliveries.queries.ts'
import { deliveries, deliveryEvents } from './deliveries.tables.ts'
import { audienceOf, type DeliveryState, deliveryStates, mayMove } from './delivery.ts'
import { emailOf } from './email-of.action.ts'
import { deliveryOfAttempt, eventsOf } from './events.queries.ts'
import { beginHandOver, claim, recoverLeases, settle } from './ledger.queries.ts'
import { messageIdOf } from './message-id.ts'
import { returnTokens, takeTokens } from './rates.queries.ts'
import { matchWaitingEvents, recordEvent } from './record-event.action.ts'
import { handOver, sendDelivery, writeResult } from './send-delivery.action.ts'
import { sendWave } from './send-wave.job.ts'
import { sendAgain, settleAsAccepted } from './settle-doubt.action.ts'

const start = new Date('2026-11-02T09:00:00Z')
let now = start
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

/** A server that says what it is told to, and remembers what it was handed. */
function server(say: (mail: Mail) => Receipt = () => ({ outcome: 'accepted', answer: '250 OK' })) {
  const handed: Mail[] = []
  const mail: Transport = {
    name: 'outbox',
    close: () => {},
    send: async (message) => {
      handed.push(message)
      return say(message)
    },
  }
  return { handed, mail }
}

const base = await freshWorld({ clock: () => now })
const { db } = base
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
await seedMessages(db, start)
const [message] = (await listMessages(db)).filter(({ name }) => name.includes('courriel'))

/** A wave of e-mails to the four villages, launched at nine o'clock; earlier waves are forgotten. */
async function launched(world: World = base) {
  now = start
  await db.execute(sql`alter table deliveries disable trigger deliveries_follow_arrows`)
  await db.execute(sql`alter table delivery_events disable trigger delivery_events_append_only`)
  await db.execute(sql`delete from delivery_events`)
  await db.execute(sql`delete from deliveries`)
  await db.execute(sql`truncate opposition_organisations`)
  await db.execute(sql`truncate opposition_addresses`)
  await db.execute(sql`delete from commune_stages`)
  await db.execute(sql`delete from send_rates`)
  await db.execute(sql`alter table deliveries enable trigger deliveries_follow_arrows`)
  await db.execute(sql`alter table delivery_events enable trigger delivery_events_append_only`)
  const id = newId()
  const choices = {
    name: 'Vague',
    messageId: message?.id ?? '',
    channel: 'email',
    filters: {},
    recentDays: 30,
  } as const
  await insertWave(db, id, choices, 'Claire', start)
  const decision = await launchReadyWave(world, id, 'Claire')
  assert.deepEqual(decision.ok ? [] : decision, [])
  return id
}

const rowsOf = (waveId: string) =>
  db.select().from(deliveries).where(eq(deliveries.waveId, waveId)).orderBy(deliveries.id)
const statesOf = async (waveId: string) => (await rowsOf(waveId)).map(({ state }) => state)
const take = (waveId: string, token: string, limit = 10, until = after(2)) =>
  claim(db, { waveId, lane: 'default', limit, token, until })
const one = async (waveId: string) => {
  const token = newId()
  const [id = ''] = await take(waveId, token, 1)
  return { id, token }
}
const rowOf = async (id: string) => {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
  assert.ok(row)
  return row
}

test('the database holds the same arrows as the drawing', async () => {
  const pairs = deliveryStates.flatMap((from) => deliveryStates.map((to) => ({ from, to })))
  const allowed = await db.transaction(async (tx) => {
    await tx.execute(sql`create temp table arrows (state text, origin text, target text) on commit drop`)
    await tx.execute(sql`create trigger follow before update on arrows
      for each row execute function deliveries_follow_arrows()`)
    await tx.execute(sql`insert into arrows select p."from", p."from", p."to"
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p ("from" text, "to" text)`)
    await tx.execute(sql`do $$ declare arrow record; begin
      for arrow in select ctid, * from arrows loop
        begin
          update arrows set state = arrow.target where ctid = arrow.ctid;
        exception when others then null;
        end;
      end loop; end $$`)
    return tx.execute<{ arrow: string }>(
      sql`select origin || ' → ' || target as arrow from arrows where state = target and origin <> target`,
    )
  })
  const drawn = pairs.filter(({ from, to }) => mayMove(from, to)).map(({ from, to }) => `${from} → ${to}`)

  assert.deepEqual(allowed.map(({ arrow }) => arrow).sort(), drawn.sort())
})

test('a delivery is never deleted', async () => {
  const waveId = await launched()

  await assert.rejects(db.execute(sql`delete from deliveries where wave_id = ${waveId}`), (error: Error) =>
    /never deleted/.test(String(error.cause)),
  )
})

test('L1: a message that one sender holds is not given to another, and only the holder writes its result', async () => {
  const waveId = await launched()
  const [mine, theirs] = [newId(), newId()]
  const [first, second] = await Promise.all([take(waveId, mine, 3), take(waveId, theirs, 3)])
  const [id = ''] = first

  assert.equal(new Set([...first, ...second]).size, 4)
  assert.equal(await beginHandOver(db, { id, token: theirs, now, until: after(15) }), undefined)
  assert.ok(await beginHandOver(db, { id, token: mine, now, until: after(15) }))
  assert.equal(await settle(db, id, theirs, { state: 'accepted', now }), false)
  assert.equal(await settle(db, id, mine, { state: 'accepted', now }), true)
})

test('L1: two senders at once write to each town hall once', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  const run = () => sendWave.run({ waveId }, world)

  await Promise.all([run(), run(), run()])

  assert.equal(handed.length, 4)
  assert.equal(new Set(handed.map(({ to }) => to)).size, 4)
  assert.deepEqual(new Set(await statesOf(waveId)), new Set(['accepted']))
})

test('L2: a town hall that opposes after the launch is not taken, even if its row was not yet put aside', async () => {
  const waveId = await launched()
  const [row] = await rowsOf(waveId)
  await db.execute(sql`insert into opposition_organisations (id, insee, channel, since, origin)
    values (${newId()}, ${row?.insee}, 'all', now(), 'téléphone')`)

  const taken = await take(waveId, newId())

  assert.equal(taken.length, 3)
  assert.ok(!taken.includes(row?.id ?? ''))
})

test('L2: the holder of an address who opposes is not written to, whatever town hall uses it', async () => {
  const waveId = await launched()
  await opposeAddress(db, base.config.secret, {
    address: ' Mairie@Denain.example ',
    origin: 'courriel',
    at: now,
  })

  const taken = await take(waveId, newId())

  assert.equal(taken.length, 3)
  assert.equal((await tallyOf(db, waveId)).excluded, 1)
})

test('L3: the ledger says that a message is leaving before it leaves, and what came of it just after', async () => {
  const seen: DeliveryState[] = []
  const { mail } = server()
  const watching: Transport = {
    ...mail,
    send: async (message) => {
      // Read on another connection: only what is committed is seen.
      const [row] = await db.select().from(deliveries).where(eq(deliveries.messageId, message.messageId))
      seen.push(row?.state ?? 'planned')
      return mail.send(message)
    },
  }
  const world = { ...base, mail: watching }
  const waveId = await launched(world)

  await sendWave.run({ waveId }, world)

  assert.deepEqual(seen, ['in_flight', 'in_flight', 'in_flight', 'in_flight'])
  assert.deepEqual(new Set(await statesOf(waveId)), new Set(['accepted']))
})

test('L4: a sender killed before the hand-over loses nothing: the message is sent by the next one', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  const { id } = await one(waveId)
  // killed here

  assert.deepEqual(await recoverLeases(db, after(1)), { freed: 0, doubtful: 0 })
  assert.deepEqual(await recoverLeases(db, after(2)), { freed: 1, doubtful: 0 })
  await sendWave.run({ waveId }, world)

  assert.equal((await rowOf(id)).state, 'accepted')
  assert.equal(handed.length, 4)
})

test('L4: a sender killed after it said the message was leaving leaves a doubt, never sent again by the program', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  const { id, token } = await one(waveId)
  await handOver(world, id, token)
  // killed here, before or after the server took it: nobody knows

  assert.deepEqual(await recoverLeases(db, after(14)), { freed: 0, doubtful: 0 })
  assert.deepEqual(await recoverLeases(db, after(16)), { freed: 0, doubtful: 1 })
  await sendWave.run({ waveId }, world)
  now = after(60 * 24 * 30)
  await sendWave.run({ waveId }, world)

  assert.equal((await rowOf(id)).state, 'uncertain')
  assert.equal(handed.length, 3)
})

test('L4: a sender killed after the server accepted, before it could write so, leaves the same doubt', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  const { id, token } = await one(waveId)
  const begun = await handOver(world, id, token)
  assert.ok(begun)
  await mail.send(emailOf(base.config, begun, await frozenMessage(db, waveId)))
  // killed here

  await recoverLeases(db, after(16))
  await sendWave.run({ waveId }, world)

  assert.equal((await rowOf(id)).state, 'uncertain')
  assert.equal(handed.filter(({ messageId }) => messageId === begun.messageId).length, 1)
})

test('L4: a sender that comes back after its lease sends nothing, and an answer that comes back late is evidence', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  const frozen = await frozenMessage(db, waveId)
  const slow = await one(waveId)
  const late = await one(waveId)
  const begun = await handOver(world, late.id, late.token)
  assert.ok(begun)
  now = after(16)
  await recoverLeases(db, now)

  await sendDelivery(world, slow.id, slow.token, frozen)
  now = after(17)
  const receipt = { outcome: 'accepted', answer: '250 OK' } as const
  const isWritten = await writeResult(world, { delivery: begun, token: late.token, subject: '', receipt })

  assert.equal(handed.length, 0)
  assert.equal(isWritten, false)
  assert.equal((await rowOf(late.id)).state, 'uncertain')
  assert.deepEqual(
    (await eventsOf(db, late.id)).map(({ kind }) => kind),
    ['uncertain', 'late-accepted'],
  )
})

test('L5: nothing is held in the database while the server is spoken to', async () => {
  const idle: number[] = []
  const { mail } = server()
  const watching: Transport = {
    ...mail,
    send: async (message) => {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%'`,
      )
      idle.push(row?.n ?? -1)
      return mail.send(message)
    },
  }
  const world = { ...base, mail: watching }
  const waveId = await launched(world)

  await sendWave.run({ waveId }, world)

  assert.deepEqual(idle, [0, 0, 0, 0])
})

test('L6: the Message-ID of an attempt is always the same, and another attempt has another', async () => {
  const waveId = await launched()
  const [row] = await rowsOf(waveId)
  const id = row?.id ?? ''

  assert.equal(row?.messageId, messageIdOf(id, 1, 'localhost'))
  assert.notEqual(messageIdOf(id, 1, 'localhost'), messageIdOf(id, 2, 'localhost'))
  assert.match(
    messageIdOf(id, 1, 'cdg.example'),
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f-]+@cdg\.example$/,
  )
})

test('L7: a person may send a doubt again: a new attempt with their name and a reason, in the journal too', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  const { id, token } = await one(waveId)
  await handOver(world, id, token)
  await recoverLeases(db, after(16))

  const decision = await sendAgain(world, id, { by: 'Claire Delattre', reason: 'le relais n’en a pas trace' })
  await sendWave.run({ waveId }, world)

  assert.equal(decision.ok, true)
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.attempt], ['accepted', 2])
  assert.ok(handed.some(({ messageId }) => messageId === messageIdOf(id, 2, 'localhost')))
  const events = await eventsOf(db, id)
  assert.deepEqual(events.find(({ kind }) => kind === 'sent-again')?.byWhom, 'Claire Delattre')
  const [told] = await db.execute<{ actor: string; sentence: string }>(
    sql`select actor, sentence from journal_entries where fact_key = ${`delivery/${id}/2/sent-again`}`,
  )
  assert.equal(told?.actor, 'Claire Delattre')
  assert.match(told?.sentence ?? '', /le relais n’en a pas trace/)
})

test('L7: what was accepted is not sent again, nor what an opposed town hall would receive', async () => {
  const world = { ...base, ...server() }
  const waveId = await launched(world)
  const { id, token } = await one(waveId)
  await handOver(world, id, token)
  await recoverLeases(db, after(16))
  await opposeTownHall(db, {
    insee: (await rowOf(id)).insee ?? '',
    channel: 'all',
    origin: 'téléphone',
    at: now,
  })
  await sendWave.run({ waveId }, world)
  const accepted = (await rowsOf(waveId)).find(({ state }) => state === 'accepted')

  const ruling = { by: 'Claire', reason: 'pour voir' }
  assert.deepEqual(await sendAgain(world, id, ruling), { ok: false, reason: 'opposed' })
  assert.deepEqual(await sendAgain(world, accepted?.id ?? '', ruling), {
    ok: false,
    reason: 'not-resendable',
  })
})

test('L7: a person may say that a doubt did arrive, and the commune is then written to', async () => {
  const waveId = await launched()
  const { id, token } = await one(waveId)
  await handOver(base, id, token)
  await recoverLeases(db, after(16))

  const ruling = { by: 'Claire', reason: 'la mairie l’a sous les yeux' }
  assert.equal((await settleAsAccepted(base, id, ruling)).ok, true)
  assert.deepEqual(await settleAsAccepted(base, id, ruling), { ok: false, reason: 'not-in-doubt' })
  const [stage] = await db.execute<{ stage: string }>(
    sql`select stage from commune_stages where insee = ${(await rowOf(id)).insee}`,
  )
  assert.equal(stage?.stage, 'written')
})

test('the token of an attempt finds its delivery, even when another attempt followed', async () => {
  const waveId = await launched()
  const { id, token } = await one(waveId)
  await handOver(base, id, token)
  await recoverLeases(db, after(16))
  await sendAgain(base, id, { by: 'Claire', reason: 'essai' })
  const attempt = (number: number) => messageIdOf(id, number, 'localhost').replace(/@.*/, '')

  assert.equal(await deliveryOfAttempt(db, attempt(1)), id)
  assert.equal(await deliveryOfAttempt(db, attempt(2)), id)
  assert.equal(await deliveryOfAttempt(db, attempt(3)), undefined)
})

test('L8: an event told twice counts once, and cannot be changed', async () => {
  const world = { ...base, ...server() }
  const waveId = await launched(world)
  await sendWave.run({ waveId }, world)
  const [row] = await rowsOf(waveId)
  const bounce = {
    source: 'relay',
    sourceEventId: 'b-1',
    kind: 'bounced',
    messageId: row?.messageId ?? '',
    at: now,
  } as const

  assert.equal((await recordEvent(db, bounce)).isNew, true)
  assert.equal((await recordEvent(db, bounce)).isNew, false)
  assert.equal((await tallyOf(db, waveId)).bounced, 1)
  await assert.rejects(
    db.execute(sql`update delivery_events set kind = 'accepted' where source_event_id = 'b-1'`),
  )
})

test('L9: an event that comes before its delivery is known is kept, and matched later', async () => {
  const waveId = await launched()
  const { id, token } = await one(waveId)
  const messageId = messageIdOf(id, 2, 'localhost')
  const early = { source: 'relay', sourceEventId: 'e-1', kind: 'bounced', messageId, at: now } as const
  assert.deepEqual(await recordEvent(db, early), { isNew: true, deliveryId: undefined })

  await handOver(base, id, token)
  await recoverLeases(db, after(16))
  await sendAgain(base, id, { by: 'Claire', reason: 'essai' })
  await sendWave.run({ waveId }, { ...base, ...server() })

  assert.equal(await matchWaitingEvents(db), 1)
  assert.equal(await matchWaitingEvents(db), 0)
  assert.equal((await rowOf(id)).state, 'bounced')
})

test('L10: everything is rendered before the first message leaves', async () => {
  const waveId = await launched()

  for (const { state, messageValues, messageId, replyCode, address } of await rowsOf(waveId)) {
    assert.equal(state, 'rendered')
    assert.ok(messageValues && messageId && replyCode && address)
  }
})

test('L12: a wave is finished only when nothing is outside a final state, and a doubt keeps it to be settled', async () => {
  const world = { ...base, ...server() }
  const waveId = await launched(world)
  const where = async () => standing(await findWave(db, waveId), await tallyOf(db, waveId))
  assert.equal(await where(), 'under-way')

  const { id, token } = await one(waveId)
  await handOver(world, id, token)
  await sendWave.run({ waveId }, world)
  assert.equal(await where(), 'under-way')
  await recoverLeases(db, after(16))
  assert.equal(await where(), 'to-settle')
  await settleAsAccepted(world, id, { by: 'Claire', reason: 'vu' })
  assert.equal(await where(), 'finished')
  assert.equal(audienceOf(await tallyOf(db, waveId)), 4)
})

test('L13: a sender that has spent its rate towards a receiver waits, and a restart forgets nothing', async () => {
  await launched()
  const orange = { sender: 'relay', lane: 'orange', perMinute: 20 }

  assert.equal(await takeTokens(db, orange, 15, start), 15)
  assert.equal(await takeTokens(db, orange, 15, start), 5)
  assert.equal(await takeTokens(db, orange, 15, start), 0)
  assert.equal(await takeTokens(db, { ...orange, lane: 'other' }, 15, start), 15)
  assert.equal(await takeTokens(db, orange, 15, after(0.5)), 10)
  await returnTokens(db, orange, 4)
  assert.equal(await takeTokens(db, orange, 15, after(0.5)), 4)
})

test('a busy server is tried again later under the same Message-ID, and given up after 48 hours', async () => {
  const { handed, mail } = server(() => ({ outcome: 'refused-temporary', answer: '421 busy' }))
  const world = { ...base, mail }
  const waveId = await launched(world)
  await sendWave.run({ waveId }, world)
  const [row] = await rowsOf(waveId)
  assert.deepEqual([row?.state, row?.retryAt], ['refused_temporary', after(5)])

  now = after(4)
  await sendWave.run({ waveId }, world)
  assert.equal(handed.length, 4)
  for (const minutes of [5, 20, 80, 320, 1040, 2480, 48 * 60]) {
    now = after(minutes)
    await sendWave.run({ waveId }, world)
  }

  assert.equal(handed.length, 4 * 8)
  assert.equal(new Set(handed.map(({ messageId }) => messageId)).size, 4)
  const [end] = await rowsOf(waveId)
  assert.deepEqual([end?.state, end?.reason], ['refused_permanent', 'expired'])
})

test('a paused wave sends nothing until it is resumed', async () => {
  const { handed, mail } = server()
  const world = { ...base, mail }
  const waveId = await launched(world)
  await pauseWave(db, waveId, 'Claire', now)
  await sendWave.run({ waveId }, world)
  assert.equal(handed.length, 0)

  await resumeWave(db, waveId)
  await sendWave.run({ waveId }, world)
  assert.equal(handed.length, 4)
})

test('a transport that breaks while it speaks leaves a doubt', async () => {
  const { mail } = server(() => {
    throw new Error('socket hang up')
  })
  const world = { ...base, mail }
  const waveId = await launched(world)

  await sendWave.run({ waveId }, world)

  assert.deepEqual(new Set(await statesOf(waveId)), new Set(['uncertain']))
  const [event] = await db.select().from(deliveryEvents)
  assert.equal(event?.detail.answer, 'socket hang up')
})
