/** The words of an address, by their names; one without a value is left out of it. */
export type Words = Readonly<Record<string, string | number | undefined>>

/** A path and its words as a query string: `/software?q=carte`; the path alone when no word has a value. */
export function withWords(path: string, words: Words) {
  const said = Object.entries(words).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}
