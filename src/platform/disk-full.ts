/** Whether an error comes from a full disk: the system's ENOSPC, or PostgreSQL's word for it (53100), however wrapped. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === '53100' || isDiskFull(error.cause)
}

/** What to tell whoever was at work. */
export const diskFullSentence =
  'Le disque est plein. Libérez de la place, puis recommencez : rien d’enregistré n’est perdu.'
