import type { Context } from 'hono'
import { z } from 'zod'
import { findProgramme } from '#modules/programme/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { isPurpose } from './purpose.ts'
import { RegisterPage } from './register.page.tsx'
import { registerPaths } from './register.paths.ts'
import { findEntry, listRegister, listVersions } from './register.queries.ts'
import { EntryPage } from './register-entry.page.tsx'
import { bases, problemsOf } from './register-entry.ts'
import { EssencePage } from './register-essence.page.tsx'
import { registerColumns } from './register-sheet.ts'
import { saveEntry } from './save-entry.action.ts'

const lines = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(4000, 'Quatre mille caractères au plus.'))

const EntryForm = z.object({
  purpose: lines,
  base: z.enum(bases, 'Choisissez une base légale.'),
  baseReason: lines,
  balance: lines,
  people: lines,
  data: lines,
  source: lines,
  recipients: lines,
  transfers: lines,
  retention: lines,
  security: lines,
  arrangement: lines,
  version: z.coerce.number().int().min(0).catch(0),
  confirm: z.string().optional(),
})

/** The register of processing: its entries, their history, and what the public reads of it. */
export const registerRoutes = app()
  .get('/register', async (c) =>
    c.render(<RegisterPage entries={await listRegister(c.var.db)} />, { title: 'Registre des traitements' }),
  )

  .get('/register.csv', async (c) =>
    c.body(csvOf(registerColumns, await listRegister(c.var.db)), 200, download('registre', 'csv')),
  )

  .get('/register.ods', async (c) =>
    c.body(
      Buffer.from(odsOf('Registre', registerColumns, await listRegister(c.var.db))),
      200,
      download('registre', 'ods'),
    ),
  )

  .get('/register/essence', async (c) => {
    const [{ name }, entries] = await Promise.all([findProgramme(c.var.db), listRegister(c.var.db)])
    const confirmed = entries.filter(({ version }) => version?.confirmedAt)
    return c.render(<EssencePage programme={name} entries={confirmed} />, {
      title: 'Vos données, et qui en répond',
      face: 'public',
    })
  })

  .get('/register/:organisation/:purpose', (c) => show(c))

  .post('/register/:organisation/:purpose', async (c) => {
    const { organisation: organisationId, purpose } = c.req.param()
    const entry = await findEntry(c.var.db, organisationId, purpose)
    const form = await readForm(c, EntryForm)
    if (!form.ok) return show(c, { typed: form.typed, problems: form.problems })

    const { version, confirm, ...text } = form.value
    const member = memberOf(c)
    const by = { name: member.name, organisationId: member.organisation.id }
    const saving = { organisationId, purpose, text, version, isConfirmed: confirm !== undefined, by }
    const decision = await saveEntry(c.var.world, saving)
    if (decision.ok) return c.redirect(registerPaths.saved(organisationId, entry.purpose), 303)
    return show(c, {
      typed: text,
      refusal: decision.reason,
      problems: decision.reason === 'incomplete' ? problemsOf(text, entry.organisation.kind) : [],
    })
  })

type Refused = {
  readonly typed: Readonly<Partial<Record<string, string>>>
  readonly refusal?: 'other-body' | 'changed-meanwhile' | 'incomplete'
  readonly problems: readonly Problem[]
}

async function show(c: Context<Env>, refused?: Refused) {
  const { organisation = '', purpose = '' } = c.req.param()
  const entry = await findEntry(c.var.db, organisation, purpose)
  const versions = isPurpose(purpose) ? await listVersions(c.var.db, organisation, purpose) : []
  const { visitor } = c.var
  if (refused) c.status(refused.refusal === 'other-body' ? 403 : 422)
  return c.render(
    <EntryPage
      entry={entry}
      versions={versions}
      isEditable={'organisation' in visitor && visitor.organisation.id === organisation}
      isSaved={c.req.query('saved') !== undefined}
      {...refused}
    />,
    {
      title: `Registre : ${entry.organisation.name}`,
      breadcrumb: [
        { label: 'Registre des traitements', href: registerPaths.list() },
        { label: entry.organisation.name },
      ],
    },
  )
}
