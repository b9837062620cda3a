import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { newId } from '#platform/ids.ts'
import { isPurpose, type Purpose, purposes } from './purpose.ts'
import { registerVersions } from './register.tables.ts'
import { draftEntry, type RegisterKind } from './register-drafts.ts'
import type { EntryText } from './register-entry.ts'

export type RegisterVersion = typeof registerVersions.$inferSelect

/** An entry of the register: whose, for what, and its last version; a draft that nobody saved has none. */
export type RegisterEntry = {
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly kind: RegisterKind
    readonly postalAddress: string
    readonly dpoEmail: string | null
  }
  readonly purpose: Purpose
  readonly text: EntryText
  readonly version?: RegisterVersion
}

/** The whole register: each purpose of each of the two bodies, saved or still a draft. */
export async function listRegister(db: Database): Promise<RegisterEntry[]> {
  const [bodies, versions] = await Promise.all([registerBodies(db), lastVersions(db)])
  const names = { operator: bodies.operator.name, association: bodies.association.name }

  return purposes.flatMap((purpose) =>
    (['operator', 'association'] as const).map((kind) => {
      const { id, name, postalAddress, dpoEmail } = bodies[kind]
      const version = versions.find((one) => one.organisationId === id && one.purpose === purpose)
      const text = version?.text ?? draftEntry(purpose, kind, names)
      return { organisation: { id, name, kind, postalAddress, dpoEmail }, purpose, text, version }
    }),
  )
}

/** One entry; throws NotFound for a body or a purpose that keeps none. */
export async function findEntry(
  db: Database,
  organisationId: string,
  purpose: string,
): Promise<RegisterEntry> {
  const entry = isPurpose(purpose)
    ? (await listRegister(db)).find(
        (one) => one.organisation.id === organisationId && one.purpose === purpose,
      )
    : undefined
  if (!entry) throw new NotFound('Le registre n’a pas cette fiche.')
  return entry
}

/** The entries that a wave of this purpose rests on: one for each body. */
export const entriesOf = async (db: Database, purpose: Purpose) =>
  (await listRegister(db)).filter((entry) => entry.purpose === purpose)

/** What an entry said, newest first. */
export const listVersions = (db: Database, organisationId: string, purpose: Purpose) =>
  db
    .select()
    .from(registerVersions)
    .where(and(eq(registerVersions.organisationId, organisationId), eq(registerVersions.purpose, purpose)))
    .orderBy(desc(registerVersions.number))

/** Those who save or confirm in the register do it one after the other. */
export const lockRegister = (db: Database) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('outreach.register'))`)

type NewVersion = Omit<typeof registerVersions.$inferInsert, 'id'>

export const insertVersion = (db: Database, version: NewVersion) =>
  db.insert(registerVersions).values({ id: newId(), ...version })

/** Confirms a version once; the first person who did stays named. */
export const confirmVersion = (db: Database, id: string, by: string, at: Date) =>
  db
    .update(registerVersions)
    .set({ confirmedAt: at, confirmedBy: by })
    .where(and(eq(registerVersions.id, id), isNull(registerVersions.confirmedAt)))

const lastVersions = (db: Database) =>
  db
    .selectDistinctOn([registerVersions.organisationId, registerVersions.purpose])
    .from(registerVersions)
    .orderBy(registerVersions.organisationId, registerVersions.purpose, desc(registerVersions.number))

async function registerBodies(db: Database) {
  const { operatorId, associationId } = await findProgramme(db)
  const [operator, association] = await Promise.all([
    findOrganisation(db, operatorId),
    findOrganisation(db, associationId),
  ])
  return { operator, association }
}
