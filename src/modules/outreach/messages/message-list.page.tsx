import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { dateTime, number, typo } from '#ui/french.ts'
import { VisuallyHidden } from '#ui/media-only.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { ListedMessage } from './message-desk.queries.ts'
import { messagePaths } from './messages.paths.ts'
import { type MessageModel, models } from './models.ts'

type ListProps = {
  readonly messages: readonly ListedMessage[]
  /** The message just put in the archive, to be taken back at once if that was a mistake. */
  readonly justArchived?: string
  readonly isEditable: boolean
}

/** The messages of the programme, and the models to start another from. */
export function MessageListPage({ messages, justArchived, isEditable }: ListProps) {
  const current = messages.filter(({ archivedAt }) => !archivedAt)
  const archived = messages.filter(({ archivedAt }) => archivedAt)
  const undone = archived.find(({ id }) => id === justArchived)

  return (
    <>
      <PageHeader
        title="Messages"
        lede="Un message s’écrit une fois : il part en lettre aux mairies qui n’ont pas de courriel, en courriel aux autres."
      />
      {undone && <Undo message={undone} />}
      {current.length > 0 ? (
        <Messages messages={current} isEditable={isEditable} />
      ) : (
        <EmptyState title="Aucun message pour l’instant">
          {isEditable
            ? 'Partez de l’un des trois modèles ci-dessous : vous changerez ce que vous voudrez.'
            : 'L’opérateur et l’association les écrivent ; vous les lirez ici.'}
        </EmptyState>
      )}
      {isEditable && <Models />}
      {isEditable && archived.length > 0 && <Archive messages={archived} />}
    </>
  )
}

const Undo = ({ message: { id, name } }: { message: ListedMessage }) => (
  <Notice kind="success" title={`« ${name} » est dans les archives.`}>
    <Form action={messagePaths.restoration(id)}>
      <Button kind="quiet">Annuler : le remettre dans la liste</Button>
    </Form>
  </Notice>
)

const Messages = ({ messages, isEditable }: Pick<ListProps, 'messages' | 'isEditable'>) => (
  <DataTable
    caption="Les messages"
    captionHidden
    rows={messages}
    columns={[
      {
        label: 'Message',
        header: true,
        cell: ({ id, name }) => <a href={messagePaths.show(id)}>{typo(name)}</a>,
      },
      {
        label: 'Objet',
        cell: ({ subject }) => (subject ? typo(subject) : <span class="soft">Sans objet</span>),
      },
      { label: 'Dernière modification', cell: (message) => <LastChange message={message} /> },
      { label: 'Vagues', numeric: true, cell: ({ waves }) => number(waves) },
      {
        label: 'Actions',
        cell: (message) => <RowActions message={message} isEditable={isEditable} />,
      },
    ]}
  />
)

const LastChange = ({ message: { updatedAt, updatedBy } }: { message: ListedMessage }) => (
  <>
    <time datetime={updatedAt.toISOString()}>{dateTime(updatedAt)}</time>
    {updatedBy && <span class="soft">, {updatedBy}</span>}
  </>
)

const RowActions = ({
  message: { id, name },
  isEditable,
}: {
  message: ListedMessage
  isEditable: boolean
}) => (
  <Actions>
    <ButtonLink kind="quiet" href={messagePaths.preview(id)}>
      Aperçu<VisuallyHidden> de {name}</VisuallyHidden>
    </ButtonLink>
    {isEditable && (
      <Form action={messagePaths.copies(id)}>
        <Button kind="quiet">
          Dupliquer<VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      </Form>
    )}
  </Actions>
)

const Models = () => (
  <Section title="Repartir d’un modèle">
    <Grid>
      {models.map((model) => (
        <Model model={model} />
      ))}
      <Card title="Une page blanche">
        <p>Seules les mentions légales y sont déjà.</p>
        <ModelForm model="blank" label="Écrire un message" />
      </Card>
    </Grid>
  </Section>
)

const purposes: Record<MessageModel['id'], string> = {
  'census-invitation':
    'Pour une entreprise du recensement : sa page, comment la prendre en main, comment refuser.',
  'first-letter':
    'Une page à signer : ce que la devise de la République doit au logiciel libre, la stratégie numérique de la commune, ce que propose le partenariat.',
  'first-email': 'Un courriel bref, des besoins concrets, un bouton pour répondre au nom de la mairie.',
  reminder: 'Quelques semaines plus tard, une seule fois : quatre réponses possibles, une minute.',
}

const Model = ({ model: { id, title } }: { model: MessageModel }) => (
  <Card title={title}>
    <p>{typo(purposes[id])}</p>
    <ModelForm model={id} label="Partir de ce modèle" about={title} />
  </Card>
)

const ModelForm = ({ model, label, about }: { model: string; label: string; about?: string }) => (
  <Form action={messagePaths.list()}>
    <HiddenField name="model" value={model} />
    <Button>
      {label}
      {about && <VisuallyHidden> : {about}</VisuallyHidden>}
    </Button>
  </Form>
)

const Archive = ({ messages }: Pick<ListProps, 'messages'>) => (
  <Section title="Archives">
    <DataTable
      caption="Les messages archivés"
      captionHidden
      rows={messages}
      columns={[
        {
          label: 'Message',
          header: true,
          cell: ({ id, name }) => <a href={messagePaths.show(id)}>{typo(name)}</a>,
        },
        { label: 'Dernière modification', cell: (message) => <LastChange message={message} /> },
        {
          label: 'Actions',
          cell: ({ id, name }) => (
            <Form action={messagePaths.restoration(id)}>
              <Button kind="quiet">
                Remettre dans la liste<VisuallyHidden> {name}</VisuallyHidden>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  </Section>
)
