const list = '/address-searches'

type Words = Readonly<Record<string, string | number | undefined>>

/** The addresses of « Adresses à trouver ». */
export const addressSearchPaths = {
  list: (words: Words = {}) => withWords(list, words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`${list}.${type}`, words),
  show: (id: string) => `${list}/${id}`,
  finding: (id: string) => `${list}/${id}/finding`,
  giveUp: (id: string) => `${list}/${id}/abandonment`,
  works: (id: string) => `${list}/${id}/recovery`,
  reopen: (id: string) => `${list}/${id}/reopening`,
}

function withWords(path: string, words: Words) {
  const said = Object.entries(words).flatMap(([key, value]) => (value ? [[key, String(value)]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
