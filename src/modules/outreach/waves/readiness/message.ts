import { messagePaths } from '../../messages/messages.paths.ts'
import type { LineStanding } from './line.ts'

export type MessageFacts = {
  readonly messageId: string
  readonly messageName: string
  readonly messageProblems: readonly string[]
}

/** The text can be drawn in every form, and knows its variables. */
export const message = ({ messageId, messageName, messageProblems }: MessageFacts): LineStanding => ({
  group: 'content',
  label: 'Le message peut partir',
  isReady: messageProblems.length === 0,
  sentence:
    messageProblems.length === 0
      ? `« ${messageName} », mentions légales comprises.`
      : messageProblems.join(' '),
  whoMends: 'L’auteur du message le corrige.',
  mends: [
    { label: 'Ouvrir le message', href: messagePaths.show(messageId), by: ['operator', 'association'] },
  ],
})
