import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Prose, Section } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, dateTime, number, plural, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import type { QuoteState } from './quote.ts'
import { quoteStateNames } from './quote.ts'
import { AskedTable, QuoteBody, QuoteLog } from './quote-log.tsx'
import { quotePaths } from './quotes.paths.ts'
import type { AskedRequest, Invitation, QuoteEvent } from './quotes.queries.ts'

export type TownHallQuoteProps = {
  readonly request: AskedRequest
  readonly invitations: readonly Invitation[]
  readonly events: readonly QuoteEvent[]
  readonly state: QuoteState
  readonly token: string
  readonly townHall: string
  readonly typed: FormValues
  readonly problems: readonly Problem[]
  readonly notice?: string
}

/** The town hall's own page, from the confirmation to the choice: everything of one request, reached by its link alone. */
export function TownHallQuotePage(props: TownHallQuoteProps) {
  const { request, invitations, events, state, townHall, problems, notice, token } = props
  const answerBy = dayOf(request.answerBy)
  return (
    <>
      <PageHeader
        title={`Devis : ${request.needLabel}`}
        lede={`Demande de ${townHall}, réponses jusqu’au ${date(answerBy)}.`}
        aside={<Tag label={quoteStateNames[state]} tone={tones[state]} />}
        actions={
          request.confirmedAt ? (
            <ButtonLink href={quotePaths.archive(token)} icon="download" download>
              Emporter le dossier (ODS)
            </ButtonLink>
          ) : undefined
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {state === 'waiting' && <ConfirmForm {...props} />}
      {state === 'lapsed' && (
        <Notice kind="warning" title="Cette demande n’est jamais partie">
          {'Elle n’a pas été confirmée avant sa date. '}
          <a href={quotePaths.new({ need: request.need, insee: request.insee })}>La refaire</a>
        </Notice>
      )}
      {state === 'open' && <Waiting {...props} />}
      {request.groupId && <Grouping {...props} />}
      {(state === 'to-read' || state === 'closed') && <Answers {...props} />}
      {state === 'to-read' && <CloseForm {...props} />}
      {state === 'closed' && (
        <Notice title={request.outcome === 'chosen' ? 'Vous avez choisi' : 'Vous n’avez retenu personne'}>
          {`${invitations.find(({ isChosen }) => isChosen)?.name ?? ''} ${request.whyClosed ?? ''}`.trim()}
        </Notice>
      )}
      <Section title="Le texte">
        <QuoteBody {...request} />
      </Section>
      <Section title="À qui">
        <AskedTable invitations={invitations} />
        {request.whyOthers && <p>{typo(`Motif de votre choix : ${request.whyOthers}`)}</p>}
      </Section>
      <Section title="Ce qui s’est passé">
        <QuoteLog events={events} invitations={invitations} />
        <p class="soft">
          {typo(
            'Ce texte et ces réponses sont effacés ici un an après la date : emportez le dossier pour vos archives.',
          )}
        </p>
      </Section>
    </>
  )
}

const tones = {
  waiting: 'ochre',
  open: 'info',
  'to-read': 'teal',
  closed: 'neutral',
  lapsed: 'brick',
} as const

const dayOf = (day: string) => new Date(`${day}T12:00:00Z`)

const ConfirmForm = ({ token, invitations, townHall }: TownHallQuoteProps) => (
  <Card title="Est-ce bien vous ?">
    <p>
      {typo(
        `Relisez le texte ci-dessous. En le confirmant, ${townHall} l’envoie à ${plural(invitations.length, 'prestataire', 'prestataires')}, le même à tous. Cela n’engage à rien d’autre qu’à lire les réponses.`,
      )}
    </p>
    <Form action={quotePaths.confirm(token)}>
      <Actions>
        <Button kind="main">Confirmer et envoyer la demande</Button>
      </Actions>
    </Form>
    <p class="soft">Si ce n’est pas vous, fermez cette page : rien ne partira.</p>
  </Card>
)

function Waiting({ invitations, request }: TownHallQuoteProps) {
  const sent = invitations.filter(({ sentAt }) => sentAt).length
  const answered = invitations.filter(({ answer }) => answer).length
  return (
    <Notice title={`${plural(answered, 'réponse reçue', 'réponses reçues')} sur ${number(sent)}`}>
      {`Elles s’ouvrent toutes ensemble le lendemain du ${date(dayOf(request.answerBy))}, pour que personne ne soit lu avant les autres. Un courriel vous le dira.`}
    </Notice>
  )
}

function Answers({ invitations }: TownHallQuoteProps) {
  const answered = invitations.filter(({ answer }) => answer)
  const silent = invitations.filter(({ answer, sentAt }) => !answer && sentAt)
  return (
    <Section title="Les réponses">
      {answered.length === 0 && (
        <EmptyState title="Personne n’a répondu">
          Vous pouvez refaire la demande avec d’autres prestataires, ou appeler l’opérateur du programme.
        </EmptyState>
      )}
      {answered.map(({ name, answer, words, price, answeredAt, isChosen }) => (
        <Card title={name}>
          <p>
            <Tag
              label={answer === 'quote' ? 'Devis' : 'Refus motivé'}
              tone={answer === 'quote' ? 'teal' : 'neutral'}
            />{' '}
            {isChosen && <Tag label="Choisi" tone="info" />}{' '}
            {price !== null && <strong>{typo(`${number(price / 100)} € TTC`)}</strong>}
          </p>
          <Prose>
            <blockquote>
              {(words ?? 'Réponse effacée, un an après la date.').split('\n').map((line) => (
                <p>{line}</p>
              ))}
            </blockquote>
          </Prose>
          {answeredAt && <p class="soft">{`Reçu le ${dateTime(answeredAt)}`}</p>}
        </Card>
      ))}
      {silent.length > 0 && <p>{typo(`Sans réponse : ${silent.map(({ name }) => name).join(', ')}.`)}</p>}
    </Section>
  )
}

function CloseForm({ token, invitations, typed, problems }: TownHallQuoteProps) {
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message
  const quotes = invitations.filter(({ answer }) => answer === 'quote')
  return (
    <Card title="Clore la demande">
      <Form action={quotePaths.close(token)}>
        <RadioField
          name="provider"
          label="Ce que vous retenez"
          value={typed.provider}
          error={errorOf('provider')}
          choices={[
            ...quotes.map(({ provider, name }) => ({ value: provider, label: name })),
            { value: 'none', label: 'Aucun' },
          ]}
        />
        <TextArea
          name="why"
          label="Ce qui a décidé"
          hint="Pour votre dossier : prix, délai, services, budget reporté…"
          rows={2}
          value={typed.why}
          error={errorOf('why')}
        />
        <Actions>
          <Button kind="main">Clore la demande</Button>
        </Actions>
      </Form>
    </Card>
  )
}

const Grouping = ({ request, token }: TownHallQuoteProps) => (
  <Card title="Demander ensemble ?">
    <p>{typo(`${request.groupBy} propose à plusieurs communes de demander ensemble la même chose :`)}</p>
    <Prose>
      <blockquote>
        <p>{request.groupWords}</p>
      </blockquote>
    </Prose>
    {request.groupAnswer ? (
      <p>{request.groupAnswer === 'yes' ? 'Vous avez dit oui.' : 'Vous avez dit non.'}</p>
    ) : (
      <Form action={quotePaths.grouping(token)}>
        <Actions>
          <Button kind="main" name="answer" value="yes">
            Dire oui au groupement
          </Button>
          <Button name="answer" value="no">
            Dire non au groupement
          </Button>
        </Actions>
      </Form>
    )}
  </Card>
)
