import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Checkbox, RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { waveChannelNames } from './wave.ts'
import { outreachPaths } from './waves.paths.ts'

export type ReminderFormProps = {
  readonly of: { readonly id: string; readonly name: string; readonly reminderOf: string | null }
  readonly messages: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly Problem[]
}

/** Prepares a reminder: its own words, to those whom a wave reached and who have not answered. */
export function ReminderFormPage({ of, messages, typed, problems = [] }: ReminderFormProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <PageHeader
        title="Préparer une relance"
        lede={`À celles que « ${of.name} » a atteintes et qui n’ont pas répondu. Rien ne part d’ici : la page suivante montre à combien, et pourquoi les autres n’y sont pas.`}
      />
      <ErrorSummary problems={problems} />
      <Form action={outreachPaths.reminders(of.id)} once={typed.once}>
        <TextField
          name="name"
          label="Nom de la relance"
          size="long"
          value={typed.name}
          error={errorOf('name')}
        />
        <SelectField
          name="message"
          label="Message"
          hint="Un autre que le premier : redire la même chose ne relance personne."
          placeholder="Choisissez un message"
          value={typed.message}
          error={errorOf('message')}
          choices={messages.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioField
          name="way"
          label="Par quel canal ?"
          value={typed.way ?? 'email-first'}
          error={errorOf('way')}
          choices={[
            {
              value: 'email-first',
              label: waveChannelNames['email-first'],
              hint: 'Celles dont le courriel a été rejeté reçoivent une lettre.',
            },
            { value: 'letter', label: 'Lettre à toutes' },
            { value: 'email', label: 'Courriel seulement' },
          ]}
        />
        <TextField
          name="recentDays"
          type="number"
          min="1"
          max="365"
          size="short"
          label="Ne relancer qu’après (jours)"
          hint="Comptés depuis le dernier envoi reçu par la mairie."
          value={typed.recentDays ?? '15'}
          error={errorOf('recentDays')}
        />
        <Checkbox
          name="again"
          label="Relancer aussi celles qui l’ont déjà été"
          hint={
            of.reminderOf
              ? 'Cette vague est elle-même une relance : sans cette case, personne ne sera relancé une seconde fois.'
              : 'Sans cette case, une mairie n’est relancée qu’une fois.'
          }
          checked={typed.again === 'oui'}
        />
        <Actions>
          <Button kind="main">Préparer la relance</Button>
          <ButtonLink kind="quiet" href={outreachPaths.wave(of.id)}>
            Revenir sans rien changer
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
