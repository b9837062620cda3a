import { findOrganisation } from '#modules/organisations/index.ts'
import { programmeIfFounded, programmePaths } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { app } from '#platform/http/app.ts'
import { HomePage } from './home.page.tsx'
import { territoryPaths } from './territory.paths.ts'

export const homeRoutes = app().get('/', async (c) => {
  const { visitor, db } = c.var
  if (visitor.role === 'newcomer') return c.redirect(programmePaths.founding(), 303)
  if (visitor.role === 'operator' || visitor.role === 'association' || visitor.role === 'network')
    return c.redirect(territoryPaths.list(), 303)

  return c.render(<HomePage {...(await carriers(db))} />, { title: 'Accueil', face: 'public' })
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
