/** How often the same person may declare on one day; the pages answer alike when it is passed. */
export const declarationsADay = 12

/** How many town halls Beffroi writes to about usages on one day, whoever asks for it. */
export const mailsADay = 200

/** A town hall that said « not us » so many times in ninety days is asked nothing more: a person looks at it. */
export const refusalsBeforeSilence = 3
export const silenceDays = 90

/** « Ce n’est pas nous » holds this long for that commune and that software. */
export const refusalHoldsMonths = 24

/** How long the link of a mail works. */
export const linkDays = 30

/**
 * The first day of the month that a person wrote, as ISO: « 03/2023 », « 2023-03 », « mars 2023 », or the year alone. Empty is
 * null; undefined is not understood, or to come.
 */
export function sinceMonth(text: string, now: Date): string | null | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return null
  const { year, month } = read(plain) ?? {}
  if (year === undefined || month === undefined || month < 1 || month > 12 || year < 1980) return undefined

  const day = `${year}-${String(month).padStart(2, '0')}-01`
  return new Date(`${day}T00:00:00Z`) > now ? undefined : day
}

function read(text: string) {
  const [, year] = /^(\d{4})$/.exec(text) ?? []
  if (year) return { year: Number(year), month: 1 }
  const [, first, second] = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text) ?? []
  if (first && second) return { year: Number(second), month: Number(first) }
  const [, isoYear, isoMonth] = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/.exec(text) ?? []
  if (isoYear && isoMonth) return { year: Number(isoYear), month: Number(isoMonth) }
  const [, name = '', named] = /^(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text) ?? []
  const rank = months.findIndex((month) => name !== '' && month.startsWith(plain(name)))
  return named && rank >= 0 ? { year: Number(named), month: rank + 1 } : undefined
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]
