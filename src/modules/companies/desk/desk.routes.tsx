import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf, type TableColumn } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { findCompany } from '../census/census.queries.ts'
import { eventsOf } from '../census/events.queries.ts'
import { type ClaimRefusal, claimRefusals } from '../claims/claim.ts'
import { claimsOf, claimsToDecide, settledClaims } from '../claims/claims.queries.ts'
import { acceptClaim, refuseClaim, reopenClaim, undoClaim } from '../claims/settle-claim.action.ts'
import { listReports, settleReport } from '../reports/reports.queries.ts'
import type { FilledForm } from '../services/service-form.tsx'
import { correctCompany, restoreToCensus, withdrawFromCensus } from './change-company.action.ts'
import { deskPaths } from './desk.paths.ts'
import { DeskCompanyPage } from './desk-company.page.tsx'
import { DeskListPage } from './desk-list.page.tsx'
import {
  countDeskCompanies,
  countPending,
  type DeskCompany,
  deskPageSize,
  listDeskCompanies,
} from './desk-list.queries.ts'
import { deskStates } from './desk-state.ts'
import { PendingPage } from './pending.page.tsx'

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  state: z.enum(deskStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
const done = z.object({
  done: z
    .enum(['corrected', 'withdrawn', 'restored', 'accepted', 'refused', 'reopened', 'undone', 'settled'])
    .optional()
    .catch(undefined),
})
const notices = {
  corrected: 'La fiche est corrigée.',
  withdrawn: 'L’entreprise est retirée : sa fiche ne montre plus que son nom et le motif.',
  restored: 'L’entreprise est de nouveau dans le recensement.',
  accepted: 'La fiche est confiée. La personne reçoit la façon d’entrer.',
  refused: 'La demande est refusée. Le motif est parti.',
  reopened: 'La demande attend de nouveau une décision.',
  undone: 'La fiche est reprise, et ce qui y était déclaré est arrêté.',
  settled: 'Le signalement est clos.',
}

const Reason = z.object({ reason: z.string().trim().min(5, 'Dites pourquoi, en quelques mots.').max(300) })
const Answer = z.object({ answer: z.string().trim().min(3, 'Dites ce qui a été fait.').max(500) })
const text = (most: number) => z.string().trim().max(most).default('')
const orNull = (typed: string) => typed || null
const Details = z.object({
  name: z.string().trim().min(2, 'Écrivez le nom.').max(120),
  siren: text(20),
  website: text(2000),
  email: z
    .union([z.literal(''), z.email('Écrivez une adresse comme contact@exemple.fr.')])
    .default('')
    .transform(orNull),
  phone: text(40).transform(orNull),
  postalAddress: text(300).transform((typed) => typed.replace(/\r\n/g, '\n') || null),
})

const columns: readonly TableColumn<DeskCompany>[] = [
  { label: 'Entreprise', value: ({ name }) => name },
  { label: 'SIREN', value: ({ siren }) => siren },
  { label: 'Courriel', value: ({ email }) => email },
  { label: 'Adresse', value: ({ postalAddress }) => postalAddress },
  { label: 'Fiche prise le', value: ({ claimedOn }) => claimedOn },
  { label: 'Invitée le', value: ({ invitedOn }) => invitedOn },
  { label: 'En opposition', value: ({ isOpposed }) => (isOpposed ? 'oui' : 'non') },
  { label: 'Retirée', value: ({ withdrawnReason }) => withdrawnReason },
  { label: 'Services', value: ({ services }) => services },
  { label: 'Source', value: ({ source }) => source },
  { label: 'Date de la source', value: ({ sourceDate }) => sourceDate },
]

export const deskRoutes = app()
  .get('/census', async (c) => {
    const { db } = c.var
    const { page, ...filter } = readQuery(c, Words)
    const [companies, total, pending] = await Promise.all([
      listDeskCompanies(db, filter, page),
      countDeskCompanies(db, filter),
      countPending(db),
    ])
    const pages = Math.ceil(total / deskPageSize)
    return c.render(<DeskListPage {...{ companies, total, filter, page, pages, pending }} />, {
      title: 'Recensement',
      wide: true,
    })
  })

  .get('/census.csv', async (c) => {
    const { page: _page, ...filter } = readQuery(c, Words)
    return c.body(
      csvOf(columns, await listDeskCompanies(c.var.db, filter)),
      200,
      download('recensement', 'csv'),
    )
  })

  .get('/census.ods', async (c) => {
    const { page: _page, ...filter } = readQuery(c, Words)
    const sheet = odsOf('Recensement', columns, await listDeskCompanies(c.var.db, filter))
    return c.body(Uint8Array.from(sheet), 200, download('recensement', 'ods'))
  })

  .get('/census/pending', (c) => showPending(c))

  .post('/census/reports/:id', async (c) => {
    const form = await readForm(c, Answer)
    if (!form.ok) return showPending(c, form.problems)
    const { world, db } = c.var
    await settleReport(db, c.req.param('id'), { ...form.value, by: memberOf(c).name, at: world.clock() })
    return c.redirect(`${deskPaths.pending()}?done=settled`, 303)
  })

  .post('/census/claims/:id/acceptance', async (c) => {
    const settled = await acceptClaim(c.var.world, c.req.param('id'), memberOf(c).name)
    return settled.ok
      ? c.redirect(`${deskPaths.pending()}?done=accepted`, 303)
      : showRefusal(c, settled.reason)
  })

  .post('/census/claims/:id/refusal', async (c) => {
    const form = await readForm(c, Reason)
    if (!form.ok) return showPending(c, form.problems)
    const refused = await refuseClaim(c.var.world, c.req.param('id'), { ...form.value, by: memberOf(c).name })
    return refused.ok
      ? c.redirect(`${deskPaths.pending()}?done=refused`, 303)
      : showRefusal(c, refused.reason)
  })

  .post('/census/claims/:id/reopening', async (c) => {
    const reopened = await reopenClaim(c.var.world, c.req.param('id'), memberOf(c).name)
    return reopened.ok
      ? c.redirect(`${deskPaths.pending()}?done=reopened`, 303)
      : showRefusal(c, reopened.reason)
  })

  .post('/census/claims/:id/undoing', async (c) => {
    const form = await readForm(c, Reason)
    if (!form.ok) return showPending(c, form.problems)
    const undone = await undoClaim(c.var.world, c.req.param('id'), { ...form.value, by: memberOf(c).name })
    return undone.ok ? c.redirect(`${deskPaths.pending()}?done=undone`, 303) : showRefusal(c, undone.reason)
  })

  .get('/census/:id', (c) => showOne(c))

  .post('/census/:id/details', async (c) => {
    const form = await readForm(c, Details)
    if (!form.ok) return showOne(c, form)
    const id = (await findCompany(c.var.db, c.req.param('id'))).id
    const corrected = await correctCompany(c.var.world, id, form.value, memberOf(c).name)
    if (corrected.ok) return c.redirect(`${deskPaths.show(id)}?done=corrected`, 303)
    const typed = Object.fromEntries(Object.entries(form.value).map(([field, value]) => [field, value ?? '']))
    return showOne(c, { typed, problems: [correctionRefusals[corrected.reason]] })
  })

  .post('/census/:id/withdrawal', async (c) => {
    const form = await readForm(c, Reason)
    if (!form.ok) return showOne(c, form)
    await withdrawFromCensus(c.var.world, c.req.param('id'), { ...form.value, by: memberOf(c).name })
    return c.redirect(`${deskPaths.show(c.req.param('id'))}?done=withdrawn`, 303)
  })

  .post('/census/:id/restoration', async (c) => {
    await restoreToCensus(c.var.world, c.req.param('id'), memberOf(c).name)
    return c.redirect(`${deskPaths.show(c.req.param('id'))}?done=restored`, 303)
  })

const correctionRefusals = {
  'wrong-siren': { field: 'siren', message: 'Ce SIREN est faux : neuf chiffres, dont la clé.' },
  'siren-known': { field: 'siren', message: 'Ce SIREN est celui d’une autre fiche.' },
  'not-a-web-address': { field: 'website', message: 'Écrivez une adresse comme https://www.exemple.fr.' },
  claimed: { field: 'name', message: 'L’entreprise tient maintenant sa fiche : elle seule la corrige.' },
} as const

const showRefusal = (c: Context<Env>, reason: ClaimRefusal | 'settled') =>
  showPending(c, [
    reason === 'settled'
      ? { field: '', message: 'Cette demande est déjà décidée, ou n’existe pas.' }
      : { field: '', message: claimRefusals[reason].message },
  ])

async function showPending(c: Context<Env>, problems?: readonly Problem[]) {
  const { db } = c.var
  const [claims, settled, reports] = await Promise.all([
    claimsToDecide(db),
    settledClaims(db),
    listReports(db, 'open'),
  ])
  const said = readQuery(c, done).done
  if (problems) c.status(422)
  return c.render(
    <PendingPage {...{ claims, settled, reports, problems }} notice={said && notices[said]} />,
    {
      title: 'Ce qui attend',
      breadcrumb: [{ label: 'Recensement', href: deskPaths.list() }, { label: 'Ce qui attend' }],
    },
  )
}

async function showOne(c: Context<Env>, refused?: FilledForm) {
  const { db } = c.var
  const company = await findCompany(db, c.req.param('id') ?? '')
  const [events, claims] = await Promise.all([eventsOf(db, company.id), claimsOf(db, company.id)])
  const said = readQuery(c, done).done
  if (refused) c.status(422)
  return c.render(
    <DeskCompanyPage {...{ company, events, claims }} notice={said && notices[said]} {...refused} />,
    {
      title: company.name,
      breadcrumb: [{ label: 'Recensement', href: deskPaths.list() }, { label: company.name }],
    },
  )
}
