import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DateField, FileField, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { formats } from './formats.ts'
import { formatNames } from './import-words.ts'
import { importPaths } from './imports.paths.ts'

type Props = {
  readonly problems?: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

/** Chooses a file of this machine, or the address of one. */
export function NewImportPage({ problems = [], typed }: Props) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <PageHeader
        title="Importer un fichier"
        lede="Le fichier est d’abord vérifié : vous verrez ligne par ligne ce qui serait ajouté, modifié ou refusé."
      />
      <ErrorSummary problems={problems} />
      <Form action={importPaths.list()} once={typed.once} files>
        <FieldGroup legend="D’où vient le fichier" hint="Déposez un fichier, ou donnez son adresse.">
          <FileField
            name="file"
            label="Fichier de cet ordinateur"
            hint="CSV, ODS, JSON ou GeoJSON, compressé (.gz) ou non, 200 Mo au plus."
            error={errorOf('file')}
            optional
          />
          <TextField
            name="url"
            type="url"
            size="long"
            label="Adresse du fichier sur le web"
            hint="Elle commence par https://"
            value={typed.url}
            error={errorOf('url')}
            optional
          />
        </FieldGroup>
        <FieldGroup legend="Ce qu’est le fichier">
          <SelectField
            name="format"
            label="Format"
            placeholder="Le reconnaître au contenu"
            value={typed.format}
            choices={formats.map((value) => ({ value, label: formatNames[value] }))}
            optional
          />
          <TextField
            name="sourceLabel"
            label="Nom de la source"
            hint="Il sera écrit à côté de chaque coordonnée. Sans lui : le nom de la source officielle, ou celui du fichier."
            value={typed.sourceLabel}
            error={errorOf('sourceLabel')}
            optional
          />
          <DateField
            name="sourceDate"
            label="Date de la source"
            hint="Le jour où ces données étaient vraies. Un fichier plus ancien ne remplace jamais ce qui est plus récent."
            value={typed.sourceDate}
            error={errorOf('sourceDate')}
          />
        </FieldGroup>
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
