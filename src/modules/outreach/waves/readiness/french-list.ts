/** « 1 lettre », « 1 234 lettres ». */
export const counted = (count: number, word: string) =>
  `${count.toLocaleString('fr-FR')} ${word}${count < 2 ? '' : 's'}`

/** « Abscon, Denain et Bouchain ». */
export const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`

/** Names the first eight of a list, and counts the others. */
export function named(communes: readonly string[]) {
  const shown = communes.slice(0, 8)
  const rest = communes.length - shown.length
  return listed(rest > 0 ? [...shown, `${counted(rest, 'autre')}`] : shown)
}

const dayFormat = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
})

/** « le 2 novembre à 10:00 ». */
export const day = (at: Date) => `le ${dayFormat.format(at)}`
