import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { type Company, findCompany } from '../census/census.queries.ts'
import { companyPaths } from '../companies.paths.ts'
import { ReportPage } from './report.page.tsx'
import { reportCompany } from './report-company.action.ts'

const blank = (typed: string) => typed || null
const NewReport = z.object({
  once: z.uuid(),
  body: z.string().trim().min(1, 'Dites ce qui est inexact.').max(2000, 'Deux mille caractères au plus.'),
  personName: z.string().trim().max(120).default('').transform(blank),
  email: z
    .union([z.literal(''), z.email('Écrivez une adresse comme nom@exemple.fr, ou laissez vide.')])
    .default('')
    .transform(blank),
})

// The form has a page of its own: its `once` names one filling, while a company's page is kept for everybody.
export const reportRoutes = app()
  .get('/companies/:key{[0-9a-fA-F -]+}/reports/new', async (c) =>
    show(c, await findCompany(c.var.db, c.req.param('key'))),
  )

  .post('/companies/:key{[0-9a-fA-F -]+}/reports', async (c) => {
    const company = await findCompany(c.var.db, c.req.param('key'))
    const form = await readForm(c, NewReport)
    if (!form.ok) return show(c, company, form)

    const { once, ...report } = form.value
    const reported = await reportCompany(c.var.world, { id: once, companyId: company.id, ...report })
    if (!reported.ok)
      return show(c, company, {
        problems: [{ field: 'body', message: tooOften }],
        typed: { body: report.body, personName: report.personName ?? '', email: report.email ?? '' },
      })
    return c.redirect(`${companyPaths.show(company)}?done=reported`, 303)
  })

const tooOften =
  'Trop de signalements sont arrivés aujourd’hui. Revenez demain, ou écrivez à l’opérateur du programme.'

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

function show(c: Context<Env>, company: Company, refused?: Refused) {
  if (refused) c.status(422)
  return c.render(<ReportPage company={company} {...refused} />, {
    title: 'Signaler une erreur',
    face: 'public',
    breadcrumb: [
      { label: 'Entreprises', href: companyPaths.list() },
      { label: company.name, href: companyPaths.show(company) },
      { label: 'Signaler une erreur' },
    ],
  })
}
