import { date, typo } from '#ui/french.ts'
import type { Tone } from '#ui/tone.ts'
import { goneLimit } from '../usages/usage-age.ts'
import { lockVerbs } from './lock.ts'
import type { LockRow, MappedLock } from './lock-map.queries.ts'

/** « Étatis ne marche que sous Windows ». */
export const lockLine = ({ product, forces, what }: Pick<LockRow, 'product' | 'forces' | 'what'>) =>
  typo(`${product} ${lockVerbs[forces]} ${what}`)

const kinds: Record<MappedLock['forces'], string> = {
  'operating-system': 'Système',
  browser: 'Navigateur',
  'office-format': 'Format',
  connector: 'Connecteur',
}

/** « Connecteur : Parapheur ». */
export const lockName = ({ forces, what }: Pick<MappedLock, 'forces' | 'what'>) =>
  typo(`${kinds[forces]} : ${what}`)

/** Where a lock stands, in words and in tone, and what an editor may do with it. */
export function lockStanding(row: LockRow, now: Date) {
  const look = (standing: 'waiting' | 'stands' | 'refused' | 'withdrawn', label: string, tone: Tone) => ({
    standing,
    label,
    tone,
  })
  if (row.withdrawnAt) return look('withdrawn', 'Retiré', 'neutral')
  if (row.refusedAt) return look('refused', '« Ce n’est pas nous »', 'brick')
  if (!row.confirmedAt) return look('waiting', 'Attend la mairie', 'info')
  const saidAt = row.renewedAt ?? row.confirmedAt
  return saidAt <= goneLimit(now)
    ? look('stands', 'Caché, plus de deux ans', 'neutral')
    : look('stands', 'Confirmé', 'teal')
}

/** What was last said of it, and by whom. */
export function lastWordOfLock(row: LockRow) {
  if (row.withdrawnAt)
    return `Retiré le ${date(row.withdrawnAt)} par ${row.withdrawnBy} : ${row.withdrawnWhy}`
  if (row.refusedAt) return `Refusé par la mairie le ${date(row.refusedAt)}`
  if (!row.confirmedAt)
    return row.askedAt ? `Demandé à la mairie le ${date(row.askedAt)}` : 'Pas encore demandé'
  return `${row.confirmedBy === 'by-hand' ? 'À la main' : 'Par la mairie'}, le ${date(row.renewedAt ?? row.confirmedAt)}`
}
