/**
 * Sets a text as French printers do: curly apostrophes, and spaces that do not break before : ; ! ? » and after «.
 * Adds no space where none was typed, so that an address or a time stays what it is.
 */
export function frenchTypography(text: string) {
  return text
    .replaceAll("'", '’')
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/\.\.\./g, '…')
}

/** « le Centre de gestion » → « Le Centre de gestion », at the head of a sentence. */
export function capitalised(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
