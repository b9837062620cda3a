import { isEAdministration, type Theme } from './theme.ts'

/** The partner an answer goes to. */
export type Handler = 'operator' | 'association'

/** What of an answer decides where it goes. */
export type Question = { readonly theme: Theme | null; readonly body: string }

/**
 * E-administration goes to the operator, everything else to the association, whatever the wish. Without a theme, the
 * words of the need decide; a silent answer is awareness, and awareness is the association's.
 */
export function handlerOf({ theme, body }: Question): Handler {
  if (theme) return isEAdministration(theme) ? 'operator' : 'association'

  return speaksOfEAdministration(body) ? 'operator' : 'association'
}

type Partners = { readonly operatorId: string; readonly associationId: string }

/** The organisation that stands for a handler in a programme. */
export const organisationFor = (handler: Handler, { operatorId, associationId }: Partners) =>
  handler === 'operator' ? operatorId : associationId

/** The other of the two partners: the one a contact may be transferred to. */
export const otherPartner = (organisationId: string, { operatorId, associationId }: Partners) =>
  organisationId === operatorId ? associationId : operatorId

// Words that town halls use for it. One of them is enough, and a person can always transfer the contact.
const words = [
  /\be ?administration/,
  /dematerialis/,
  /teletrans/,
  /\bs2low\b/,
  /signature electronique/,
  /parapheur/,
  /demarches? en ligne/,
  /controle de legalite/,
  /marches? publics?/,
]

function speaksOfEAdministration(body: string) {
  const text = body
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')

  return words.some((word) => word.test(text))
}
