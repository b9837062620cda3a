import type { Database } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { openWork } from '#platform/jobs/works.ts'
import { accept, refuse } from '#values/decision.ts'
import { checkImportJob } from './check-import.job.ts'
import { mayBeChecked } from './import.ts'
import { lockImport, type NewImport, saveImport } from './imports.queries.ts'

type Choices = Partial<Pick<NewImport, 'mapping' | 'acceptedSuccessors' | 'format'>>

/** Asks for the dry run of an import, again when a person chose its columns or accepted a successor. */
export function requestCheck(db: Database, id: string, choices: Choices = {}) {
  return db.transaction(async (tx) => {
    const { state, fileName } = await lockImport(tx, id)
    if (!mayBeChecked(state)) return refuse('already-run')

    await saveImport(tx, id, { ...choices, ...blank })
    const workId = await openWork(tx, { kind: 'import', subjectId: id, title: `Vérification de ${fileName}` })
    await enqueue(tx, checkImportJob, { importId: id, workId }, { singletonKey: workId })
    return accept(workId)
  })
}

const blank = {
  state: 'uploaded',
  problem: null,
  counts: {},
  applied: {},
  batchesDone: 0,
  finishedAt: null,
} as const
