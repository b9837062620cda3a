export const organisationPaths = {
  list: () => '/organisations',
  show: (id: string) => `/organisations/${id}`,
}
