import type { Sender } from '../sender.ts'
import type { LineStanding } from './line.ts'

export type SenderFacts = { readonly emails: number; readonly sender: Sender; readonly hasRelay: boolean }

/** E-mails have an address to leave from; no concern of a wave without e-mails. */
export function sender({ emails, sender: { from }, hasRelay }: SenderFacts): LineStanding | undefined {
  if (emails === 0) return undefined

  const isLocal = /@(localhost|127\.0\.0\.1)$/.test(from)
  return {
    group: 'machine',
    label: 'Les courriels ont un expéditeur',
    isReady: !hasRelay || !isLocal,
    sentence: hasRelay
      ? isLocal
        ? `L’adresse d’envoi ${from} n’existe pas hors de cette machine.`
        : `Ils partent de ${from}.`
      : 'Aucun serveur d’envoi n’est réglé : ils iront dans la boîte d’envoi de Beffroi, où chacun peut les lire.',
    whoMends: 'La personne qui tient la machine règle MAIL_FROM.',
  }
}
