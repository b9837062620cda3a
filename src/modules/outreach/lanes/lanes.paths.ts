export const lanePaths = {
  list: () => '/lanes',
  sheet: () => '/lanes.csv',
  suffixes: () => '/lanes/suffixes',
  lane: (name: string) => `/lanes/${name}`,
  limits: (name: string) => `/lanes/${name}/limits`,
  restart: (name: string) => `/lanes/${name}/restart`,
}
