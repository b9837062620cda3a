import { readText } from '#platform/pdf/read-text.ts'

/** The words of a composed letter, as they will be printed. A task of the PDF pool. */
export const readLetter = (pdf: Uint8Array) => readText(pdf)
