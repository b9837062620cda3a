/** What is known of a town hall's coordinates in time; `collectedAt` is absent for what is no personal data. */
export type Keeping = { readonly collectedAt?: Date; readonly lastHeardAt?: Date }

const years = 3

/**
 * From when retention runs: the collection, or the last contact that came FROM the town hall (an answer, a call). What we
 * send renews nothing (CNIL, référentiel de gestion commerciale: three years).
 */
export function keptSince({ collectedAt, lastHeardAt }: Keeping) {
  if (!collectedAt) return undefined

  return lastHeardAt && lastHeardAt > collectedAt ? lastHeardAt : collectedAt
}

/** Whether coordinates may no longer be written to: three years to the day are past. */
export function isPastRetention(keeping: Keeping, now: Date) {
  const since = keptSince(keeping)
  if (!since) return false

  const end = new Date(since)
  end.setUTCFullYear(end.getUTCFullYear() + years)
  return end <= now
}
