const withWords = (path: string, words: Words) => {
  const said = Object.entries(words).filter(([, value]) => value !== undefined && value !== '')
  return said.length === 0
    ? path
    : `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
}

type Words = Readonly<Record<string, string | number | undefined>>

/** The addresses of what holds communes: saying it is everybody’s, the map is the workshop’s. */
export const lockPaths = {
  map: (words: Words = {}) => withWords('/locks', words),
  sheet: (kind: 'csv' | 'ods', words: Words = {}) => withWords(`/locks.${kind}`, words),
  list: (words: Words = {}) => withWords('/locks/communes', words),
  declare: (words: { readonly commune?: string } = {}) => withWords('/locks/new', words),
  declared: (id: string) => `/locks/declared/${id}`,
  surveys: () => '/locks/surveys',
  show: (id: string) => `/locks/${id}`,
  gestures: (id: string) => ({
    ask: `/locks/${id}/askings`,
    confirm: `/locks/${id}/confirmations`,
    withdraw: `/locks/${id}/withdrawals`,
    restore: `/locks/${id}/restorations`,
  }),
}
