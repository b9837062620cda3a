import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { BinderChoice } from './binder.queries.ts'
import { mostSheets } from './binder.ts'
import { paperPaths } from './paper.paths.ts'

type BinderPageProps = {
  readonly choices: readonly BinderChoice[]
  readonly chosen: readonly string[]
  readonly commune?: string
  readonly title: string
  readonly fault?: string
}

/** Where one chooses the sheets of a binder, service by service, and prints them. */
export function BinderPage({ choices, chosen, commune, title, fault }: BinderPageProps) {
  const services = Map.groupBy(choices, ({ service }) => service ?? 'Autres logiciels')

  return (
    <>
      <PageHeader
        title="Composer un classeur"
        lede={`Choisissez les fiches : chacune tient sur une page A4, à plastifier ou à ranger dans un classeur, avec une couverture et un sommaire. ${mostSheets} fiches au plus.`}
      />
      {fault && <Notice kind="warning" title={fault} />}
      <Form action={paperPaths.binderFile()} method="get">
        {commune && <input type="hidden" name="commune" value={commune} />}
        <TextField name="title" label="Titre du classeur" value={title} maxlength={80} />
        <div>
          {[...services].map(([service, sheets], rank) => (
            <ChoiceGroup
              name="sheet"
              id={`sheets-${rank}`}
              label={service}
              noun={['fiche', 'fiches']}
              values={chosen}
              choices={sheets.map(({ slug, name, summary }) => ({
                value: slug,
                label: name,
                hint: summary ?? undefined,
              }))}
            />
          ))}
        </div>
        <p>
          <Button kind="main">Imprimer le classeur</Button>
        </p>
      </Form>
    </>
  )
}
