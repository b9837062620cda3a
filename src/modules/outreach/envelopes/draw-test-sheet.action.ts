import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import type { EnvelopeProfile } from './envelope.ts'

const task = { module: new URL('./test-sheet.letter.ts', import.meta.url).href, name: 'drawTestSheet' }

/** The test sheet of an envelope, as a PDF at its true size. */
export const testSheet = (envelope: EnvelopeProfile, date: Date): Promise<Uint8Array> =>
  sharedPdfPool().run(task, { envelope, date })
