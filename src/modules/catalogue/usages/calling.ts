/** How many calls a referent is handed in a quarter, whoever asks: volunteering must not become a help desk. */
export const callsAQuarter = 3

/** The day a calendar quarter began, and the one it ends. */
export function quarterOf(now: Date) {
  const first = Math.floor(now.getUTCMonth() / 3) * 3
  const from = new Date(Date.UTC(now.getUTCFullYear(), first, 1))
  const until = new Date(Date.UTC(now.getUTCFullYear(), first + 3, 1))
  return { from, until }
}
