/** Why La Poste brings a letter back, as its label says it (« pli non distribuable »), in the order of the keys 1 to 4. */
export const returnReasons = ['unknown-recipient', 'bad-address', 'letter-refused', 'unclaimed'] as const
export type ReturnReason = (typeof returnReasons)[number]

export const returnReasonNames: Record<ReturnReason, string> = {
  'unknown-recipient': 'Destinataire inconnu à l’adresse',
  'bad-address': 'Défaut d’accès ou d’adressage',
  'letter-refused': 'Pli refusé',
  unclaimed: 'Pli non réclamé',
}

/** Whether the address is to be looked for: a refused letter found its town hall. */
export const isLostAddress = (reason: ReturnReason) => reason !== 'letter-refused'

/** The reason a key stands for: « 1 » to « 4 ». */
export const reasonOfKey = (key: string): ReturnReason | undefined => returnReasons[Number(key) - 1]
