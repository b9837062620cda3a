import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { companyOfOrganisation } from '../census/census.queries.ts'
import { allOffersOf } from '../offers/offers.queries.ts'
import { referencesOf } from '../references/references.queries.ts'
import { areaNames } from '../services/area-names.queries.ts'
import { serviceKinds, serviceLevels } from '../services/service.ts'
import type { FilledForm } from '../services/service-form.tsx'
import { areaProblem, statementRefusals } from '../services/service-refusals.ts'
import { allServicesOf, endedServicesOf } from '../services/services.queries.ts'
import { stateServices } from '../services/state-services.action.ts'
import { endService, renewStatements, reviveService } from '../services/stated-services.queries.ts'
import { choosableSubjects } from '../services/subjects.queries.ts'
import { describeCompany } from './describe-company.action.ts'
import { everythingOf } from './everything.action.ts'
import { minePaths } from './mine.paths.ts'
import { referenceColumns, serviceColumns } from './mine-sheets.ts'
import { myCompany } from './my-company.action.ts'
import { MyCompanyPage, NoCompanyPage } from './my-company.page.tsx'

const text = (most: number) => z.string().trim().max(most, `${most} caractères au plus.`).default('')
const orNull = (typed: string) => typed || null

const Presentation = z.object({
  name: z.string().trim().min(2, 'Écrivez le nom de l’entreprise.').max(120),
  presentation: text(1500).transform(orNull),
  website: text(2000),
  email: z
    .union([z.literal(''), z.email('Écrivez une adresse comme contact@exemple.fr, ou laissez vide.')])
    .default('')
    .transform(orNull),
  phone: text(40).transform(orNull),
  postalAddress: text(300).transform((typed) => typed.replace(/\r\n/g, '\n') || null),
})

const kinds = z.array(z.enum(serviceKinds)).min(1, 'Cochez au moins un service.')
const Services = z.object({
  need: z.string().trim().max(100).default(''),
  software: z.string().trim().max(200).default(''),
  kinds: z.preprocess((given) => (given === undefined ? [] : [given].flat()), kinds),
  level: z.enum(serviceLevels, 'Choisissez un niveau.'),
  areas: z.string().max(4000).default(''),
})

const done = z.object({
  done: z.enum(['said', 'ended', 'revived', 'renewed', 'described']).optional().catch(undefined),
})

const notices = {
  said: 'C’est déclaré : votre fiche le montre dès maintenant.',
  ended: 'Ce service est arrêté. Vous pouvez le reprendre au bas de la page.',
  revived: 'Ce service est repris.',
  renewed: 'Tout est redit aujourd’hui, pour un an.',
  described: 'La présentation est enregistrée.',
}
const backWith = (what: keyof typeof notices) => `${minePaths.home()}?done=${what}`

export const mineRoutes = app()
  .get('/my-company', async (c) =>
    (await companyOfOrganisation(c.var.db, memberOf(c).organisation.id))
      ? show(c)
      : c.render(<NoCompanyPage />, { title: 'Mon entreprise' }),
  )

  .post('/my-company/presentation', async (c) => {
    const company = await myCompany(c)
    const form = await readForm(c, Presentation)
    if (!form.ok) return show(c, form)

    const described = await describeCompany(c.var.world, company, form.value, memberOf(c).name)
    if (described.ok) return c.redirect(backWith('described'), 303)
    const typed = Object.fromEntries(Object.entries(form.value).map(([field, value]) => [field, value ?? '']))
    return show(c, {
      typed,
      problems: [{ field: 'website', message: 'Écrivez une adresse comme https://www.exemple.fr.' }],
    })
  })

  .post('/my-company/services', async (c) => {
    const company = await myCompany(c)
    const { kinds: ticked } = await c.req.parseBody({ all: true })
    const boxes = { ticked: [ticked ?? []].flat().filter((box) => typeof box === 'string') }
    const form = await readForm(c, Services)
    if (!form.ok) return show(c, { ...form, ...boxes })

    const stated = await stateServices(c.var.world, company.id, form.value)
    if (stated.ok) return c.redirect(backWith('said'), 303)
    const { kinds: _kinds, ...typed } = form.value
    const problem =
      stated.reason === 'unknown-areas' ? areaProblem(stated.faults) : statementRefusals[stated.reason]
    return show(c, { typed, ...boxes, problems: [problem] })
  })

  .post('/my-company/services/:id/end', async (c) => {
    const { id } = await myCompany(c)
    await endService(c.var.db, id, c.req.param('id'), c.var.world.clock())
    return c.redirect(backWith('ended'), 303)
  })

  .post('/my-company/services/:id/revival', async (c) => {
    const { id } = await myCompany(c)
    await reviveService(c.var.db, id, c.req.param('id'))
    return c.redirect(backWith('revived'), 303)
  })

  .post('/my-company/renewal', async (c) => {
    const { id } = await myCompany(c)
    await renewStatements(c.var.db, id, c.var.world.clock())
    return c.redirect(backWith('renewed'), 303)
  })

  .get('/my-company/export.json', async (c) => {
    const company = await myCompany(c)
    return c.body(JSON.stringify(await everythingOf(c.var.db, company), null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="entreprise.json"',
    })
  })

  .get('/my-company/services.csv', async (c) => {
    const { columns, rows } = await serviceSheet(c)
    return c.body(csvOf(columns, rows), 200, download('services', 'csv'))
  })

  .get('/my-company/services.ods', async (c) => {
    const { columns, rows } = await serviceSheet(c)
    return c.body(Uint8Array.from(odsOf('Services', columns, rows)), 200, download('services', 'ods'))
  })

  .get('/my-company/references.csv', async (c) => {
    const { id } = await myCompany(c)
    return c.body(
      csvOf(referenceColumns, await referencesOf(c.var.db, id)),
      200,
      download('references', 'csv'),
    )
  })

  .get('/my-company/references.ods', async (c) => {
    const { id } = await myCompany(c)
    const sheet = odsOf('Références', referenceColumns, await referencesOf(c.var.db, id))
    return c.body(Uint8Array.from(sheet), 200, download('references', 'ods'))
  })

async function serviceSheet(c: Context<Env>) {
  const { id } = await myCompany(c)
  const rows = await allServicesOf(c.var.db, id)
  const areas = rows.flatMap((row) => row.areas)
  return { rows, columns: serviceColumns(await areaNames(c.var.db, areas)) }
}

async function show(c: Context<Env>, refused?: FilledForm) {
  const { db, world } = c.var
  const company = await myCompany(c)
  const said = readQuery(c, done).done
  const [services, ended, references, offers, subjects] = await Promise.all([
    allServicesOf(db, company.id),
    endedServicesOf(db, company.id),
    referencesOf(db, company.id),
    allOffersOf(db, { companyId: company.id }),
    choosableSubjects(db),
  ])
  if (refused) c.status(422)
  return c.render(
    <MyCompanyPage
      company={company}
      services={services}
      ended={ended}
      references={references}
      offers={offers}
      subjects={subjects}
      areaNames={
        await areaNames(
          db,
          services.flatMap(({ areas }) => areas),
        )
      }
      now={world.clock()}
      notice={said && notices[said]}
      {...refused}
    />,
    { title: 'Mon entreprise', wide: true },
  )
}
