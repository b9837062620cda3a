export { findStage, type JournalEntry, listJournal } from './journal.queries.ts'
// For the joins of a screen; these tables are written to by this module alone.
export { communeStages, journalEntries } from './journal.tables.ts'
export { type Fact, recordFact, recordFacts } from './record.action.ts'
export { type Reach, type Stage, stageAfter, stageNames, stages } from './stage.ts'
