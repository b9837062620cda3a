import type { Problem } from '#platform/http/form.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Prose, Section } from '#ui/card.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Desk } from '#ui/desk.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { lineExcerpt } from './add-paragraph.ts'
import type { MessageProblem } from './check-message.ts'
import { MessageForm } from './message-form.tsx'
import { MessageHelp } from './message-help.tsx'
import { messagePaths } from './messages.paths.ts'
import type { MessageText, SavedMessage } from './messages.queries.ts'
import type { MessageValues } from './variables.ts'

/** What just happened to the message, said above it. */
export type MessageEvent =
  | { readonly kind: 'saved' }
  | { readonly kind: 'added' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Somebody saved another text while this one was written: both are shown. */
  | { readonly kind: 'changed-meanwhile' }

type MessageProps = {
  readonly message: SavedMessage
  /** What is shown in the form: the saved text, or what its author just typed. */
  readonly text: MessageText
  readonly waves: number
  readonly problems: readonly MessageProblem[]
  /** What the variables are worth for the commune of the preview; nothing before the founding. */
  readonly values?: MessageValues
  readonly missingCoordinates: readonly string[]
  readonly isEditable: boolean
  readonly event?: MessageEvent
}

/** One message: its text, what is to be mended in it, and what helps to write it. */
export function MessagePage(props: MessageProps) {
  const { message, text, problems, isEditable, event } = props

  return (
    <>
      <PageHeader
        title={message.name}
        lede={lastChange(message)}
        actions={
          <>
            <ButtonLink href={messagePaths.preview(message.id)} icon="letter">
              Voir l’aperçu
            </ButtonLink>
            {isEditable && <Duplicate id={message.id} />}
          </>
        }
      />
      {event && <Event event={event} message={message} />}
      {message.archivedAt && (
        <Notice>Ce message est dans les archives : aucune vague ne peut le choisir.</Notice>
      )}
      <Problems problems={problems} body={text.body} />
      {isEditable ? <Editor {...props} /> : <Reading text={text} />}
    </>
  )
}

const lastChange = ({ updatedAt, updatedBy }: SavedMessage) =>
  `Modifié le ${dateTime(updatedAt)}${updatedBy ? ` par ${updatedBy}` : ''}.`

const Duplicate = ({ id }: { id: string }) => (
  <Form action={messagePaths.copies(id)}>
    <Button>Dupliquer le message</Button>
  </Form>
)

function Event({ event, message }: { event: MessageEvent; message: SavedMessage }) {
  if (event.kind === 'saved') return <Notice kind="success" title="Le message est enregistré." />
  if (event.kind === 'refused') return <ErrorSummary problems={event.problems} />
  if (event.kind === 'added') {
    return (
      <Notice kind="info" title="Le texte est ajouté à la fin du message.">
        Relisez-le, puis enregistrez le message pour le garder.
      </Notice>
    )
  }

  return (
    <>
      <Notice kind="error" title="Ce message a changé pendant que vous écriviez.">
        {`${message.updatedBy ?? 'Quelqu’un'} l’a enregistré le ${dateTime(message.updatedAt)}. Rien n’est perdu : votre texte est dans le formulaire, le sien juste au-dessous de cet avis. Reprenez-en ce qu’il faut, puis enregistrez.`}
      </Notice>
      <Card title={`Le texte enregistré${message.updatedBy ? ` par ${message.updatedBy}` : ''}`}>
        <Reading text={message} />
      </Card>
    </>
  )
}

function Problems({ problems, body }: { problems: readonly MessageProblem[]; body: string }) {
  if (problems.length === 0) return null

  const count = plural(problems.length, 'point à corriger', 'points à corriger')
  return (
    <Notice kind="warning" title={`${count} avant toute vague`}>
      <ul>
        {problems.map(({ part, line, sentence }) => (
          <li>
            <a href={`#${part}`}>{typo(sentence)}</a>
            {part === 'body' && line !== undefined && <Excerpt text={lineExcerpt(body, line)} />}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Excerpt = ({ text }: { text: string }) => <div class="soft">{text && typo(`« ${text} »`)}</div>

function Editor({ message, text, waves, problems, values, missingCoordinates, event }: MessageProps) {
  return (
    <>
      <Desk
        aside={
          <MessageHelp
            values={values}
            missingCoordinates={missingCoordinates}
            hasNotice={!problems.some(({ kind }) => kind === 'missing-legal-block')}
            isAdding={event?.kind === 'added'}
          />
        }
      >
        <MessageForm
          message={message}
          text={text}
          problems={event?.kind === 'refused' ? event.problems : []}
          save={
            event?.kind === 'changed-meanwhile'
              ? 'Enregistrer mon texte à la place'
              : 'Enregistrer le message'
          }
        />
      </Desk>
      <Leaving message={message} waves={waves} />
    </>
  )
}

function Leaving({ message: { id, archivedAt }, waves }: Pick<MessageProps, 'message' | 'waves'>) {
  if (archivedAt) {
    return (
      <Form action={messagePaths.restoration(id)}>
        <Button>Remettre dans la liste</Button>
      </Form>
    )
  }

  return (
    <Section title="Ranger le message">
      {waves > 0 ? (
        <p>{typo(`${plural(waves, 'vague l’utilise', 'vagues l’utilisent')} : il reste dans la liste.`)}</p>
      ) : (
        <Actions>
          <Confirm
            label="Archiver le message"
            loss="Aucune vague ne l’utilise. Il quittera la liste ; vous pourrez l’y remettre."
            action={messagePaths.archiving(id)}
            confirm="Archiver"
          />
        </Actions>
      )}
    </Section>
  )
}

const Reading = ({ text: { subject, body, signature } }: { text: MessageText }) => (
  <Prose>
    <h3>{typo(subject || 'Sans objet')}</h3>
    <div class="as-typed">{body}</div>
    {signature && <p class="as-typed">{signature}</p>}
  </Prose>
)
