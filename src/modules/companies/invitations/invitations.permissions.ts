import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

/** Who holds the code of an invitation answers it, signed in or not. */
export const invitationsPermissions: readonly Permission[] = [
  allow(
    roles,
    'répondre à l’invitation d’une entreprise, par son code',
    'GET /invitations/:code',
    'POST /invitations/:code/correction',
    'POST /invitations/:code/refusal',
    'POST /invitations/:code/withdrawal',
  ),
]
