import type { Context } from 'hono'
import { z } from 'zod'
import { departementNamed } from '#modules/communes/index.ts'
import { writableEmails } from '#modules/outreach/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { cataloguePaths } from '../catalogue.paths.ts'
import { DeclarationPage } from './declaration.page.tsx'
import { DeclarationListPage } from './declaration-list.page.tsx'
import {
  countByStanding,
  countDeclarations,
  declarationPageSize,
  declarationSorts,
  findDeclaration,
  listDeclarations,
  listDepartements,
} from './declarations.queries.ts'
import { declarationColumns } from './declarations-sheet.ts'
import { type RefusedGesture, settlingRoutes } from './settling.routes.ts'
import { settlingNotices } from './settling-words.ts'
import { standings } from './standing.ts'
import { usageStates } from './usage.ts'
import { usagePaths } from './usages.paths.ts'

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  standing: word(z.enum(standings)),
  state: word(z.enum(usageStates)),
  departement: word(z.string().regex(/^(\d{2,3}|2[AB])$/)),
  sort: word(z.enum(declarationSorts)),
  page: z.coerce.number().int().min(1).catch(1),
  done: word(z.enum(['asked', 'confirmed', 'withdrawn', 'restored'])),
})

/** The workshop's list of declarations, and what an editor does with one. */
export const declarationRoutes = app()
  .get('/usages', async (c) => {
    const { page, done: _, ...filter } = readQuery(c, Words)
    const { db, world } = c.var
    const now = world.clock()
    const [declarations, total, counts, departements] = await Promise.all([
      listDeclarations(db, filter, now, page),
      countDeclarations(db, filter, now),
      countByStanding(db, now),
      listDepartements(db),
    ])
    return c.render(
      <DeclarationListPage
        declarations={declarations}
        total={total}
        counts={counts}
        filter={filter}
        departements={departements.map((value) => ({ value, label: departementLabel(value) }))}
        page={page}
        pages={Math.ceil(total / declarationPageSize)}
      />,
      { title: 'Usages', wide: true },
    )
  })

  .get('/usages.csv', async (c) =>
    c.body(csvOf(declarationColumns, await everyRow(c)), 200, download('usages', 'csv')),
  )

  .get('/usages.ods', async (c) => {
    const sheet = odsOf('Usages', declarationColumns, await everyRow(c))
    return c.body(Uint8Array.from(sheet), 200, download('usages', 'ods'))
  })

  .get('/usages/:id', (c) => showOne(c))

  .route('/', settlingRoutes('usages', showOne))

const departementLabel = (code: string) => `${departementNamed(code)?.name ?? ''} (${code})`.trim()

async function everyRow(c: Context<Env>) {
  const { page: _page, done: _done, ...filter } = readQuery(c, Words)
  return listDeclarations(c.var.db, filter, c.var.world.clock())
}

async function showOne(c: Context<Env>, refused?: RefusedGesture) {
  const { db, world } = c.var
  const declaration = await findDeclaration(db, c.req.param('id') ?? '', world.clock())
  if (!declaration) throw new NotFound('Cette déclaration n’existe pas.')
  const { done } = readQuery(c, Words)
  const emails = await writableEmails(world, [declaration.insee], 'free-software')
  if (refused) c.status(422)
  return c.render(
    <DeclarationPage
      declaration={declaration}
      email={emails.get(declaration.insee)}
      softwareHref={cataloguePaths.software(declaration.slug)}
      communeHref={`/communes/${declaration.insee}`}
      notice={done && settlingNotices[done]}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    {
      title: declaration.commune,
      breadcrumb: [{ label: 'Usages', href: usagePaths.list() }, { label: declaration.commune }],
    },
  )
}
