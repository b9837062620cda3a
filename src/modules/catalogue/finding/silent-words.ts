/**
 * What is kept of a search that found nothing: its words, once what could tell a person is gone (addresses, e-mails, numbers), cut
 * at two hundred characters. Nothing when no word is left.
 */
export function silentWords(text: string) {
  const words = text
    .slice(0, 1_000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\bhttps?:\S+/gi, ' ')
    .replace(/\S+@\S+/g, ' ')
    .replace(/[+(]?\d[\d\s().-]{4,}\d/g, ' ')
    .replace(/\S*\d{3,}\S*/g, ' ')
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{Letter}\p{Number}’'-]+/u)
    .filter((word) => /\p{Letter}/u.test(word))
    .join(' ')
    .slice(0, longest)
    .trim()

  return words.length >= shortest ? words : undefined
}

const longest = 200
const shortest = 2
