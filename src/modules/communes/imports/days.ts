import type { Day } from './observation.ts'

/** Reads a day as official files write it (31/12/2026 or 2026-12-31, an hour may follow); null when it is not one. */
export function parseDay(text: string): Day | null {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text.trim())
  const iso = french
    ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
    : text.trim().slice(0, 10)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso)

  return isDay ? iso : null
}
