/** Why a gesture on a mail is refused, and what to do. */
export const sortingRefusals = {
  'already-a-contact':
    'Ce courrier est déjà un contact. S’il revient à l’autre organisme, transmettez le contact.',
  'no-commune': 'Dites d’abord de quelle commune vient ce courrier.',
  'known-address': 'Cette adresse est déjà connue de la commune.',
} as const

export type SortingRefusal = keyof typeof sortingRefusals
