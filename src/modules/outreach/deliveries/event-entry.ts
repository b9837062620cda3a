import type { Tone } from './delivery.ts'
import type { DeliveryEvent } from './events.queries.ts'

const told: Readonly<Record<string, { readonly sentence: string; readonly tone: Tone }>> = {
  accepted: { sentence: 'Accepté par le serveur', tone: 'teal' },
  refused_permanent: { sentence: 'Refusé par le serveur', tone: 'brick' },
  refused_temporary: { sentence: 'Le serveur demande d’attendre', tone: 'ochre' },
  'refused-for-us': { sentence: 'Refusé à cause de nous, pas du destinataire', tone: 'brick' },
  uncertain: { sentence: 'Remis sans réponse : devenu douteux', tone: 'ochre' },
  'late-accepted': { sentence: 'Réponse tardive : le serveur l’avait accepté', tone: 'teal' },
  'late-refused-permanent': { sentence: 'Réponse tardive : le serveur l’avait refusé', tone: 'brick' },
  'late-refused-temporary': { sentence: 'Réponse tardive : le serveur demandait d’attendre', tone: 'ochre' },
  'late-uncertain': { sentence: 'La remise s’est terminée sans réponse', tone: 'ochre' },
  relayed: { sentence: 'Pris en charge par le relais', tone: 'teal' },
  delivered: { sentence: 'Remis au serveur du destinataire', tone: 'teal' },
  'found-in-log': { sentence: 'Retrouvé dans le journal du relais', tone: 'teal' },
  'never-left': { sentence: 'Jamais parti : prêt à partir de nouveau', tone: 'info' },
  'earlier-bounced': { sentence: 'Un envoi précédent a été rejeté', tone: 'brick' },
  'settled-as-accepted': { sentence: 'Tenu pour arrivé', tone: 'teal' },
  'sent-again': { sentence: 'Nouvel envoi décidé', tone: 'info' },
  'address-mended': { sentence: 'Adresse corrigée', tone: 'info' },
  bounced: { sentence: 'Rejeté après envoi', tone: 'brick' },
  delayed: { sentence: 'Pas encore remis : le serveur continue d’essayer', tone: 'ochre' },
  read: { sentence: 'Accusé de lecture reçu', tone: 'info' },
  'auto-replied': { sentence: 'Réponse automatique reçue', tone: 'info' },
  complained: { sentence: 'Signalé comme indésirable', tone: 'brick' },
  printed: { sentence: 'Lettre imprimée', tone: 'info' },
  enclosed: { sentence: 'Lettre mise sous pli', tone: 'info' },
  posted: { sentence: 'Lettre postée', tone: 'teal' },
  returned: { sentence: 'Lettre revenue, notée', tone: 'brick' },
  'return-undone': { sentence: 'Retour annulé : saisi par erreur', tone: 'info' },
  reprinted: { sentence: 'Lettre imprimée de nouveau', tone: 'info' },
  answered: { sentence: 'Une réponse est venue', tone: 'teal' },
  'company-said': { sentence: 'L’entreprise a répondu', tone: 'teal' },
  unsubscribed: { sentence: 'A demandé à ne plus recevoir d’envoi', tone: 'neutral' },
  opposed: { sentence: 'Arrêté : le destinataire ne veut plus d’envoi', tone: 'neutral' },
}

/** An event of the ledger as a line of a timeline. */
export function eventEntry({ kind, at, byWhom, detail }: DeliveryEvent) {
  const { sentence, tone } = told[kind] ?? { sentence: kind, tone: 'neutral' as const }
  const reason = detail.reason === 'lease-over' ? undefined : detail.reason
  return {
    at,
    tone,
    sentence: byWhom ? `${sentence} par ${byWhom}` : sentence,
    detail: reason ?? detail.answer,
  }
}
