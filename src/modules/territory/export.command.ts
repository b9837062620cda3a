import { writeFile } from 'node:fs/promises'
import { caseColumns, listCases } from '#modules/accompaniment/index.ts'
import { listContours } from '#modules/communes/index.ts'
import { contactColumns, listContacts } from '#modules/contacts/index.ts'
import type { Database } from '#platform/database/database.ts'
import { csvOf, odsOf, type TableColumn } from '#platform/files/write-table.ts'
import type { Module } from '#platform/module.ts'
import { geoJsonOf, territoryColumns } from './territory-export.ts'
import { type Filters, TerritoryFilters } from './territory-filters.ts'
import { listWholeTerritory, searchScope } from './territory-list.queries.ts'

type Options = { readonly format: string; readonly out?: string; readonly filter: string }

/** `./beffroi export`: the lists of the screens, whole, in open formats, for whoever runs the machine. */
export const exportCommand: NonNullable<Module['commands']> = (program, { withWorld }) =>
  program
    .command('export')
    .argument('<liste>', 'territory, contacts ou cases')
    .description('écrit une liste entière dans un format ouvert')
    .option('--format <format>', 'csv, ods, json, ou geojson pour le territoire', 'csv')
    .option(
      '--filter <filtres>',
      'les filtres du territoire, comme dans l’adresse : « stage=written&epci=200042190 »',
      '',
    )
    .option('--out <fichier>', 'le fichier à écrire ; sans lui, la sortie du terminal')
    .action(async (list: string, options: Options) => {
      const bytes = await withWorld(({ db }) => contentOf(db, list, options))
      if (bytes === undefined)
        return program.error(`Rien ne s’exporte sous « ${list} » au format « ${options.format} ».`, {
          exitCode: 2,
        })
      if (options.out) await writeFile(options.out, bytes)
      else process.stdout.write(bytes)
    })

const everyContact = { state: 'all', q: '', page: 1 } as const
const everyCase = { state: 'all', today: '' } as const

async function contentOf(db: Database, list: string, { format, filter }: Options) {
  if (list === 'contacts')
    return tableOf(format, 'Contacts', contactColumns, await listContacts(db, 'terminal', everyContact))
  if (list === 'cases')
    return tableOf(format, 'Accompagnements', caseColumns, await listCases(db, 'terminal', everyCase))
  if (list !== 'territory') return undefined

  const filters: Filters = TerritoryFilters.parse(Object.fromEntries(new URLSearchParams(filter)))
  const rows = await listWholeTerritory(db, await searchScope(db, filters), filters)
  if (format !== 'geojson') return tableOf(format, 'Territoire', territoryColumns, rows)

  const contours = await listContours(db, { insees: rows.map(({ insee }) => insee) })
  return JSON.stringify(geoJsonOf(rows, new Map(contours.map(({ insee, geometry }) => [insee, geometry]))))
}

function tableOf<Row>(
  format: string,
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
) {
  if (format === 'csv') return csvOf(columns, rows)
  if (format === 'ods') return odsOf(name, columns, rows)
  return format === 'json' ? `${JSON.stringify({ count: rows.length, rows })}\n` : undefined
}
