import type { Database } from '#platform/database/database.ts'
import { batchesOf } from './batches.ts'
import { communesPerBatch } from './check-import.action.ts'
import { applyPlan, loadKnownFacts } from './facts.queries.ts'
import { countFindings, findingsOf } from './finding.ts'
import { type Follow, unattended } from './follow.ts'
import { fileRefusals } from './import-words.ts'
import { findImport, lockImport, saveImport } from './imports.queries.ts'
import type { Observation } from './observation.ts'
import { type IsOpposed, nobodyOpposes, type Opposed } from './opposed-among.ts'
import { isContactPoint, planImport } from './plan-import.ts'
import { readImport } from './read-import.action.ts'

/**
 * The real run. Each batch is one transaction that also says it is done: whatever stops the run, the next one resumes
 * after the last batch, and running it twice at once writes each batch once.
 */
export async function runImport(
  db: Database,
  id: string,
  follow: Follow = unattended,
  clock = () => new Date(),
  opposed: Opposed = nobodyOpposes,
) {
  const found = await findImport(db, id)
  if (found.state !== 'running') return
  const read = await readImport(db, found)
  if (!read.ok) return saveImport(db, id, { state: 'failed', problem: fileRefusals[read.reason] })

  const batches = batchesOf(read.value.notes ?? [], communesPerBatch)
  for (const [at, batch] of batches.entries()) {
    if (at < found.batchesDone) continue
    if (await follow.isStopped()) return saveImport(db, id, { state: 'stopped' })
    const isOpposed = await opposed(batch.filter(isContactPoint))
    await db.transaction((tx) => importBatch(tx, id, at, { batch, isOpposed }, clock()))
    await follow.progress(at + 1, batches.length)
  }
  await saveImport(db, id, { state: 'done', finishedAt: clock() })
}

type Batch = { readonly batch: readonly Observation[]; readonly isOpposed: IsOpposed }

async function importBatch(tx: Database, id: string, at: number, { batch, isOpposed }: Batch, now: Date) {
  const { batchesDone, sourceLabel, applied } = await lockImport(tx, id)
  if (batchesDone !== at) return

  const plan = planImport(batch, await loadKnownFacts(tx, batch), { source: sourceLabel, isOpposed })
  await applyPlan(tx, plan, sourceLabel, now)
  await saveImport(tx, id, { batchesDone: at + 1, applied: countFindings(findingsOf(plan), applied) })
}
