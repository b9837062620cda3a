import { type AudienceKind, addresseeWords } from '../addressee.ts'
import { outreachPaths } from '../waves.paths.ts'
import { counted } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type AudienceFacts = {
  readonly waveId: string
  readonly audienceKind: AudienceKind
  readonly emails: number
  readonly letters: number
  readonly excluded: number
}

/** Somebody is written to. */
export const audience = ({
  waveId,
  audienceKind,
  emails,
  letters,
  excluded,
}: AudienceFacts): LineStanding => ({
  group: 'content',
  label: 'La vague a des destinataires',
  isReady: emails + letters > 0,
  sentence:
    emails + letters > 0
      ? `${counted(emails, 'courriel')}, ${counted(letters, 'lettre')}, ${counted(excluded, addresseeWords[audienceKind].one)} hors de la vague.`
      : `Personne à qui écrire : ${counted(excluded, addresseeWords[audienceKind].one)} hors de la vague.`,
  whoMends: 'La personne qui prépare la vague élargit ses filtres ou change de canal.',
  mends: [{ label: 'Changer les filtres', href: outreachPaths.edit(waveId), by: ['operator'] }],
})
