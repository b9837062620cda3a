const list = '/oppositions'

type Words = Readonly<Record<string, string | number | undefined>>

/** The addresses of the opposition list. */
export const oppositionPaths = {
  list: (words: Words = {}) => withWords(list, words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`${list}.${type}`, words),
  check: () => `${list}/check`,
  show: (id: string) => `${list}/${id}`,
  lifting: (id: string) => `${list}/${id}/lifting`,
  review: (id: string) => `${list}/${id}/review`,
  evidence: (id: string) => `${list}/${id}/evidence`,
}

function withWords(path: string, words: Words) {
  const said = Object.entries(words).flatMap(([key, value]) => (value ? [[key, String(value)]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
