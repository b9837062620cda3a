import type { Context } from 'hono'
import { communeIndex, findCommune } from '#modules/communes/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findDeliveryByReplyCode } from '#modules/outreach/index.ts'
import { findProgramme, listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormReading, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { isoDate } from '#ui/french.ts'
import { parseReplyCode } from '#values/reply-code.ts'
import { ChooseCommunePage } from './choose-commune.page.tsx'
import { ContactPanel } from './contact.page.tsx'
import { type ContactRefusal, contactRefusals } from './contact.ts'
import { exchangeForm, SettlementForm, TransferForm } from './contact-forms.ts'
import { contactPaths } from './contacts.paths.ts'
import {
  type Contact,
  countByState,
  findContact,
  inbox,
  inboxPageSize,
  listContacts,
  listTransfers,
} from './contacts.queries.ts'
import { contactColumns } from './contacts-sheet.ts'
import { releaseContact, reopenContact, settleContact, takeContact } from './follow-contact.action.ts'
import { InboxPage } from './inbox.page.tsx'
import { InboxQuery } from './inbox-filter.ts'
import { NewContactPage } from './new-contact.page.tsx'
import { recordContact } from './record-contact.action.ts'
import { otherPartner } from './routing.ts'
import { transferContact } from './transfer-contact.action.ts'

export const contactRoutes = app()
  .get('/contacts', (c) => showInbox(c))

  .get('/contacts.csv', async (c) =>
    c.body(csvOf(contactColumns, await asked(c)), 200, download('contacts', 'csv')),
  )

  .get('/contacts.ods', async (c) =>
    c.body(Buffer.from(odsOf('Contacts', contactColumns, await asked(c))), 200, download('contacts', 'ods')),
  )

  .get('/contacts/new', (c) => {
    const insee = c.req.query('insee')
    return insee ? showNewContact(c, insee) : chooseCommune(c)
  })

  .post('/contacts', async (c) => {
    const today = isoDate(c.var.world.clock())
    const form = await readForm(c, exchangeForm(today))
    if (!form.ok) return form.typed.insee ? showNewContact(c, form.typed.insee, form) : chooseCommune(c)

    const { once, day, ...said } = form.value
    const receivedAt = day === today ? c.var.world.clock() : new Date(`${day}T12:00:00Z`)
    const member = memberOf(c)
    const { organisationId } = await recordContact(c.var.db, { ...said, id: once, receivedAt }, member)
    const isOurs = organisationId === member.organisation.id
    return c.redirect(isOurs ? contactPaths.show(once) : contactPaths.list('?routed'), 303)
  })

  .get('/contacts/:id', (c) => showContact(c))

  .post('/contacts/:id/takes', async (c) =>
    after(c, await takeContact(c.var.db, c.req.param('id'), memberOf(c), c.var.world.clock())),
  )

  .post('/contacts/:id/releases', async (c) =>
    after(c, await releaseContact(c.var.db, c.req.param('id'), memberOf(c))),
  )

  .post('/contacts/:id/settlements', async (c) => {
    const form = await readForm(c, SettlementForm)
    if (!form.ok) return showContact(c, form)

    const { settlement } = form.value
    const settled = await settleContact(
      c.var.db,
      c.req.param('id'),
      memberOf(c),
      settlement,
      c.var.world.clock(),
    )
    return after(c, settled, form.value)
  })

  .post('/contacts/:id/reopenings', async (c) =>
    after(c, await reopenContact(c.var.db, c.req.param('id'), memberOf(c), c.var.world.clock())),
  )

  .post('/contacts/:id/transfers', async (c) => {
    const form = await readForm(c, TransferForm)
    if (!form.ok) return showContact(c, form)

    const { once, reason } = form.value
    const given = { transferId: once, reason }
    const moved = await transferContact(c.var.db, c.req.param('id'), memberOf(c), given, c.var.world.clock())
    return moved.ok ? c.redirect(contactPaths.list('?transferred'), 303) : after(c, moved, form.value)
  })

const asked = (c: Context<Env>) => listContacts(c.var.db, memberOf(c), readQuery(c, InboxQuery))

// The filters of the list stay in the address from one gesture to the next.
const queryOf = (c: Context<Env>) => new URL(c.req.url).search

async function showInbox(c: Context<Env>, current?: Contact, refused?: Refused) {
  const member = memberOf(c)
  const { db } = c.var
  const filter = readQuery(c, InboxQuery)
  const { total, contacts } = await inbox(db, member, filter)
  const read = current ?? contacts[0]
  if (refused) c.status(422)
  return c.render(
    <InboxPage
      organisation={member.organisation.name}
      news={newsOf(c)}
      filter={filter}
      counts={await countByState(db, member)}
      total={total}
      pages={Math.ceil(total / inboxPageSize)}
      contacts={contacts}
      currentId={read?.id}
    >
      {read && (
        <ContactPanel
          contact={read}
          transfers={await listTransfers(db, read.id)}
          wave={await waveOf(db, read)}
          other={await otherPartnerName(c)}
          query={queryOf(c)}
          problems={refused?.problems ?? []}
          typed={refused?.typed ?? {}}
        />
      )}
    </InboxPage>,
    { title: current ? `${current.commune}, contact` : 'Contacts' },
  )
}

function newsOf(c: Context<Env>) {
  if (c.req.query('transferred') !== undefined)
    return 'Le contact est transmis : l’autre organisme le voit dès maintenant.'
  if (c.req.query('routed') !== undefined)
    return 'L’échange est noté. Son sujet revient à l’autre organisme, qui le voit dès maintenant.'
  return undefined
}

async function waveOf(db: Database, { replyCode }: Contact) {
  const parsed = parseReplyCode(replyCode ?? '')
  return parsed.ok ? (await findDeliveryByReplyCode(db, parsed.value))?.wave : undefined
}

type Refused = Pick<Extract<FormReading<unknown>, { ok: false }>, 'problems' | 'typed'>

const showContact = async (c: Context<Env>, refused?: Refused) =>
  showInbox(c, await findContact(c.var.db, c.req.param('id') ?? '', memberOf(c)), refused)

type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: ContactRefusal }

function after(c: Context<Env>, verdict: Verdict, typed: Record<string, string> = {}) {
  if (verdict.ok) return c.redirect(contactPaths.show(c.req.param('id') ?? '', queryOf(c)), 303)

  const problem = { field: fieldOf[verdict.reason] ?? '', message: contactRefusals[verdict.reason] }
  return showContact(c, { problems: [problem], typed })
}

const fieldOf: Partial<Record<ContactRefusal, string>> = {
  'settlement-missing': 'settlement',
  'reason-missing': 'reason',
}

async function otherPartnerName(c: Context<Env>) {
  const other = otherPartner(memberOf(c).organisation.id, await findProgramme(c.var.db))
  return (await findOrganisation(c.var.db, other)).name
}

async function chooseCommune(c: Context<Env>) {
  const q = c.req.query('q')?.trim() ?? ''
  const within = new Set(await listPerimeter(c.var.db))
  const matches = q === '' ? [] : (await communeIndex(c.var.db)).search(q, { limit: 12, within })
  return c.render(
    <ChooseCommunePage
      title="Noter un échange"
      action={contactPaths.new()}
      q={q}
      found={matches.map(({ commune }) => commune)}
      href={(insee) => contactPaths.new(insee)}
    />,
    { title: 'Noter un échange' },
  )
}

async function showNewContact(c: Context<Env>, insee: string, refused?: Refused) {
  const commune = await findCommune(c.var.db, insee)
  if (refused) c.status(422)
  return c.render(
    <NewContactPage
      commune={commune}
      organisation={memberOf(c).organisation.name}
      today={isoDate(c.var.world.clock())}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: 'Noter un échange' },
  )
}
