import type { KnownCommunes } from './known-communes.ts'
import type { Day, Note } from './observation.ts'
import type { SourceRecord } from './records.ts'

/** What a reader needs besides the rows: where communes are, and of when the file is. */
export type ReadingContext = { readonly communes: KnownCommunes; readonly sourceDate: Day }

/** Notes what one record of a format says. */
export type Reader = (record: SourceRecord, context: ReadingContext) => Note[]
