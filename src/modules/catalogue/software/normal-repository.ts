/**
 * One writing of a repository's address: no scheme, no `www`, no `.git`, no trailing slash, lower case on the forges
 * that do not tell capitals apart (GitHub, GitLab, Codeberg, Bitbucket).
 */
export function normalRepository(address: string) {
  const bare = address
    .trim()
    .replace(/^git@([^:]+):/, '$1/')
    .replace(/^(?:git\+)?[a-z+]+:\/\/(?:[^@/]*@)?/i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .replace(/\/(?:-\/)?(?:tree|blob|releases|wiki|issues)(?:\/.*)?$/, '')
  const [host = '', ...path] = bare.split('/')
  const rest = path.filter((part) => part !== '').join('/')
  const whole = rest ? `${host.toLowerCase()}/${rest}` : host.toLowerCase()

  return /^(github\.com|gitlab\.|codeberg\.org|bitbucket\.org|git\.)/.test(whole)
    ? whole.toLowerCase()
    : whole
}

/** The site of an address, to compare: `www.` and the rest of the address left out. */
export function hostOf(address: string | null | undefined) {
  if (!address || !URL.canParse(address)) return undefined
  return new URL(address).hostname.toLowerCase().replace(/^www\./, '')
}
