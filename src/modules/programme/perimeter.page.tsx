import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { plural } from '#ui/french.ts'
import { ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PerimeterFields, type PlaceNames } from './perimeter-fields.tsx'
import type { Doubt } from './perimeter-resolution.ts'
import { programmePaths } from './programme.paths.ts'

export type PerimeterProps = {
  readonly places: PlaceNames
  readonly communes: number
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: readonly { field: string; message: string }[]
  readonly doubts?: readonly Doubt[]
}

/** Adding communes to the perimeter, or taking some out. */
export function PerimeterPage({ places, communes, typed = {}, problems = [], doubts = [] }: PerimeterProps) {
  return (
    <>
      <PageHeader
        title="Changer le périmètre"
        lede={`Il compte aujourd’hui ${plural(communes, 'commune', 'communes')}. Une commune retirée garde son journal et ses échanges ; tout changement peut être annulé.`}
      />
      <ErrorSummary problems={problems} />
      {doubts.length > 0 && (
        <ErrorSummary
          title="Presque : des lignes de la liste sont à vérifier"
          problems={doubts.map(({ line }, rank) => ({ field: `pick-${rank}`, message: `« ${line} »` }))}
        />
      )}
      <Form action={programmePaths.additions()}>
        <PerimeterFields
          label="Quelles communes ?"
          places={places}
          typed={typed}
          problems={problems}
          doubts={doubts}
        />
        <Actions>
          <Button kind="main">Ajouter ces communes</Button>
          <Button kind="danger" formaction={programmePaths.removals()}>
            Retirer ces communes
          </Button>
          <ButtonLink href={programmePaths.show()} kind="quiet">
            Ne rien changer
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
