import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import type { Mail, Receipt, Transport } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme, villages } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import {
  endContactPoint,
  sayContactPoint,
} from '../../src/modules/communes/contact-points/contact-points.queries.ts'
import { checkImport } from '../../src/modules/communes/imports/check-import.action.ts'
import { receiveImport } from '../../src/modules/communes/imports/create-import.action.ts'
import { saveImport } from '../../src/modules/communes/imports/imports.queries.ts'
import { runImport } from '../../src/modules/communes/imports/run-import.action.ts'
import { releaseImport } from '../../src/modules/communes/imports/start-import.action.ts'
import { companiesToInvite } from '../../src/modules/companies/invitations/companies-to-invite.queries.ts'
import { hearCompany } from '../../src/modules/outreach/deliveries/hear-company.action.ts'
import { claim, lanesOf, recoverLeases } from '../../src/modules/outreach/deliveries/ledger.queries.ts'
import { markAnswered } from '../../src/modules/outreach/deliveries/mark-answered.action.ts'
import { recordEvent } from '../../src/modules/outreach/deliveries/record-event.action.ts'
import { handOver } from '../../src/modules/outreach/deliveries/send-delivery.action.ts'
import { sendWave } from '../../src/modules/outreach/deliveries/send-wave.job.ts'
import { sendAgain, settleAsAccepted } from '../../src/modules/outreach/deliveries/settle-doubt.action.ts'
import { lettersOf, listLots, setPages, updateLot } from '../../src/modules/outreach/lots/lots.queries.ts'
import { markLot } from '../../src/modules/outreach/lots/mark-lot.action.ts'
import { listMessages, seedMessages } from '../../src/modules/outreach/messages/messages.queries.ts'
import { isForCompanies } from '../../src/modules/outreach/messages/models.ts'
import { lift } from '../../src/modules/outreach/oppositions/lift-opposition.action.ts'
import {
  opposeAddress,
  opposeCompany,
  opposeTownHall,
} from '../../src/modules/outreach/oppositions/oppose.action.ts'
import { opposedAmong } from '../../src/modules/outreach/oppositions/opposed-among.queries.ts'
import { listOppositions } from '../../src/modules/outreach/oppositions/opposition-list.queries.ts'
import { tellCompaniesToInvite } from '../../src/modules/outreach/waves/companies-to-invite.ts'
import { insertWave } from '../../src/modules/outreach/waves/waves.queries.ts'
import { breaks, companies, mailboxes, noRefusal, places, type Refusals } from './model.ts'
import type { Step } from './steps.ts'

/** A way to break the program on purpose, to see that a property finds it. */
export type Fault =
  | 'claims-without-asking'
  | 'import-lifts'
  | 'invitation-lifts'
  | 'goes-back'
  | 'forgets-a-row'

type Addressed = { insee: string | null; company: string | null }

const companyAt = (rank: number) => companies[rank % companies.length]?.id ?? ''

/** Everything a story needs: the real actions on a real database, a server that answers as told, and the model beside. */
export async function openStage() {
  let now = new Date('2026-11-02T09:00:00Z')
  let refusals: Refusals = noRefusal()
  let say: (mail: Mail) => Promise<Receipt>
  const broken: string[] = []
  const mail: Transport = {
    name: 'outbox',
    close: () => {},
    async send(message) {
      const [row] = await db.execute<Addressed>(
        sql`select insee, company_id as company from deliveries where message_id = ${message.messageId}`,
      )
      const { insee = null, company = null } = row ?? {}
      if (breaks({ insee, company, channel: 'email', address: message.to }, refusals))
        broken.push(`handed over ${message.to} of ${insee ?? company}`)
      return say(message)
    },
  }
  const base = await freshWorld({ clock: () => now })
  const world: World = { ...base, mail }
  const { db } = world
  const { secret } = world.config
  const { programmeId } = await foundProgramme(db)
  await addTownHalls(db, programmeId, villages)
  await seedMessages(db, now)
  const messages = await listMessages(db)
  const messageId = messages.find(({ name }) => name.includes('courriel'))?.id ?? ''
  const invitationId = messages.find(isForCompanies)?.id ?? ''
  tellCompaniesToInvite(companiesToInvite)
  await watchMoves()

  /** The moves are written down by the database, and its own guard put to sleep: only the program holds the arrows. */
  async function watchMoves() {
    await db.execute(sql`create table moves (origin text, target text)`)
    await db.execute(sql`create function write_move() returns trigger language plpgsql as $$
      begin insert into moves values (old.state, new.state); return new; end $$`)
    await db.execute(sql`create trigger write_moves after update of state on deliveries
      for each row when (old.state <> new.state) execute function write_move()`)
    await db.execute(sql`alter table deliveries disable trigger deliveries_follow_arrows`)
  }

  async function begin() {
    refusals = noRefusal()
    broken.length = 0
    now = new Date(now.getTime() + 3_600_000)
    await db.execute(sql`truncate opposition_organisations, opposition_addresses, commune_successions, contact_points,
      deliveries, delivery_events, lots, wave_hand_exclusions, waves, commune_stages, journal_entries, moves, send_rates,
      imports, import_findings, companies cascade`)
    await db.execute(sql`update communes set ended_on = null`)
    for (const [rank, { insee }] of villages.entries())
      await point(insee, 'email', mailboxes[rank]?.[0] ?? '')
    for (const { id, mailbox } of companies)
      await db.execute(sql`insert into companies (id, name, email, source, source_date, created_at)
        values (${id}, ${`Entreprise ${id.slice(-1)}`}, ${mailbox === undefined ? null : mailboxes[mailbox][0]}, 'Annuaire',
          ${now.toISOString()}::date, ${now.toISOString()})`)
    for (const [rank, [place]] of places.entries())
      await point(rank === 0 ? '59032' : '59172', 'address', place)
  }

  const point = (insee: string, kind: 'email' | 'address', value: string) =>
    sayContactPoint(db, { insee, kind, value, label: null, by: 'Claire', at: now })
  const waveIds = async () =>
    (await db.execute<{ id: string }>(sql`select id from waves order by id`)).map(({ id }) => id)
  const inState = async (states: readonly string[]) =>
    (
      await db.execute<{ id: string }>(sql`select id from deliveries
        where state in (select jsonb_array_elements_text(${JSON.stringify(states)}::jsonb)) order by id`)
    ).map(({ id }) => id)
  const refuseTownHall = async (insee: string, channel: 'all' | 'email' | 'letter') => {
    refusals.townHalls.set(insee, new Set([...(refusals.townHalls.get(insee) ?? []), channel]))
    await db.transaction((tx) => opposeTownHall(tx, { insee, channel, origin: 'téléphone', at: now }))
  }
  const spelt = (spellings: readonly string[], rank: number) => spellings[rank % spellings.length] ?? ''

  /** What nothing but a person with a request may do: the fault of an action that lifts. */
  async function liftAll(by: string) {
    for (const table of ['opposition_addresses', 'opposition_organisations'])
      await db.execute(sql`update ${sql.identifier(table)} set lifted_at = ${now.toISOString()}, lifted_by = ${by},
        lifting_evidence = ${by}, lifting_requested_on = ${now.toISOString()} where lifted_at is null`)
  }

  const acts: {
    [Name in Step['do']]: (step: Extract<Step, { do: Name }>, fault?: Fault) => Promise<unknown>
  } = {
    async import({ insee, mailbox, spelling }, fault) {
      const text = `insee;email\n${insee};${spelt(mailboxes[mailbox] ?? [], spelling)}\n`
      const id = newId()
      const from = { name: 'f.csv', mediaType: '', bytes: new TextEncoder().encode(text) }
      const wanted = {
        id,
        from,
        format: null,
        sourceLabel: 'Annuaire',
        sourceDate: '2026-10-01',
        createdBy: 'Ana',
      }
      await receiveImport(db, wanted, now)
      await saveImport(db, id, { mapping: { insee: 'insee', email: 'email' } })
      const opposed = (points: Parameters<typeof opposedAmong>[1]) => opposedAmong(world, points)
      await checkImport(db, id, { opposed })
      const released = await releaseImport(db, id)
      if (released.ok) await runImport(db, id, undefined, () => now, opposed)
      if (fault === 'import-lifts') await liftAll('import')
    },
    async say({ insee, mailbox, place }) {
      await point(insee, 'email', mailboxes[mailbox]?.[0] ?? '')
      await point(insee, 'address', places[place]?.[0] ?? '')
    },
    async end({ insee }) {
      const [known] = await db.execute<{ id: string }>(
        sql`select id from contact_points where insee = ${insee} and ended_at is null limit 1`,
      )
      if (known) await endContactPoint(db, insee, known.id, now)
    },
    // As the reference does on the first of January: Denain joins Bouchain.
    async merge() {
      refusals.successors.set('59172', '59092')
      await db.execute(sql`update communes set ended_on = '2026-01-01' where insee = '59172'`)
      await db.execute(sql`insert into commune_successions (former_insee, former_name, insee, kind)
        values ('59172', 'Denain', '59092', 'déléguée') on conflict do nothing`)
    },
    oppose: ({ insee, channel }) => refuseTownHall(insee, channel as 'all' | 'email' | 'letter'),
    async 'oppose-mailbox'({ mailbox, spelling }) {
      refusals.mailboxes.add(mailbox)
      const address = spelt(mailboxes[mailbox] ?? [], spelling)
      await opposeAddress(db, secret, { address, origin: 'lien du courriel', at: now })
    },
    async 'oppose-place'({ place, spelling }) {
      refusals.places.add(place)
      await opposeAddress(db, secret, {
        address: spelt(places[place] ?? [], spelling),
        origin: 'courrier',
        at: now,
      })
    },
    async 'lift-without-evidence'() {
      for (const { id } of await inForce()) {
        const empty = await lift(world, id, { words: ' ', requestedOn: day(now), by: 'Claire' })
        const old = await lift(world, id, { words: 'un courriel', requestedOn: '2020-01-01', by: 'Claire' })
        if (empty.ok || old.ok) broken.push(`lifted ${id} without evidence`)
      }
    },
    async 'lift-with-evidence'() {
      const [first] = (await inForce()).filter(({ insee }) => insee !== null)
      if (!first?.insee) return
      const lifted = await lift(world, first.id, {
        words: 'un courriel',
        requestedOn: day(now),
        by: 'Claire',
      })
      if (lifted.ok) refusals.townHalls.get(first.insee)?.delete(first.channel)
    },
    async launch({ way }) {
      const id = newId()
      const choices = { name: 'Vague', messageId, channel: way, filters: {}, recentDays: 0 } as const
      await insertWave(db, id, choices as Parameters<typeof insertWave>[2], 'Claire', now)
      const decision = await launchReadyWave(world, id)
      if (!decision.ok) return
      for (const lot of await listLots(db, id)) {
        const letters = await lettersOf(db, lot.id)
        const pages = letters.map(({ id: letter }, rank) => ({ id: letter, first: rank + 1, last: rank + 1 }))
        await setPages(db, pages)
        await updateLot(db, lot.id, { state: 'composed', checkedAt: now })
      }
    },
    async invite(_, fault) {
      const id = newId()
      if (fault === 'invitation-lifts') await liftAll('invitation')
      const invitation = { name: 'Invitation', messageId: invitationId, channel: 'email' } as const
      const toCompanies = {
        audienceKind: 'companies',
        purpose: 'census',
        filters: {},
        recentDays: 0,
      } as const
      await insertWave(db, id, { ...invitation, ...toCompanies }, 'Claire', now)
      await launchReadyWave(world, id)
    },
    async 'oppose-company'({ company }) {
      const companyId = companyAt(company)
      refusals.companies.add(companyId)
      const said = { companyName: 'Entreprise', channel: 'all', origin: 'téléphone', at: now } as const
      await db.transaction((tx) => opposeCompany(tx, { companyId, ...said }))
    },
    'answer-company': ({ company }) =>
      db.transaction((tx) =>
        hearCompany(tx, { companyId: companyAt(company), at: now, words: 'Oui', key: newId() }),
      ),
    withdraw: ({ company }) =>
      db.execute(sql`update companies set withdrawn_at = ${now.toISOString()}, withdrawn_reason = 'à sa demande'
        where id = ${companyAt(company)}`),
    async send({ outcome, midway }, fault) {
      let refused = midway
      say = async () => {
        const insee = refused
        refused = undefined
        if (insee) await refuseTownHall(insee, 'email')
        return { outcome, answer: 'comme dit' }
      }
      for (const waveId of await waveIds()) {
        if (fault === 'claims-without-asking') await claimAll(waveId)
        else await sendWave.run({ waveId }, world)
      }
    },
    async crash({ isHandedOver }) {
      for (const waveId of await waveIds())
        for (const lane of await lanesOf(db, waveId)) {
          const token = newId()
          const until = new Date(now.getTime() + 60_000)
          const ids = await claim(db, { waveId, lane, limit: 3, token, until })
          if (isHandedOver && ids[0]) await handOver(world, ids[0], token)
        }
      now = new Date(now.getTime() + 30 * 60_000)
      await recoverLeases(db, now)
    },
    async 'send-again'() {
      for (const id of await inState(['uncertain', 'refused_permanent', 'bounced']))
        await sendAgain(world, id, { by: 'Claire', reason: 'on essaie encore' })
    },
    async event({ kind }) {
      const rows = await db.execute<{ message_id: string }>(
        sql`select message_id from deliveries where message_id is not null order by id`,
      )
      const [first] = rows
      if (first)
        await recordEvent(db, {
          source: 'relay',
          sourceEventId: newId(),
          kind: kind as 'accepted',
          messageId: first.message_id,
          at: now,
        })
    },
    async settle() {
      const [doubt] = await inState(['uncertain'])
      if (doubt) await settleAsAccepted(world, doubt, { by: 'Claire', reason: 'la mairie le dit' })
    },
    answer: ({ insee }) => db.transaction((tx) => markAnswered(tx, { insee, at: now })),
    async lot({ takenOut }) {
      for (const waveId of await waveIds())
        for (const { id, state } of await listLots(db, waveId)) {
          const step = { composed: 'printed', printed: 'enclosed', enclosed: 'posted' }[state as 'composed']
          if (!step) continue
          const posting = step === 'posted' ? { on: day(now), proof: '', takenOut } : undefined
          await markLot(world, id, { step: step as 'posted', by: 'Claire', posting })
          if (step === 'posted') await lookAtPosted(id)
        }
    },
  }

  async function lookAtPosted(lotId: string) {
    for (const { insee, companyId: company, state, address } of await lettersOf(db, lotId))
      if (
        state === 'posted' &&
        breaks({ insee, company, channel: 'letter', address: address ?? '' }, refusals)
      )
        broken.push(`posted to ${insee}`)
  }

  /** The claim as it would be if it asked nobody. */
  const claimAll = (waveId: string) =>
    db.transaction(async (tx) => {
      const rows = await tx.execute<Addressed & { address: string }>(sql`
        update deliveries set state = 'claimed', claim_token = gen_random_uuid(), claim_until = now()
        where wave_id = ${waveId} and state = 'rendered' returning insee, company_id as company, address`)
      for (const row of rows)
        if (breaks({ ...row, channel: 'email' }, refusals)) broken.push(`claimed ${row.address}`)
    })

  const inForce = () => listOppositions(db, { q: '', state: 'active' }, new Date(0))
  const day = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(at)

  /** What a sender would take now, in a transaction that is undone. */
  async function lookAtClaims() {
    for (const waveId of await waveIds())
      await db
        .transaction(async (tx) => {
          for (const lane of await lanesOf(tx, waveId)) {
            const until = new Date(now.getTime() + 60_000)
            const ids = await claim(tx, { waveId, lane, limit: 100, token: newId(), until })
            const rows = await tx.execute<
              Addressed & { address: string }
            >(sql`select insee, company_id as company, address from deliveries
              where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`)
            for (const row of rows)
              if (breaks({ ...row, channel: 'email' }, refusals)) broken.push(`may claim ${row.address}`)
          }
          throw undone
        })
        .catch((error) => {
          if (error !== undone) throw error
        })
  }
  const undone = new Error('undone')

  async function act(step: Step, fault?: Fault) {
    now = new Date(now.getTime() + 60_000)
    await (acts[step.do] as (step: Step, fault?: Fault) => Promise<unknown>)(step, fault)
    if (fault === 'goes-back')
      await db.execute(sql`update deliveries set state = 'rendered' where state = 'accepted'`)
    if (fault === 'forgets-a-row') await db.execute(sql`delete from deliveries where state = 'excluded'`)
  }

  return {
    begin,
    act,
    lookAtClaims,
    broken: broken as readonly string[],
    moves: () =>
      db.execute<{ origin: string; target: string }>(sql`select distinct origin, target from moves`),
    /** For each launched wave, the town halls of its perimeter, or the census, on the day of its launch and the rows of its ledger. */
    tallies: () =>
      db.execute<{ wave: string; rows: number; communes: number }>(sql`
        select w.id as wave, count(d.id)::int as rows, count(distinct coalesce(d.insee, d.company_id::text))::int as communes
        from waves w left join deliveries d on d.wave_id = w.id where w.state = 'launched' group by w.id`),
    audienceToday: async (step: Step) =>
      step.do === 'invite'
        ? companies.length
        : ((
            await db.execute<{ n: number }>(sql`select count(*)::int as n from perimeter_communes pc
          join communes c on c.insee = pc.insee and c.ended_on is null`)
          )[0]?.n ?? 0),
    waveIds,
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
