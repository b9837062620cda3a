import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { PlainText } from '#ui/document-frame.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { showReplyCode } from '#values/reply-code.ts'
import { AddressTrace } from '../letters/address-trace.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import { deliveryPaths } from './deliveries.paths.ts'
import type { ShownDelivery } from './deliveries.queries.ts'
import { channelNames, resendable, stateLooks } from './delivery.ts'
import { explain } from './delivery-words.ts'
import { eventEntry } from './event-entry.ts'
import type { DeliveryEvent } from './events.queries.ts'

export type DeliveryPageProps = {
  readonly delivery: ShownDelivery
  readonly events: readonly DeliveryEvent[]
  /** The e-mail as it leaves or left; absent for a letter. */
  readonly mail?: { readonly subject: string; readonly text: string }
  readonly mayRule: boolean
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** One delivery: what is known of it, what happened to it, and the decision it waits for. */
export function DeliveryPage(props: DeliveryPageProps) {
  const { delivery, events, mail, mayRule, problems = [], notice } = props
  const { addressee, state, wave, waveId } = delivery

  return (
    <>
      <PageHeader
        title={`${addressee}, ${channelNames[delivery.channel].toLowerCase()}`}
        aside={<Tag label={stateLooks[state].name} tone={stateLooks[state].tone} />}
        lede={explain(delivery)}
        actions={<ButtonLink href={outreachPaths.wave(waveId)}>{typo(`Revenir à « ${wave} »`)}</ButtonLink>}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {mayRule && <Rulings {...props} />}
      <Grid>
        <Known delivery={delivery} />
        <Section title="Ce qui s’est passé">
          <Timeline entries={events.filter(isTold).map(eventEntry).reverse()} />
        </Section>
      </Grid>
      {mail && (
        <Section title="Le courriel">
          <p>
            <strong>{mail.subject}</strong>
          </p>
          <PlainText label="Le courriel en texte">{mail.text}</PlainText>
        </Section>
      )}
    </>
  )
}

// A company's answer is told in its own words, beside which « a reply came » says nothing.
const isTold = ({ kind, source }: DeliveryEvent) => !(kind === 'answered' && source === 'company')

function Known({ delivery }: { delivery: ShownDelivery }) {
  const {
    insee,
    companyId,
    addressee,
    address,
    postalAddress,
    addressSource,
    replyCode,
    messageId,
    lotId,
    firstPage,
    lastPage,
  } = delivery
  const pages = firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage} à ${lastPage}`

  return (
    <Section title="Ce que l’on sait">
      <DataList>
        {insee ? (
          <Datum label="Commune">
            <a href={`/communes/${insee}`}>{addressee}</a>
          </Datum>
        ) : (
          <Datum label="Entreprise">
            <a href={outreachPaths.company(companyId ?? '')}>{addressee}</a>
          </Datum>
        )}
        {address && (
          <Datum label="Adresse" source={addressSource ?? undefined}>
            {address.split('\n').map((line) => (
              <>
                {line}
                <br />
              </>
            ))}
            {postalAddress && <AddressTrace parts={postalAddress} />}
          </Datum>
        )}
        {replyCode && (
          <Datum label="Code de réponse">
            <span class="code">{showReplyCode(replyCode)}</span>
          </Datum>
        )}
        {lotId && (
          <Datum label="Lot">
            <a href={outreachPaths.lot(lotId)}>Voir le lot</a>
            {firstPage && `, ${pages}`}
          </Datum>
        )}
        {messageId && (
          <Datum label="Identifiant du message (Message-ID)">
            <span class="code">{messageId}</span>
          </Datum>
        )}
      </DataList>
    </Section>
  )
}

function Rulings({ delivery, problems = [], typed = {} }: DeliveryPageProps) {
  const { id, state, channel, companyId } = delivery
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Grid>
      {state === 'uncertain' && (
        <Card title="Il est bien arrivé">
          <p>Le destinataire l’a reçu, ou le journal du relais le montre : l’envoi est tenu pour fait.</p>
          <Form action={deliveryPaths.acceptance(id)}>
            <TextField
              name="ground"
              label="Ce qui le prouve"
              size="long"
              value={typed.ground}
              error={errorOf('ground')}
            />
            <Actions>
              <Button kind="main">Tenir pour arrivé</Button>
            </Actions>
          </Form>
        </Card>
      )}
      {channel === 'email' && resendable.includes(state) && (
        <Card title="L’envoyer de nouveau">
          <p>C’est un nouvel envoi, à votre nom. Si le premier était arrivé, il sera reçu deux fois.</p>
          <Form action={deliveryPaths.attempts(id)}>
            <TextField
              name="reason"
              label="Pourquoi"
              size="long"
              value={typed.reason}
              error={errorOf('reason')}
            />
            <Actions>
              <Button>Envoyer de nouveau</Button>
            </Actions>
          </Form>
        </Card>
      )}
      {companyId && (
        <Card title="Ne plus lui écrire">
          <p>L’entreprise l’a demandé, au téléphone ou autrement : son refus vaut pour toutes les vagues.</p>
          <Form action={deliveryPaths.opposition(id)}>
            <TextField
              name="origin"
              label="Comment elle l’a dit"
              hint="« Téléphone, 3 mars », « courriel »."
              size="long"
              value={typed.origin}
              error={errorOf('origin')}
            />
            <Actions>
              <Button>Inscrire son refus</Button>
            </Actions>
          </Form>
        </Card>
      )}
      {channel === 'letter' && state === 'planned' && (
        <Card title="Corriger l’adresse">
          <p>
            Le destinataire d’abord, le code postal et la ville en dernier ; 38 caractères par ligne, six
            lignes au plus.
          </p>
          <Form action={deliveryPaths.address(id)}>
            <TextArea
              name="lines"
              label="Adresse"
              rows={6}
              code
              value={typed.lines ?? delivery.address ?? ''}
              error={errorOf('lines')}
            />
            <Actions>
              <Button>Corriger l’adresse de cette lettre</Button>
            </Actions>
          </Form>
        </Card>
      )}
    </Grid>
  )
}
