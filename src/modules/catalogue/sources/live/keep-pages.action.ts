import { communeIndex, departements } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { importReadings } from '../../publiccode/imports/import-readings.action.ts'
import type { RecordFinding, RecordInput } from '../../software/record.ts'
import { saveRecords } from '../../software/save-record.action.ts'
import { matchBody, plainly, type Search } from './body-name.ts'
import { saveCompanyHints, saveUserHints, softwareOfSill } from './hints.queries.ts'
import type { RunCounts } from './live.tables.ts'
import type { LiveEntry, LivePage, UserHint } from './live-reading.ts'
import type { LiveSource } from './live-source.ts'

type Placed = { readonly entry: LiveEntry; readonly softwareId: string }

/** The search of names among all the communes of France; give the database itself. */
export async function bodySearch(db: Database) {
  const index = await communeIndex(db)
  const names = new Set(departements.map(({ name }) => plainly(name)))
  const search: Search = (text) => (text === '' ? [] : index.search(text, { limit: 8 }))
  return ({ name, kind }: Pick<UserHint, 'name' | 'kind'>) => matchBody(name, kind, search, names)
}
type Match = Awaited<ReturnType<typeof bodySearch>>

/** Keeps what a catalogue says; give a transaction. May run twice: what is already held changes nothing. */
export async function keepPages(
  tx: Database,
  source: LiveSource,
  pages: readonly LivePage[],
  { match, now }: { readonly match: Match; readonly now: Date },
): Promise<RunCounts> {
  const entries = pages.flatMap((page) => page.entries)
  const files = pages.flatMap((page) => page.files)
  const findings = await saveRecords(tx, recordsOf(entries), { now })
  const changes = [...(await keepFiles(tx, files, now)), ...findings.map(({ change }) => change)]
  const placed = await placedEntries(tx, entries, findings)
  const users = placed.flatMap(({ entry, softwareId }) =>
    entry.users.map((user) => ({ ...user, softwareId, ...match(user) })),
  )
  const companies = placed.flatMap(({ entry, softwareId }) =>
    entry.companies.map((company) => ({ ...company, softwareId })),
  )
  await saveUserHints(tx, source, users, now)
  await saveCompanyHints(tx, source, companies, now)

  const count = (change: string) => changes.filter((one) => one === change).length
  const level = (wanted: string) => users.filter((user) => user.level === wanted).length
  return {
    pages: pages.length,
    read: entries.length + files.length,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    leftOut: pages.reduce((sum, page) => sum + page.leftOut.length, 0) + count('refused'),
    unknown: entries.length - placed.length,
    companies: companies.length,
    clear: level('clear'),
    doubtful: level('doubtful'),
    none: level('none'),
  }
}

async function keepFiles(tx: Database, files: readonly LivePage['files'][number][], now: Date) {
  const findings = await importReadings(tx, files, { source: 'italia', now })
  return findings.map(({ finding }) => finding)
}

const recordsOf = (entries: readonly LiveEntry[]): RecordInput[] =>
  entries.flatMap(({ record }) => (record ? [record] : []))

/** The sheet of each entry: that of its record, or the one that the SILL knows by its number. */
async function placedEntries(
  tx: Database,
  entries: readonly LiveEntry[],
  held: readonly RecordFinding[],
): Promise<Placed[]> {
  const bySill = await softwareOfSill(
    tx,
    entries.flatMap(({ record, sillId }) => (record === null && sillId ? [sillId] : [])),
  )
  let next = 0
  return entries.flatMap((entry) => {
    const softwareId = entry.record ? held[next++]?.softwareId : bySill.get(entry.sillId ?? '')
    return softwareId ? [{ entry, softwareId }] : []
  })
}
