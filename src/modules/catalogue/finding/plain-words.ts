/** Words as they are compared: no accent, no capital, no mark-up, an elided article set apart. */
export function plainWords(text: string) {
  return withoutAccents(text.replace(/<[^>]*>/g, ' ').toLowerCase())
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** A text cut before a person's sentence would be: what is pasted by whole pages is read at its beginning. */
export const readable = (text: string) => text.slice(0, longestRead)

const longestRead = 600

function withoutAccents(text: string) {
  if (!/[^ -~]/.test(text)) return text

  return text
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}
