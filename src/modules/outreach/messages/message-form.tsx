import type { Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { versionOf } from './message-version.ts'
import { messagePaths } from './messages.paths.ts'
import type { MessageText, SavedMessage } from './messages.queries.ts'

/** Named by the buttons beside the text, which add to what is being typed. */
export const messageFormId = 'message'

type FormProps = {
  readonly message: SavedMessage
  readonly text: MessageText
  readonly problems: readonly Problem[]
  /** The words of the main button. */
  readonly save: string
}

/** The text of a message. Its first button saves, so that Enter saves too. */
export function MessageForm({ message, text, problems, save }: FormProps) {
  const entry = (name: keyof MessageText) => ({
    name,
    value: text[name],
    error: problems.find(({ field }) => field === name)?.message,
  })

  return (
    <Form id={messageFormId} action={messagePaths.show(message.id)}>
      <HiddenField name="version" value={versionOf(message)} />
      <TextField
        {...entry('name')}
        label="Nom du message"
        size="long"
        hint="Pour vous seuls : il ne part pas."
      />
      <TextField
        {...entry('subject')}
        label="Objet"
        size="long"
        hint="Une ligne ; les variables y sont permises."
      />
      <TextArea
        {...entry('body')}
        label="Texte"
        rows={26}
        hint="Une ligne vide sépare deux paragraphes. **Gras** entre deux étoiles, un tiret en début de ligne pour une liste, [texte du lien](adresse)."
      />
      <TextArea
        {...entry('signature')}
        label="Signature"
        rows={3}
        optional
        hint="Une personne par ligne : Prénom Nom, qualité."
      />
      <Actions>
        <Button kind="main">{save}</Button>
        <Button name="next" value="preview">
          Enregistrer et voir l’aperçu
        </Button>
      </Actions>
    </Form>
  )
}
