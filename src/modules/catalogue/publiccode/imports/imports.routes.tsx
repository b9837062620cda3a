import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { publiccodePaths } from '../publiccode.paths.ts'
import { checkFiles } from './check-files.action.ts'
import { ImportPage } from './import.page.tsx'
import { importFiles, undoImport } from './import-files.action.ts'
import { ImportListPage } from './import-list.page.tsx'
import { importRefusals, receivedRefusals } from './import-words.ts'
import { findImport, listImports, listShownFiles } from './publiccode-imports.queries.ts'
import { readReceived } from './received-files.action.ts'

const Files = z.object({
  once: z.uuid(),
  files: z
    .union([z.instanceof(File), z.array(z.instanceof(File))])
    .optional()
    .catch(undefined),
})

const largest = 20 * 1024 * 1024
const light = bodyLimit({
  maxSize: largest,
  onError: (c: Context<Env>) =>
    list(c, 'Ces fichiers dépassent vingt mégaoctets en tout : apportez-les en plusieurs fois.'),
})

/** publiccode.yml files brought by editors: checked, imported, undone. */
export const publiccodeImportRoutes = app()
  .get('/publiccode/imports', (c) => list(c))

  .post('/publiccode/imports', light, async (c) => {
    const form = await readForm(c, Files)
    if (!form.ok) return list(c, receivedRefusals['no-file'])

    const { once, files } = form.value
    const read = readReceived(await received(files))
    if (!read.ok) return list(c, receivedRefusals[read.reason])
    await checkFiles(c.var.db, { id: once, by: memberOf(c).name, readings: read.value }, c.var.world.clock())
    return c.redirect(publiccodePaths.import(once), 303)
  })

  .get('/publiccode/imports/:id', (c) => showOne(c))

  .post('/publiccode/imports/:id/run', async (c) => {
    const { id } = await findImport(c.var.db, c.req.param('id'))
    const decision = await importFiles(c.var.db, id, c.var.world.clock())
    if (!decision.ok) return showOne(c, importRefusals[decision.reason])
    return c.redirect(publiccodePaths.import(id), 303)
  })

  .post('/publiccode/imports/:id/undo', async (c) => {
    const { id } = await findImport(c.var.db, c.req.param('id'))
    const decision = await undoImport(c.var.db, id, memberOf(c).name, c.var.world.clock())
    if (!decision.ok) return showOne(c, importRefusals[decision.reason])
    return c.redirect(publiccodePaths.import(id), 303)
  })

const received = (files: File | File[] | undefined) =>
  Promise.all(
    (Array.isArray(files) ? files : files ? [files] : [])
      .filter(({ size }) => size > 0)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )

async function list(c: Context<Env>, refusal?: string) {
  const problems: Problem[] = refusal ? [{ field: 'files', message: refusal }] : []
  if (refusal) c.status(422)
  return c.render(<ImportListPage imports={await listImports(c.var.db)} problems={problems} />, {
    title: 'Importer des publiccode.yml',
    breadcrumb: [{ label: 'Fichiers publiccode.yml', href: publiccodePaths.list() }, { label: 'Importer' }],
  })
}

async function showOne(c: Context<Env>, refusal?: string) {
  const found = await findImport(c.var.db, c.req.param('id') ?? '')
  if (refusal) c.status(409)
  return c.render(
    <ImportPage
      {...found}
      files={await listShownFiles(c.var.db, found.id)}
      problems={refusal ? [{ field: '', message: refusal }] : []}
    />,
    {
      title: 'Import de publiccode.yml',
      breadcrumb: [
        { label: 'Fichiers publiccode.yml', href: publiccodePaths.list() },
        { label: 'Importer', href: publiccodePaths.imports() },
        { label: 'Un import' },
      ],
    },
  )
}
