import { openPdfPool, type PdfPool } from './pdf-pool.ts'

let pool: PdfPool | undefined

/** The children that compile PDFs for this whole process; none is started before the first PDF is asked for. */
export function sharedPdfPool(): PdfPool {
  pool ??= openPdfPool()
  return pool
}
