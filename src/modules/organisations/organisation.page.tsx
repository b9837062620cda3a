import type { FormValues, Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { kindNames } from './organisation-kind.ts'
import { organisationPaths } from './organisations.paths.ts'
import type { Organisation } from './organisations.queries.ts'

type OrganisationProps = {
  readonly organisation: Organisation
  readonly isEditable: boolean
  readonly isSaved: boolean
  readonly problems: readonly Problem[]
  readonly typed: FormValues
}

/** One body: its coordinates, which head the letters and stand in their legal notice. */
export function OrganisationPage({ organisation, isEditable, isSaved, problems, typed }: OrganisationProps) {
  return (
    <>
      <PageHeader title={organisation.name} lede={kindNames[organisation.kind]} />
      {isSaved && <Notice kind="success">Les coordonnées sont enregistrées.</Notice>}
      <ErrorSummary problems={problems} />
      {isEditable ? (
        <DetailsForm organisation={organisation} problems={problems} typed={typed} />
      ) : (
        <Details organisation={organisation} />
      )}
    </>
  )
}

const Details = ({ organisation }: Pick<OrganisationProps, 'organisation'>) => (
  <DataList>
    <Datum label="Adresse postale">{organisation.postalAddress}</Datum>
    <Datum label="Courriel">{organisation.email}</Datum>
    <Datum label="Téléphone">{organisation.phone}</Datum>
    <Datum label="Site">{organisation.website}</Datum>
    <Datum label="Délégué à la protection des données">{organisation.dpoEmail}</Datum>
  </DataList>
)

function DetailsForm({ organisation, problems, typed }: Omit<OrganisationProps, 'isEditable' | 'isSaved'>) {
  const shownValue = (field: keyof Organisation) => typed[field] ?? String(organisation[field] ?? '')
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const entry = (name: keyof Organisation) => ({ name, value: shownValue(name), error: errorOf(name) })

  return (
    <Form action={organisationPaths.show(organisation.id)}>
      <TextField {...entry('name')} label="Nom" size="long" />
      <TextArea
        {...entry('postalAddress')}
        label="Adresse postale"
        rows={4}
        optional
        hint="Elle paraît en haut à gauche des lettres."
      />
      <TextField {...entry('email')} type="email" label="Courriel" optional />
      <TextField {...entry('phone')} type="tel" label="Téléphone" optional />
      <TextField {...entry('website')} type="url" label="Site" optional size="long" />
      <TextField
        {...entry('dpoEmail')}
        type="email"
        label="Courriel du délégué à la protection des données"
        optional
        hint="Il paraît dans les mentions légales de chaque envoi."
      />
      <Button kind="main">Enregistrer les coordonnées</Button>
    </Form>
  )
}
