import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { Columns } from '#ui/columns.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Company } from '../census/census.queries.ts'
import type { CompanyEvent } from '../census/events.queries.ts'
import { claimPaths } from '../claims/claims.paths.ts'
import type { Claim } from '../claims/claims.queries.ts'
import { companyPaths } from '../companies.paths.ts'
import { type FilledForm, fieldOf } from '../services/service-form.tsx'
import { deskPaths } from './desk.paths.ts'

type DeskCompanyProps = FilledForm & {
  readonly company: Company
  readonly events: readonly CompanyEvent[]
  readonly claims: readonly Claim[]
  readonly notice?: string
}

/** One company as the partnership keeps it: where it comes from, what happened to it, and what may be corrected. */
export function DeskCompanyPage(props: DeskCompanyProps) {
  const { company, events, problems = [], notice } = props

  return (
    <>
      <ErrorSummary problems={problems} />
      {notice && <Notice kind="success">{notice}</Notice>}
      <PageHeader
        title={company.name}
        actions={<ButtonLink href={companyPaths.show(company)}>Voir la fiche publique</ButtonLink>}
      />
      <Columns side={<Side {...props} />}>
        {company.claimedAt ? (
          <Notice title="Cette fiche est tenue par l’entreprise">
            Elle seule en change le contenu. Une erreur se signale depuis la fiche publique.
          </Notice>
        ) : (
          <Correction {...props} />
        )}
        <Section title="Ce qui s’est passé">
          {events.length === 0 ? (
            <p class="soft">{typo('Rien encore depuis son entrée dans le recensement.')}</p>
          ) : (
            <Timeline entries={events.map(({ at, sentence, actor }) => ({ at, sentence, source: actor }))} />
          )}
        </Section>
      </Columns>
    </>
  )
}

function Correction({ company, ...filled }: DeskCompanyProps) {
  const field = fieldOf(filled)
  const typed = filled.typed ?? {}

  return (
    <Card title="Corriger les coordonnées">
      <Form action={deskPaths.details(company.id)}>
        <TextField {...field('name')} value={typed.name ?? company.name} label="Nom" />
        <TextField
          {...field('siren')}
          value={typed.siren ?? company.siren ?? ''}
          label="SIREN"
          size="short"
          optional
        />
        <TextField
          {...field('email')}
          type="email"
          value={typed.email ?? company.email ?? ''}
          label="Courriel"
          optional
        />
        <TextField
          {...field('website')}
          value={typed.website ?? company.website ?? ''}
          label="Site"
          optional
        />
        <TextField
          {...field('phone')}
          type="tel"
          value={typed.phone ?? company.phone ?? ''}
          label="Téléphone"
          optional
        />
        <TextArea
          {...field('postalAddress')}
          value={typed.postalAddress ?? company.postalAddress ?? ''}
          label="Adresse postale"
          rows={3}
          optional
        />
        <Actions>
          <Button kind="main">Corriger cette fiche</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Side({ company, claims }: DeskCompanyProps) {
  const held = claims.find(({ state }) => state === 'accepted')

  return (
    <>
      <Card title="Provenance">
        <DataList>
          <Datum label="Source" date={company.sourceDate ? new Date(company.sourceDate) : undefined}>
            {company.source}
          </Datum>
          <Datum label="Fiche">
            {company.claimedAt ? `Prise le ${date(company.claimedAt)}` : 'Non réclamée'}
          </Datum>
          {held && <Datum label="Tenue d’abord par">{`${held.personName}, ${held.email}`}</Datum>}
        </DataList>
      </Card>
      {held && company.claimedAt && (
        <Card title="Reprendre la fiche">
          <Confirm
            label="Reprendre la fiche"
            loss="Plus personne n’agira pour cette entreprise, et tout ce qu’elle a déclaré depuis sera arrêté. Elle pourra redemander sa fiche."
            action={claimPaths.undo(held.id)}
            confirm="Reprendre cette fiche"
          >
            <TextField name="reason" id="motif-reprise" label="Pourquoi" maxlength={300} />
          </Confirm>
        </Card>
      )}
      <Card title="Retirer du recensement">
        {company.withdrawnAt ? (
          <Form action={deskPaths.restoration(company.id)}>
            <p>{typo(`Retirée le ${date(company.withdrawnAt)} : ${company.withdrawnReason ?? ''}`)}</p>
            <Button>Remettre dans le recensement</Button>
          </Form>
        ) : (
          <Confirm
            label="Retirer cette entreprise"
            loss="Sa fiche ne montrera plus que son nom et votre motif. Vous pourrez la remettre."
            action={deskPaths.withdrawal(company.id)}
            confirm="Retirer avec ce motif"
          >
            <TextField name="reason" id="motif-retrait" label="Motif, publié" maxlength={300} />
          </Confirm>
        )}
      </Card>
    </>
  )
}
