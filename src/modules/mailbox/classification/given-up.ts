import type { RecipientEffect } from './status-effects.ts'

/** The lasting refusals of an address so far, this one included. */
export type SoftRefusals = { readonly count: number; readonly days: number; readonly waves: number }

/**
 * Whether an address is to be given up: at once when it is dead; full three times over at least fourteen days; out of
 * reach in three waves (our rules on bounces).
 */
export function isGivenUp(effect: RecipientEffect, soft?: SoftRefusals) {
  if (effect === 'dead') return true
  if (!soft) return false
  if (effect === 'soft') return soft.count >= 3 && soft.days >= 14

  return effect === 'soft-by-wave' && soft.waves >= 3
}
