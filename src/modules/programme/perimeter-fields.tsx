import type { Child } from 'hono/jsx'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { type ChoicePanel, ChoicePanels } from '#ui/choice-panels.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { plural } from '#ui/french.ts'
import { suggestedEpci } from './perimeter-choice.ts'
import type { Doubt, DoubtReason } from './perimeter-resolution.ts'
import { doubtTitles } from './perimeter-words.ts'

type Typed = Readonly<Record<string, string>>
type Problem = { readonly field: string; readonly message: string }

export type PlaceNames = {
  readonly departements: readonly { readonly code: string; readonly name: string }[]
  readonly epcis: readonly { readonly siren: string; readonly name: string }[]
}

type PerimeterFieldsProps = {
  label: string
  places: PlaceNames
  typed: Typed
  problems: readonly Problem[]
  doubts: readonly Doubt[]
  /** Offers the CA de la Porte du Hainaut first. */
  withSuggested?: boolean
}

/** The ways of naming communes: the suggested agglomeration, an EPCI, a department, or a list with its doubts. */
export function PerimeterFields({
  label,
  places,
  typed,
  problems,
  doubts,
  withSuggested,
}: PerimeterFieldsProps) {
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message
  const ways: ChoicePanel[] = [
    {
      value: 'epci',
      label: 'Une intercommunalité',
      panel: (
        <TextField
          name="epci"
          label="Son nom ou son numéro SIREN"
          hint="Par exemple : Cœur d’Ostrevent"
          value={typed.epci}
          error={error('epci')}
          suggestions={places.epcis.map(({ name }) => name)}
        />
      ),
    },
    {
      value: 'departement',
      label: 'Un département',
      panel: (
        <SelectField
          name="departement"
          label="Lequel"
          placeholder="Choisissez"
          value={typed.departement}
          error={error('departement')}
          choices={places.departements.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      ),
    },
    {
      value: 'list',
      label: 'Une liste de communes',
      panel: <PickedList typed={typed} error={error('list')} doubts={doubts} />,
    },
  ]

  return (
    <ChoicePanels
      name="perimeter"
      label={label}
      error={error('perimeter')}
      value={typed.perimeter ?? (withSuggested ? 'suggested' : 'epci')}
      choices={withSuggested ? [suggested, ...ways] : ways}
    />
  )
}

const suggested: ChoicePanel = {
  value: 'suggested',
  label: `La ${suggestedEpci.name}`,
  hint: `${plural(suggestedEpci.communes, 'commune', 'communes')} du Valenciennois. Le périmètre conseillé pour commencer.`,
}

function PickedList({
  typed,
  error,
  doubts,
}: {
  typed: Typed
  error?: string
  doubts: readonly Doubt[]
}): Child {
  return (
    <>
      <TextArea
        name="list"
        label="Les communes"
        hint="Une par ligne : un nom ou un code INSEE. Une colonne copiée d’un tableur convient. Les accents, les tirets et « St » n’ont pas d’importance."
        rows={8}
        value={typed.list}
        error={error}
      />
      {doubts.map((doubt, rank) => (
        <CheckboxField
          name="pick"
          id={`pick-${rank}`}
          label={doubtTitles[doubt.reason](doubt.line)}
          hint={doubtHints[doubt.reason]}
          values={
            doubt.reason === 'ended' || doubt.reason === 'near'
              ? doubt.suggestions.slice(0, 1).map(({ insee }) => insee)
              : []
          }
          choices={doubt.suggestions.map(({ insee, name, departement }) => ({
            value: insee,
            label: `${name} (${departement})`,
            hint: `Code INSEE ${insee}`,
          }))}
        />
      ))}
    </>
  )
}

const doubtHints: Record<DoubtReason, string> = {
  ended: 'Celle qui lui succède est proposée. Décochez-la pour la laisser de côté.',
  namesakes: 'Cochez la bonne, ou aucune pour la laisser de côté.',
  near: 'Décochez-la pour la laisser de côté.',
  unknown: 'La ligne est laissée de côté. Corrigez son orthographe dans la liste pour la reprendre.',
}
