import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormReading, readForm } from '#platform/http/form.ts'
import { Forbidden } from '#platform/http/refusals.ts'
import { OrganisationPage } from './organisation.page.tsx'
import { mayEdit } from './organisation-kind.ts'
import { OrganisationListPage } from './organisation-list.page.tsx'
import { organisationPaths } from './organisations.paths.ts'
import {
  findOrganisation,
  listOrganisations,
  type OrganisationDetails,
  updateOrganisation,
} from './organisations.queries.ts'

const optional = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .transform((typed) => typed || null)
    .pipe(z.nullable(schema))

const Details = z.object({
  name: z.string().trim().min(1, 'Écrivez le nom de l’organisme.'),
  postalAddress: z
    .string()
    .trim()
    .transform((typed) => typed.replace(/\r\n/g, '\n')),
  email: optional(z.email('Écrivez une adresse comme contact@exemple.fr.')),
  phone: optional(z.string()),
  website: optional(z.url('Écrivez une adresse complète, comme https://www.exemple.fr.')),
  dpoEmail: optional(z.email('Écrivez une adresse comme dpo@exemple.fr.')),
})

export const routes = app()
  .get('/organisations', async (c) =>
    c.render(<OrganisationListPage organisations={await listOrganisations(c.var.db)} />, {
      title: 'Organismes',
    }),
  )

  .get('/organisations/:id', (c) => show(c, c.req.param('id')))

  .post('/organisations/:id', async (c) => {
    const id = c.req.param('id')
    const organisation = await findOrganisation(c.var.db, id)
    if (!mayEdit(c.var.visitor, organisation))
      throw new Forbidden('Seul cet organisme, ou l’opérateur, change ces coordonnées.')

    const form = await readForm(c, Details)
    if (!form.ok) return show(c, id, form)

    await updateOrganisation(c.var.db, id, form.value)
    return c.redirect(`${organisationPaths.show(id)}?saved`, 303)
  })

type Refused = Extract<FormReading<OrganisationDetails>, { ok: false }>

async function show(c: Context<Env>, id: string, refused?: Refused) {
  const organisation = await findOrganisation(c.var.db, id)
  if (refused) c.status(422)
  return c.render(
    <OrganisationPage
      organisation={organisation}
      isEditable={mayEdit(c.var.visitor, organisation)}
      isSaved={c.req.query('saved') !== undefined}
      problems={refused?.problems ?? []}
      typed={refused?.typed ?? {}}
    />,
    { title: organisation.name },
  )
}
