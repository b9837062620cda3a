import {
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Geometry } from 'geojson'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const epcis = pgTable('epcis', {
  siren: text().primaryKey(),
  name: text().notNull(),
  kind: text().notNull(),
  financing: text(),
  source: text().notNull(),
  sourceDate: date('source_date').notNull(),
})

export const communes = pgTable('communes', {
  insee: text().primaryKey(),
  name: text().notNull(),
  nameType: smallint('name_type').notNull(),
  searchName: text('search_name').notNull(),
  departement: text().notNull(),
  region: text().notNull(),
  epciSiren: text('epci_siren').references(() => epcis.siren),
  siren: text(),
  siret: text(),
  postalCodes: text('postal_codes').array().notNull().default([]),
  population: integer(),
  longitude: doublePrecision(),
  latitude: doublePrecision(),
  endedOn: date('ended_on'),
  source: text().notNull(),
  sourceDate: date('source_date').notNull(),
})

export const communeSuccessions = pgTable(
  'commune_successions',
  {
    formerInsee: text('former_insee').notNull(),
    formerName: text('former_name'),
    insee: text()
      .notNull()
      .references(() => communes.insee),
    kind: text({ enum: ['former code', 'déléguée', 'associée'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.formerInsee, table.insee] })],
)

export const contactPoints = pgTable('contact_points', {
  id: uuid().primaryKey(),
  insee: text()
    .notNull()
    .references(() => communes.insee),
  kind: text({ enum: ['email', 'phone', 'website', 'address'] }).notNull(),
  value: text().notNull(),
  label: text(),
  rank: integer().notNull().default(1),
  source: text().notNull(),
  sourceDate: date('source_date'),
  importedAt: moment('imported_at').notNull(),
  endedAt: moment('ended_at'),
  rowHash: text('row_hash'),
})

export const mayors = pgTable('mayors', {
  id: uuid().primaryKey(),
  insee: text()
    .notNull()
    .references(() => communes.insee),
  lastName: text('last_name').notNull(),
  firstName: text('first_name').notNull(),
  civility: text({ enum: ['Madame', 'Monsieur'] }),
  since: date(),
  source: text().notNull(),
  sourceDate: date('source_date'),
  importedAt: moment('imported_at').notNull(),
  endedAt: moment('ended_at'),
})

export const contours = pgTable('contours', {
  insee: text()
    .primaryKey()
    .references(() => communes.insee),
  geometry: jsonb().$type<Geometry>().notNull(),
  source: text().notNull(),
  sourceDate: date('source_date'),
})

export const referenceLoads = pgTable('reference_loads', {
  name: text().primaryKey(),
  version: text().notNull(),
  loadedAt: moment('loaded_at').notNull(),
})
