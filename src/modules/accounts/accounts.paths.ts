export const accountPaths = {
  signIn: () => '/sign-in',
  codes: () => '/sign-in/codes',
  sessions: () => '/sign-in/sessions',
  link: (token: string) => `/sign-in/link?token=${encodeURIComponent(token)}`,
  links: () => '/sign-in/link',
  signOut: () => '/sign-out',
  members: () => '/members',
  firstMembers: () => '/members/first',
  member: (userId: string) => `/members/${userId}`,
}
