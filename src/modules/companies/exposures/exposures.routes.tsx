import type { Context } from 'hono'
import { z } from 'zod'
import { listNeeds } from '#modules/catalogue/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { isoDate } from '#ui/french.ts'
import { companyPaths } from '../companies.paths.ts'
import { writeExposures } from './count-showings.action.ts'
import { shownAts } from './exposure.ts'
import { LedgerPage } from './ledger.page.tsx'
import { countLedger, ledgerPageSize, listLedger } from './ledger.queries.ts'
import { firstDayOf, ledgerSorts, periods } from './ledger.ts'
import { ledgerColumns } from './ledger-sheet.ts'

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  period: word(z.enum(periods)),
  need: word(z.string().regex(/^[a-z0-9-]{1,120}$/)),
  place: word(z.enum(shownAts)),
  sort: word(z.enum(ledgerSorts)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const exposureRoutes = app()
  .get('/companies/exposures', async (c) => {
    const { db } = c.var
    const { filter, words, page } = await ledgerOf(c)
    const [lines, sum, needs] = await Promise.all([
      listLedger(db, filter, page),
      countLedger(db, filter),
      listNeeds(db),
    ])
    return c.render(
      <LedgerPage
        lines={lines}
        sum={sum}
        words={words}
        needs={needs}
        page={page}
        pages={Math.ceil(sum.lines / ledgerPageSize)}
      />,
      {
        title: 'Le registre public des affichages',
        face: 'public',
        breadcrumb: [{ label: 'Entreprises', href: companyPaths.list() }, { label: 'Affichages' }],
      },
    )
  })

  .get('/companies/exposures.csv', async (c) => {
    const { filter } = await ledgerOf(c)
    const lines = await listLedger(c.var.db, filter)
    return c.body(csvOf(ledgerColumns, lines), 200, download('affichages', 'csv'))
  })

  .get('/companies/exposures.ods', async (c) => {
    const { filter } = await ledgerOf(c)
    const sheet = odsOf('Affichages', ledgerColumns, await listLedger(c.var.db, filter))
    return c.body(Uint8Array.from(sheet), 200, download('affichages', 'ods'))
  })

/** What is asked of the ledger; what this process has counted is written first, so that it is there. */
async function ledgerOf(c: Context<Env>) {
  await writeExposures(c.var.db)
  const { page, ...words } = readQuery(c, Words)
  const now = c.var.world.clock()
  const { period = '30', sort = 'shown', q, need, place } = words
  return {
    words,
    page,
    filter: { q, need, place, sort, from: isoDate(firstDayOf(period, now)), to: isoDate(now) },
  }
}
