const fewest = 20

/**
 * A source that suddenly speaks of fewer than half the communes it spoke of is likely cut short: a person must say
 * that it is meant. Below twenty communes, half is not a sign of anything.
 */
export const isSuspiciouslyShort = ({ before, now }: { before: number; now: number }) =>
  before >= fewest && now < before / 2
