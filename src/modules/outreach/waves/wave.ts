import {
  audienceOf,
  countIn,
  finalStates,
  type Tally,
  type Tone,
  writtenStates,
} from '../deliveries/delivery.ts'
import type { WaveChannel } from './audience.ts'

export const waveChannelNames: Record<WaveChannel, string> = {
  'email-first': 'Courriel, sinon lettre',
  letter: 'Lettre',
  email: 'Courriel',
}

/** Where a wave stands, for people: what is left to do, and by whom. */
export type Standing = 'draft' | 'paused' | 'under-way' | 'to-settle' | 'finished'

export const standingNames: Record<Standing, string> = {
  draft: 'En préparation',
  paused: 'Suspendue',
  'under-way': 'En cours',
  'to-settle': 'À régler',
  finished: 'Terminée',
}

export const standingTones: Record<Standing, Tone> = {
  draft: 'neutral',
  paused: 'ochre',
  'under-way': 'info',
  'to-settle': 'ochre',
  finished: 'teal',
}

/** A wave is finished only when nothing is outside a final state; a doubt keeps it to be settled by a person. */
export function standing(
  wave: { readonly state: 'draft' | 'launched'; readonly pausedAt: Date | null },
  counts: Tally,
): Standing {
  if (wave.state === 'draft') return 'draft'

  const doubts = counts.uncertain ?? 0
  const left = audienceOf(counts) - countIn(counts, finalStates) - doubts
  if (left > 0) return wave.pausedAt ? 'paused' : 'under-way'
  return doubts > 0 ? 'to-settle' : 'finished'
}

/** The figures of a wave: of so many town halls, so many written to, so many that answered. */
export type WaveFunnel = {
  readonly audience: number
  readonly excluded: number
  readonly written: number
  readonly answered: number
  readonly uncertain: number
}

export const funnelOf = (counts: Tally): WaveFunnel => ({
  audience: audienceOf(counts),
  excluded: counts.excluded ?? 0,
  written: countIn(counts, writtenStates),
  answered: countIn(counts, ['replied', 'answered']),
  uncertain: counts.uncertain ?? 0,
})
