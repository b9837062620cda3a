import { dirname } from 'node:path'
import { diskFullSentence, isDiskFull } from '#platform/disk-full.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { StartRefused } from '#platform/start-refused.ts'

/** Why a start or a command stopped, for whoever typed it: a sentence where we know one, the whole error otherwise. */
export function explainStop(error: unknown): string {
  if (error instanceof StartRefused || error instanceof NotFound) return error.message
  if (isDiskFull(error)) return diskFullSentence
  const closed = closedPath(error)
  if (closed)
    return `Ce compte n’a pas le droit d’écrire dans ${closed}. Changez-en les droits, ou choisissez BEFFROI_DATA.`
  const notFolder = notFolderPath(error)
  if (notFolder) return `${notFolder} n’est pas un dossier. Choisissez-en un autre dans BEFFROI_DATA.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function closedPath(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? path : undefined
}

function notFolderPath(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException
  return code === 'ENOTDIR' && path ? dirname(path) : undefined
}
