/** What a received mail is. The order is the one in which it is decided (`classify.ts`). */
export const mailKinds = [
  'complaint',
  'bounce',
  'notice',
  'receipt',
  'unsubscribe',
  'automatic',
  'old-bounce',
  'undeciphered',
  'human',
] as const
export type MailKind = (typeof mailKinds)[number]

/** The kinds in the words of the screens: one mail, then many. */
export const kindNames: Record<MailKind, { readonly one: string; readonly many: string }> = {
  complaint: { one: 'Plainte', many: 'Plaintes' },
  bounce: { one: 'Rejet', many: 'Rejets' },
  notice: { one: 'Avis de remise', many: 'Avis de remise' },
  receipt: { one: 'Accusé de lecture', many: 'Accusés de lecture' },
  unsubscribe: { one: 'Désinscription', many: 'Désinscriptions' },
  automatic: { one: 'Réponse automatique', many: 'Réponses automatiques' },
  'old-bounce': { one: 'Rejet sans rapport', many: 'Rejets sans rapport' },
  undeciphered: { one: 'Retour non déchiffré', many: 'Retours non déchiffrés' },
  human: { one: 'Écrit par une personne', many: 'Écrits par une personne' },
}

/** Who wrote it was a machine: nothing may ever be answered to it (RFC 3834 §2). */
export const isMachine = (kind: MailKind) => kind !== 'human' && kind !== 'undeciphered'

/** One reason of a decision, as a person reads it; `proof` is the line of the message that it rests on. */
export type Evidence = { readonly sentence: string; readonly proof?: string }
