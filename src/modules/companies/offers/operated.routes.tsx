import { findOrganisation } from '#modules/organisations/index.ts'
import { app } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { companyPaths } from '../companies.paths.ts'
import { areaNames } from '../services/area-names.queries.ts'
import { offersOf } from './offers.queries.ts'
import { OperatedPage } from './operated.page.tsx'

export const operatedRoutes = app().get('/companies/operated/:id', async (c) => {
  const { db, world } = c.var
  const organisation = await findOrganisation(db, c.req.param('id'))
  if (!isPartner(organisation.kind)) throw new NotFound('Cet organisme n’opère pas d’offre.')

  const now = world.clock()
  const offers = await offersOf(db, { organisationId: organisation.id }, now)
  const names = await areaNames(
    db,
    offers.flatMap(({ areas }) => areas),
  )
  return c.render(<OperatedPage name={organisation.name} offers={offers} areaNames={names} now={now} />, {
    title: organisation.name,
    face: 'public',
    breadcrumb: [{ label: 'Entreprises', href: companyPaths.list() }, { label: organisation.name }],
  })
})

const isPartner = (kind: string) => kind === 'operator' || kind === 'association' || kind === 'network'
