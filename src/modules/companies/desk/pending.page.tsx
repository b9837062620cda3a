import { Actions, Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { sirenGroups } from '../census/company-words.tsx'
import { claimPaths } from '../claims/claims.paths.ts'
import type { Claim } from '../claims/claims.queries.ts'
import { companyPaths } from '../companies.paths.ts'
import type { Report } from '../reports/reports.queries.ts'
import { deskPaths } from './desk.paths.ts'

type PendingProps = {
  readonly claims: readonly Claim[]
  readonly settled: readonly Claim[]
  readonly reports: readonly Report[]
  readonly problems?: readonly Problem[]
  readonly notice?: string
}

/** What waits for a person: claims that no mailbox could prove, and what readers report. */
export const PendingPage = ({ claims, settled, reports, problems = [], notice }: PendingProps) => (
  <>
    <ErrorSummary problems={problems} />
    {notice && <Notice kind="success">{notice}</Notice>}
    <PageHeader
      title="Ce qui attend une personne"
      lede="Une demande s’accepte quand ses éléments suffisent, après un appel si besoin. Le motif d’un refus est lu par le demandeur."
    />
    <Section title="Demandes sur pièces">
      {claims.length === 0 ? (
        <EmptyState title="Aucune demande à décider">
          Les demandes prouvées par une boîte de l’entreprise n’ont besoin de personne.
        </EmptyState>
      ) : (
        claims.map((claim) => <ClaimCard {...claim} />)
      )}
    </Section>
    <Section title="Signalements">
      {reports.length === 0 ? (
        <p class="soft">Aucun signalement à lire.</p>
      ) : (
        reports.map((report) => <ReportCard {...report} />)
      )}
    </Section>
    {settled.length > 0 && (
      <Section title="Décisions récentes">
        <ul>
          {settled.map((claim) => (
            <SettledLine {...claim} />
          ))}
        </ul>
      </Section>
    )}
  </>
)

const ClaimCard = ({ id, company, companyId, siren, personName, email, evidence, askedAt }: Claim) => (
  <Card title={company}>
    <DataList>
      <Datum label="Demandée par">{`${personName}, ${email}`}</Datum>
      <Datum label="SIREN">{sirenGroups(siren)}</Datum>
      <Datum label="Le">{date(askedAt)}</Datum>
      <Datum label="Ce qu’elle donne à voir">{evidence}</Datum>
    </DataList>
    {companyId && (
      <p>
        <a href={deskPaths.show(companyId)}>Voir sa fiche et ce qui s’y est passé</a>
      </p>
    )}
    <Form action={claimPaths.accept(id)}>
      <Actions>
        <Button kind="main">Confier la fiche</Button>
      </Actions>
    </Form>
    <details>
      <summary>Refuser cette demande</summary>
      <Form action={claimPaths.refuse(id)}>
        <TextField
          name="reason"
          id={`motif-${id}`}
          label="Motif, envoyé au demandeur"
          maxlength={300}
          size="long"
        />
        <Button kind="danger">Refuser avec ce motif</Button>
      </Form>
    </details>
  </Card>
)

const ReportCard = ({ id, company, companyId, siren, body, personName, email, at }: Report) => (
  <Card title={company}>
    <blockquote>{body}</blockquote>
    <p class="soft">
      {typo(`Le ${date(at)}, ${personName ?? 'sans nom'}${email ? `, ${email}` : ''}`)}
      {' · '}
      <a href={companyPaths.show({ id: companyId, siren })}>fiche publique</a>
      {' · '}
      <a href={deskPaths.show(companyId)}>corriger</a>
    </p>
    <Form action={deskPaths.report(id)}>
      <TextArea name="answer" id={`suite-${id}`} label="Ce qui a été fait" rows={2} maxlength={500} />
      <Button>Clore ce signalement</Button>
    </Form>
  </Card>
)

const stateWords: Record<Claim['state'], string> = {
  asked: 'demandée',
  accepted: 'acceptée',
  refused: 'refusée',
  undone: 'reprise',
}

const SettledLine = ({ id, company, companyId, personName, state, settledAt, settledBy, reason }: Claim) => (
  <li>
    {companyId ? <a href={deskPaths.show(companyId)}>{company}</a> : company}
    {typo(` : demande de ${personName} ${stateWords[state]}`)}
    {settledAt && typo(` le ${date(settledAt)} par ${settledBy ?? ''}`)}
    {reason && typo(` (${reason})`)}
    {state === 'refused' && (
      <form method="post" action={claimPaths.reopen(id)}>
        <Button kind="quiet">Revenir sur ce refus</Button>
      </form>
    )}
  </li>
)
