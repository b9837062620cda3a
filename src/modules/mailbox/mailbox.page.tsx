import type { Child } from 'hono/jsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { FileField } from '#ui/field.tsx'
import { KeyFigures } from '#ui/figure.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, number } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { Mailbox, type MailboxItem } from '#ui/mailbox.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { kindNames } from './classification/kinds.ts'
import { kindTones } from './kind-tones.ts'
import {
  type MailFilter,
  mailQuery,
  pageSize,
  type Show,
  showNames,
  shows,
  sortNames,
} from './mail-filter.ts'
import { mailboxPaths } from './mailbox.paths.ts'
import type { ShownMail } from './received-mails.queries.ts'

/** How the reading of the mailbox goes, for whoever waits for an answer. */
export type ReadingState = {
  readonly mailbox?: string
  readonly isGood: boolean
  readonly sentence: string
  readonly readAt?: Date
  readonly failure?: { readonly sentence: string; readonly at: Date; readonly nextTryAt?: Date }
}

export type MailboxProps = {
  readonly news?: string
  readonly problem?: string
  readonly reading: ReadingState
  /** Refusals of principle heard these days: they speak of us. */
  readonly alerts: number
  readonly filter: MailFilter
  readonly page: number
  readonly counts: Readonly<Record<'all' | 'waiting' | 'attached' | 'stop', number>>
  readonly total: number
  readonly mails: readonly ShownMail[]
  readonly currentId?: string
  /** The mail being read. */
  readonly children?: Child
}

/** What came back after the waves: what waits for a person first, then all the rest, filed with its reasons. */
export function MailboxPage({ news, problem, reading, alerts, counts, ...list }: MailboxProps) {
  return (
    <>
      <PageHeader
        title="Courrier reçu"
        lede="Ce qui revient après un envoi : réponses, rejets, absences, plaintes. Rien n’est effacé, et Beffroi ne répond à personne de lui-même."
      />
      {news && <Notice kind="success" title={news} />}
      {problem && <Notice kind="error" title={problem} />}
      <Reading {...reading} />
      {alerts > 0 && (
        <Notice kind="warning" title="Des serveurs refusent nos messages par principe">
          {`${number(alerts)} en trente jours : signature, réputation ou contenu. Les mairies n’y sont pour rien ; le refus revient à qui tient l’envoi.`}
        </Notice>
      )}
      {counts.all === 0 ? (
        <EmptyState title="Aucun courrier n’est encore arrivé">
          Les réponses et les rejets arrivent ici dès qu’une vague part, ou dès que vous déposez des messages.
        </EmptyState>
      ) : (
        <Mails counts={counts} {...list} />
      )}
      <Deposit isOpen={counts.all === 0} />
    </>
  )
}

type ListProps = Omit<MailboxProps, 'news' | 'problem' | 'reading' | 'alerts'>

function Mails({ filter, page, counts, total, mails, currentId, children }: ListProps) {
  return (
    <>
      <KeyFigures figures={figures(filter.show, counts)} />
      <Header filter={filter} total={total} />
      {total === 0 ? <Nothing filter={filter} /> : null}
      {total > 0 || children ? (
        <Mailbox label="Courrier" items={mails.map((mail) => item(mail, filter, page, currentId))}>
          {children ?? <Notice title="Choisissez un courrier dans la liste" />}
        </Mailbox>
      ) : null}
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(other) => mailboxPaths.list(mailQuery({ ...filter, page: other }))}
      />
    </>
  )
}

function Nothing({ filter }: { filter: MailFilter }) {
  const all = { label: 'Voir tout le courrier', href: mailboxPaths.shown('all') }
  return filter.show === 'waiting' && filter.q === '' ? (
    <EmptyState title="Rien n’attend personne" action={all}>
      Tout ce qui est arrivé a été compris et classé, avec ses raisons.
    </EmptyState>
  ) : (
    <EmptyState title="Aucun courrier ne répond à ces filtres" action={all} />
  )
}

const figures = (current: Show, counts: MailboxProps['counts']) =>
  (['waiting', 'stop', 'attached', 'all'] as const).map((show) => ({
    value: number(counts[show]),
    label: current === show ? `${showNames[show]} (affichés)` : showNames[show],
    href: mailboxPaths.shown(show),
  }))

function Header({ filter, total }: { filter: MailFilter; total: number }) {
  const first = { ...filter, page: 1 }
  return (
    <ListHeader
      count={total}
      one="courrier"
      many="courriers"
      search={{ action: mailboxPaths.list(), label: 'Expéditeur, objet, texte, commune', value: filter.q }}
      filters={
        <>
          <SelectField
            name="show"
            label="Montrer"
            value={filter.show}
            choices={shows.map((show) => ({ value: show, label: showNames[show] }))}
          />
          <SelectField
            name="sort"
            label="Ordre"
            value={filter.sort}
            choices={Object.entries(sortNames).map(([value, label]) => ({ value, label }))}
          />
        </>
      }
      chosen={[
        ...(filter.q
          ? [{ label: `« ${filter.q} »`, href: mailboxPaths.list(mailQuery({ ...first, q: '' })) }]
          : []),
        ...(filter.show === 'waiting'
          ? []
          : [
              {
                label: showNames[filter.show],
                href: mailboxPaths.list(mailQuery({ ...first, show: 'waiting' })),
              },
            ]),
      ]}
      clearHref={mailboxPaths.list()}
      exports={[
        { label: 'CSV', href: mailboxPaths.csv(mailQuery(filter)) },
        { label: 'ODS', href: mailboxPaths.ods(mailQuery(filter)) },
      ]}
    />
  )
}

function item(mail: ShownMail, filter: MailFilter, page: number, currentId?: string): MailboxItem {
  const { id, fromName, fromAddress, subject, receivedAt, replyBody, kind, commune, state, stopWords } = mail
  return {
    href: mailboxPaths.show(id, mailQuery({ ...filter, page })),
    from: commune ?? (fromName || fromAddress || 'Expéditeur inconnu'),
    subject: subject || '(sans objet)',
    at: receivedAt,
    excerpt: replyBody.slice(0, 90) || undefined,
    tags: (
      <>
        <Tag label={kindNames[kind].one} tone={kindTones[kind]} />
        {stopWords && !mail.opposedAt && <Tag label="Ne plus écrire ?" tone="brick" />}
      </>
    ),
    unread: state === 'waiting',
    current: id === currentId,
  }
}

function Reading({ mailbox, isGood, sentence, readAt, failure }: ReadingState) {
  const readOn = readAt && mailbox ? `Dernière lecture le ${dateTime(readAt)}.` : undefined
  const again = failure?.nextTryAt ? ` Prochain essai le ${dateTime(failure.nextTryAt)}.` : ''
  if (!failure && isGood)
    return mailbox ? (
      <Notice kind="success" title={`La boîte ${mailbox} est lue`}>
        <ReadNow sentence={readOn} />
      </Notice>
    ) : (
      <Notice title={sentence} />
    )

  return (
    <Notice kind={failure ? 'error' : 'warning'} title={failure?.sentence ?? sentence}>
      {mailbox ? (
        <ReadNow
          sentence={`${failure ? `Constaté le ${dateTime(failure.at)}.${again}` : ''} ${readOn ?? 'Elle n’a encore jamais été lue.'}`.trim()}
        />
      ) : undefined}
    </Notice>
  )
}

function ReadNow({ sentence }: { sentence?: string }) {
  return (
    <form method="post" action={mailboxPaths.read()} class="actions">
      {sentence && <span>{sentence}</span>}
      <Button kind="quiet">Relire la boîte maintenant</Button>
    </form>
  )
}

function Deposit({ isOpen }: { isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>Déposer des messages reçus ailleurs</summary>
      <Form action={mailboxPaths.deposit()} files>
        <FileField
          name="files"
          label="Un message (.eml) ou une boîte (.mbox)"
          hint="Glissez le message depuis votre logiciel de courrier. Un message déjà connu n’est pas repris."
          accept=".eml,.mbox,message/rfc822,application/mbox"
        />
        <Button>Déposer ces messages</Button>
      </Form>
    </details>
  )
}
