type Words = Readonly<Record<string, string | undefined>>

/** Where the partnership keeps the census: its list, one company, and what waits for a person. */
export const deskPaths = {
  list: (words: Words = {}) => `/census${query(words)}`,
  sheet: (type: 'csv' | 'ods', words: Words = {}) => `/census.${type}${query(words)}`,
  show: (id: string) => `/census/${id}`,
  details: (id: string) => `/census/${id}/details`,
  withdrawal: (id: string) => `/census/${id}/withdrawal`,
  restoration: (id: string) => `/census/${id}/restoration`,
  pending: () => '/census/pending',
  report: (id: string) => `/census/reports/${id}`,
}

function query(words: Words) {
  const said = Object.entries(words).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}
