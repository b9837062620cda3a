export { findStage, type JournalEntry, listJournal } from './journal.queries.ts'
export { communeStages } from './journal.tables.ts'
export { type Fact, recordFact, recordFacts } from './record.action.ts'
export { type Reach, type Stage, stageNames, stages } from './stage.ts'
