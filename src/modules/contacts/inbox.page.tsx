import type { Child } from 'hono/jsx'
import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { KeyFigures } from '#ui/figure.tsx'
import { number } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { Mailbox, type MailboxItem } from '#ui/mailbox.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { type ContactState, channelNames, stateNames, wishes, wishNames } from './contact.ts'
import { contactPaths } from './contacts.paths.ts'
import type { Contact } from './contacts.queries.ts'
import { askedStateNames, chosenFilters, type InboxFilter, inboxQuery } from './inbox-filter.ts'
import { stateTones } from './state-tones.ts'
import { themeName, themes } from './theme.ts'

export type InboxProps = {
  readonly organisation: string
  /** What the last gesture did, when the contact it was made on has left. */
  readonly news?: string
  readonly filter: InboxFilter
  readonly counts: Readonly<Record<ContactState, number>>
  readonly total: number
  readonly pages: number
  readonly contacts: readonly Contact[]
  readonly currentId?: string
  /** The contact being read. */
  readonly children?: Child
}

/** The inbox of an organisation: what came, beside the one being read. */
export function InboxPage({ organisation, news, counts, ...list }: InboxProps) {
  const { filter, total, pages, contacts, currentId, children } = list
  const everything = counts.new + counts.taken + counts.settled

  return (
    <>
      <PageHeader
        title="Contacts"
        lede={`Ce que les mairies ont répondu, et que suit ${organisation}. Aucun autre organisme ne le voit.`}
        actions={
          <ButtonLink href={contactPaths.new()} icon="phone">
            Noter un échange
          </ButtonLink>
        }
      />
      {news && <Notice kind="success">{news}</Notice>}
      {everything === 0 ? (
        <EmptyState
          title="Aucune mairie n’a encore répondu"
          action={{ label: 'Noter un appel ou une visite', href: contactPaths.new() }}
        >
          Les réponses arrivent ici dès qu’une mairie tape le code de sa lettre. Un appel, une visite ou un
          courriel se notent à la main.
        </EmptyState>
      ) : (
        <>
          <KeyFigures figures={figures(filter, counts)} />
          <Header filter={filter} total={total} />
          {total === 0 ? (
            <EmptyState
              title="Aucun contact ne répond à ces filtres"
              action={{
                label: 'Voir tous les contacts',
                href: contactPaths.list(inboxQuery({ state: 'all' })),
              }}
            />
          ) : (
            <Mailbox label="Contacts" items={contacts.map((contact) => item(contact, filter, currentId))}>
              {children}
            </Mailbox>
          )}
          <Pagination
            page={filter.page}
            pages={pages}
            href={(page) => contactPaths.list(inboxQuery({ ...filter, page }))}
          />
        </>
      )}
    </>
  )
}

function figures(filter: InboxFilter, counts: InboxProps['counts']) {
  const states = ['new', 'taken', 'settled'] as const

  return states.map((state) => ({
    value: number(counts[state]),
    label: filter.state === state ? `${countedNames[state]} (affichés)` : countedNames[state],
    href: contactPaths.list(inboxQuery({ ...filter, state, page: 1 })),
  }))
}

const countedNames: Record<ContactState, string> = { ...stateNames, settled: 'Réglés' }

function Header({ filter, total }: Pick<InboxProps, 'filter' | 'total'>) {
  return (
    <ListHeader
      count={total}
      one="contact"
      many="contacts"
      search={{ action: contactPaths.list(), label: 'Commune', value: filter.q }}
      filters={
        <>
          <SelectField
            name="state"
            label="État"
            value={filter.state}
            choices={Object.entries(askedStateNames).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="wish"
            label="Réponse"
            value={filter.wish ?? 'all'}
            choices={[
              { value: 'all', label: 'Toutes' },
              ...wishes.map((wish) => ({ value: wish, label: wishNames[wish] })),
            ]}
          />
          <SelectField
            name="theme"
            label="Sujet"
            value={filter.theme ?? 'all'}
            choices={[
              { value: 'all', label: 'Tous' },
              ...themes.map((theme) => ({ value: theme, label: themeName(theme) })),
            ]}
          />
        </>
      }
      chosen={chosenFilters(filter).map(({ label, without }) => ({
        label,
        href: contactPaths.list(inboxQuery(without)),
      }))}
      clearHref={contactPaths.list(inboxQuery({ state: filter.state }))}
      exports={[
        { label: 'CSV', href: contactPaths.export(inboxQuery(filter)) },
        { label: 'ODS', href: contactPaths.sheet(inboxQuery(filter)) },
      ]}
    />
  )
}

function item(contact: Contact, filter: InboxFilter, currentId: string | undefined): MailboxItem {
  const { id, commune, wish, channel, theme, body, receivedAt, state } = contact
  const subject = wish ? wishNames[wish] : channelNames[channel]

  return {
    href: contactPaths.show(id, inboxQuery(filter)),
    from: commune,
    subject: theme ? `${subject} : ${themeName(theme)}` : subject,
    at: receivedAt,
    excerpt: body || undefined,
    tags: <Tag label={stateNames[state]} tone={stateTones[state]} />,
    unread: state === 'new',
    current: id === currentId,
  }
}
