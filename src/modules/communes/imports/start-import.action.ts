import type { Database } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { latestWork, openWork, requestStop } from '#platform/jobs/works.ts'
import { accept } from '#values/decision.ts'
import { mayRun } from './import.ts'
import { lockImport, saveImport } from './imports.queries.ts'
import { runImportJob } from './run-import.job.ts'

type Word = { readonly isShortAccepted?: boolean }

/** Marks an import as running when it may, without running it. */
export function releaseImport(db: Database, id: string, { isShortAccepted = false }: Word = {}) {
  return db.transaction(async (tx) => {
    const found = await lockImport(tx, id)
    const decision = mayRun({ ...found, isShortAccepted: found.isShortAccepted || isShortAccepted })
    if (!decision.ok) return decision

    await saveImport(tx, id, { state: 'running', isShortAccepted })
    return accept(found)
  })
}

/** Runs an import for real, in the background. */
export function startImport(db: Database, id: string, word: Word = {}) {
  return db.transaction(async (tx) => {
    const released = await releaseImport(tx, id, word)
    if (!released.ok) return released

    const workId = await openWork(tx, {
      kind: 'import',
      subjectId: id,
      title: `Import de ${released.value.fileName}`,
    })
    await enqueue(tx, runImportJob, { importId: id, workId }, { singletonKey: workId })
    return accept(workId)
  })
}

/** Asks the import to stop at its next batch; what is written stays, and it can be resumed. */
export async function stopImport(db: Database, id: string) {
  const work = await latestWork(db, 'import', id)
  if (!work) return
  await requestStop(db, work.id)
  const asked = await latestWork(db, 'import', id)
  const found = await lockImport(db, id)
  // it had not begun: no job will say that it stopped
  if (asked?.state === 'stopped' && found.state === 'running') await saveImport(db, id, { state: 'stopped' })
}
