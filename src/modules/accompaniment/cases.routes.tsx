import type { Context } from 'hono'
import { listMembers } from '#modules/accounts/index.ts'
import { communeIndex, findCommune, listContactPoints } from '#modules/communes/index.ts'
import { ChooseCommunePage, findContact } from '#modules/contacts/index.ts'
import { listJournal } from '#modules/journal/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findProgramme, listPerimeter } from '#modules/programme/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormReading, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { isoDate } from '#ui/french.ts'
import { CasePage } from './case.page.tsx'
import { type CaseRefusal, caseRefusals } from './case.ts'
import { CaseQuery } from './case-filter.ts'
import {
  ClosingForm,
  HandOverForm,
  MoveForm,
  NewCaseForm,
  NewStepForm,
  ReasonForm,
  ReferentForm,
  StepForm,
} from './case-forms.ts'
import { CaseListPage } from './case-list.page.tsx'
import { CaseSheetPage } from './case-sheet.page.tsx'
import { casePaths } from './cases.paths.ts'
import {
  caseList,
  caseOfContact,
  casePageSize,
  countCases,
  findCase,
  listCases,
  listTransfers,
} from './cases.queries.ts'
import { caseColumns } from './cases-sheet.ts'
import {
  addCaseStep,
  changeCaseReferent,
  closeCase,
  finishCaseStep,
  handOverCase,
  moveCaseStep,
  removeCaseStep,
  reopenCase,
  reviseCaseStep,
  undoCaseStep,
} from './follow-case.action.ts'
import { goalForTheme } from './goal.ts'
import { NewCasePage } from './new-case.page.tsx'
import { openCase } from './open-case.action.ts'

export const routes = app()
  .get('/cases', (c) => showList(c))

  .get('/cases.csv', async (c) =>
    c.body(csvOf(caseColumns, await asked(c)), 200, download('accompagnements', 'csv')),
  )

  .get('/cases.ods', async (c) =>
    c.body(
      Buffer.from(odsOf('Accompagnements', caseColumns, await asked(c))),
      200,
      download('accompagnements', 'ods'),
    ),
  )

  .get('/cases/new', (c) => {
    const { contact, insee } = c.req.query()
    return contact || insee ? showNew(c, { contactId: contact, insee }) : chooseCommune(c)
  })

  .post('/cases', async (c) => {
    const form = await readForm(c, NewCaseForm)
    if (!form.ok) return refuseNew(c, form)

    const { once, ...given } = form.value
    const opened = await openCase(c.var.db, { ...given, id: once }, memberOf(c), c.var.world.clock())
    if (opened.ok) return c.redirect(casePaths.show(opened.value), 303)
    return refuseNew(c, { problems: [problemOf(opened.reason)], typed: typedNew(form.value) })
  })

  .get('/cases/:id', (c) => showCase(c))

  .get('/cases/:id/sheet', async (c) => {
    const of = await findCase(c.var.db, c.req.param('id'), memberOf(c))
    const points = await listContactPoints(c.var.db, of.insee)
    return c.render(<CaseSheetPage case={of} points={points} />, { title: `Fiche : ${of.commune}` })
  })

  .post('/cases/:id/steps', async (c) => {
    const form = await readForm(c, NewStepForm)
    if (!form.ok) return showCase(c, form)

    const { once, title, dueOn } = form.value
    const added = await addCaseStep(c.var.db, c.req.param('id'), { id: once, title, dueOn }, memberOf(c))
    return after(c, added)
  })

  .post('/cases/:id/steps/:step', async (c) => {
    const form = await readForm(c, StepForm)
    if (!form.ok) return showCase(c, form)

    return after(
      c,
      await reviseCaseStep(c.var.db, c.req.param('id'), c.req.param('step'), form.value, memberOf(c)),
    )
  })

  .post('/cases/:id/steps/:step/done', async (c) => {
    const { id, step } = c.req.param()
    return after(c, await finishCaseStep(c.var.db, id, step, memberOf(c), c.var.world.clock()))
  })

  .post('/cases/:id/steps/:step/undone', async (c) => {
    const { id, step } = c.req.param()
    return after(c, await undoCaseStep(c.var.db, id, step, memberOf(c), c.var.world.clock()))
  })

  .post('/cases/:id/steps/:step/moves', async (c) => {
    const { id, step } = c.req.param()
    const form = await readForm(c, MoveForm)
    if (!form.ok) return showCase(c, form)

    return after(c, await moveCaseStep(c.var.db, id, step, form.value.direction, memberOf(c)))
  })

  .post('/cases/:id/steps/:step/removal', async (c) => {
    const { id, step } = c.req.param()
    return after(c, await removeCaseStep(c.var.db, id, step, memberOf(c)))
  })

  .post('/cases/:id/referent', async (c) => {
    const form = await readForm(c, ReferentForm)
    if (!form.ok) return showCase(c, form)

    const { referentId } = form.value
    const id = c.req.param('id')
    return after(c, await changeCaseReferent(c.var.db, id, referentId, memberOf(c), c.var.world.clock()))
  })

  .post('/cases/:id/closing', async (c) => {
    const form = await readForm(c, ClosingForm)
    if (!form.ok) return showCase(c, form)

    const id = c.req.param('id')
    return after(c, await closeCase(c.var.db, id, form.value, memberOf(c), c.var.world.clock()), form.value)
  })

  .post('/cases/:id/reopenings', async (c) => {
    const form = await readForm(c, ReasonForm)
    if (!form.ok) return showCase(c, form)

    const id = c.req.param('id')
    return after(
      c,
      await reopenCase(c.var.db, id, form.value.reason, memberOf(c), c.var.world.clock()),
      form.value,
    )
  })

  .post('/cases/:id/transfers', async (c) => {
    const form = await readForm(c, HandOverForm)
    if (!form.ok) return showCase(c, form)

    const { once, reason } = form.value
    const id = c.req.param('id')
    const given = { transferId: once, reason }
    const handed = await handOverCase(c.var.db, id, given, memberOf(c), c.var.world.clock())
    return handed.ok ? c.redirect(casePaths.list(), 303) : after(c, handed, { reason })
  })

const todayOf = (c: Context<Env>) => isoDate(c.var.world.clock())

const asked = (c: Context<Env>) =>
  listCases(c.var.db, memberOf(c), { ...readQuery(c, CaseQuery), today: todayOf(c) })

async function showList(c: Context<Env>) {
  const { db } = c.var
  const member = memberOf(c)
  const filter = readQuery(c, CaseQuery)
  const today = todayOf(c)
  const { total, lines } = await caseList(db, member, { ...filter, today })
  return c.render(
    <CaseListPage
      organisation={member.organisation.name}
      filter={filter}
      colleagues={await listMembers(db, member.organisation.id)}
      total={total}
      pages={Math.ceil(total / casePageSize)}
      lines={lines}
      today={today}
      hasCases={total > 0 || (await countCases(db, member)) > 0}
    />,
    { title: 'Accompagnements' },
  )
}

type Refused = Pick<Extract<FormReading<unknown>, { ok: false }>, 'problems' | 'typed'>

async function showCase(c: Context<Env>, refused?: Refused) {
  const { db } = c.var
  const member = memberOf(c)
  const of = await findCase(db, c.req.param('id') ?? '', member)
  const path = casePaths.show(of.id)
  const journal = await listJournal(db, of.insee)
  if (refused) c.status(422)
  return c.render(
    <CasePage
      case={of}
      transfers={await listTransfers(db, of.id)}
      journal={journal.filter((entry) => entry.path === path)}
      colleagues={await listMembers(db, member.organisation.id)}
      other={await otherPartnerName(c)}
      today={todayOf(c)}
      problems={refused?.problems ?? []}
      typed={refused?.typed ?? {}}
    />,
    { title: `${of.commune} : ${of.goal}` },
  )
}

type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: CaseRefusal }

function after(c: Context<Env>, verdict: Verdict, typed: Record<string, string> = {}) {
  if (verdict.ok) return c.redirect(casePaths.show(c.req.param('id') ?? ''), 303)

  return showCase(c, { problems: [problemOf(verdict.reason)], typed })
}

const problemOf = (reason: CaseRefusal) => ({ field: fieldOf[reason] ?? '', message: caseRefusals[reason] })

const fieldOf: Partial<Record<CaseRefusal, string>> = {
  'title-missing': 'title',
  'note-missing': 'note',
  'reason-missing': 'reason',
  'referent-elsewhere': 'referentId',
  'goal-missing': 'goal',
}

async function otherPartnerName(c: Context<Env>) {
  const { operatorId, associationId } = await findProgramme(c.var.db)
  const isOperator = memberOf(c).organisation.id === operatorId
  return (await findOrganisation(c.var.db, isOperator ? associationId : operatorId)).name
}

type About = { readonly contactId?: string; readonly insee?: string }

async function showNew(c: Context<Env>, { contactId, insee }: About, refused?: Refused) {
  const { db } = c.var
  const member = memberOf(c)
  const contact = contactId ? await findContact(db, contactId, member) : undefined
  const opened = contact && (await caseOfContact(db, contact.id))
  if (opened && !refused) return c.redirect(casePaths.show(opened.id), 303)

  const commune = await findCommune(db, contact?.insee ?? insee ?? '')
  if (refused) c.status(422)
  return c.render(
    <NewCasePage
      commune={commune}
      contact={contact}
      suggested={goalForTheme(contact?.theme ?? null)}
      colleagues={await listMembers(db, member.organisation.id)}
      self={member.userId}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: 'Ouvrir un accompagnement' },
  )
}

const refuseNew = (c: Context<Env>, refused: Refused) =>
  refused.typed.contactId || refused.typed.insee
    ? showNew(c, { contactId: refused.typed.contactId, insee: refused.typed.insee }, refused)
    : chooseCommune(c)

const typedNew = (given: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(given).map(([field, value]) => [field, value ?? '']))

async function chooseCommune(c: Context<Env>) {
  const q = c.req.query('q')?.trim() ?? ''
  const within = new Set(await listPerimeter(c.var.db))
  const matches = q === '' ? [] : (await communeIndex(c.var.db)).search(q, { limit: 12, within })
  return c.render(
    <ChooseCommunePage
      title="Ouvrir un accompagnement"
      action={casePaths.newForCommune()}
      q={q}
      found={matches.map(({ commune }) => commune)}
      href={(insee) => casePaths.newForCommune(insee)}
    />,
    { title: 'Ouvrir un accompagnement' },
  )
}
