import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { accountPaths } from './accounts.paths.ts'

type FirstMemberProps = {
  /** The bodies of the partnership that nobody acts for yet. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
}

/** The operator opens the door to the first person of another body, who then welcomes its colleagues. */
export function FirstMember({ bodies }: FirstMemberProps) {
  if (bodies.length === 0) return null

  return (
    <Card title="Faire entrer un autre organisme">
      <p>
        Personne n’y entre encore. Accueillez sa première personne : elle accueillera elle-même ses collègues.
      </p>
      <Form action={accountPaths.firstMembers()}>
        <SelectField
          name="organisation"
          label="Organisme"
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField id="first-name" name="name" label="Son prénom et son nom" autocomplete="off" />
        <TextField
          id="first-email"
          name="email"
          type="email"
          label="Son adresse électronique"
          autocomplete="off"
        />
        <Button>Accueillir cette personne</Button>
      </Form>
    </Card>
  )
}
