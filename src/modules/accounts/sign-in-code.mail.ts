import { newId } from '#platform/ids.ts'
import type { Mail } from '#platform/mail/mail.ts'

/** The mail that carries a sign-in code, in plain text: nothing to click, nothing to load. */
export const codeMail = (from: string, to: string, code: string): Mail => ({
  messageId: `${newId()}@sign-in.beffroi`,
  from,
  to,
  subject: `${code} est votre code d’entrée dans Beffroi`,
  text: `Bonjour,

Votre code d’entrée : ${code}

Il est valable dix minutes et ne sert qu’une fois.
Si vous n’avez rien demandé, laissez ce message : sans le code, personne n’entre.

Beffroi
`,
  headers: { 'Auto-Submitted': 'auto-generated' },
})
