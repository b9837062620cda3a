import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import type { Problem } from '#ui/notice.tsx'

export type GesturePaths = {
  readonly ask: string
  readonly confirm: string
  readonly withdraw: string
  readonly restore: string
}

type GesturesProps = {
  readonly standing: 'waiting' | 'stands' | 'refused' | 'withdrawn'
  readonly paths: GesturePaths
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** What an editor may do with something that is said of a commune: ask again, confirm by hand, withdraw, put back. */
export function SaidGestures({ standing, paths, typed, problems }: GesturesProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  if (standing === 'withdrawn')
    return (
      <Card title="Retirée">
        <Form action={paths.restore}>
          <Button kind="main">Remettre la déclaration</Button>
        </Form>
      </Card>
    )

  return (
    <>
      {standing === 'waiting' && (
        <Card title="Demander de nouveau">
          <p>{typo('Un courriel par mairie et par jour au plus ; une opposition est respectée.')}</p>
          <Form action={paths.ask}>
            <Button>Écrire de nouveau à la mairie</Button>
          </Form>
        </Card>
      )}
      <Card title="Confirmer à la main">
        <Form action={paths.confirm}>
          <TextField
            name="evidence"
            label="La preuve que vous en avez"
            hint="« Fiche signée reçue le 3 mars », « délibération du 12 mai », « vu en visite avec la secrétaire »."
            size="long"
            maxlength={500}
            value={typed.evidence}
            error={errorOf('evidence')}
          />
          <Button>Confirmer la déclaration</Button>
        </Form>
      </Card>
      <Confirm
        label="Retirer la déclaration"
        loss="Elle quitte les pages publiques. Vous pourrez la remettre."
        action={paths.withdraw}
        confirm="Retirer la déclaration"
      >
        <TextField
          name="why"
          label="Pourquoi"
          size="long"
          maxlength={300}
          value={typed.why}
          error={errorOf('why')}
        />
      </Confirm>
    </>
  )
}
