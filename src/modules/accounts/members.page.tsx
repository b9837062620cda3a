import type { FormValues, Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date } from '#ui/french.ts'
import { ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { accountPaths } from './accounts.paths.ts'
import type { MemberRow } from './accounts.queries.ts'
import { FirstMember } from './first-members.page.tsx'
import type { WelcomeRefusal } from './welcome-member.action.ts'

type MembersProps = {
  readonly organisation: string
  readonly members: readonly MemberRow[]
  readonly self: string
  readonly problems?: readonly Problem[]
  readonly typed?: FormValues
  readonly refusal?: WelcomeRefusal
  /** For the operator: the bodies that nobody acts for yet. */
  readonly emptyBodies?: readonly { readonly id: string; readonly name: string }[]
}

const explanations: Record<WelcomeRefusal, string> = {
  'has-members': 'Quelqu’un agit déjà pour cet organisme : c’est à ses membres d’accueillir leurs collègues.',
  'already-elsewhere':
    'Cette personne agit déjà pour un autre organisme du partenariat. Qu’elle le quitte d’abord.',
}

/** The people who act for the organisation, and the way to welcome one more. */
export function MembersPage({
  organisation,
  members,
  self,
  problems = [],
  typed = {},
  refusal,
  emptyBodies = [],
}: MembersProps) {
  const faults = refusal ? [{ field: 'email', message: explanations[refusal] }] : problems
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message

  return (
    <>
      <PageHeader title="Collègues" lede={`Les personnes qui agissent pour ${organisation}.`} />
      <ErrorSummary problems={faults} />
      <DataTable
        caption="Collègues"
        captionHidden
        rows={members}
        columns={[
          { label: 'Nom', header: true, cell: ({ name }) => name },
          { label: 'Adresse', cell: ({ email }) => email },
          { label: 'Depuis', cell: ({ joinedAt }) => date(joinedAt) },
          {
            label: 'Accès',
            cell: ({ userId, name }) => (userId === self ? 'Vous' : <Removal userId={userId} name={name} />),
          },
        ]}
      />
      <Card title="Accueillir un collègue">
        <p>Il entrera avec un code reçu à cette adresse.</p>
        <Form action={accountPaths.members()}>
          <TextField
            name="name"
            label="Prénom et nom"
            autocomplete="off"
            value={typed.name}
            error={errorOf('name')}
          />
          <TextField
            name="email"
            type="email"
            label="Adresse électronique"
            autocomplete="off"
            value={typed.email}
            error={errorOf('email')}
          />
          <Button kind="main">Accueillir ce collègue</Button>
        </Form>
      </Card>
      <FirstMember bodies={emptyBodies} />
    </>
  )
}

const Removal = ({ userId, name }: { readonly userId: string; readonly name: string }) => (
  <form method="post" action={`${accountPaths.member(userId)}/removal`}>
    <Button kind="quiet">{`Retirer l’accès de ${name}`}</Button>
  </form>
)
