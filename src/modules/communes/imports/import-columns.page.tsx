import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Grid, Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { ColumnMapping, ColumnRole } from './column-mapping.ts'
import { importPaths } from './imports.paths.ts'
import type { Preview } from './preview.ts'

const groups: readonly { legend: string; hint: string; roles: readonly (readonly [ColumnRole, string])[] }[] =
  [
    {
      legend: 'La commune',
      hint: 'Le code INSEE de préférence ; à défaut le SIREN, ou le nom avec le code postal.',
      roles: [
        ['insee', 'Code INSEE'],
        ['siren', 'SIREN ou SIRET'],
        ['commune', 'Nom de la commune'],
      ],
    },
    {
      legend: 'La mairie',
      hint: 'Au moins une coordonnée.',
      roles: [
        ['email', 'Courriel'],
        ['phone', 'Téléphone'],
        ['website', 'Site'],
        ['address', 'Adresse : voie'],
        ['address-more', 'Adresse : complément'],
        ['postal-code', 'Code postal'],
        ['city', 'Ville'],
      ],
    },
    {
      legend: 'Le maire',
      hint: 'Nom et prénom vont ensemble.',
      roles: [
        ['civility', 'Civilité'],
        ['last-name', 'Nom'],
        ['first-name', 'Prénom'],
      ],
    },
  ]

type Props = {
  readonly id: string
  readonly fileName: string
  readonly preview: Preview
  readonly mapping: ColumnMapping
  readonly problems: readonly Problem[]
}

/** Says what each column of a free sheet holds; what its titles suggest is already chosen. */
export function ImportColumnsPage({ id, fileName, preview, mapping, problems }: Props) {
  const choices = preview.header.map((title) => ({ value: title, label: title }))

  return (
    <>
      <PageHeader
        title="Que contient chaque colonne ?"
        lede={`Ce tableau n’est pas d’un format connu : ${fileName}. Les choix proposés viennent des titres ; corrigez-les.`}
      />
      <ErrorSummary problems={problems} />
      <Section title="Les premières lignes">
        <DataTable
          caption="Premières lignes du fichier"
          captionHidden
          narrow="scroll"
          rows={preview.rows}
          columns={preview.header.map((label, at) => ({
            label,
            cell: (row: readonly string[]) => row[at] ?? '',
          }))}
        />
      </Section>
      <Form action={importPaths.columns(id)}>
        {groups.map(({ legend, hint, roles }) => (
          <FieldGroup legend={legend} hint={hint}>
            <Grid>
              {roles.map(([role, label]) => (
                <SelectField
                  name={role}
                  label={label}
                  placeholder="Aucune colonne"
                  value={mapping[role]}
                  choices={choices}
                  optional
                />
              ))}
            </Grid>
          </FieldGroup>
        ))}
        <Actions>
          <Button kind="main">Vérifier le fichier</Button>
          <ButtonLink kind="quiet" href={importPaths.list()}>
            Revenir aux imports
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
