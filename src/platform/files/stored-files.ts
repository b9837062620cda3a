import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { NotFound } from '../http/refusals.ts'
import { newId } from '../ids.ts'
import { storedFileBytes, storedFiles } from './stored-files.tables.ts'

/** A file as it is received or composed. */
export type ReceivedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Keeps a file in the caller's transaction; gives its identifier. */
export async function storeFile(db: Database, { name, mediaType, bytes }: ReceivedFile, now: Date) {
  const id = newId()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db
    .insert(storedFiles)
    .values({ id, name, mediaType, sizeBytes: bytes.length, sha256, createdAt: now })
  await db.insert(storedFileBytes).values({ fileId: id, bytes: gzipSync(bytes, { level: 3 }) })
  return id
}

/** A kept file with its bytes, as they were given; throws NotFound. */
export async function loadFile(db: Database, id: string): Promise<ReceivedFile> {
  const [file] = await db
    .select({ name: storedFiles.name, mediaType: storedFiles.mediaType, bytes: storedFileBytes.bytes })
    .from(storedFiles)
    .innerJoin(storedFileBytes, eq(storedFileBytes.fileId, storedFiles.id))
    .where(eq(storedFiles.id, id))
  if (!file) throw new NotFound('Ce fichier n’existe pas.')

  return { ...file, bytes: gunzipSync(file.bytes) }
}
