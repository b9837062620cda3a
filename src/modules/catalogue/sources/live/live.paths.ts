const query = (words: Readonly<Record<string, string | number | undefined>>) => {
  const kept = Object.entries(words).flatMap(([word, value]) =>
    value === undefined || value === '' ? [] : [[word, String(value)]],
  )
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

type Words = Readonly<Record<string, string | number | undefined>>

/** Where catalogues read from elsewhere are turned on, read and looked at. */
export const livePaths = {
  list: (words: Words = {}) => `/sources/live${query(words)}`,
  on: (source: string) => `/sources/live/${source}/on`,
  off: (source: string) => `/sources/live/${source}/off`,
  run: (source: string) => `/sources/live/${source}/run`,
  users: (words: Words = {}) => `/sources/live/users${query(words)}`,
  usersSheet: (type: 'csv' | 'ods', words: Words = {}) => `/sources/live/users.${type}${query(words)}`,
  settle: (id: string) => `/sources/live/users/${id}`,
  companies: (words: Words = {}) => `/sources/live/companies${query(words)}`,
  companiesSheet: (type: 'csv' | 'ods', words: Words = {}) =>
    `/sources/live/companies.${type}${query(words)}`,
}
