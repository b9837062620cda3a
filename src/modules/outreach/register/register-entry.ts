import type { OrganisationKind } from '#values/role.ts'

/** The legal bases that these purposes may rest on (GDPR art. 6.1). */
export const bases = ['6.1.e', '6.1.f', '6.1.c', '6.1.a'] as const
export type Base = (typeof bases)[number]

export const baseNames: Record<Base, string> = {
  '6.1.e': 'Mission d’intérêt public (art. 6.1.e)',
  '6.1.f': 'Intérêt légitime, mis en balance (art. 6.1.f)',
  '6.1.c': 'Obligation légale (art. 6.1.c)',
  '6.1.a': 'Consentement (art. 6.1.a)',
}

/** What an entry says: the contents of art. 30.1, its legal base, and who answers for what between the two bodies. */
export type EntryText = {
  readonly purpose: string
  readonly base: Base
  readonly baseReason: string
  readonly balance: string
  readonly people: string
  readonly data: string
  readonly source: string
  readonly recipients: string
  readonly transfers: string
  readonly retention: string
  readonly security: string
  readonly arrangement: string
}

export type EntryField = keyof EntryText

export const fieldNames: Record<EntryField, string> = {
  purpose: 'Finalité',
  base: 'Base légale',
  baseReason: 'Ce qui fonde cette base',
  balance: 'Mise en balance avec les droits des personnes',
  people: 'Personnes concernées',
  data: 'Données',
  source: 'Source des données',
  recipients: 'Destinataires',
  transfers: 'Transferts hors de l’Union européenne',
  retention: 'Durées de conservation',
  security: 'Mesures de sécurité',
  arrangement: 'Qui répond de quoi entre les deux organismes (art. 26)',
}

export const entryFields = Object.keys(fieldNames) as EntryField[]

type Problem = { readonly field: EntryField; readonly message: string }

/** What keeps an entry of a body from being confirmed. */
export function problemsOf(text: EntryText, kind: OrganisationKind): Problem[] {
  const empty = entryFields
    .filter((field) => field !== 'balance' && text[field].trim() === '')
    .map((field) => ({ field, message: `« ${fieldNames[field]} » est vide.` }))
  return [...empty, ...baseProblems(text, kind)]
}

function baseProblems({ base, balance }: EntryText, kind: OrganisationKind): Problem[] {
  if (base !== '6.1.f') return []
  // a public authority may not use it for its tasks: GDPR art. 6.1, last sentence
  if (kind === 'operator')
    return [
      {
        field: 'base',
        message:
          'Un organisme public ne peut pas invoquer l’intérêt légitime pour ses missions : choisissez la mission d’intérêt public.',
      },
    ]

  return balance.trim() === ''
    ? [{ field: 'balance', message: 'L’intérêt légitime demande une mise en balance écrite.' }]
    : []
}

export const isSameText = (one: EntryText, other: EntryText) =>
  entryFields.every((field) => one[field] === other[field])
