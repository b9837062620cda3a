import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { Drawn } from './draw.ts'
import { waves } from './waves.tables.ts'

/** Where a wave stands in its draw. */
export type Place = { readonly seed: string; readonly place: number; readonly waves: number }

/** Writes the place of a wave in its draw. */
export const savePlace = (db: Database, id: string, { seed, place, waves: count }: Place, name: string) =>
  db.update(waves).set({ name, drawSeed: seed, drawPlace: place, drawWaves: count }).where(eq(waves.id, id))

/** Writes who the draw put in a wave. */
export const insertMembers = (db: Database, waveId: string, members: readonly Drawn[]) =>
  db.execute(sql`
    insert into wave_members (wave_id, insee, stratum)
    select ${waveId}::uuid, m.insee, m.stratum
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m (insee text, stratum text)`)

/** The waves of one draw, in their order. */
export const listDrawn = (db: Database, seed: string) =>
  db
    .select({ id: waves.id, name: waves.name, place: waves.drawPlace, state: waves.state })
    .from(waves)
    .where(eq(waves.drawSeed, seed))
    .orderBy(asc(waves.drawPlace))

/** How many of each stratum the draw put in a wave. */
export const countStrata = (db: Database, waveId: string) =>
  db.execute<{ stratum: string; townHalls: number }>(sql`
    select stratum, count(*)::int as "townHalls" from wave_members where wave_id = ${waveId}
    group by stratum order by stratum`)

/** SQL that is true of a commune that a wave may write to: any when nothing was drawn, else those drawn. */
export const isDrawnSql = (waveId: string | undefined) =>
  waveId === undefined
    ? sql`true`
    : sql`(not exists (select from wave_members m where m.wave_id = ${waveId})
        or exists (select from wave_members m where m.wave_id = ${waveId} and m.insee = c.insee))`
