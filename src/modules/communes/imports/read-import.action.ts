import type { Database } from '#platform/database/database.ts'
import { readContent } from '#platform/files/read-content.ts'
import { loadFile } from '#platform/files/stored-files.ts'
import { accept, refuse } from '#values/decision.ts'
import { guessMapping } from './column-mapping.ts'
import { detectFormat } from './detect-format.ts'
import { listKnownCommunes } from './facts.queries.ts'
import type { Import } from './imports.queries.ts'
import { knownCommunes } from './known-communes.ts'
import { previewOf } from './preview.ts'
import { readFile } from './read-file.ts'

/** Reads an import's file: its notes, or why it cannot be read. The same file always gives the same notes. */
export async function readImport(db: Database, { fileId, mapping, ...wish }: Import) {
  const content = readContent((await loadFile(db, fileId ?? '')).bytes)
  if (!content.ok) return content

  const format = wish.format ?? detectFormat(content.value)
  if (format === null) return refuse('unknown-format')
  const preview = format === 'columns' ? previewOf(content.value) : null
  if (preview && !mapping)
    return accept({ format, preview, proposal: guessMapping(preview.header), notes: null })

  const { communes, successions } = await listKnownCommunes(db)
  const notes = readFile(content.value, {
    format,
    mapping: mapping ?? {},
    communes: knownCommunes(communes, successions, wish.acceptedSuccessors),
    sourceDate: wish.sourceDate,
  })
  return notes.ok ? accept({ format, preview, proposal: null, notes: notes.value }) : notes
}
