import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { insertEntries, type JournalEntry, lockStages, saveStages } from './journal.queries.ts'
import { type Reach, type Stage, stageAfter } from './stage.ts'

/** A fact about a commune, told in one French sentence. `factKey` names it, so that telling it twice writes it once. */
export type Fact = {
  readonly insee: string
  readonly at: Date
  /** The module's word for it, such as `letter-posted`. */
  readonly kind: string
  readonly sentence: string
  /** The page that shows the thing itself. */
  readonly path?: string
  /** Who did it; absent when the town hall or nobody in particular did. */
  readonly actor?: string
  readonly organisationId?: string
  readonly reaches?: Reach
  readonly factKey?: string
}

/** Writes facts in the journal and moves the communes' stages, in the transaction of the facts themselves. */
export async function recordFacts(db: Database, facts: readonly Fact[]) {
  if (facts.length === 0) return
  const told = await insertEntries(db, facts.map(entryOf))
  const moving = told.filter(({ reaches }) => reaches !== null)
  if (moving.length === 0) return

  const before = await lockStages(db, [...new Set(moving.map(({ insee }) => insee))])
  await saveStages(db, movedStages(before, moving))
}

export const recordFact = (db: Database, fact: Fact) => recordFacts(db, [fact])

const entryOf = (fact: Fact): JournalEntry => ({
  id: newId(),
  insee: fact.insee,
  at: fact.at,
  kind: fact.kind,
  sentence: fact.sentence,
  path: fact.path ?? null,
  actor: fact.actor ?? null,
  organisationId: fact.organisationId ?? null,
  reaches: fact.reaches ?? null,
  factKey: fact.factKey ?? null,
})

function movedStages(before: ReadonlyMap<string, Stage>, entries: readonly JournalEntry[]) {
  const moved = new Map<
    string,
    { insee: string; stage: Exclude<Stage, 'to-write'>; since: Date; entryId: string }
  >()
  for (const { insee, reaches, at, id } of entries) {
    if (reaches === null) continue
    const from = moved.get(insee)?.stage ?? before.get(insee) ?? 'to-write'
    const to = stageAfter(from, reaches)
    if (to !== from && to !== 'to-write') moved.set(insee, { insee, stage: to, since: at, entryId: id })
  }
  return [...moved.values()]
}
