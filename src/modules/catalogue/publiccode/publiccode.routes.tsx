import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isoDate } from '#ui/french.ts'
import { findSoftware } from '../software/software.queries.ts'
import { sourceOf } from '../sources/source.ts'
import { publiccodePaths } from './publiccode.paths.ts'
import { PubliccodeListPage } from './publiccode-list.page.tsx'
import { rowOf, rowsKept } from './publiccode-row.ts'
import { PubliccodeSheetPage } from './publiccode-sheet.page.tsx'
import { publiccodeColumns } from './publiccode-sheet.ts'
import { readingsOf } from './readings.queries.ts'
import { findPubliccodeSheet, listPubliccodeSheets, type PubliccodeSheet } from './sheets.queries.ts'
import { diffLines } from './upstream/diff-lines.ts'
import { mergeRequest } from './upstream/merge-request.ts'
import { listStatements, listUpstream, recordStatement, recordUpstream } from './upstream/upstream.queries.ts'
import { standings, upstreamStates } from './upstream/upstream.ts'
import { type MissingFact, missingFactSentences } from './writing/missing-facts.ts'
import { formOf, readStatement, type StatementForm } from './writing/statement.ts'
import { writePubliccode } from './writing/write-publiccode.ts'

const pageSize = 50
const missingFacts = Object.keys(missingFactSentences) as MissingFact[]

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  standing: word(z.enum(standings)),
  missing: word(z.enum(missingFacts)),
  sort: z.enum(['name', 'missing']).catch('name'),
  page: z.coerce.number().int().min(1).catch(1),
})

const line = z.string().max(20_000, 'Vingt mille caractères au plus.').default('')
const Statement = z.object({
  once: z.uuid(),
  features: line,
  longDescription: line,
  localisationReady: line,
  availableLanguages: line,
  maintenanceType: line,
  contacts: line,
  contractors: line,
  mainCopyrightOwner: line,
  developmentStatus: line,
  softwareType: line,
  platforms: line,
})

const Step = z.object({
  once: z.uuid(),
  state: z.enum(upstreamStates, 'Dites ce qui s’est passé.'),
  onDay: z.iso.date('Donnez le jour.'),
  address: z
    .string()
    .trim()
    .max(2000)
    .default('')
    .refine((text) => text === '' || /^https?:\/\/[^\s/]+/.test(text), 'Une adresse commence par https://'),
  note: z.string().trim().max(1000, 'Mille caractères au plus.').default(''),
})

const notices = {
  stated: 'Les faits sont enregistrés, avec votre nom.',
  noted: 'La suite est notée.',
}

/** publiccode.yml files: written for each software, listed, repaired upstream. */
export const publiccodeRoutes = app()
  .get('/publiccode', async (c) => {
    const { page, ...filter } = readQuery(c, Words)
    const { rows, kept } = await listed(c)
    const { visitor } = c.var
    return c.render(
      <PubliccodeListPage
        rows={kept.slice((page - 1) * pageSize, page * pageSize)}
        total={kept.length}
        figures={{ all: rows.length, valid: rows.filter(({ missing }) => missing.length === 0).length }}
        filter={filter}
        page={page}
        pages={Math.ceil(kept.length / pageSize)}
        isEditor={visitor.role === 'operator' || visitor.role === 'association'}
      />,
      { title: 'Fichiers publiccode.yml', wide: true },
    )
  })

  .get('/publiccode.csv', async (c) =>
    c.body(csvOf(publiccodeColumns, (await listed(c)).kept), 200, download('publiccode', 'csv')),
  )

  .get('/publiccode.ods', async (c) => {
    const sheet = odsOf('publiccode.yml', publiccodeColumns, (await listed(c)).kept)
    return c.body(Uint8Array.from(sheet), 200, download('publiccode', 'ods'))
  })

  .get('/software/:slug/publiccode.yml', async (c) => {
    const sheet = await findPubliccodeSheet(c.var.db, c.req.param('slug'))
    if (!sheet) return c.redirect(publiccodePaths.file(await heirOf(c)), 301)
    const { text, isValid } = writePubliccode(sheet)
    return c.body(text, 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'inline; filename="publiccode.yml"',
      'x-publiccode-valid': isValid ? 'yes' : 'no',
      'access-control-allow-origin': '*',
    })
  })

  .get('/software/:slug/publiccode', (c) => show(c))

  .post('/software/:slug/publiccode', async (c) => {
    const sheet = await shown(c)
    const form = await readForm(c, Statement)
    if (!form.ok) return show(c, { ...form, typed: form.typed })
    const { once, ...typed } = form.value
    const statement = readStatement(typed)
    if (!statement.ok) return show(c, { problems: statement.problems, typed })

    await recordStatement(c.var.db, {
      id: once,
      softwareId: sheet.id,
      facts: statement.value,
      statedBy: memberOf(c).name,
      statedAt: c.var.world.clock(),
    })
    return c.redirect(publiccodePaths.edit(sheet.slug, { done: 'stated' }), 303)
  })

  .post('/software/:slug/publiccode/upstream', async (c) => {
    const sheet = await shown(c)
    const form = await readForm(c, Step)
    if (!form.ok) return show(c, { problems: form.problems, upstreamTyped: form.typed })

    const { once, state, onDay, address, note } = form.value
    const now = c.var.world.clock()
    if (onDay > isoDate(now))
      return show(c, {
        problems: [{ field: 'onDay', message: 'Ce jour n’est pas encore venu.' }],
        upstreamTyped: form.value,
      })
    await recordUpstream(c.var.db, {
      id: once,
      softwareId: sheet.id,
      state,
      onDay,
      address: address || null,
      note: note || null,
      recordedBy: memberOf(c).name,
      recordedAt: now,
    })
    return c.redirect(publiccodePaths.edit(sheet.slug, { done: 'noted' }), 303)
  })

async function listed(c: Context<Env>) {
  const rows = (await listPubliccodeSheets(c.var.db)).map(rowOf)
  return { rows, kept: rowsKept(rows, readQuery(c, Words)) }
}

/** The address of the sheet that this one merged into; throws NotFound for what is not in the main layer. */
async function heirOf(c: Context<Env>) {
  const found = await findSoftware(c.var.db, c.req.param('slug') ?? '')
  if (!('id' in found)) return found.mergedInto
  throw new NotFound(
    'Ce logiciel n’a pas de publiccode.yml ici : il n’est plus montré, ou il vient d’un catalogue d’une autre licence.',
  )
}

async function shown(c: Context<Env>): Promise<PubliccodeSheet> {
  const sheet = await findPubliccodeSheet(c.var.db, c.req.param('slug') ?? '')
  if (sheet) return sheet
  await heirOf(c)
  throw new NotFound('Cette fiche a été réunie à une autre : ouvrez l’autre.')
}

type Refused = {
  readonly problems: readonly Problem[]
  readonly typed?: FormValues
  readonly upstreamTyped?: FormValues
}

async function show(c: Context<Env>, refused?: Refused) {
  const { db, world } = c.var
  const sheet = await shown(c)
  const [readings, steps, statements] = await Promise.all([
    readingsOf(db, sheet.id),
    listUpstream(db, sheet.id),
    listStatements(db, sheet.id),
  ])
  const { text, missing } = writePubliccode(sheet)
  const [own] = readings
  const { done } = readQuery(c, z.object({ done: word(z.enum(['stated', 'noted'])) }))
  if (refused) c.status(422)
  return c.render(
    <PubliccodeSheetPage
      slug={sheet.slug}
      name={sheet.name}
      standing={rowOf(sheet).standing}
      text={text}
      missing={missing}
      own={
        own
          ? {
              fileName: own.fileName,
              source: sourceOf(own.source).name,
              faults: own.faults,
              readAt: own.readAt,
              diff: own.text ? diffLines(own.text, text) : [],
            }
          : null
      }
      request={mergeRequest({
        name: sheet.name,
        faults: own?.faults ?? null,
        fileAddress: `${world.config.baseUrl}${publiccodePaths.file(sheet.slug)}`,
      })}
      steps={steps}
      statements={statements}
      form={{
        ...formOf(statements[0]?.facts ?? {}),
        ...(refused?.typed as Partial<StatementForm> | undefined),
      }}
      today={isoDate(world.clock())}
      upstreamTyped={refused?.upstreamTyped}
      problems={refused?.problems}
      notice={done && notices[done]}
    />,
    {
      title: `publiccode.yml : ${sheet.name}`,
      breadcrumb: [{ label: 'Fichiers publiccode.yml', href: publiccodePaths.list() }, { label: sheet.name }],
    },
  )
}
