import { date } from '#ui/french.ts'
import type { Tone } from '#ui/tone.ts'
import type { DeclarationRow } from './declarations.queries.ts'
import type { Standing } from './standing.ts'

/** Where a declaration stands, in words and in tone. */
export const standingLooks: Record<Standing, { readonly label: string; readonly tone: Tone }> = {
  waiting: { label: 'Attend la mairie', tone: 'info' },
  confirmed: { label: 'Confirmée', tone: 'teal' },
  grey: { label: 'Grisée, plus d’un an', tone: 'ochre' },
  hidden: { label: 'Cachée, plus de deux ans', tone: 'neutral' },
  refused: { label: '« Ce n’est pas nous »', tone: 'brick' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
}

/** « confirmée à la main le 3 mars 2026 (fiche signée) ». */
export function lastWordOf(row: DeclarationRow) {
  const { withdrawnAt, refusedAt, confirmedAt, renewedAt, askedAt } = row
  if (withdrawnAt) return `Retirée le ${date(withdrawnAt)} par ${row.withdrawnBy} : ${row.withdrawnWhy}`
  if (refusedAt) return `Refusée par la mairie le ${date(refusedAt)}`
  if (!confirmedAt) return askedAt ? `Demandée à la mairie le ${date(askedAt)}` : 'Pas encore demandée'
  return `${row.confirmedBy === 'by-hand' ? 'À la main' : 'Par la mairie'}, le ${date(renewedAt ?? confirmedAt)}`
}
