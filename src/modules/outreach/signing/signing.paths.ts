export const signingPaths = {
  page: () => '/signing',
  keys: () => '/signing/keys',
  retirement: (id: string) => `/signing/keys/${id}/retirement`,
  checks: () => '/signing/checks',
}
