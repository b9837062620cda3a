import { communePaths } from '#modules/communes/index.ts'
import { deliveryPaths } from '#modules/outreach/index.ts'
import type { Problem } from '#platform/http/form.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Prose } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, dateTime, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { formatPhone } from '#values/phone.ts'
import { parseReplyCode, showReplyCode } from '#values/reply-code.ts'
import { channelNames, stateNames } from './contact.ts'
import { contactPaths } from './contacts.paths.ts'
import type { Contact } from './contacts.queries.ts'
import { nextAction } from './next-action.ts'
import { stateTones } from './state-tones.ts'
import { themeName } from './theme.ts'

type Transfer = { readonly at: Date; readonly byWhom: string; readonly reason: string; readonly from: string }

export type ContactProps = {
  readonly contact: Contact
  readonly transfers: readonly Transfer[]
  /** The name of the wave that brought the code, if a code was typed. */
  readonly wave?: string
  /** The other partner, to which the contact may be handed. */
  readonly other: string
  /** The filters of the list beside, as the address says them. */
  readonly query: string
  readonly problems: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

/** One contact: the question, what ties it to a commune, and the one next thing to do. */
export function ContactPanel(props: ContactProps) {
  const { contact, transfers, problems } = props
  const { commune, nameType, state, body, theme } = contact

  return (
    <>
      <ErrorSummary problems={problems} />
      <header>
        <h2>{typo(`Mairie ${ofCommune(commune, nameType as NameLink)}`)}</h2>
        <div class="actions">
          <Tag label={stateNames[state]} tone={stateTones[state]} />
          {theme && <Tag label={themeName(theme)} icon="note" />}
        </div>
      </header>
      <p class="lede">{typo(nextAction(contact).sentence)}</p>
      {body && (
        <Prose>
          <blockquote class="as-typed">{typo(body)}</blockquote>
        </Prose>
      )}
      <NextGesture {...props} />
      <Evidence contact={contact} wave={props.wave} />
      {transfers.map(({ at, byWhom, reason, from }) => (
        <Notice title={`Transmis par ${from} le ${date(at)}`}>{`${reason} (${byWhom})`}</Notice>
      ))}
      {state !== 'settled' && <OtherGestures {...props} />}
    </>
  )
}

function NextGesture({ contact, query }: ContactProps) {
  if (contact.state === 'new')
    return (
      <Form action={contactPaths.takes(contact.id) + query}>
        <Button kind="main">Je m’en occupe</Button>
      </Form>
    )
  if (contact.state === 'settled') return <Settled contact={contact} query={query} />

  return (
    <>
      <p>
        {typo(
          `${contact.takenBy} s’en occupe${contact.takenAt ? ` depuis le ${date(contact.takenAt)}` : ''}.`,
        )}
      </p>
      <Actions>
        <ButtonLink kind="main" href={contactPaths.openCase(contact.id)} icon="folder">
          Ouvrir un accompagnement
        </ButtonLink>
        <form method="post" action={contactPaths.releases(contact.id) + query}>
          <Button kind="quiet">Remettre à prendre</Button>
        </form>
      </Actions>
    </>
  )
}

function Settled({ contact, query }: Pick<ContactProps, 'contact' | 'query'>) {
  const { id, settlement, settledBy, settledAt } = contact

  return (
    <>
      <Notice kind="success" title={settlement ?? undefined}>
        {settledAt ? `${settledBy}, le ${dateTime(settledAt)}` : undefined}
      </Notice>
      <form method="post" action={contactPaths.reopenings(id) + query}>
        <Button kind="quiet">Rouvrir ce contact</Button>
      </form>
    </>
  )
}

function Evidence({ contact, wave }: Pick<ContactProps, 'contact' | 'wave'>) {
  const { insee, commune, channel, replyCode, deliveryId, mailId, receivedAt } = contact
  const { personName, phone, email } = contact

  return (
    <DataList>
      <Datum label="Personne">{personName}</Datum>
      <Datum label="Téléphone">{phone && <a href={`tel:${phone}`}>{formatPhone(phone)}</a>}</Datum>
      <Datum label="Courriel">{email && <a href={`mailto:${email}`}>{email}</a>}</Datum>
      <Datum label="Commune">
        <a href={communePaths.show(insee)}>{commune}</a>
      </Datum>
      <Datum label="Ce qui la désigne" source={originOf(contact)} date={receivedAt}>
        {replyCode ? (
          <>
            {typo('Code ')}
            <span class="code">{readable(replyCode)}</span>
            {deliveryId && (
              <>
                {', '}
                <a href={deliveryPaths.show(deliveryId)}>
                  {typo(wave ? `envoi de la vague « ${wave} »` : 'l’envoi qui le portait')}
                </a>
              </>
            )}
          </>
        ) : mailId ? (
          <a href={contactPaths.mail(mailId)}>Lire le message entier, et ce qui l’a fait attacher</a>
        ) : (
          channelNames[channel]
        )}
      </Datum>
    </DataList>
  )
}

function originOf({ recordedBy, mailId }: Contact) {
  if (mailId) return recordedBy ? `Courriel attaché par ${recordedBy}` : 'Courriel reçu'
  return recordedBy ? `Noté par ${recordedBy}` : 'Tapé par la mairie'
}

function OtherGestures({ contact, other, query, problems, typed }: ContactProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <details open={errorOf('settlement') !== undefined || contact.state === 'taken'}>
        <summary>Régler ce contact</summary>
        <Form action={contactPaths.settlements(contact.id) + query}>
          <TextField
            name="settlement"
            label="Comment est-il réglé ?"
            hint="Une phrase, pour le collègue qui relira : « Rappelée, souhaite une visite en mars. »"
            value={typed.settlement}
            error={errorOf('settlement')}
            size="long"
            maxlength={500}
          />
          <Button>Régler ce contact</Button>
        </Form>
      </details>
      <details open={errorOf('reason') !== undefined}>
        <summary>{typo(`Transmettre à ${other}`)}</summary>
        <Form action={contactPaths.transfers(contact.id) + query}>
          <TextArea
            name="reason"
            label="Pourquoi ?"
            hint={`${other} lira cette raison. Ensuite, vous ne verrez plus ce contact ; le journal de la commune garde la trace.`}
            value={typed.reason}
            error={errorOf('reason')}
            rows={2}
            maxlength={500}
          />
          <Button>{typo(`Transmettre à ${other}`)}</Button>
        </Form>
      </details>
    </>
  )
}

function readable(replyCode: string) {
  const parsed = parseReplyCode(replyCode)
  return parsed.ok ? showReplyCode(parsed.value) : replyCode
}
