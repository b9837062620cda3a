const list = '/doubts'

type Words = Readonly<Record<string, string | number | undefined>>

/** The addresses of « Doutes ». */
export const doubtPaths = {
  list: (words: Words = {}) => withWords(list, words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`${list}.${type}`, words),
  accept: () => `${list}/acceptances`,
  sendAgain: () => `${list}/attempts`,
  relayLog: () => `${list}/relay-log`,
}

function withWords(path: string, words: Words) {
  const said = Object.entries(words).flatMap(([key, value]) => (value ? [[key, String(value)]] : []))
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
