import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { sendWave } from '../src/modules/outreach/deliveries/send-wave.job.ts'
import { listMessages } from '../src/modules/outreach/messages/messages.queries.ts'
import { isForCompanies } from '../src/modules/outreach/messages/models.ts'
import { insertWave } from '../src/modules/outreach/waves/waves.queries.ts'

/** Where the companies of a test come from: the census that Beffroi ships stays out of it. */
export const testSource = 'Annuaire d’essai'

type Given = { readonly name: string; readonly email?: string; readonly claimed?: boolean }

/** Writes companies in the census; gives their identifiers, in the same order. */
export async function addCompanies(db: Database, given: readonly Given[]) {
  const ids = given.map(() => newId())
  for (const [rank, { name, email }] of given.entries())
    await db.execute(sql`insert into companies (id, name, email, source, source_date, created_at)
      values (${ids[rank] ?? ''}, ${name}, ${email ?? null}, ${testSource}, current_date, now())`)
  return ids
}

/** Prepares a wave to the companies of the test, as the form does; gives its identifier. */
export async function prepareInvitation({ db, clock }: World, recentDays = 180) {
  const [message] = (await listMessages(db)).filter(isForCompanies)
  const id = newId()
  const choices = {
    name: 'Recensement',
    messageId: message?.id ?? '',
    channel: 'email',
    audienceKind: 'companies',
    purpose: 'census',
    filters: { source: testSource },
    recentDays,
  } as const
  await insertWave(db, id, choices, 'Claire Delattre', clock())
  return id
}

/** Sends what a launched wave has ready, as the job does. */
export const sendInvitations = (world: World, waveId: string) => sendWave.run({ waveId }, world)
