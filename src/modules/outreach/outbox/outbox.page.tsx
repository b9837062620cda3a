import type { OutboxMessage } from '#platform/mail/outbox.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DocumentFrame, DocumentSheet, DocumentTable, PlainText } from '#ui/document-frame.tsx'
import { dateTime } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { Mailbox } from '#ui/mailbox.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'

export type OutboxProps = {
  readonly messages: readonly OutboxMessage[]
  readonly total: number
  readonly search: string
  readonly page: number
  readonly pages: number
  readonly open?: OutboxMessage
  /** A relay is set: what is written now leaves, and is not kept here. */
  readonly hasRelay: boolean
}

/** The e-mails kept in Beffroi instead of being sent, read like a mailbox. */
export function OutboxPage({ messages, total, search, page, pages, open, hasRelay }: OutboxProps) {
  const query = (words: Record<string, string>) => {
    const kept = new URLSearchParams(
      Object.entries(words).filter(([, value]) => value !== '' && value !== '1'),
    )
    return kept.size > 0 ? `?${kept}` : ''
  }
  const here = query({ q: search, page: String(page) })

  return (
    <>
      <PageHeader
        title="Boîte d’envoi"
        lede={
          hasRelay
            ? 'Un serveur d’envoi est réglé : les nouveaux courriels partent. Restent ici ceux d’avant.'
            : 'Aucun serveur d’envoi n’est réglé : les courriels restent ici, lisibles comme dans une boîte aux lettres. Rien n’est parti.'
        }
      />
      <ListHeader
        count={total}
        one="courriel"
        many="courriels"
        search={{ action: outreachPaths.outbox(), label: 'Chercher une adresse ou un objet', value: search }}
      />
      {messages.length === 0 ? (
        <EmptyState title="Aucun courriel">Les courriels d’une vague lancée arrivent ici.</EmptyState>
      ) : (
        <Mailbox
          label="Courriels"
          items={messages.map(({ id, envelopeTo, subject, sentAt, textBody, readAt }) => ({
            href: `${outreachPaths.outboxMessage(id)}${here}`,
            from: envelopeTo,
            subject,
            at: sentAt,
            excerpt: textBody.slice(0, 90),
            unread: readAt === null && id !== open?.id,
            current: id === open?.id,
          }))}
        >
          {open ? (
            <Message message={open} hasRelay={hasRelay} />
          ) : (
            <Notice title="Choisissez un courriel dans la liste" />
          )}
        </Mailbox>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => `${outreachPaths.outbox()}${query({ q: search, page: String(other) })}`}
      />
    </>
  )
}

function Message({ message, hasRelay }: { message: OutboxMessage; hasRelay: boolean }) {
  const { id, subject, fromLine, envelopeTo, sentAt, messageId, textBody, htmlBody, headers } = message

  return (
    <>
      <h2>{subject}</h2>
      {!hasRelay && (
        <Actions>
          <ButtonLink href={outreachPaths.replyToOutbox(id)} icon="answer">
            Répondre comme le destinataire
          </ButtonLink>
        </Actions>
      )}
      <DataList>
        <Datum label="De">{fromLine}</Datum>
        <Datum label="À">{envelopeTo}</Datum>
        <Datum label="Le">{dateTime(sentAt)}</Datum>
        <Datum label="Message-ID">
          <span class="code">{messageId}</span>
        </Datum>
        {Object.entries(headers).map(([name, value]) => (
          <Datum label={name}>
            <span class="code">{value}</span>
          </Datum>
        ))}
      </DataList>
      <DocumentTable>
        <DocumentSheet title="Texte">
          <PlainText label="Le courriel en texte">{textBody}</PlainText>
        </DocumentSheet>
        {htmlBody && (
          <DocumentSheet title="HTML">
            <DocumentFrame
              src={outreachPaths.outboxHtml(id)}
              title={`Le courriel « ${subject} »`}
              shape="screen"
              isHarmless
            />
          </DocumentSheet>
        )}
      </DocumentTable>
    </>
  )
}
