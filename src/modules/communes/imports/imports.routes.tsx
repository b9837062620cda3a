import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { largestFile } from '#platform/files/read-content.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { latestWork } from '#platform/jobs/works.ts'
import { isoDate } from '#ui/french.ts'
import type { Problem } from '#ui/notice.tsx'
import { acceptSuccessors } from './accept-successors.action.ts'
import { type ColumnMapping, checkMapping, columnRoles, guessMapping } from './column-mapping.ts'
import { createImport } from './create-import.action.ts'
import { outcomes } from './finding.ts'
import { formats } from './formats.ts'
import { ImportPage, isAtWork } from './import.page.tsx'
import type { RunRefusal } from './import.ts'
import { ImportColumnsPage } from './import-columns.page.tsx'
import { ImportListPage } from './import-list.page.tsx'
import { fileRefusals } from './import-words.ts'
import { importPaths } from './imports.paths.ts'
import {
  type FindingFilter,
  findImport,
  findingsPageSize,
  importsPageSize,
  listFindings,
  listImports,
} from './imports.queries.ts'
import { NewImportPage } from './new-import.page.tsx'
import { findingColumns } from './report-columns.ts'
import { requestCheck } from './request-check.action.ts'
import { startImport, stopImport } from './start-import.action.ts'

const page = z.coerce.number().int().min(1).catch(1)
const Filter = z.object({
  outcome: z.enum(outcomes).optional().catch(undefined),
  reason: z.string().max(40).optional().catch(undefined),
  page,
})
const NewImport = z
  .object({
    once: z.uuid(),
    file: z.instanceof(File).optional().catch(undefined),
    url: z.string().trim().default(''),
    format: z.enum(formats).nullable().catch(null),
    sourceLabel: z.string().trim().max(120, 'Un nom de 120 caractères au plus.').default(''),
    sourceDate: z.iso.date('Écrivez le jour de la source, comme 23/11/2026.'),
  })
  .refine(({ file, url }) => url !== '' || (file?.size ?? 0) > 0 || file?.name, {
    path: ['file'],
    error: 'Déposez un fichier, ou donnez son adresse.',
  })
  .refine(({ url }) => url === '' || /^https?:\/\/\S+$/i.test(url), {
    path: ['url'],
    error: 'Écrivez une adresse complète, comme https://www.data.gouv.fr/…',
  })

// A date to come would win over every later file.
const notYet = { field: 'sourceDate', message: 'Ce jour n’est pas encore venu : écrivez celui de la source.' }

const tooLarge = bodyLimit({
  maxSize: largestFile,
  onError: (c: Context<Env>) => refuseFile(c, 'too-large', 413),
})

export const importsRoutes = app()
  .get('/imports', async (c) => {
    const { page } = readQuery(c, Filter)
    const { total, imports } = await listImports(c.var.db, page)
    const pages = Math.ceil(total / importsPageSize)
    return c.render(<ImportListPage imports={imports} total={total} page={page} pages={pages} />, {
      title: 'Imports de coordonnées',
    })
  })

  .get('/imports/new', (c) =>
    c.render(<NewImportPage typed={{ sourceDate: isoDate(c.var.world.clock()) }} />, {
      title: 'Importer un fichier',
    }),
  )

  .post('/imports', tooLarge, async (c) => {
    const form = await readForm(c, NewImport)
    if (!form.ok) return showForm(c, form.problems, form.typed)

    const { once, file, url, ...wanted } = form.value
    if (wanted.sourceDate > isoDate(c.var.world.clock()))
      return showForm(c, [notYet], { ...wanted, format: wanted.format ?? '', url })
    const from = url === '' && file ? await received(file) : { url }
    const created = await createImport(
      c.var.db,
      { id: once, from, ...wanted, createdBy: nameOf(c) },
      c.var.world.clock(),
    )
    return created.ok ? c.redirect(importPaths.show(once), 303) : refuseFile(c, created.reason, 422, wanted)
  })

  .get('/imports/:id', (c) => showImport(c))

  .get('/imports/:id/columns', async (c) => {
    const { mapping } = await findImport(c.var.db, c.req.param('id'))
    return showColumns(c, mapping ?? undefined)
  })

  .post('/imports/:id/columns', async (c) => {
    const { id, preview } = await findImport(c.var.db, c.req.param('id'))
    const form = await readForm(c, Columns)
    const mapping = form.ok ? form.value : {}
    const checked = checkMapping(mapping, preview?.header ?? [])
    if (!checked.ok) return showColumns(c, mapping, [{ message: fileRefusals[checked.reason] }])

    await requestCheck(c.var.db, id, { mapping, format: 'columns' })
    return c.redirect(importPaths.show(id), 303)
  })

  .post('/imports/:id/check', async (c) => {
    const { id } = await findImport(c.var.db, c.req.param('id'))
    await requestCheck(c.var.db, id)
    return c.redirect(importPaths.show(id), 303)
  })

  .post('/imports/:id/successors', async (c) => {
    const { id } = await findImport(c.var.db, c.req.param('id'))
    const { former } = await c.req.parseBody()
    await acceptSuccessors(c.var.db, id, typeof former === 'string' ? former : undefined)
    return c.redirect(importPaths.show(id), 303)
  })

  .post('/imports/:id/run', async (c) => {
    const { id } = await findImport(c.var.db, c.req.param('id'))
    const { isShortAccepted } = await c.req.parseBody()
    const started = await startImport(c.var.db, id, { isShortAccepted: isShortAccepted === 'oui' })
    if (started.ok || started.reason === 'already-run') return c.redirect(importPaths.show(id), 303)
    return showImport(c, started.reason)
  })

  .post('/imports/:id/stop', async (c) => {
    const { id } = await findImport(c.var.db, c.req.param('id'))
    await stopImport(c.var.db, id)
    return c.redirect(importPaths.show(id), 303)
  })

  .get('/imports/:id/findings.csv', async (c) => {
    const lines = await allFindings(c)
    return c.body(csvOf(findingColumns, lines), 200, download('rapport-import', 'csv'))
  })

  .get('/imports/:id/findings.ods', async (c) => {
    const lines = await allFindings(c)
    return c.body(
      Uint8Array.from(odsOf('Rapport', findingColumns, lines)),
      200,
      download('rapport-import', 'ods'),
    )
  })

const Columns = z.record(z.string(), z.string().catch('')).transform((chosen): ColumnMapping => {
  const named = columnRoles.flatMap((role) => (chosen[role] ? [[role, chosen[role]] as const] : []))
  return Object.fromEntries(named)
})

const received = async (file: File) => ({
  name: file.name,
  mediaType: file.type,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

const nameOf = ({ var: { visitor } }: Context<Env>) => ('name' in visitor ? visitor.name : 'Beffroi')

function showForm(c: Context<Env>, problems: readonly Problem[], typed: Readonly<Record<string, string>>) {
  c.status(422)
  return c.render(<NewImportPage problems={problems} typed={typed} />, { title: 'Importer un fichier' })
}

/** A file that cannot be read is said at once, with what to do; what was typed beside it stays. */
function refuseFile(
  c: Context<Env>,
  reason: keyof typeof fileRefusals,
  status: 413 | 422,
  { format, ...typed }: { format: string | null; sourceLabel: string; sourceDate: string } = {
    format: null,
    sourceLabel: '',
    sourceDate: isoDate(c.var.world.clock()),
  },
) {
  c.status(status)
  const problems = [{ field: 'file', message: fileRefusals[reason] }]
  return c.render(<NewImportPage problems={problems} typed={{ ...typed, format: format ?? '' }} />, {
    title: 'Importer un fichier',
  })
}

async function showImport(c: Context<Env>, refusal?: RunRefusal) {
  const { db } = c.var
  const found = await findImport(db, c.req.param('id') ?? '')
  const work = await latestWork(db, 'import', found.id)
  if (found.preview && !found.mapping && found.state === 'uploaded' && !isAtWork(work)) return showColumns(c)

  const { page, ...filter } = readQuery(c, Filter)
  const { total, lines } = await listFindings(db, found.id, filter, { offset: (page - 1) * findingsPageSize })
  const report = {
    id: found.id,
    counts: found.counts,
    filter,
    lines: isAtWork(work) ? [] : lines,
    total: isAtWork(work) ? 0 : total,
    page,
    pages: Math.ceil(total / findingsPageSize),
  }
  if (refusal) c.status(422)
  return c.render(<ImportPage found={found} work={work} report={report} refusal={refusal} />, {
    title: found.fileName,
    ...(isAtWork(work) && { refreshSeconds: 2 }),
  })
}

async function showColumns(c: Context<Env>, mapping?: ColumnMapping, problems: readonly Problem[] = []) {
  const { id, fileName, preview } = await findImport(c.var.db, c.req.param('id') ?? '')
  if (!preview) return c.redirect(importPaths.show(id), 303)
  if (problems.length > 0) c.status(422)

  const shown = mapping ?? guessMapping(preview.header)
  return c.render(
    <ImportColumnsPage id={id} fileName={fileName} preview={preview} mapping={shown} problems={problems} />,
    { title: 'Colonnes du fichier' },
  )
}

async function allFindings(c: Context<Env>) {
  const { id } = await findImport(c.var.db, c.req.param('id') ?? '')
  const { page: _page, ...filter }: FindingFilter & { page: number } = readQuery(c, Filter)
  const { lines } = await listFindings(c.var.db, id, filter, { limit: 200_000 })
  return lines
}
