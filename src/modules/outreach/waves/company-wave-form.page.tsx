import { SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { messagePaths } from '../messages/messages.paths.ts'
import { areaNames, claimNames } from './company-filters.ts'
import { choicesOf, RecentDays, WaveFormActions } from './wave-form-parts.tsx'
import { outreachPaths } from './waves.paths.ts'

export type CompanyWaveFormProps = {
  /** The wave being changed; absent for a new one. */
  readonly id?: string
  /** Those that speak of a company. */
  readonly messages: readonly { readonly id: string; readonly name: string }[]
  /** Where the companies of the census come from. */
  readonly sources: readonly string[]
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly Problem[]
}

/** Choosing which companies of the census are invited, and by which message. */
export function CompanyWaveFormPage({ id, messages, sources, typed, problems = [] }: CompanyWaveFormProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <PageHeader
        title={id ? 'Changer la vague d’invitation' : 'Préparer une vague d’invitation'}
        lede="Rien ne part d’ici : la page suivante montre quelles entreprises recevront quoi, et ce qui manque encore."
      />
      <ErrorSummary problems={problems} />
      {messages.length === 0 && (
        <Notice kind="warning" title="Aucun message ne parle d’une entreprise">
          <p>
            {'Il en faut un avec {{entreprise}} et {{page_entreprise}}. '}
            <a href={messagePaths.list()}>Partir du modèle d’invitation</a>
          </p>
        </Notice>
      )}
      <Form action={id ? outreachPaths.companyWave(id) : outreachPaths.companyWaves()} once={typed.once}>
        <TextField
          name="name"
          label="Nom de la vague"
          value={typed.name}
          error={errorOf('name')}
          hint="Pour vous retrouver : « Recensement, formateurs »."
        />
        <SelectField
          name="message"
          label="Message"
          placeholder="Choisissez un message"
          value={typed.message ?? (messages.length === 1 ? messages[0]?.id : undefined)}
          error={errorOf('message')}
          hint="Par courriel. Une entreprise sans adresse électronique reste hors de la vague."
          choices={messages.map((message) => ({ value: message.id, label: message.name }))}
        />
        <FieldGroup legend="Quelles entreprises ?" hint="Tout le recensement, ou une partie.">
          <TextField name="q" label="Nom de l’entreprise" optional value={typed.q} />
          <SelectField
            name="claim"
            label="Sa page"
            optional
            placeholder="Toutes"
            value={typed.claim}
            hint="Celles qui l’ont prise en main ne sont jamais invitées : elles restent dans la liste, avec ce motif."
            choices={choicesOf(claimNames)}
          />
          <SelectField
            name="area"
            label="Territoire"
            optional
            placeholder="Tous"
            value={typed.area}
            choices={choicesOf(areaNames)}
          />
          <SelectField
            name="source"
            label="Source"
            optional
            placeholder="Toutes"
            value={typed.source}
            choices={sources.map((source) => ({ value: source, label: source }))}
          />
        </FieldGroup>
        <RecentDays
          label="Laisser tranquilles les entreprises invitées depuis moins de (jours)"
          least={30}
          value={typed.recentDays ?? '180'}
          error={errorOf('recentDays')}
        />
        <WaveFormActions id={id} />
      </Form>
    </>
  )
}
