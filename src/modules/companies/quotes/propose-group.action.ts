import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { proposeGroup } from './quote-list.queries.ts'
import { writeToTownHall } from './quote-mails.job.ts'

type Proposal = { readonly id: string; readonly need: string; readonly words: string; readonly by: string }

/** Proposes to the town halls that ask for the same thing to ask together: each reads it and answers on its own page. */
export function proposeGrouping({ db, clock }: World, proposal: Proposal) {
  const at = clock()
  return db.transaction(async (tx) => {
    const requests = await proposeGroup(tx, { ...proposal, at }, isoDate(at))
    if (requests.length === 0) return refuse('nothing-to-group')
    for (const requestId of requests) await enqueue(tx, writeToTownHall, { requestId, kind: 'grouping' })
    return accept(requests.length)
  })
}
