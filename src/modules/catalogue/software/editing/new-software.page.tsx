import { Actions, Button } from '#ui/button.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { softwarePaths } from '../software.paths.ts'

type Props = { readonly typed?: Readonly<Record<string, string>>; readonly problems?: readonly Problem[] }

/** A sheet that no source gives yet. */
export function NewSoftwarePage({ typed = {}, problems = [] }: Props) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <PageHeader
        title="Ajouter un logiciel"
        lede="Son nom et ce à quoi il sert suffisent ; le reste se complète ensuite. S’il ressemble à une fiche déjà là, Beffroi propose de les comparer."
      />
      <ErrorSummary problems={problems} />
      <Form action={softwarePaths.create()} once={typed.once}>
        <TextField name="name" label="Nom" size="long" value={typed.name} error={errorOf('name')} />
        <TextArea
          name="summary"
          label="À quoi il sert"
          hint="Une phrase, dans les mots d’une mairie : « Tenir le registre du cimetière »."
          rows={2}
          maxlength={300}
          value={typed.summary}
          error={errorOf('summary')}
        />
        <TextField
          name="licenceRaw"
          label="Licence"
          optional
          code
          value={typed.licenceRaw}
          error={errorOf('licenceRaw')}
        />
        <TextField
          name="website"
          label="Site"
          type="url"
          size="long"
          optional
          value={typed.website}
          error={errorOf('website')}
        />
        <TextField
          name="repository"
          label="Code source"
          type="url"
          size="long"
          optional
          value={typed.repository}
          error={errorOf('repository')}
        />
        <Actions>
          <Button kind="main">Ajouter le logiciel</Button>
        </Actions>
      </Form>
    </>
  )
}
