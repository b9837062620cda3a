import type { Context } from 'hono'
import { z } from 'zod'
import { directoryEdition } from '#modules/catalogue/index.ts'
import { outreachPaths } from '#modules/outreach/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { keptAnswer } from '#platform/http/shared-answer.ts'
import { companyPaths } from '../companies.paths.ts'
import { areaNamed } from '../services/area-named.action.ts'
import { areaNames } from '../services/area-names.queries.ts'
import { serviceKinds } from '../services/service.ts'
import { type Company, findCompany } from './census.queries.ts'
import { CompanyPage, WithdrawnCompanyPage } from './company.page.tsx'
import { CompanyListPage } from './company-list.page.tsx'
import {
  type CompanyFilter,
  companyPageSize,
  countCompanies,
  listCompanies,
  listSubjects,
} from './company-list.queries.ts'
import { companyColumns } from './company-sheet.ts'
import { seedOfDay } from './daily-draw.ts'
import { companyRecord } from './show-company.action.ts'

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const slug = z.string().regex(/^[a-z0-9-]{1,100}$/)

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  kind: word(z.enum(serviceKinds)),
  need: word(slug),
  software: word(slug),
  place: z.string().trim().max(80).catch(''),
  confirmed: word(z.literal('oui')),
  said: word(z.enum(['yes', 'no'])),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const done = z.object({ done: word(z.enum(['reported'])) })

export const censusRoutes = app()
  .get('/companies', async (c) => {
    const { db, world } = c.var
    const now = world.clock()
    const { filter, words, place, placeFault, page } = await sought(c)
    const seed = seedOfDay(now)
    const [companies, total, subjects] = await Promise.all([
      listCompanies(db, filter, { seed, now, page }),
      countCompanies(db, filter, now),
      listSubjects(db, now),
    ])
    return c.render(
      <CompanyListPage
        companies={companies}
        total={total}
        filter={filter}
        words={words}
        place={place}
        placeFault={placeFault}
        subjects={subjects}
        areaNames={
          await areaNames(
            db,
            companies.flatMap(({ areas }) => areas),
          )
        }
        page={page}
        pages={Math.ceil(total / companyPageSize)}
        seed={seed}
        today={now}
        inviteHref={
          c.var.visitor.role === 'operator'
            ? outreachPaths.newCompanyWave({ q: filter.q, claim: 'unclaimed' })
            : undefined
        }
      />,
      { title: 'Entreprises', face: 'public' },
    )
  })

  .get('/companies.csv', async (c) => {
    const { columns, companies } = await sheet(c)
    return c.body(csvOf(columns, companies), 200, download('entreprises', 'csv'))
  })

  .get('/companies.ods', async (c) => {
    const { columns, companies } = await sheet(c)
    const file = odsOf('Entreprises', columns, companies)
    return c.body(Uint8Array.from(file), 200, download('entreprises', 'ods'))
  })

  .get('/companies/:key{[0-9a-fA-F -]+}', async (c) =>
    keptAnswer(c, await directoryEdition(c.var.world), async () => {
      const key = c.req.param('key')
      const company = await findCompany(c.var.db, key)
      const path = companyPaths.show(company)
      return path === `/companies/${key}` ? show(c, company) : c.redirect(path, 301)
    }),
  )

const notices = {
  reported: 'Votre signalement est arrivé. Une personne le lira et corrigera ce qui doit l’être.',
}

async function show(c: Context<Env>, company: Company) {
  const { db, world } = c.var
  const frame = {
    title: company.name,
    face: 'public',
    breadcrumb: [{ label: 'Entreprises', href: companyPaths.list() }, { label: company.name }],
  } as const
  if (company.withdrawnAt) return c.render(<WithdrawnCompanyPage company={company} />, frame)

  const now = world.clock()
  const said = readQuery(c, done).done
  return c.render(
    <CompanyPage {...(await companyRecord(db, company, now))} now={now} notice={said && notices[said]} />,
    frame,
  )
}

async function sought(c: Context<Env>) {
  const { page, place, ...rest } = readQuery(c, Words)
  const named = place === '' ? undefined : await areaNamed(c.var.db, place)
  const filter: CompanyFilter = { ...rest, area: named?.ok ? named.value : undefined }
  const placeFault = named && !named.ok ? { proposals: named.proposals } : undefined
  return { filter, page, place, placeFault, words: { ...rest, place } }
}

async function sheet(c: Context<Env>) {
  const { db, world } = c.var
  const now = world.clock()
  const { filter } = await sought(c)
  const companies = await listCompanies(db, filter, { seed: seedOfDay(now), now })
  const names = await areaNames(
    db,
    companies.flatMap(({ areas }) => areas),
  )
  return { companies, columns: companyColumns(names) }
}
