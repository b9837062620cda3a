const noBreak = '\u00a0'
const thin = '\u202f'
const zone = { timeZone: 'Europe/Paris' } as const

const numberFormat = new Intl.NumberFormat('fr-FR')
const dayFormat = new Intl.DateTimeFormat('fr-FR', {
  ...zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const shortDayFormat = new Intl.DateTimeFormat('fr-FR', { ...zone, day: 'numeric', month: 'short' })
const timeFormat = new Intl.DateTimeFormat('fr-FR', { ...zone, hour: 'numeric', minute: '2-digit' })
const yearFormat = new Intl.DateTimeFormat('fr-FR', { ...zone, year: 'numeric' })
const isoFormat = new Intl.DateTimeFormat('sv-SE', {
  ...zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** A number with thin spaces between its thousands and a comma before its decimals: « 1 234,5 ». */
export function number(value: number) {
  return numberFormat.format(value)
}

/** A share as a whole percentage: « 12 % ». Nothing of nothing is « 0 % ». */
export function percent(part: number, whole: number) {
  return `${number(whole === 0 ? 0 : Math.round((part / whole) * 100))}${noBreak}%`
}

/** A count with its noun; French keeps the singular below two: « 0 mairie », « 1 mairie », « 1 234 mairies ». */
export function plural(count: number, one: string, many: string) {
  return `${number(count)}${noBreak}${Math.abs(count) < 2 ? one : many}`
}

/** A day in words, as lived in Paris: « 1er novembre 2026 », « 23 novembre 2026 ». */
export function date(day: Date) {
  return firstOfMonth(dayFormat.format(day))
}

/** A day of a year already said: « 23 nov. ». */
export function shortDate(day: Date) {
  return firstOfMonth(shortDayFormat.format(day))
}

/** A moment in words: « 23 novembre 2026 à 9 h 05 ». */
export function dateTime(moment: Date) {
  return `${date(moment)} à ${time(moment)}`
}

/** An hour of the day: « 9 h 05 ». */
export function time(moment: Date) {
  return timeFormat
    .format(moment)
    .replace(':', `${noBreak}h${noBreak}`)
    .replace(/^0(?=\d)/, '')
}

/** The year of a day, in Paris. */
export function year(day: Date) {
  return yearFormat.format(day)
}

/** The day as machines read it, `2026-11-23`, in Paris. */
export function isoDate(day: Date) {
  return isoFormat.format(day)
}

/** How long something lasts, roughly: « 20 s », « 3 min », « 2 h 10 ». */
export function duration(seconds: number) {
  if (seconds < 59.5) return `${Math.max(1, Math.round(seconds))}${noBreak}s`
  if (seconds < 3570) return `${Math.round(seconds / 60)}${noBreak}min`

  const minutes = Math.round(seconds / 60)
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}${noBreak}h${rest ? `${noBreak}${String(rest).padStart(2, '0')}` : ''}`
}

/** A size of file: « 640 octets », « 12 ko », « 3,4 Mo ». */
export function bytes(size: number) {
  if (size < 1000) return plural(size, 'octet', 'octets')
  if (size < 999_500) return `${number(Math.round(size / 1000))}${noBreak}ko`
  if (size < 999_950_000) return `${number(Math.round(size / 100_000) / 10)}${noBreak}Mo`

  return `${number(Math.round(size / 100_000_000) / 10)}${noBreak}Go`
}

/**
 * Text with the spaces French asks for: U+202F before `; ! ?`, U+00A0 before `: »` and after `«`.
 * Addresses, hours and codes are left alone: a mark stuck to what follows is not punctuation.
 */
export function typo(text: string) {
  if (!/[;!?:«»]/.test(text)) return text

  return text
    .replace(/[ \u00a0\u202f]*([;!?]+)(?=[\s»)]|$)/g, (_, mark, at) => (at === 0 ? mark : `${thin}${mark}`))
    .replace(/[ \u00a0\u202f]*:(?=\s|$)/g, (_, at) => (at === 0 ? ':' : `${noBreak}:`))
    .replace(/«[ \u00a0\u202f]*/g, `«${noBreak}`)
    .replace(/[ \u00a0\u202f]*»/g, `${noBreak}»`)
}

function firstOfMonth(words: string) {
  return words.replace(/^1 /, '1er ')
}
