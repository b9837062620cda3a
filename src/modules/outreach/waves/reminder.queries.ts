import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

/** SQL that is true of a town hall that a wave was meant for: it received something, or was about to. */
export const wasMeantSql = (insee: SQL, waveId: string) => sql`exists (
  select from deliveries d where d.wave_id = ${waveId} and d.insee = ${insee} and d.state <> 'excluded')`

type Reminder = { readonly of: string; readonly isAgain: boolean }

/**
 * SQL that says why a town hall of a wave is not reminded: nothing reached it, it complained, or it was reminded once
 * already. An e-mail that bounced and a letter that came back did leave: the other way is tried.
 */
export const reminderExclusionSql = (insee: SQL, { of, isAgain }: Reminder) => sql`(
  select case
    when d.state = 'complained' then 'complained'
    when d.state not in ('accepted', 'bounced', 'posted', 'returned', 'replied', 'answered') then 'not-reached'
    when ${!isAgain} and (
      exists (select from waves w where w.id = ${of} and w.reminder_of is not null)
      or exists (select from waves r join deliveries rd on rd.wave_id = r.id and rd.state <> 'excluded'
                 where r.reminder_of = ${of} and rd.insee = ${insee}))
      then 'already-reminded'
    end
  from deliveries d where d.wave_id = ${of} and d.insee = ${insee} and d.state <> 'excluded' limit 1)`

/** The reminders of a wave, oldest first. */
export const listReminders = (db: Database, waveId: string) =>
  db.execute<{ id: string; name: string; state: 'draft' | 'launched' }>(sql`
    select id, name, state from waves where reminder_of = ${waveId} order by created_at, id`)
