import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { driftOf } from '../../licences/licence-story.ts'
import { readLicence } from '../../licences/read-licence.ts'
import { listRecordsOf } from '../records.queries.ts'
import { softwarePaths } from '../software.paths.ts'
import { findSheets, findSoftware, listIdentifiers } from '../software.queries.ts'
import { EditForm, fieldsOf, identifiersIn, NewForm } from './edit-form.ts'
import {
  createSoftware,
  editSoftware,
  ownOf,
  restoreSoftware,
  withdrawSoftware,
} from './edit-software.action.ts'
import { EditSoftwarePage } from './edit-software.page.tsx'
import { HistoryPage } from './history.page.tsx'
import { LicencesPage } from './licences.page.tsx'
import { NewSoftwarePage } from './new-software.page.tsx'
import {
  lastRevision,
  licenceStory,
  listLicencesToReview,
  listNoLongerFree,
  listRecordsShown,
  listRevisions,
} from './revisions.queries.ts'
import { undoRevision } from './undo-revision.action.ts'

/** How editors keep the sheets: every field, every act undone. */
export const editingRoutes = app()
  .get('/software/new', (c) => c.render(<NewSoftwarePage />, frame('Ajouter un logiciel')))

  .post('/software/new', async (c) => {
    const form = await readForm(c, NewForm)
    if (!form.ok) {
      c.status(422)
      return c.render(<NewSoftwarePage {...form} />, frame('Ajouter un logiciel'))
    }
    const { once, ...fields } = form.value
    const { softwareId, proposals } = await createSoftware(c.var.world, {
      once,
      fields,
      by: memberOf(c).name,
    })
    const [sheet] = await findSheets(c.var.db, [softwareId])
    if (proposals.length > 0) return c.redirect(softwarePaths.likenesses({ done: 'created' }), 303)
    return c.redirect(softwarePaths.edit(sheet?.slug ?? '', { done: 'created' }), 303)
  })

  .get('/software/licences', async (c) => {
    const [toReview, noLongerFree] = await Promise.all([
      listLicencesToReview(c.var.db),
      listNoLongerFree(c.var.db),
    ])
    return c.render(
      <LicencesPage toReview={toReview} noLongerFree={noLongerFree} />,
      frame('Licences à relire'),
    )
  })

  .get('/software/:slug/edit', (c) => showEdit(c))

  .post('/software/:slug/edit', async (c) => {
    const form = await readForm(c, EditForm)
    if (!form.ok) return showEdit(c, form)

    const slug = c.req.param('slug')
    const { version, revert } = form.value
    const decision = await editSoftware(c.var.world, slug, {
      fields: fieldsOf(form.value),
      identifiers: identifiersIn(form.value),
      reverted: revert,
      version,
      by: memberOf(c).name,
    })
    if (decision.ok) return c.redirect(softwarePaths.edit(slug, { done: decision.value }), 303)
    const typed = await typedIn(c)
    if (decision.reason === 'no-name')
      return showEdit(c, {
        problems: [{ field: 'name', message: 'Le nom du logiciel : aucune source ne le donne.' }],
        typed,
      })
    return showEdit(c, { problems: [], typed, isMeanwhile: true })
  })

  .post('/software/:slug/withdraw', async (c) => {
    const slug = c.req.param('slug')
    const reason = String((await c.req.parseBody()).reason ?? '').slice(0, 500)
    const decision = await withdrawSoftware(c.var.world, slug, reason, memberOf(c).name)
    if (!decision.ok && decision.reason === 'no-reason')
      return showEdit(c, {
        problems: [{ field: 'reason', message: 'Dites pourquoi : la page de la fiche le dira.' }],
        typed: { reason },
      })
    return c.redirect(softwarePaths.edit(slug, { done: 'withdrawn' }), 303)
  })

  .post('/software/:slug/restore', async (c) => {
    const slug = c.req.param('slug')
    await restoreSoftware(c.var.world, slug, memberOf(c).name)
    return c.redirect(softwarePaths.edit(slug, { done: 'restored' }), 303)
  })

  .get('/software/:slug/history', (c) => showHistory(c))

  .post('/software/:slug/history/:revision/undo', async (c) => {
    const { slug, revision } = c.req.param()
    const decision = await undoRevision(c.var.world, slug, revision, memberOf(c).name)
    if (!decision.ok && decision.reason !== 'already-undone')
      return showHistory(c, undoRefusals[decision.reason])
    return c.redirect(softwarePaths.history(slug, { done: 'undone' }), 303)
  })

const undoRefusals: Record<'not-there' | 'changed-since' | 'compare-again' | 'withdraw-instead', string> = {
  'not-there': 'Ce geste n’est pas sur cette fiche.',
  'changed-since': 'Le même champ a été modifié depuis : annulez d’abord le geste le plus récent.',
  'compare-again':
    'Pour réunir de nouveau les deux fiches, répondez à la comparaison dans « Doublons possibles ».',
  'withdraw-instead': 'Cette fiche n’a pas d’autre source que vous : retirez-la plutôt.',
}

const notices = {
  created: 'La fiche est ajoutée. Complétez ce que vous savez.',
  edited: 'La fiche est enregistrée.',
  unchanged: 'Rien n’a changé : la fiche disait déjà cela.',
  withdrawn: 'La fiche est retirée du catalogue.',
  restored: 'La fiche est remise dans le catalogue.',
  undone: 'Le geste est annulé.',
}

const Done = z.object({
  done: z
    .enum(['created', 'edited', 'unchanged', 'withdrawn', 'restored', 'undone'])
    .optional()
    .catch(undefined),
})

const frame = (title: string, slug?: string, name?: string) => ({
  title,
  wide: true,
  breadcrumb: [
    { label: 'Logiciels', href: softwarePaths.list() },
    ...(slug && name ? [{ label: name, href: softwarePaths.show(slug) }] : []),
    { label: title },
  ],
})

async function sheetOf(c: Context<Env>) {
  const sheet = await findSoftware(c.var.db, c.req.param('slug') ?? '')
  if (!('id' in sheet)) throw new NotFound('Cette fiche a été réunie à une autre.')
  return sheet
}

type Refused = {
  readonly problems: readonly Problem[]
  readonly typed: FormValues
  readonly isMeanwhile?: boolean
}

async function showEdit(c: Context<Env>, refused?: Refused) {
  const { db } = c.var
  const sheet = await sheetOf(c)
  const [records, identifiers, last] = await Promise.all([
    listRecordsOf(db, [sheet.id]),
    listIdentifiers(db, sheet.id),
    lastRevision(db, sheet.id),
  ])
  const { done } = readQuery(c, Done)
  if (refused) c.status(refused.isMeanwhile ? 409 : 422)
  return c.render(
    <EditSoftwarePage
      sheet={sheet}
      records={records}
      own={ownOf(records, sheet.id)}
      identifiers={identifiers}
      warnings={readLicence(sheet.licenceRaw).warnings}
      version={last?.id ?? ''}
      notice={done && notices[done]}
      meanwhile={refused?.isMeanwhile ? last : undefined}
      problems={refused?.problems}
      typed={refused?.typed}
      typedPlatforms={refused && (await platformsTyped(c))}
    />,
    frame('Modifier', sheet.slug, sheet.name),
  )
}

async function typedIn(c: Context<Env>): Promise<FormValues> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )
}

async function platformsTyped(c: Context<Env>) {
  const { platforms } = await c.req.parseBody({ all: true })
  return [platforms ?? []].flat().map(String)
}

async function showHistory(c: Context<Env>, problem?: string) {
  const { db } = c.var
  const sheet = await sheetOf(c)
  const [revisions, records, story] = await Promise.all([
    listRevisions(db, sheet.id),
    listRecordsShown(db, sheet.id),
    licenceStory(db, sheet.id),
  ])
  const { done } = readQuery(c, Done)
  if (problem) c.status(409)
  return c.render(
    <HistoryPage
      sheet={sheet}
      revisions={revisions}
      records={records}
      story={story}
      drift={driftOf(story)}
      isEditor={['operator', 'association'].includes(c.var.visitor.role)}
      problem={problem}
      notice={done && notices[done]}
    />,
    frame('Historique', sheet.slug, sheet.name),
  )
}
