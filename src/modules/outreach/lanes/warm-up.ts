/** What bounds a day on a lane. */
export type DayLimit = {
  readonly perDay: number | null
  readonly warmUpStart: number | null
  readonly warmUpGrowth: number
}

/**
 * How many messages a lane may have on a day of its warm-up (the first is day 0): 50, then half as many again each day, up
 * to the day's own limit. Undefined when nothing bounds it.
 */
export function allowedOnDay(
  { perDay, warmUpStart, warmUpGrowth }: DayLimit,
  day: number,
): number | undefined {
  const warmed =
    warmUpStart === null ? Number.POSITIVE_INFINITY : Math.floor(warmUpStart * warmUpGrowth ** day)
  const allowed = Math.min(warmed, perDay ?? Number.POSITIVE_INFINITY)
  return Number.isFinite(allowed) ? allowed : undefined
}
