import type { Tone } from '#ui/tone.ts'
import type { MailKind } from './classification/kinds.ts'

/** The tint of each kind on the screens. */
export const kindTones: Record<MailKind, Tone> = {
  complaint: 'brick',
  bounce: 'brick',
  'old-bounce': 'brick',
  notice: 'neutral',
  receipt: 'neutral',
  unsubscribe: 'brick',
  automatic: 'info',
  undeciphered: 'ochre',
  human: 'teal',
}
