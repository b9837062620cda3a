import type { Database } from '#platform/database/database.ts'
import { type FetchLimits, fetchFile } from '#platform/files/fetch-file.ts'
import { largestFile } from '#platform/files/read-content.ts'
import { batchesOf } from './batches.ts'
import { countCommunesOf, loadKnownFacts } from './facts.queries.ts'
import { type Counts, countFindings, findingsOf, refusalFinding, setAsideFinding } from './finding.ts'
import { type Follow, unattended } from './follow.ts'
import { type Format, officialSources } from './formats.ts'
import { fetchRefusals, fileRefusals } from './import-words.ts'
import { clearFindings, findImport, type Import, insertFindings, saveImport } from './imports.queries.ts'
import type { Note } from './observation.ts'
import { nobodyOpposes, type Opposed } from './opposed-among.ts'
import { isContactPoint, planImport } from './plan-import.ts'
import { readImport } from './read-import.action.ts'
import { keepFile, openFile } from './receive-file.action.ts'

export const communesPerBatch = 1000

type Checking = {
  readonly follow?: Follow
  readonly opposed?: Opposed
  readonly allowsPrivate?: boolean
  readonly now?: Date
}

/**
 * The dry run: fetches the file if need be, reads it, and writes the report of what importing it would do. Nothing
 * else changes. A sheet whose columns nobody named waits for a person to name them.
 */
export async function checkImport(db: Database, id: string, checking: Checking = {}) {
  const fetched = await ensureFile(db, await findImport(db, id), checking)
  if (!fetched.ok) return saveImport(db, id, { state: 'failed', problem: fetched.problem })

  const read = await readImport(db, fetched.found)
  if (!read.ok) return saveImport(db, id, { state: 'failed', problem: fileRefusals[read.reason] })

  const { format, preview, notes } = read.value
  const sourceLabel = fetched.found.sourceLabel || sourceOf(format, fetched.found.fileName)
  await saveImport(db, id, { format, preview, sourceLabel, problem: null })
  if (notes === null) return

  const counts = await report(db, id, { notes, format, sourceLabel }, checking)
  if (counts) await saveImport(db, id, { state: 'checked', counts })
}

const sourceOf = (format: Format, fileName: string) =>
  format === 'columns' ? fileName : officialSources[format].name

type Fetched = { ok: true; found: Import } | { ok: false; problem: string }

async function ensureFile(db: Database, found: Import, checking: Checking): Promise<Fetched> {
  if (found.fileId || !found.sourceUrl) return { ok: true, found }

  const fetched = await fetchFile(found.sourceUrl, fetchLimits(checking.allowsPrivate ?? false))
  if (!fetched.ok) return { ok: false, problem: { ...fileRefusals, ...fetchRefusals }[fetched.reason] }
  const file = openFile(fetched.value)
  if (!file.ok) return { ok: false, problem: fileRefusals[file.reason] }

  const fileId = await db.transaction(async (tx) => {
    const kept = await keepFile(tx, file.value, checking.now ?? new Date())
    await saveImport(tx, found.id, { fileId: kept, fileName: file.value.name })
    return kept
  })
  return { ok: true, found: { ...found, fileId, fileName: file.value.name } }
}

const fetchLimits = (allowsPrivate: boolean): FetchLimits => ({
  largest: largestFile,
  patience: 5 * 60_000,
  allowsPrivate,
})

type Read = { readonly notes: readonly Note[]; readonly format: Format; readonly sourceLabel: string }

/** Writes the report in batches; gives its counts, or nothing when it was stopped. */
async function report(db: Database, id: string, { notes, format, sourceLabel }: Read, checking: Checking) {
  const { follow = unattended, opposed = nobodyOpposes } = checking
  await clearFindings(db, id)
  const others = notes.flatMap((note) => {
    if (note.fact === 'refusal') return [refusalFinding(note)]
    return note.fact === 'set-aside' ? [setAsideFinding(note)] : []
  })
  await insertFindings(db, id, others, 0)

  const batches = batchesOf(notes, communesPerBatch)
  let counts: Counts = countFindings(others)
  let position = others.length
  let communes = 0
  for (const [at, batch] of batches.entries()) {
    if (await follow.isStopped()) return undefined
    const isOpposed = await opposed(batch.filter(isContactPoint))
    const plan = planImport(batch, await loadKnownFacts(db, batch), { source: sourceLabel, isOpposed })
    const findings = findingsOf(plan)
    await insertFindings(db, id, findings, position)
    counts = countFindings(findings, counts)
    position += findings.length
    communes += new Set(batch.map(({ insee }) => insee)).size
    await follow.progress(at + 1, batches.length)
  }
  return {
    ...counts,
    communes,
    communesBefore: await countCommunesOf(db, sourceLabel, tableOf(format, notes)),
  }
}

function tableOf(format: Format, notes: readonly Note[]) {
  if (format === 'contours') return 'contours'
  return notes.some(({ fact }) => fact === 'contact-point') ? 'contact_points' : 'mayors'
}
