import type { Context } from 'hono'
import { z } from 'zod'
import { findOrganisation } from '#modules/organisations/index.ts'
import { programmeIfFounded } from '#modules/programme/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { BinderPage } from './binder.page.tsx'
import { binderChoices } from './binder.queries.ts'
import { mostSheets } from './binder.ts'
import { printSheets } from './print-sheets.action.ts'

const Commune = z
  .string()
  .regex(/^\d[\dAB]\d{3}$/)
  .optional()
  .catch(undefined)

const usualTitle = 'Des logiciels libres pour la mairie'

const Choice = z.object({
  title: z
    .string()
    .trim()
    .max(80)
    .catch('')
    .transform((title) => title || usualTitle),
  need: z.string().max(80).catch(''),
  commune: Commune,
})

export const paperRoutes = app()
  .get('/software/:file{[a-z0-9-]+\\.pdf}', async (c) => {
    const slug = c.req.param('file').replace(/\.pdf$/, '')
    const { commune } = readQuery(c, z.object({ commune: Commune }))
    const bytes = await printSheets(c.var.world, { slugs: [slug], insee: commune, author: await authorOf(c) })
    return pdf(c, bytes, slug)
  })

  .get('/binder', (c) => choose(c, c.req.queries('sheet') ?? []))

  .get('/binder.pdf', async (c) => {
    const { title, commune } = readQuery(c, Choice)
    const slugs = [...new Set(c.req.queries('sheet') ?? [])]
    if (slugs.length === 0) return choose(c, slugs, 'Cochez au moins une fiche.')
    if (slugs.length > mostSheets)
      return choose(c, slugs, `Un classeur tient ${mostSheets} fiches : vous en avez coché ${slugs.length}.`)

    const bytes = await printSheets(c.var.world, { slugs, insee: commune, title, author: await authorOf(c) })
    return pdf(c, bytes, 'classeur')
  })

async function choose(c: Context<Env>, sheets: readonly string[], fault?: string) {
  const { title, need, commune } = readQuery(c, Choice)
  const choices = await binderChoices(c.var.db)
  const ofNeed = choices.filter(({ needs }) => needs.includes(need)).map(({ slug }) => slug)
  if (fault) c.status(422)
  return c.render(
    <BinderPage
      choices={choices}
      chosen={[...sheets, ...ofNeed]}
      commune={commune}
      title={title}
      fault={fault}
    />,
    { title: 'Composer un classeur', face: 'public' },
  )
}

/** Who signs the paper: the operator of the programme, once founded. */
async function authorOf({ var: { db } }: Context<Env>) {
  const programme = await programmeIfFounded(db)
  return programme ? (await findOrganisation(db, programme.operatorId)).name : 'Beffroi'
}

const pdf = (c: Context<Env>, bytes: Uint8Array, name: string) =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
  })
