/** What an automatic reply lets guess; suggestions for a person, never acted upon. */
export type Absence = { readonly until?: string; readonly writeTo?: string }

const months = 'janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre'
const day = `(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\s+)?(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{1,2}(?:er)?\\s+(?:${months})(?:\\s+\\d{4})?)`
const address = "[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w.-]+\\.[a-z]{2,}"

const untils = [
  new RegExp(`jusqu['’]au\\s+(${day})`, 'i'),
  new RegExp(`\\bdu\\s+${day}\\s+(?:inclus\\s+)?au\\s+(${day})`, 'i'),
  new RegExp(`(?:de retour|reprendrai|reprise|retour)\\b[^.\\n]{0,30}?\\ble\\s+(${day})`, 'i'),
]

const writeTos = [
  new RegExp(
    `(?:[eé]cri(?:re|vez)|contacte[rz]|adresse[rz]|joi(?:ndre|gnez)|envoye[rz]|transmett(?:re|ez)|vous tourner|rapproche[rz])\\b[^@]{0,160}?(${address})`,
    'i',
  ),
  new RegExp(`(?:urgence|urgent)\\b[^@]{0,160}?(${address})`, 'i'),
  new RegExp(`nouvelle adresse\\b[^@]{0,80}?(${address})`, 'i'),
]

/** Reads until when nobody is there, and whom to write to meanwhile. */
export function readAbsence(text: string): Absence {
  const words = text.slice(0, 4000).replace(/\s+/g, ' ')
  return { until: first(untils, words), writeTo: first(writeTos, words)?.toLowerCase().replace(/\.$/, '') }
}

const first = (patterns: readonly RegExp[], words: string) =>
  patterns.map((pattern) => pattern.exec(words)?.[1]).find(Boolean)
