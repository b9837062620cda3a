import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { tallies } from '../deliveries/deliveries.queries.ts'
import type { FrozenMessage } from '../deliveries/email.ts'
import { messages } from '../messages/messages.tables.ts'
import type { Topic } from '../oppositions/opposition.ts'
import type { Purpose } from '../register/purpose.ts'
import type { AddresseeKey, AudienceKind } from './addressee.ts'
import type { WaveChannel } from './audience.ts'
import type { FilterWords } from './audience-filters.ts'
import type { CompanyFilterWords } from './company-filters.ts'
import { senderOf } from './sender.ts'
import { funnelOf, standing } from './wave.ts'
import { waveHandExclusions, waves } from './waves.tables.ts'

export type Wave = typeof waves.$inferSelect

/** What is chosen of a wave before its launch. */
export type WaveChoices = {
  name: string
  messageId: string
  channel: WaveChannel
  /** Town halls unless said. */
  audienceKind?: AudienceKind
  filters: FilterWords & CompanyFilterWords
  recentDays: number
  /** The usual one when it is not said. */
  envelopeId?: string
  postageProduct?: string
  /** In cents; null without a limit. */
  letterBudgetCents?: number | null
  purpose?: Purpose | null
  topic?: Topic
  reminderOf?: string | null
  remindsAgain?: boolean
}

/** One wave; throws NotFound. */
export async function findWave(db: Database, id: string): Promise<Wave> {
  const [wave] = isId(id) ? await db.select().from(waves).where(eq(waves.id, id)) : []
  if (!wave) throw new NotFound('Cette vague n’existe pas.')
  return wave
}

const whereItStands = new Set<string>([
  'state',
  'pausedAt',
  'pausedBy',
  'perMinute',
  'createdAt',
  'createdBy',
  'launchedAt',
  'launchedBy',
  'frozenSubject',
  'frozenBody',
  'frozenSignature',
  'frozenSender',
])

/** What is chosen of a wave: every column, of tomorrow too, but those that say where it stands and how fast it goes. */
export const chosenOf = (wave: Wave) =>
  Object.fromEntries(
    Object.entries(wave).filter(([name]) => name in getTableColumns(waves) && !whereItStands.has(name)),
  )

/** One wave, held until the transaction ends: its choices do not change while they are read. */
export async function lockWave(db: Database, id: string): Promise<Wave> {
  await findWave(db, id)
  const [wave] = await db.select().from(waves).where(eq(waves.id, id)).for('update')
  if (!wave) throw new NotFound('Cette vague n’existe pas.')
  return wave
}

/** Launches go one at a time: two waves never count the same town hall as not yet written to. */
export const lockLaunches = (db: Database) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('outreach.launch'))`)

/** Writes a wave in preparation; the same identifier again (a form posted twice) writes nothing. */
export async function insertWave(db: Database, id: string, choices: WaveChoices, by: string, now: Date) {
  const { id: programmeId } = await findProgramme(db)
  const draft = { programmeId, state: 'draft', createdAt: now, createdBy: by } as const
  await db
    .insert(waves)
    .values({ id, ...choices, ...draft })
    .onConflictDoNothing()
}

/** Changes what a wave in preparation will be; false once it is launched. */
export async function updateDraft(db: Database, id: string, choices: WaveChoices) {
  const changed = await db
    .update(waves)
    .set(choices)
    .where(and(eq(waves.id, id), eq(waves.state, 'draft')))
    .returning({ id: waves.id })
  return changed.length > 0
}

type Freeze = { by: string; now: Date; frozen: FrozenMessage }

export const freezeWave = (db: Database, id: string, { by, now, frozen }: Freeze) =>
  db
    .update(waves)
    .set({
      state: 'launched',
      launchedAt: now,
      launchedBy: by,
      frozenSubject: frozen.subject,
      frozenBody: frozen.body,
      frozenSignature: frozen.signature,
      frozenSender: frozen.sender,
    })
    .where(and(eq(waves.id, id), eq(waves.state, 'draft')))

/** The message of a launched wave, as frozen; throws for a wave in preparation. */
export async function frozenMessage(db: Database, id: string): Promise<FrozenMessage> {
  const { frozenSubject, frozenBody, frozenSignature, frozenSender } = await findWave(db, id)
  if (frozenSubject === null || frozenBody === null || !frozenSender)
    throw new Error(`wave ${id} is not frozen`)

  return { subject: frozenSubject, body: frozenBody, signature: frozenSignature ?? '', sender: frozenSender }
}

/** How many e-mails a minute a person allows a wave; null when it follows its lanes alone. */
export async function waveRate(db: Database, id: string): Promise<number | null> {
  const [wave] = await db.select({ perMinute: waves.perMinute }).from(waves).where(eq(waves.id, id))
  return wave?.perMinute ?? null
}

/** Slows a wave down, or lets it follow its lanes again. */
export const setWaveRate = (db: Database, id: string, perMinute: number | null) =>
  db.update(waves).set({ perMinute }).where(eq(waves.id, id))

/** Stops the e-mails of a wave from leaving; what is being handed over goes to its end. */
export const pauseWave = (db: Database, id: string, by: string, now: Date) =>
  db
    .update(waves)
    .set({ pausedAt: now, pausedBy: by })
    .where(and(eq(waves.id, id), eq(waves.state, 'launched'), isNull(waves.pausedAt)))

export const resumeWave = (db: Database, id: string) =>
  db.update(waves).set({ pausedAt: null, pausedBy: null }).where(eq(waves.id, id))

/** The waves, newest first, with where each stands and its figures. */
export async function listWaves(db: Database) {
  const rows = await db
    .select({ wave: waves, message: messages.name })
    .from(waves)
    .innerJoin(messages, eq(messages.id, waves.messageId))
    .orderBy(desc(sql`coalesce(${waves.launchedAt}, ${waves.createdAt})`), desc(waves.id))
  const counts = await tallies(
    db,
    rows.map(({ wave }) => wave.id),
  )
  return rows.map(({ wave, message }) => {
    const tally = counts.get(wave.id) ?? {}
    return { ...wave, message, standing: standing(wave, tally), funnel: funnelOf(tally) }
  })
}

export type ListedWave = Awaited<ReturnType<typeof listWaves>>[number]

/** Those taken out of a wave by hand, by name. */
export const listHandExclusions = (db: Database, waveId: string) =>
  db
    .select({
      insee: waveHandExclusions.insee,
      companyId: waveHandExclusions.companyId,
      name: sql<string>`coalesce(${communes.name}, ${waveHandExclusions.companyName})`,
      reason: waveHandExclusions.reason,
      cause: waveHandExclusions.cause,
      excludedBy: waveHandExclusions.excludedBy,
    })
    .from(waveHandExclusions)
    .leftJoin(communes, eq(communes.insee, waveHandExclusions.insee))
    .where(eq(waveHandExclusions.waveId, waveId))
    .orderBy(sql`coalesce(${communes.searchName}, lower(${waveHandExclusions.companyName}))`)

export type HandExclusion = Omit<
  typeof waveHandExclusions.$inferInsert,
  'insee' | 'companyId' | 'companyName'
> &
  AddresseeKey

export const insertHandExclusion = (db: Database, exclusion: HandExclusion) =>
  db
    .insert(waveHandExclusions)
    .values(exclusion)
    .onConflictDoUpdate({
      target: [waveHandExclusions.waveId, waveHandExclusions.insee, waveHandExclusions.companyId],
      set: {
        reason: exclusion.reason,
        excludedBy: exclusion.excludedBy,
        cause: exclusion.cause ?? 'excluded-by-hand',
      },
    })

/** Puts back in a wave whom this key names: a town hall's INSEE code, or a company's identifier. */
export const deleteHandExclusion = (db: Database, waveId: string, key: string) =>
  db
    .delete(waveHandExclusions)
    .where(
      and(
        eq(waveHandExclusions.waveId, waveId),
        isId(key) ? eq(waveHandExclusions.companyId, key) : eq(waveHandExclusions.insee, key),
      ),
    )

/** In whose name the programme writes today. */
export async function findSender(db: Database, { mailFrom, baseUrl }: Config) {
  const programme = await findProgramme(db)
  const [operator, association] = await Promise.all([
    findOrganisation(db, programme.operatorId),
    findOrganisation(db, programme.associationId),
  ])
  return senderOf(operator, association, mailFrom, baseUrl)
}
