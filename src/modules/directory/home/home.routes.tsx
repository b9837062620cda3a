import { companyPaths } from '#modules/companies/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { programmeIfFounded, programmePaths } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { app } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { sharedAnswer } from '#platform/http/shared-answer.ts'
import type { Role } from '#values/role.ts'
import { AskedPlace } from '../place/asked-place.ts'
import { placeOf } from '../place/place.ts'
import { readPlace } from '../place/read-place.action.ts'
import { HomePage } from './home.page.tsx'
import { countDirectories, listServices } from './home.queries.ts'

// Whoever works here is led to their work; the territory stands above this module: its address is known here, its code is not.
const workOf: Partial<Record<Role, string>> = {
  newcomer: programmePaths.founding(),
  operator: '/territory',
  association: '/territory',
  network: '/territory',
  company: companyPaths.mine(),
}

export const homeRoutes = app().get('/', async (c) => {
  const work = workOf[c.var.visitor.role]
  if (work) return c.redirect(work, 303)

  return sharedAnswer(c, async () => {
    const { db } = c.var
    const [carried, sizes, services, place] = await Promise.all([
      carriers(db),
      countDirectories(db),
      listServices(db),
      readPlace(db, readQuery(c, AskedPlace)),
    ])
    const page = <HomePage {...carried} {...{ sizes, services }} place={placeOf(place)} />
    return c.render(page, { title: 'Accueil', face: 'public' })
  })
})

async function carriers(db: Database) {
  const programme = await programmeIfFounded(db)
  if (!programme) return { partners: [] }
  const [operator, association] = await Promise.all([
    findOrganisation(db, programme.operatorId),
    findOrganisation(db, programme.associationId),
  ])
  return { programme: programme.name, partners: [operator.name, association.name] }
}
