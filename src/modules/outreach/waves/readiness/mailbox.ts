import type { LineStanding } from './line.ts'

export type MailboxFacts = {
  readonly emails: number
  /** Whether the mailbox that answers come back to is being read. */
  readonly mailbox: { readonly isGood: boolean; readonly sentence: string; readonly whoMends: string }
}

/** Nobody is written to by e-mail while nobody reads what comes back: an answer or an opposition would wait. */
export const mailbox = ({ emails, mailbox: read }: MailboxFacts): LineStanding | undefined =>
  emails === 0
    ? undefined
    : {
        group: 'machine',
        label: 'La boîte des réponses est lue',
        isReady: read.isGood,
        sentence: read.sentence,
        whoMends: read.whoMends,
        // The mailbox stands above this module: its address is known here, its code is not.
        mends: [{ label: 'Voir le courrier reçu', href: '/mailbox', by: ['operator', 'association'] }],
      }
