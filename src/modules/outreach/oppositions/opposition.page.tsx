import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DateField, FileField, TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import type { OppositionRow } from './opposition-list.queries.ts'
import { holderOf, originOf, scopeOf } from './opposition-words.ts'
import { oppositionPaths } from './oppositions.paths.ts'

export type OppositionProps = {
  readonly opposition: OppositionRow
  readonly today: string
  readonly isToReview: boolean
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** One opposition: what is refused, its history with the evidence, and the two things that may be done to it. */
export function OppositionPage({ opposition, problems = [], notice, ...rest }: OppositionProps) {
  const { liftedAt, successors, commune } = opposition

  return (
    <>
      <PageHeader
        title={`Opposition : ${holderOf(opposition)}`}
        aside={liftedAt ? <Tag label="Levée" /> : <Tag label="En vigueur" tone="brick" />}
        lede={scopeOf(opposition)}
        actions={<ButtonLink href={oppositionPaths.list()}>Revenir aux oppositions</ButtonLink>}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {successors.length > 0 && (
        <Notice kind="info" title={`${commune} n’est plus une commune`}>
          {`Tant qu’elle n’est pas levée, cette opposition vaut pour la mairie qui lui a succédé : ${successors.map(({ name }) => name).join(', ')}. Si la nouvelle mairie veut recevoir des envois, c’est à elle de le demander.`}
        </Notice>
      )}
      <Columns side={<What opposition={opposition} />}>
        <Timeline entries={history(opposition)} />
        {!liftedAt && <Decisions opposition={opposition} problems={problems} {...rest} />}
      </Columns>
    </>
  )
}

const What = ({ opposition }: { opposition: OppositionRow }) => (
  <Card title="Ce qui est refusé">
    <DataList>
      <Datum label="De qui">
        {opposition.insee ? (
          <a href={`/communes/${opposition.insee}`}>{opposition.commune}</a>
        ) : opposition.companyId ? (
          <a href={outreachPaths.company(opposition.companyId)}>{opposition.company}</a>
        ) : (
          typo(`${holderOf(opposition)} : l’adresse ne peut pas être relue.`)
        )}
      </Datum>
      <Datum label="Quoi">{scopeOf(opposition)}</Datum>
      <Datum label="Depuis">{date(opposition.since)}</Datum>
    </DataList>
  </Card>
)

function history(opposition: OppositionRow) {
  const { since, reviewedAt, reviewedBy, liftedAt } = opposition
  return [
    ...(liftedAt ? [liftingEntry(opposition, liftedAt)] : []),
    ...(reviewedAt
      ? [
          {
            at: reviewedAt,
            icon: 'check' as const,
            sentence: 'Revue et gardée',
            source: reviewedBy ?? undefined,
          },
        ]
      : []),
    {
      at: since,
      icon: 'blocked' as const,
      tone: 'brick' as const,
      sentence: `Inscrite : ${originOf(opposition)}`,
    },
  ]
}

function liftingEntry(opposition: OppositionRow, at: Date) {
  const { id, liftedBy, liftingEvidence, liftingRequestedOn, liftingFileId, liftingContactId } = opposition
  const day = liftingRequestedOn ? ` du ${date(new Date(liftingRequestedOn))}` : ''
  return {
    at,
    icon: 'note' as const,
    tone: 'teal' as const,
    sentence: `Levée, sur la demande${day} : ${liftingEvidence}`,
    detail: (liftingFileId || liftingContactId) && (
      <>
        {liftingFileId && <a href={oppositionPaths.evidence(id)}>La pièce jointe</a>}
        {liftingFileId && liftingContactId && ', '}
        {liftingContactId && <a href={`/contacts/${liftingContactId}`}>l’échange où elle l’a demandé</a>}
      </>
    ),
    source: liftedBy ?? undefined,
  }
}

type DecisionsProps = Pick<OppositionProps, 'opposition' | 'today' | 'isToReview' | 'problems' | 'typed'>

function Decisions({ opposition, today, isToReview, problems = [], typed = {} }: DecisionsProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      {isToReview && (
        <Card title="À revoir">
          <p>Elle a plus de trois ans. Rien n’a changé ? Gardez-la : elle reste en vigueur.</p>
          <Form action={oppositionPaths.review(opposition.id)}>
            <Actions>
              <Button kind="main">Garder l’opposition</Button>
            </Actions>
          </Form>
        </Card>
      )}
      <Card title="Lever l’opposition">
        <p>
          Seulement si on vous l’a demandé, après le {date(opposition.since)}. Votre nom et la demande
          restent.
        </p>
        <Form action={oppositionPaths.lifting(opposition.id)} files>
          {opposition.kind && (
            <TextArea
              name="address"
              label="L’adresse"
              hint="Elle n’est pas gardée : son empreinte dit si c’est bien celle-ci."
              rows={2}
              value={typed.address}
              error={errorOf('address')}
            />
          )}
          <DateField
            name="requestedOn"
            label="Jour de la demande"
            value={typed.requestedOn}
            max={today}
            error={errorOf('requestedOn')}
          />
          <TextArea
            name="evidence"
            label="La demande"
            hint="Ses mots, ou où elle est : « Courriel de Mme Durand, secrétaire : vous pouvez nous écrire de nouveau »."
            rows={3}
            maxlength={500}
            value={typed.evidence}
            error={errorOf('evidence')}
          />
          <FileField
            name="file"
            label="La pièce"
            hint="La lettre ou le courriel, en PDF ou en image, cinq mégaoctets au plus."
            optional
            accept=".pdf,.png,.jpg,.jpeg,.eml,.txt"
            error={errorOf('file')}
          />
          <TextField
            name="contact"
            label="L’échange dans Beffroi"
            hint="L’adresse de sa page, si la demande est dans Contacts."
            optional
            size="long"
            value={typed.contact}
            error={errorOf('contact')}
          />
          <Actions>
            <Button kind="danger">Lever l’opposition</Button>
          </Actions>
        </Form>
      </Card>
    </>
  )
}
