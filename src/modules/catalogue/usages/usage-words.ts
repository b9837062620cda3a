import { typo, year } from '#ui/french.ts'
import type { UsageState } from './usage.ts'

type Said = {
  readonly software: string
  readonly state: UsageState
  readonly sinceOn: string | null
  readonly operatedBy?: string | null
  readonly whyLeft?: string | null
}

/** « Nextcloud, en service depuis 2023, par le syndicat ». */
export function saidInWords({ software, state, sinceOn, operatedBy, whyLeft }: Said) {
  const since = sinceOn ? ` depuis ${year(new Date(sinceOn))}` : ''
  const by = operatedBy ? `, tenu par ${operatedBy}` : ''
  const why = whyLeft ? ` (${whyLeft})` : ''
  return typo(`${software}, ${stateWords[state]}${state === 'left' ? why : since}${by}`)
}

const stateWords: Record<UsageState, string> = {
  testing: 'à l’essai',
  'in-use': 'en service',
  left: 'abandonné',
}
