import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox, CheckboxField, RadioField, SelectField } from '#ui/choice-field.tsx'
import { DateField, FileField, TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'

/** Every kind of field, one of each in error. */
export function GalleryForm() {
  return (
    <Form action="#" files>
      <FieldGroup legend="Les organismes" hint="Ils pourront être changés plus tard.">
        <TextField
          name="operateur"
          label="Opérateur"
          error="Le nom de l’opérateur manque : écrivez-le."
          suggestions={['Centre de gestion du Nord']}
          autocomplete="organization"
        />
        <TextField
          name="courriel"
          type="email"
          label="Courriel de contact"
          optional
          autocomplete="email"
          hint="Par exemple : contact@cdg.example"
        />
      </FieldGroup>
      <RadioField
        name="perimetre"
        label="Périmètre"
        error="Choisissez au moins une commune."
        choices={[
          { value: 'epci', label: 'CA de la Porte du Hainaut', hint: '47 communes, périmètre proposé' },
          { value: 'departement', label: 'Un département' },
          { value: 'liste', label: 'Une liste de communes' },
        ]}
      />
      <CheckboxField
        name="canaux"
        label="Canaux"
        values={['lettre']}
        choices={[
          { value: 'lettre', label: 'Lettre' },
          { value: 'courriel', label: 'Courriel' },
        ]}
      />
      <SelectField
        name="referent"
        label="Référent"
        value="claire"
        choices={[
          { value: 'claire', label: 'Claire Delattre' },
          { value: 'yves', label: 'Yves Lemaire' },
        ]}
      />
      <DateField name="debut" label="Premier jour" value="2026-12-01" />
      <TextArea
        name="message"
        label="Message"
        value={'Madame, Monsieur {{maire}},'}
        code
        hint="Les variables s’écrivent entre deux accolades."
      />
      <FileField
        name="fichier"
        label="Fichier des coordonnées"
        accept=".csv,.ods,.json"
        optional
        hint="CSV, ODS ou JSON, 50 Mo au plus."
      />
      <Checkbox name="accord" label="L’association a donné son accord" hint="Demandé avant chaque vague." />
      <Actions>
        <Button kind="main">Fonder le programme</Button>
        <ButtonLink kind="quiet" href="#">
          Revenir au territoire
        </ButtonLink>
      </Actions>
    </Form>
  )
}
