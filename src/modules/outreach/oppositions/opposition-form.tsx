import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import type { Problem } from '#ui/notice.tsx'
import { oppositionChannelNames, topicNames } from './opposition.ts'
import { oppositionPaths } from './oppositions.paths.ts'

type Props = {
  readonly communes: readonly string[]
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
}

/** Writes down a refusal: of a town hall, of the holder of an address, or of both. */
export function OppositionForm({ communes, typed = {}, problems = [] }: Props) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Card title="Inscrire une opposition" id="inscrire">
      <Form action={oppositionPaths.list()}>
        <TextField
          name="commune"
          label="La mairie"
          hint="Son nom, son code postal ou son code INSEE. Vide si l’opposition ne vaut que pour une adresse."
          optional
          suggestions={communes}
          value={typed.commune}
          error={errorOf('commune')}
        />
        <TextArea
          name="address"
          label="L’adresse de la personne"
          hint="Adresse électronique, téléphone, ou adresse postale avec sa rue et son code postal. Seule son empreinte est gardée."
          optional
          rows={2}
          value={typed.address}
          error={errorOf('address')}
        />
        <SelectField
          name="channel"
          label="Ce que la mairie refuse"
          value={typed.channel ?? 'all'}
          error={errorOf('channel')}
          choices={choicesOf(oppositionChannelNames)}
        />
        <SelectField
          name="topic"
          label="Sur quel sujet"
          value={typed.topic ?? 'all'}
          error={errorOf('topic')}
          choices={choicesOf(topicNames)}
        />
        <TextField
          name="origin"
          label="Comment elle l’a dit"
          hint="« Téléphone, 3 mars », « courriel »."
          size="long"
          value={typed.origin}
          error={errorOf('origin')}
        />
        <Actions>
          <Button>Inscrire l’opposition</Button>
        </Actions>
      </Form>
    </Card>
  )
}

export const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
