import { contactPaths } from '#modules/contacts/index.ts'
import { deliveryPaths } from '#modules/outreach/index.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Prose } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date, dateTime, typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { kindNames, mailKinds } from './classification/kinds.ts'
import { kindTones } from './kind-tones.ts'
import { Absence, Told, Why } from './mail-reasons.tsx'
import { Attachments, Whole } from './mail-source.tsx'
import { mailboxPaths } from './mailbox.paths.ts'
import type { ReceivedReport, ShownMail } from './received-mails.queries.ts'

export type FoundCommune = { readonly insee: string; readonly name: string; readonly departement: string }

export type MailProps = {
  readonly mail: ShownMail
  readonly reports: readonly ReceivedReport[]
  /** The company whose invitation it answers or returns from. */
  readonly company?: { readonly name: string; readonly deliveryId: string }
  /** The likeliest communes, each with why. */
  readonly candidates: readonly (FoundCommune & { readonly why: string })[]
  /** What the search of a commune finds. */
  readonly search: { readonly q: string; readonly found: readonly FoundCommune[] }
  /** The headers as received, when they are asked for. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[]
  /** The filters of the list beside, as the address says them. */
  readonly query: string
}

/** One mail: what it is and why, whose it is and why, its words, and the one next thing to do. */
export function MailPanel(props: MailProps) {
  const { mail, reports } = props
  const { subject, fromName, fromAddress, receivedAt, kind } = mail

  return (
    <>
      <header>
        <h2>{typo(subject || '(sans objet)')}</h2>
        <div class="actions">
          <Tag label={kindNames[kind].one} tone={kindTones[kind]} />
          {mail.state === 'waiting' && <Tag label="À traiter" tone="ochre" />}
        </div>
      </header>
      <p class="lede">{typo(`${fromName ? `${fromName}, ` : ''}${fromAddress || 'adresse inconnue'}`)}</p>
      <p>{`Reçu le ${dateTime(receivedAt)}`}</p>
      <StopRequest {...props} />
      <NextGesture {...props} />
      <Words mail={mail} />
      <Why mail={mail} />
      <Told reports={reports} isOfCompany={props.company !== undefined} />
      <Absence mail={mail} />
      <Attachments mail={mail} />
      <Whole {...props} />
      <Reclassify mail={mail} query={props.query} />
    </>
  )
}

/** The refusal that a person wrote in their own words: as easy to honour as the link. */
function StopRequest({ mail, company, query }: MailProps) {
  const { id, stopWords, opposedAt, kind } = mail
  if (opposedAt)
    return (
      <Notice kind="success" title="Plus rien ne sera écrit">
        {`L’opposition est inscrite depuis le ${date(opposedAt)}.`}
      </Notice>
    )
  if (!stopWords) return kind === 'human' ? <QuietStop id={id} query={query} /> : null

  return (
    <Notice kind="warning" title="Cette personne demande à ne plus être écrite">
      <p>{typo(`« ${stopWords} »`)}</p>
      <Form action={mailboxPaths.oppose(id) + query}>
        <Button kind="main" icon="blocked">
          {company ? 'Ne plus écrire à cette entreprise' : 'Ne plus écrire à cette mairie'}
        </Button>
      </Form>
    </Notice>
  )
}

function QuietStop({ id, query }: { id: string; query: string }) {
  return (
    <form method="post" action={mailboxPaths.oppose(id) + query}>
      <Button kind="quiet" icon="blocked">
        Ne plus lui écrire
      </Button>
    </form>
  )
}

function NextGesture(props: MailProps) {
  const { mail, company, query } = props
  if (company && mail.state === 'waiting') return <FromCompany mail={mail} company={company} query={query} />
  if (mail.contactId) return <Attached mail={mail} query={query} />
  if (mail.state === 'waiting') return <ChooseCommune {...props} />
  if (!mail.settledBy) return null

  return (
    <form method="post" action={mailboxPaths.settle(mail.id) + query} class="actions">
      <span>{`Classé par ${mail.settledBy}.`}</span>
      <Button kind="quiet">Remettre à traiter</Button>
    </form>
  )
}

/** A company is no commune: its answer is on its invitation, and a person reads it. */
function FromCompany({
  mail,
  company,
  query,
}: Pick<MailProps, 'mail' | 'query'> & { company: NonNullable<MailProps['company']> }) {
  return (
    <section>
      <h3>{typo(`L’entreprise ${company.name} répond à son invitation`)}</h3>
      <Actions>
        <ButtonLink kind="main" href={deliveryPaths.show(company.deliveryId)} icon="letter">
          Voir son invitation
        </ButtonLink>
        <form method="post" action={mailboxPaths.settle(mail.id) + query}>
          <Button icon="check">Classer comme lu</Button>
        </form>
      </Actions>
    </section>
  )
}

function Attached({ mail, query }: Pick<MailProps, 'mail' | 'query'>) {
  return (
    <Actions>
      <ButtonLink
        kind={mail.stopWords && !mail.opposedAt ? 'plain' : 'main'}
        href={contactPaths.show(mail.contactId ?? '')}
        icon="answer"
      >
        Ouvrir le contact
      </ButtonLink>
      <form method="post" action={mailboxPaths.address(mail.id) + query}>
        <Button icon="building">{typo('Ajouter cette adresse à la commune')}</Button>
      </form>
    </Actions>
  )
}

function ChooseCommune({ mail, candidates, search, query }: MailProps) {
  const filters = Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => name !== 'commune'))
  return (
    <section>
      <h3>{typo('De quelle commune vient-il ?')}</h3>
      {candidates.length > 0 && (
        <ul class="button-list">
          {candidates.map((commune, rank) => (
            <li>
              <CommuneButton mail={mail} commune={commune} query={query} isFirst={rank === 0} />
              <p class="hint">{typo(commune.why)}</p>
            </li>
          ))}
        </ul>
      )}
      <SearchField
        action={mailboxPaths.show(mail.id)}
        label={candidates.length > 0 ? 'Une autre commune' : 'Son nom ou son code postal'}
        name="commune"
        value={search.q}
        keep={filters}
      />
      {search.found.length > 0 && (
        <ul class="button-list">
          {search.found.map((commune) => (
            <li>
              <CommuneButton mail={mail} commune={commune} query={query} />
            </li>
          ))}
        </ul>
      )}
      {search.q !== '' && search.found.length === 0 && <p>Aucune commune ne ressemble à ce nom.</p>}
      <form method="post" action={mailboxPaths.settle(mail.id) + query}>
        <Button kind="quiet">Classer sans suite</Button>
      </form>
    </section>
  )
}

type CommuneButtonProps = Pick<MailProps, 'mail' | 'query'> & { commune: FoundCommune; isFirst?: boolean }

function CommuneButton({ mail, commune, query, isFirst }: CommuneButtonProps) {
  return (
    <form method="post" action={mailboxPaths.attach(mail.id) + query}>
      <HiddenField name="insee" value={commune.insee} />
      <Button kind={isFirst ? 'main' : 'plain'} icon="building">
        {`${commune.name} (${commune.departement})`}
      </Button>
    </form>
  )
}

function Words({ mail: { replyBody, textBody } }: Pick<MailProps, 'mail'>) {
  const words = replyBody.trim() || textBody.trim()
  return (
    <Prose>
      {words === '' ? (
        <p class="unknown">Ce message n’a pas de texte.</p>
      ) : (
        <blockquote class="as-typed">{typo(words.slice(0, 6000))}</blockquote>
      )}
    </Prose>
  )
}

function Reclassify({ mail, query }: Pick<MailProps, 'mail' | 'query'>) {
  if (mail.contactId) return null

  return (
    <details>
      <summary>Ce n’est pas ce qu’il paraît</summary>
      {mail.reclassifiedBy && (
        <form method="post" action={mailboxPaths.undoKind(mail.id) + query}>
          <Button kind="quiet">{typo(`Revenir à « ${kindNames[mail.foundKind].one} »`)}</Button>
        </form>
      )}
      <Form action={mailboxPaths.kind(mail.id) + query}>
        <SelectField
          name="kind"
          label="C’est plutôt"
          value={mail.kind}
          hint="La première lecture reste écrite à côté. Le registre des envois n’est pas changé."
          choices={mailKinds.map((kind) => ({ value: kind, label: kindNames[kind].one }))}
        />
        <Button>Reclasser ce courrier</Button>
      </Form>
    </details>
  )
}
