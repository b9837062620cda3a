export const communePaths = {
  search: (q?: string) => (q === undefined ? '/communes' : `/communes?q=${encodeURIComponent(q)}`),
  suggestions: () => '/communes.json',
  show: (insee: string) => `/communes/${insee}`,
}
