import { and, asc, count, desc, eq, ilike, ne, or, type SQL, sql } from 'drizzle-orm'
import { users } from '#modules/accounts/index.ts'
import { communes, plainName } from '#modules/communes/index.ts'
import { organisations } from '#modules/organisations/index.ts'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import type { Member } from '#values/visitor.ts'
import type { Case, CaseState, Outcome, Step } from './case.ts'
import type { CaseFilter } from './case-filter.ts'
import { caseSteps, cases, caseTransfers } from './cases.tables.ts'

export type CaseRow = typeof cases.$inferSelect

/** Whose cases may be read: those of the member's organisation, and no other; the machine's terminal reads all. */
export type Reader = Pick<Member, 'organisation'> | 'terminal'

const within = (reader: Reader): SQL | undefined =>
  reader === 'terminal' ? undefined : eq(cases.organisationId, reader.organisation.id)

/** A case with its steps and the names that the screens show. */
export type ShownCase = Case & {
  readonly insee: string
  readonly commune: string
  readonly nameType: number
  readonly goal: string
  readonly contactId: string | null
  readonly waveId: string | null
  readonly organisation: string
  readonly referent: string | null
  readonly openedAt: Date
  readonly openedBy: string
}

/** Adds a case and its steps; false when its form had already been received, or its contact opened another one. */
export async function insertCase(db: Database, row: CaseRow, steps: readonly Step[]): Promise<boolean> {
  const inserted = await db.insert(cases).values(row).onConflictDoNothing().returning({ id: cases.id })
  if (inserted.length > 0) await saveSteps(db, row.id, steps)
  return inserted.length > 0
}

/** One case, if the reader's organisation follows it; otherwise it does not exist for them. */
export async function findCase(db: Database, id: string, reader: Reader): Promise<ShownCase> {
  const [row] = isId(id) ? await selectCases(db).where(and(eq(cases.id, id), within(reader))) : []
  if (!row) throw new NotFound(unknown)
  return shownCase(row, await listSteps(db, id))
}

/** The same, locked until the transaction ends, so that two gestures at once are judged in turn. */
export async function lockCase(db: Database, id: string, reader: Reader): Promise<ShownCase> {
  if (isId(id)) await db.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for('update')
  return findCase(db, id, reader)
}

const unknown = 'Cet accompagnement n’existe pas, ou il est suivi par un autre organisme.'

const names = {
  commune: communes.name,
  nameType: communes.nameType,
  organisation: organisations.name,
  referent: users.name,
}

const selectCases = (db: Database) =>
  db
    .select({ row: cases, ...names })
    .from(cases)
    .innerJoin(communes, eq(communes.insee, cases.insee))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .leftJoin(users, eq(users.id, cases.referentId))

type Selected = Awaited<ReturnType<typeof selectCases>>[number]

function shownCase({ row, ...shownNames }: Selected, steps: readonly Step[]): ShownCase {
  const { id, insee, goal, contactId, waveId, organisationId, referentId, openedAt, openedBy } = row
  const shared = { id, insee, goal, contactId, waveId, organisationId, referentId, openedAt, openedBy, steps }
  const { outcome, closingNote, closedAt, closedBy } = row
  if (!outcome || !closedAt) return { ...shared, ...shownNames, state: 'open' }

  const closing = { outcome, note: closingNote, closedAt, closedBy: closedBy ?? '' }
  return { ...shared, ...shownNames, ...closing, state: 'closed' }
}

async function listSteps(db: Database, caseId: string): Promise<Step[]> {
  const rows = await db
    .select()
    .from(caseSteps)
    .where(eq(caseSteps.caseId, caseId))
    .orderBy(asc(caseSteps.position))
  return rows.map(({ id, title, dueOn, doneAt, doneBy }) => ({
    id,
    title,
    dueOn,
    done: doneAt && doneBy ? { at: doneAt, by: doneBy } : null,
  }))
}

/** Writes a case as its rule left it, steps included. */
export async function saveCase(db: Database, of: Case) {
  const closing =
    of.state === 'closed'
      ? { outcome: of.outcome, closingNote: of.note, closedAt: of.closedAt, closedBy: of.closedBy }
      : { outcome: null, closingNote: '', closedAt: null, closedBy: null }
  const { organisationId, referentId, state } = of
  await db
    .update(cases)
    .set({ organisationId, referentId, state, ...closing })
    .where(eq(cases.id, of.id))
  await db.delete(caseSteps).where(eq(caseSteps.caseId, of.id))
  await saveSteps(db, of.id, of.steps)
}

async function saveSteps(db: Database, caseId: string, steps: readonly Step[]) {
  if (steps.length === 0) return
  await db.insert(caseSteps).values(
    steps.map(({ id, title, dueOn, done }, rank) => ({
      id,
      caseId,
      position: rank + 1,
      title,
      dueOn,
      doneAt: done?.at ?? null,
      doneBy: done?.by ?? null,
    })),
  )
}

/** The case opened from a contact, if any. */
export async function caseOfContact(db: Database, contactId: string): Promise<{ id: string } | undefined> {
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.contactId, contactId))
  return row
}

/** How many other cases of the commune are open, whoever follows them. */
export async function countOtherOpenCases(db: Database, { id, insee }: { id: string; insee: string }) {
  const [row] = await db
    .select({ n: count() })
    .from(cases)
    .where(and(eq(cases.insee, insee), eq(cases.state, 'open'), ne(cases.id, id)))
  return row?.n ?? 0
}

export type CaseTransfer = typeof caseTransfers.$inferSelect

export const saveTransfer = (db: Database, transfer: CaseTransfer) =>
  db.insert(caseTransfers).values(transfer)

export async function hasTransfer(db: Database, id: string) {
  const rows = await db.select({ id: caseTransfers.id }).from(caseTransfers).where(eq(caseTransfers.id, id))
  return rows.length > 0
}

/** Where a case came through, oldest first, with the name of the organisation it left. */
export const listTransfers = (db: Database, caseId: string) =>
  db
    .select({
      at: caseTransfers.at,
      byWhom: caseTransfers.byWhom,
      reason: caseTransfers.reason,
      from: organisations.name,
    })
    .from(caseTransfers)
    .innerJoin(organisations, eq(organisations.id, caseTransfers.fromOrganisationId))
    .where(eq(caseTransfers.caseId, caseId))
    .orderBy(asc(caseTransfers.at))

/** The filter of the list; `today` tells which steps are late. */
export type Asked = Partial<CaseFilter> & { readonly insee?: string; readonly today: string }

/** A line of the list: where the case stands, and the next thing to do. */
export type CaseLine = {
  readonly id: string
  readonly insee: string
  readonly commune: string
  readonly goal: string
  readonly state: CaseState
  readonly outcome: Outcome | null
  readonly organisation: string
  readonly referent: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly steps: number
  readonly done: number
  readonly nextStep: string | null
  readonly nextDueOn: string | null
}

export const casePageSize = 50

// The first step not done, and how many there are: one pass over the steps of each case of the page.
const progress = sql`lateral (
  select count(*)::int as steps, count(done_at)::int as done,
         (array_agg(title order by position) filter (where done_at is null))[1] as next_step,
         (array_agg(due_on order by position) filter (where done_at is null))[1] as next_due_on
  from case_steps where case_id = ${cases.id}) progress`

const matching = (reader: Reader, { state, outcome, referent, insee, late, q, today }: Asked) =>
  and(
    within(reader),
    state && state !== 'all' ? eq(cases.state, state) : undefined,
    outcome && eq(cases.outcome, outcome),
    referent ? eq(cases.referentId, referent) : undefined,
    insee ? eq(cases.insee, insee) : undefined,
    late
      ? and(
          eq(cases.state, 'open'),
          sql`exists (select 1 from case_steps where case_id = ${cases.id} and done_at is null and due_on < ${today})`,
        )
      : undefined,
    q
      ? or(
          ilike(communes.searchName, `%${plainName(q)}%`),
          ilike(cases.goal, `%${q}%`),
          eq(cases.insee, q.toUpperCase()),
        )
      : undefined,
  )

const orders: Record<CaseFilter['sort'], SQL[]> = {
  opened: [desc(cases.openedAt), desc(cases.id)],
  commune: [asc(communes.searchName), desc(cases.openedAt)],
  due: [sql`progress.next_due_on asc nulls last`, desc(cases.openedAt)],
}

const selectLines = (db: Database, reader: Reader, filter: Asked) =>
  db
    .select({
      id: cases.id,
      insee: cases.insee,
      commune: communes.name,
      goal: cases.goal,
      state: cases.state,
      outcome: cases.outcome,
      organisation: organisations.name,
      referent: users.name,
      openedAt: cases.openedAt,
      closedAt: cases.closedAt,
      steps: sql<number>`progress.steps`,
      done: sql<number>`progress.done`,
      nextStep: sql<string | null>`progress.next_step`,
      nextDueOn: sql<string | null>`progress.next_due_on::text`,
    })
    .from(cases)
    .innerJoin(communes, eq(communes.insee, cases.insee))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .leftJoin(users, eq(users.id, cases.referentId))
    .crossJoin(progress)
    .where(matching(reader, filter))
    .orderBy(...orders[filter.sort ?? 'opened'])

/** One page of the list, and how many cases match. */
export async function caseList(db: Database, reader: Reader, filter: Asked) {
  const [total] = await db
    .select({ n: count() })
    .from(cases)
    .innerJoin(communes, eq(communes.insee, cases.insee))
    .where(matching(reader, filter))
  const lines: CaseLine[] = await selectLines(db, reader, filter)
    .limit(casePageSize)
    .offset(((filter.page ?? 1) - 1) * casePageSize)

  return { total: total?.n ?? 0, lines }
}

/** How many cases the reader's organisation follows, closed ones included. */
export async function countCases(db: Database, reader: Reader): Promise<number> {
  const [row] = await db.select({ n: count() }).from(cases).where(within(reader))
  return row?.n ?? 0
}

/** Every case that matches, for an export. */
export const listCases = (db: Database, reader: Reader, filter: Asked): Promise<CaseLine[]> =>
  selectLines(db, reader, filter)

/** The cases of a commune that the reader may see, newest first. */
export const listCasesOfCommune = (db: Database, insee: string, reader: Reader): Promise<CaseLine[]> =>
  selectLines(db, reader, { insee, today: '' })

/** How many town halls of a wave came to a case, and how many of these are autonomous today. */
export async function countCasesOfWave(
  db: Database,
  waveId: string,
): Promise<{ communes: number; autonomous: number }> {
  const [row] = await db.execute<{ communes: number; autonomous: number }>(sql`
    select count(distinct insee)::int as communes,
           count(distinct insee) filter (where outcome = 'autonomous')::int as autonomous
    from cases where wave_id = ${waveId}`)
  return row ?? { communes: 0, autonomous: 0 }
}

/** The town halls of a wave that came to a case, and whether one of its cases left them autonomous. */
export const townHallsAccompanied = (
  db: Database,
  waveId: string,
): Promise<{ insee: string; isAutonomous: boolean }[]> =>
  db
    .select({
      insee: cases.insee,
      isAutonomous: sql<boolean>`coalesce(bool_or(${eq(cases.outcome, 'autonomous')}), false)`,
    })
    .from(cases)
    .where(eq(cases.waveId, waveId))
    .groupBy(cases.insee)

/** A case as the record of a commune shows it. */
export type CaseOfCommune = Pick<
  CaseLine,
  'id' | 'goal' | 'state' | 'outcome' | 'referent' | 'steps' | 'done'
>

/** The cases of a commune that an organisation follows, newest first, as one JSON value: a record is read in one query. */
export const casesOfCommune = (insee: SQL, { organisation }: Pick<Member, 'organisation'>) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', followed.id, 'goal', followed.goal, 'state', followed.state,
    'outcome', followed.outcome, 'referent', u.name, 'steps', progress.steps, 'done', progress.done)
    order by followed.opened_at desc, followed.id desc), '[]')
  from ${cases} followed
  left join ${users} u on u.id = followed.referent_id
  cross join lateral (
    select count(*)::int as steps, count(done_at)::int as done from ${caseSteps} where case_id = followed.id) progress
  where followed.insee = ${insee} and followed.organisation_id = ${organisation.id}::uuid)`
