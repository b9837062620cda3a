import type { ReceivedRefusal } from './received-files.action.ts'

export const importStateNames = { checked: 'Vérifié', imported: 'Importé', undone: 'Annulé' } as const

export const findingNames = {
  added: 'Nouveau logiciel',
  changed: 'Change une fiche',
  unchanged: 'Ne change rien',
  refused: 'Ni nom ni adresse : laissé',
} as const

export const receivedRefusals: Record<ReceivedRefusal, string> = {
  'no-file': 'Choisissez au moins un fichier .yml, .yaml ou .zip.',
  'too-many': 'Plus de cinq cents fichiers : apportez-les en plusieurs fois.',
  'damaged-zip': 'Cette archive zip est abîmée : refaites-la, ou donnez les fichiers eux-mêmes.',
}

export const importRefusals = {
  'already-undone': 'Cet import a été annulé : apportez les fichiers à nouveau.',
  'not-imported': 'Cet import n’a pas encore eu lieu : il n’y a rien à annuler.',
} as const
