import { NotFound } from '#platform/http/refusals.ts'
import { StartRefused } from '#platform/start-refused.ts'

/** Why a start or a command stopped, for whoever typed it: a sentence where we know one, the whole error otherwise. */
export function explainStop(error: unknown): string {
  if (error instanceof StartRefused || error instanceof NotFound) return error.message
  if (isDiskFull(error))
    return 'Le disque est plein. Libérez de la place, puis recommencez : rien d’enregistré n’est perdu.'
  const closed = closedPath(error)
  if (closed)
    return `Ce compte n’a pas le droit d’écrire dans ${closed}. Changez-en les droits, ou choisissez BEFFROI_DATA.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

// 53100 is PostgreSQL's word for ENOSPC
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === '53100' || isDiskFull(error.cause)
}

function closedPath(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? path : undefined
}
