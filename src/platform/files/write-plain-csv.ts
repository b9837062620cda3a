/** Writes rows as they are, for our own readers: unlike an export, no cell is changed. */
export const writePlainCsv = (rows: Iterable<readonly string[]>) =>
  [...rows].map((cells) => `${cells.map(quoted).join(';')}\n`).join('')

const quoted = (text: string) =>
  /[";,\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
