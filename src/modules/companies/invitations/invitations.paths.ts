const invitation = (code: string) => `/invitations/${code}`

/** The page on which an invited company answers, reached by the code of its invitation. */
export const invitationPaths = {
  show: invitation,
  correction: (code: string) => `${invitation(code)}/correction`,
  refusal: (code: string) => `${invitation(code)}/refusal`,
  withdrawal: (code: string) => `${invitation(code)}/withdrawal`,
}
