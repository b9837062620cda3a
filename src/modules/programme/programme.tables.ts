import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The partnership's undertaking: one database serves one programme. */
export const programmes = pgTable('programmes', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  operatorId: uuid('operator_id').notNull(),
  associationId: uuid('association_id').notNull(),
  networkId: uuid('network_id'),
  foundedAt: moment('founded_at').notNull(),
  foundedBy: text('founded_by').notNull(),
})

/** The communes of the programme's perimeter. */
export const perimeterCommunes = pgTable(
  'perimeter_communes',
  { programmeId: uuid('programme_id').notNull(), insee: text().notNull() },
  (table) => [primaryKey({ columns: [table.programmeId, table.insee] })],
)

/** What entered and left the perimeter, when and by whose hand. */
export const perimeterChanges = pgTable('perimeter_changes', {
  id: uuid().primaryKey(),
  programmeId: uuid('programme_id').notNull(),
  kind: text({ enum: ['added', 'removed'] }).notNull(),
  insees: text().array().notNull(),
  at: moment('at').notNull(),
  byWhom: text('by_whom').notNull(),
  undoesId: uuid('undoes_id'),
})
