import type { Tone } from '#ui/tone.ts'
import type { ContactState } from './contact.ts'

/** The tint of each state on the screens. */
export const stateTones: Record<ContactState, Tone> = { new: 'ochre', taken: 'info', settled: 'teal' }
