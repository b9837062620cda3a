import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { organisationKinds, roles } from '#values/role.ts'
import { findVisitor, founderEmail, hasMembers } from './accounts.queries.ts'
import { routes } from './accounts.routes.tsx'
import { firstPersonEmail } from './first-person.ts'
import { readSessionToken } from './session-token.ts'
import { oneTimeLink } from './sign-in.action.ts'
import { signInLinkCommand } from './sign-in-link.command.ts'

export const accounts: Module = {
  name: 'accounts',
  routes,
  permissions: [
    allow(roles, 'entrer par un code', 'GET /sign-in', 'POST /sign-in/codes', 'POST /sign-in/sessions'),
    allow(roles, 'entrer par un lien à usage unique', 'GET /sign-in/link', 'POST /sign-in/link'),
    allow(roles, 'sortir', 'POST /sign-out'),
    allow(
      organisationKinds,
      'voir et accueillir ses collègues',
      'GET /members',
      'POST /members',
      'POST /members/:id/removal',
    ),
    allow(
      ['operator'],
      'accueillir la première personne d’un organisme où personne n’entre encore',
      'POST /members/first',
    ),
  ],
  commands: signInLinkCommand,
  async identify({ db }, request) {
    const token = readSessionToken(request.headers.get('cookie') ?? '')
    return token ? findVisitor(db, token) : { role: 'public' }
  },
  async welcome(world) {
    // nobody there reads the mail of an invented person: the terminal is the only way in
    const founder = world.config.isDemo ? await founderEmail(world.db) : undefined
    if (founder)
      return ['Entrée dans la démonstration (une fois, un jour) :', await oneTimeLink(world, founder)]
    if (await hasMembers(world.db)) return []
    return [
      'Première entrée, à ouvrir dans un navigateur (une fois, un jour) :',
      await oneTimeLink(world, firstPersonEmail),
    ]
  },
}
