const minutes = (n: number) => n * 60_000
const hours = (n: number) => minutes(60 * n)

const delays = [minutes(5), minutes(15), hours(1), hours(4), hours(12), hours(24)]
const patience = hours(48)

/** What to do after a temporary refusal: when to try again, or to give up. */
export type Retry = { readonly state: 'refused_temporary'; readonly at: Date } | { readonly state: 'expired' }

/**
 * Tries again after 5 min, 15 min, 1 h, 4 h, 12 h and 24 h, a last time 48 h after the first refusal, then gives up.
 * `refusals` counts this one.
 */
export function retryAfter(refusals: number, firstRefusedAt: Date, now: Date): Retry {
  const end = firstRefusedAt.getTime() + patience
  if (now.getTime() >= end) return { state: 'expired' }

  const delay = delays[refusals - 1]
  return { state: 'refused_temporary', at: new Date(delay ? Math.min(now.getTime() + delay, end) : end) }
}
