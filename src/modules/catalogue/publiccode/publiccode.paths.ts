const query = (words: Readonly<Record<string, string | number | undefined>>) => {
  const kept = Object.entries(words).flatMap(([word, value]) =>
    value === undefined || value === '' ? [] : [[word, String(value)]],
  )
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

type Words = Readonly<Record<string, string | number | undefined>>

/** Where publiccode.yml files are read, repaired and imported. */
export const publiccodePaths = {
  list: (words: Words = {}) => `/publiccode${query(words)}`,
  sheet: (type: 'csv' | 'ods', words: Words = {}) => `/publiccode.${type}${query(words)}`,
  file: (slug: string) => `/software/${slug}/publiccode.yml`,
  edit: (slug: string, words: Words = {}) => `/software/${slug}/publiccode${query(words)}`,
  upstream: (slug: string) => `/software/${slug}/publiccode/upstream`,
  imports: () => '/publiccode/imports',
  import: (id: string) => `/publiccode/imports/${id}`,
  run: (id: string) => `/publiccode/imports/${id}/run`,
  undo: (id: string) => `/publiccode/imports/${id}/undo`,
}
