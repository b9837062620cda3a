import type { FormValues, Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { DateField, TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form, HiddenField } from '#ui/form.tsx'
import { ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { handChannels } from './answer.ts'
import { channelNames, wishes, wishNames } from './contact.ts'
import { contactPaths } from './contacts.paths.ts'
import { themeName, themes } from './theme.ts'

export type NewContactProps = {
  readonly commune: { readonly insee: string; readonly name: string; readonly nameType: number }
  readonly organisation: string
  readonly today: string
  readonly typed: FormValues
  readonly problems: readonly Problem[]
}

/** Writes down an exchange that did not come by the code: a call, a visit, an e-mail, a paper answer. */
export function NewContactPage({ commune, organisation, today, typed, problems }: NewContactProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })

  return (
    <>
      <PageHeader
        title={`Un échange avec la mairie ${ofCommune(commune.name, commune.nameType as NameLink)}`}
        lede="Notez-le le jour même : le journal de la commune, son étape et la vague le sauront."
      />
      <ErrorSummary problems={problems} />
      <Form action={contactPaths.list()} once={typed.once}>
        <HiddenField name="insee" value={commune.insee} />
        <RadioField
          {...field('channel')}
          label="Comment ?"
          choices={handChannels.map((channel) => ({ value: channel, label: channelNames[channel] }))}
        />
        <DateField {...field('day')} label="Quel jour ?" value={typed.day ?? today} max={today} />
        <RadioField
          {...field('wish')}
          label="Qu’a répondu la mairie ?"
          value={typed.wish ?? 'none'}
          choices={[
            { value: 'none', label: 'Rien de tel : un simple échange' },
            ...wishes.map((wish) => ({ value: wish, label: wishNames[wish], hint: hints[wish] })),
          ]}
        />
        <SelectField
          {...field('theme')}
          label="À quel sujet ?"
          placeholder="Aucun sujet précis"
          choices={themes.map((theme) => ({ value: theme, label: themeName(theme) }))}
          optional
        />
        <TextArea {...field('body')} label="Ce qui s’est dit" optional />
        <FieldGroup legend="Avec qui ?">
          <TextField {...field('personName')} label="Nom" optional />
          <TextField {...field('phone')} type="tel" label="Téléphone" size="short" optional />
          <TextField {...field('email')} type="email" label="Courriel" optional />
        </FieldGroup>
        <RadioField
          {...field('handler')}
          label="Qui suit ce contact ?"
          value={typed.handler ?? 'by-theme'}
          choices={[
            { value: 'by-theme', label: 'L’organisme que désigne le sujet' },
            { value: 'ours', label: organisation },
          ]}
        />
        <Button kind="main">Noter cet échange</Button>
      </Form>
    </>
  )
}

const hints: Partial<Record<(typeof wishes)[number], string>> = {
  'do-not-write': 'L’opposition est enregistrée aussitôt, sur tous les canaux.',
}
