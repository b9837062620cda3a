/** Where a commune stands with a software; that it left, and why, is worth as much as that it uses it. */
export const usageStates = ['testing', 'in-use', 'left'] as const
export type UsageState = (typeof usageStates)[number]

export const usageStateNames: Record<UsageState, string> = {
  testing: 'À l’essai',
  'in-use': 'En service',
  left: 'Abandonné',
}
