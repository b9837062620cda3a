import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import type { Company } from '../census/census.queries.ts'
import { companyPaths } from '../companies.paths.ts'
import { invitationPaths } from './invitations.paths.ts'

type Done = 'correction' | 'refusal' | 'withdrawal' | 'claimed'

export type InvitationProps = {
  readonly code: string
  readonly company: Company
  readonly done?: Done
  readonly typed: FormValues
  readonly problems: readonly Problem[]
}

const notices: Record<Done, { kind: 'success' | 'warning'; title: string; text: string }> = {
  correction: {
    kind: 'success',
    title: 'Votre correction est enregistrée',
    text: 'Une personne la lit et corrige la page.',
  },
  refusal: {
    kind: 'success',
    title: 'C’est noté',
    text: 'Plus aucun courriel ni aucune lettre ne partira vers votre entreprise.',
  },
  withdrawal: {
    kind: 'success',
    title: 'Votre entreprise est retirée de l’annuaire',
    text: 'Sa page ne montre plus que son nom et ce motif, et plus rien ne lui sera écrit.',
  },
  claimed: {
    kind: 'warning',
    title: 'Cette page a déjà été prise en main',
    text: 'Quelqu’un de l’entreprise la tient : c’est lui qui peut la fermer.',
  },
}

/** What an invited company may answer: take its page, correct it, refuse to be written to, ask to be out of the census. */
export function InvitationPage(props: InvitationProps) {
  const { company, done, problems } = props

  return (
    <>
      <ErrorSummary problems={problems} />
      <Hero
        title={`Vous représentez ${company.name} ?`}
        lede="Une commune qui cherche qui peut l’aider lit ce que vous dites vous-même, et rien d’autre."
      />
      {done && (
        <Notice kind={notices[done].kind} title={notices[done].title}>
          {notices[done].text}
        </Notice>
      )}
      {company.withdrawnAt ? <Withdrawn {...props} /> : <Choices {...props} />}
    </>
  )
}

const Withdrawn = ({ company, done }: InvitationProps) =>
  done === 'withdrawal' ? null : (
    <Notice title={`Retirée de l’annuaire le ${company.withdrawnAt ? date(company.withdrawnAt) : ''}`}>
      Pour y revenir un jour, écrivez à l’adresse donnée en bas de l’invitation.
    </Notice>
  )

const Choices = (props: InvitationProps) => (
  <>
    <Claim {...props} />
    <Correct {...props} />
    <Leave {...props} />
  </>
)

function Claim({ company }: InvitationProps) {
  const page = companyPaths.show(company)

  return (
    <Card title={company.claimedAt ? 'Votre page est prise en main' : 'Prendre votre page en main'}>
      <DataList>
        <Datum
          label="Ce que nous savons"
          source={
            company.sourceDate ? `${company.source}, ${date(new Date(company.sourceDate))}` : company.source
          }
        >
          {[company.name, company.email, company.phone, company.postalAddress?.split('\n').join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </Datum>
      </DataList>
      {!company.claimedAt && (
        <p>
          {typo(
            'Avec votre numéro SIREN et votre boîte électronique : vous dites ensuite les logiciels et les besoins que vous servez, de quelle manière, et où. Rien à payer, aucune place à acheter.',
          )}
        </p>
      )}
      <Actions>
        {!company.claimedAt && (
          <ButtonLink kind="main" href={`${page}/claim`}>
            Prendre ma page en main
          </ButtonLink>
        )}
        <ButtonLink href={page}>Voir ma page</ButtonLink>
      </Actions>
    </Card>
  )
}

function Correct({ code, typed, problems }: InvitationProps) {
  return (
    <Card title="Corriger une information">
      <Form action={invitationPaths.correction(code)} once={typed.once}>
        <TextArea
          name="words"
          label="Ce qui est à corriger"
          hint="Par exemple : « Notre adresse a changé. » Une personne le lit."
          rows={3}
          value={typed.words}
          error={problems.find(({ field }) => field === 'words')?.message}
        />
        <Actions>
          <Button>Envoyer la correction</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Leave({ code, company }: InvitationProps) {
  return (
    <Card title="Ne plus recevoir d’envoi, ou quitter l’annuaire">
      <p>{typo('Sans motif à donner ; la demande est suivie à l’instant.')}</p>
      <form method="post" action={invitationPaths.refusal(code)}>
        <Actions>
          <Button>Ne plus m’écrire</Button>
        </Actions>
      </form>
      {!company.claimedAt && (
        <Confirm
          label="Retirer mon entreprise de l’annuaire"
          loss={`La page de ${company.name} ne montrera plus que son nom et ce motif, aucune commune ne l’y trouvera, et plus rien ne lui sera écrit. Pour y revenir, il suffira de l’écrire à qui l’a invitée.`}
          action={invitationPaths.withdrawal(code)}
          confirm="Retirer mon entreprise"
        />
      )}
    </Card>
  )
}
