import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, dateTime, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { QuoteState } from './quote.ts'
import { QuoteBody } from './quote-log.tsx'
import { quotePaths } from './quotes.paths.ts'
import type { AskedRequest, Invitation } from './quotes.queries.ts'

export type ProviderAnswerProps = {
  readonly request: AskedRequest
  readonly invitation: Invitation
  readonly state: QuoteState
  readonly token: string
  readonly townHall: string
  readonly typed: FormValues
  readonly problems: readonly Problem[]
  readonly notice?: string
}

/** Where one who is asked answers: the text that all received, and one form until the date. */
export function ProviderAnswerPage(props: ProviderAnswerProps) {
  const { request, invitation, state, townHall, problems, notice } = props
  return (
    <>
      <PageHeader
        title={`Répondre à ${townHall}`}
        lede={`${request.needLabel}. Réponse jusqu’au ${date(new Date(`${request.answerBy}T12:00:00Z`))}, minuit, heure de Paris. Pour ${invitation.name}.`}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {invitation.answeredAt && (
        <Notice>
          {typo(
            `Votre ${invitation.answer === 'quote' ? 'devis' : 'refus motivé'} du ${dateTime(invitation.answeredAt)} est enregistré.${state === 'open' ? ' Vous pouvez en envoyer un autre jusqu’à la date : le dernier compte.' : ''}`,
          )}
        </Notice>
      )}
      {state === 'open' ? (
        <AnswerForm {...props} />
      ) : (
        <Notice kind="warning" title="On ne répond plus ici">
          {state === 'closed'
            ? closedWords(invitation, request)
            : 'La date est passée : la mairie lit les réponses.'}
        </Notice>
      )}
      <Section title="Ce qui vous est demandé">
        <QuoteBody {...request} />
      </Section>
      <p class="soft">
        {typo(
          'Votre réponse n’est lue que par la mairie, après la date, avec toutes les autres. Elle est effacée d’ici un an après. Que vous ayez répondu ou non compte dans votre fiche ; ce que vous répondez, jamais.',
        )}
      </p>
    </>
  )
}

const closedWords = ({ isChosen }: Invitation, { outcome }: AskedRequest) =>
  isChosen
    ? 'La mairie a retenu votre devis. Elle prendra contact avec vous.'
    : outcome === 'chosen'
      ? 'La mairie a retenu un autre devis. Merci d’avoir répondu.'
      : 'La mairie n’a retenu personne.'

function AnswerForm({ token, typed, problems, invitation }: ProviderAnswerProps) {
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <Card title="Votre réponse">
      <Form action={quotePaths.answer(token)}>
        <RadioField
          name="answer"
          label="Vous répondez"
          value={typed.answer ?? invitation.answer ?? undefined}
          error={errorOf('answer')}
          choices={[
            { value: 'quote', label: 'Voici notre devis' },
            {
              value: 'declined',
              label: 'Nous ne répondrons pas',
              hint: 'Dites pourquoi : c’est une réponse.',
            },
          ]}
        />
        <TextArea
          name="words"
          label="Votre devis, ou la raison de votre refus"
          hint="Ce qui est compris, le délai, les conditions, la sortie. Dix mille caractères au plus."
          rows={10}
          maxlength={10_000}
          value={typed.words ?? invitation.words ?? ''}
          error={errorOf('words')}
        />
        <TextField
          name="price"
          label="Prix toutes taxes comprises, la première année, en euros"
          inputmode="numeric"
          size="short"
          optional
          value={typed.price ?? (invitation.price === null ? '' : String(invitation.price / 100))}
          error={errorOf('price')}
        />
        <Actions>
          <Button kind="main">Envoyer notre réponse</Button>
        </Actions>
      </Form>
    </Card>
  )
}
