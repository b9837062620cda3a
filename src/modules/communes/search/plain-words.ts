/** Words as they are compared: no accent, no capital, no hyphen; "St" is "saint", "s/" is "sur", "lez" is "lès". */
export function plainWords(text: string) {
  return withoutAccents(text.toLowerCase())
    .replace(/\bs\//g, 'sur ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => written[word] ?? word)
}

/** The words of a name joined by spaces: what lists sort on. */
export const plainName = (text: string) => plainWords(text).join(' ')

/** Articles and little words, which people forget, add or change: they weigh next to nothing. */
export const isSmallWord = (word: string) => smallWords.has(word)

function withoutAccents(text: string) {
  if (!/[^ -~]/.test(text)) return text

  return text
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

const written: Record<string, string> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  mt: 'mont',
  lez: 'les',
}

const smallWords = new Set('a au aux d de des du en es et l la le les lo los las sous sur'.split(' '))
