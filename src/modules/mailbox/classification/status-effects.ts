/** What a status asks of the town hall's address: to be given up, to be counted, or nothing. */
export type RecipientEffect = 'dead' | 'soft' | 'soft-by-wave' | 'none'

/** What it asks of us: lighten the message, look at our names, alert because of our own fault, slow down, review a new code. */
export type OwnEffect = 'none' | 'lighten' | 'check-names' | 'alert' | 'slow' | 'review'

export type StatusEffect = {
  readonly meaning: string
  readonly onRecipient: RecipientEffect
  readonly onUs: OwnEffect
}

/** The first row that fits is the one (RFC 3463; the table of our rules on bounces). */
const rows: readonly (StatusEffect & { readonly code: RegExp })[] = [
  {
    code: /^[45]\.7\.5$|^5\.7\.\d+$/,
    meaning: 'refus de principe : réputation, authentification ou contenu',
    onRecipient: 'none',
    onUs: 'alert',
  },
  {
    code: /^4\.7\.\d+$|^4\.2\.1$/,
    meaning: 'on nous demande de ralentir',
    onRecipient: 'none',
    onUs: 'slow',
  },
  { code: /^5\.1\.1$/, meaning: 'cette boîte n’existe pas', onRecipient: 'dead', onUs: 'none' },
  { code: /^5\.1\.2$/, meaning: 'ce domaine n’existe pas', onRecipient: 'dead', onUs: 'none' },
  { code: /^5\.1\.3$/, meaning: 'cette adresse est mal écrite', onRecipient: 'dead', onUs: 'none' },
  { code: /^5\.1\.6$/, meaning: 'cette boîte a déménagé', onRecipient: 'dead', onUs: 'none' },
  {
    code: /^5\.1\.10$/,
    meaning: 'cette adresse ne reçoit pas de courrier',
    onRecipient: 'dead',
    onUs: 'none',
  },
  { code: /^5\.2\.1$/, meaning: 'cette boîte est fermée', onRecipient: 'dead', onUs: 'none' },
  { code: /^[45]\.2\.2$/, meaning: 'cette boîte est pleine', onRecipient: 'soft', onUs: 'none' },
  {
    code: /^[45]\.(?:3\.4|2\.3)$/,
    meaning: 'notre message est trop lourd',
    onRecipient: 'none',
    onUs: 'lighten',
  },
  {
    code: /^[45]\.4\.\d+$/,
    meaning: 'le serveur de cette adresse n’a pas pu être joint',
    onRecipient: 'soft-by-wave',
    onUs: 'check-names',
  },
  { code: /^4\./, meaning: 'refus passager', onRecipient: 'soft', onUs: 'none' },
  { code: /^5\./, meaning: 'code que nous ne connaissons pas', onRecipient: 'soft', onUs: 'review' },
]

/** What a status changes; a policy refusal never touches the recipient: it speaks of us. */
export function effectOf(status: string): StatusEffect {
  const row = rows.find(({ code }) => code.test(status))
  return row ?? { meaning: 'aucun code lisible', onRecipient: 'soft', onUs: 'review' }
}

/**
 * The status that words stand for, where a server gives no code of RFC 3463 or a vague one: what French and other servers
 * write. Policy first: « user rejected for policy » speaks of us.
 */
const wordings: readonly { readonly says: RegExp; readonly status: string }[] = [
  {
    says: /\b(?:spf|dkim|dmarc|spam|blacklist|black ?list[eé]?|liste noire|reputation|r[eé]putation|listed (?:in|by|at)|rbl|policy|politique|not authori[sz]ed|access denied|mail rejet[eé]|ofr_?506|ofr005|unsolicited|ind[eé]sirable|contenu (?:refus|interdit)|content rejected)/i,
    status: '5.7.1',
  },
  {
    says: /\b(?:greylist|grey-list|try again later|r[eé]essayez? plus tard|too many (?:connections|messages)|trop de (?:connexions|messages)|ofr00?4_104|rate limit|throttl|temporarily deferred)/i,
    status: '4.7.0',
  },
  {
    says: /\b(?:mail(?:box)? (?:is )?full|over ?quota|quota (?:exceeded|d[eé]pass[eé]|atteint)|bo[iî]te\b[^\n]{0,80}(?:pleine|satur[eé]e)|insufficient (?:disk|system) storage|espace (?:disque )?insuffisant|ofr_?417|capacit[eé] (?:maximale|de stockage))/i,
    status: '5.2.2',
  },
  {
    says: /\b(?:message (?:size |is |est |trop )*(?:too (?:large|big)|exceeds|d[eé]passe|volumineux|lourd)|taille (?:maximale|du message)|size limit)/i,
    status: '5.3.4',
  },
  {
    says: /\b(?:(?:mailbox|account|compte|bo[iî]te)[^\n]{0,60}(?:disabled|inactive|suspended|d[eé]sactiv[eé]e?|suspendue?|ferm[eé]e?|archiv[eé]e|clos(?:e|ed)?|r[eé]sili[eé]e?))/i,
    status: '5.2.1',
  },
  {
    says: /\b(?:(?:domain|host|domaine|h[oô]te)[^\n]{0,60}(?:not found|unknown|does not exist|n['’]existe pas|inconnue?|introuvable)|unrouteable (?:mail )?(?:domain|address)|nxdomain|no such domain)/i,
    status: '5.1.2',
  },
  {
    says: /\b(?:user unknown|unknown user|no such (?:user|recipient|mailbox|address)|recipient (?:address )?(?:rejected|not found|unknown)|unknown recipient|(?:user|mailbox|recipient|account|address)[^\n]{0,60}(?:does(?: not|n't) exist|doesn['’]t exist|not found|unavailable|unknown|invalid)|invalid (?:recipient|mailbox|address)|(?:adresse|bo[iî]te|destinataire|utilisateur|compte)[^\n]{0,60}(?:n['’]existe pas|inconnue?|introuvable|invalide|erron[eé]e?|n['’]a pas [eé]t[eé] trouv[eé]e?)|aucune bo[iî]te|ofr_?416)/i,
    status: '5.1.1',
  },
  {
    says: /\b(?:connection (?:timed out|refused)|connexion (?:refus[eé]e|interrompue)|no route to host|timed? ?out|d[eé]lai (?:de (?:remise|livraison) )?d[eé]pass[eé]|unable to connect|could not connect|retry timeout|too long)/i,
    status: '5.4.4',
  },
]

/** The status that words stand for; undefined when they say nothing known. */
export const statusOfWords = (words: string) => wordings.find(({ says }) => says.test(words))?.status

/** The enhanced code that a text holds (RFC 3463), the reply code aside: « 550 5.1.1 … » gives 5.1.1; x.0.0 says nothing. */
export function preciseCodeIn(text: string) {
  const code = enhancedCodeIn(text)
  return code && !/^\d\.0\.0$/.test(code) ? code : undefined
}

export const enhancedCodeIn = (text: string) =>
  /(?:^|[\s#(;:])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1]
