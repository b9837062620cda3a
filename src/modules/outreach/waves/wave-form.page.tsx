import { type Stage, stageNames } from '#modules/journal/index.ts'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { topicNames } from '../oppositions/opposition.ts'
import { usualProduct } from '../postage/postage.ts'
import { purposeNames, wavePurposes } from '../register/purpose.ts'
import { populationBands, reachableNames } from './audience-filters.ts'
import { waveChannelNames } from './wave.ts'
import { choicesOf, RecentDays, WaveFormActions } from './wave-form-parts.tsx'
import { outreachPaths } from './waves.paths.ts'

export type WaveFormProps = {
  /** The wave being changed; absent for a new one. */
  readonly id?: string
  readonly messages: readonly { readonly id: string; readonly name: string }[]
  readonly epcis: readonly { readonly siren: string; readonly name: string }[]
  readonly envelopes: readonly { readonly id: string; readonly name: string }[]
  readonly stamps: readonly string[]
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly Problem[]
}

/** Choosing what a wave says, to whom, and by which way. */
export function WaveFormPage({
  id,
  messages,
  epcis,
  envelopes,
  stamps,
  typed,
  problems = [],
}: WaveFormProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <PageHeader
        title={id ? 'Changer la vague' : 'Préparer une vague'}
        lede="Rien ne part d’ici : la page suivante montre qui recevra quoi, et ce qui manque encore."
      />
      <ErrorSummary problems={problems} />
      <Form action={id ? outreachPaths.edit(id) : outreachPaths.waves()} once={typed.once}>
        <TextField
          name="name"
          label="Nom de la vague"
          value={typed.name}
          error={errorOf('name')}
          hint="Pour vous retrouver : « Première lettre, Porte du Hainaut »."
        />
        <SelectField
          name="message"
          label="Message"
          placeholder="Choisissez un message"
          value={typed.message}
          error={errorOf('message')}
          choices={messages.map((message) => ({ value: message.id, label: message.name }))}
        />
        <SelectField
          name="purpose"
          label="Pourquoi écrire ?"
          placeholder="Choisissez une finalité"
          value={typed.purpose ?? wavePurposes[0]}
          error={errorOf('purpose')}
          hint="Sa base légale et ses durées sont celles de la fiche du registre des traitements."
          choices={wavePurposes.map((purpose) => ({ value: purpose, label: purposeNames[purpose] }))}
        />
        <SelectField
          name="topic"
          label="Sujet"
          hint="Une mairie qui refuse un seul sujet reçoit les vagues qui parlent d’autre chose."
          value={typed.topic ?? 'all'}
          error={errorOf('topic')}
          choices={Object.entries(topicNames).map(([value, label]) => ({ value, label }))}
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
              hint: 'Un courriel aux mairies qui ont une adresse électronique, une lettre aux autres.',
            },
            {
              value: 'letter',
              label: 'Lettre à toutes',
              hint: 'Imprimées par lots de cent au plus, l’adresse dans la fenêtre.',
            },
            {
              value: 'email',
              label: 'Courriel seulement',
              hint: 'Les mairies sans adresse électronique restent hors de la vague.',
            },
          ]}
        />
        <SelectField
          name="envelope"
          label="Enveloppe des lettres"
          hint="Une adresse qui n’y tient pas est dite avant le lancement."
          value={typed.envelope ?? envelopes[0]?.id}
          error={errorOf('envelope')}
          choices={envelopes.map((envelope) => ({ value: envelope.id, label: envelope.name }))}
        />
        <SelectField
          name="stamp"
          label="Affranchissement des lettres"
          value={typed.stamp ?? usualProduct}
          error={errorOf('stamp')}
          choices={stamps.map((product) => ({ value: product, label: product }))}
        />
        <TextField
          name="budget"
          label="Budget des lettres (€)"
          hint="Timbres, papier et enveloppes ensemble. Au-dessus, la vague ne part pas."
          optional
          size="short"
          value={typed.budget}
          error={errorOf('budget')}
        />
        <FieldGroup legend="Quelles mairies ?" hint="Tout le périmètre du programme, ou une partie.">
          <TextField name="q" label="Nom de la commune" optional value={typed.q} />
          <SelectField
            name="epci"
            label="Intercommunalité"
            optional
            placeholder="Toutes"
            value={typed.epci}
            choices={epcis.map(({ siren, name }) => ({ value: siren, label: name }))}
          />
          <SelectField
            name="stage"
            label="Étape"
            optional
            placeholder="Toutes"
            value={typed.stage}
            choices={stageChoices}
          />
          <SelectField
            name="population"
            label="Habitants"
            optional
            placeholder="Toutes les tailles"
            value={typed.population}
            choices={choicesOf(populationBands)}
          />
          <SelectField
            name="channel"
            label="Coordonnées"
            optional
            placeholder="Toutes"
            value={typed.channel}
            choices={choicesOf(reachableNames)}
          />
        </FieldGroup>
        <RecentDays
          label="Laisser tranquilles les mairies écrites depuis moins de (jours)"
          least={0}
          value={typed.recentDays ?? '30'}
          error={errorOf('recentDays')}
        />
        <WaveFormActions id={id} />
      </Form>
    </>
  )
}

const stageChoices = (Object.entries(stageNames) as [Stage, string][]).map(([value, label]) => ({
  value,
  label,
}))
