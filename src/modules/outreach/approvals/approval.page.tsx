import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DocumentFrame, DocumentSheet, DocumentTable, PlainText } from '#ui/document-frame.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { dateTime, plural, typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { messagePaths } from '../messages/messages.paths.ts'
import { type Purpose, purposeNames } from '../register/purpose.ts'
import { registerPaths } from '../register/register.paths.ts'
import type { RegisterEntry } from '../register/register.queries.ts'
import { baseNames } from '../register/register-entry.ts'
import { addresseeWords } from '../waves/addressee.ts'
import { companyFilterSentence } from '../waves/company-filters.ts'
import { filterSentence } from '../waves/filter-sentence.ts'
import { waveChannelNames } from '../waves/wave.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import type { Wave } from '../waves/waves.queries.ts'
import { type ApprovalRefusal, type ApprovalStanding, partNames } from './approval.ts'

type ApprovalProps = {
  readonly wave: Wave
  readonly message: {
    readonly id: string
    readonly name: string
    readonly subject: string
    readonly body: string
    readonly signature: string
  }
  readonly recipients: readonly {
    readonly insee?: string
    readonly companyId?: string
    readonly name: string
    readonly channel: 'email' | 'letter'
  }[]
  readonly excluded: number
  readonly byHand: readonly { readonly name: string; readonly reason: string }[]
  readonly entries: readonly RegisterEntry[]
  readonly standing: ApprovalStanding
  readonly said: readonly {
    readonly decision: 'approved' | 'refused'
    readonly reason: string
    readonly by: string
    readonly at: Date
  }[]
  readonly otherBody: string
  /** The digest of what is shown, which the approval carries. */
  readonly seen: string
  readonly mayApprove: boolean
  readonly refusal?: ApprovalRefusal
  readonly problem?: string
  readonly typed?: Readonly<Record<string, string>>
}

const refusals: Record<ApprovalRefusal, string> = {
  'already-launched': 'Cette vague est déjà lancée : il n’y a plus rien à approuver.',
  'same-organisation':
    'L’approbation vient de l’autre organisme : celui qui prépare la vague ne l’approuve pas lui-même.',
  'own-wave': 'Vous avez préparé cette vague : une autre personne l’approuve.',
  'changed-meanwhile':
    'La vague a changé pendant que vous la lisiez. Relisez-la ci-dessous, telle qu’elle est maintenant.',
  'no-reason': 'Dites pourquoi vous refusez : la personne qui prépare la vague en a besoin.',
}

/** Everything that a wave would send, before the other organisation says yes or no. */
export function ApprovalPage(props: ApprovalProps) {
  const { wave, refusal, problem, otherBody } = props

  return (
    <>
      <PageHeader
        title={`Approuver « ${wave.name} »`}
        lede={`Quelqu’un qui agit pour ${otherBody} relit ce qui partirait. Si quelque chose change ensuite, il faut l’approuver de nouveau.`}
        actions={<ButtonLink href={outreachPaths.wave(wave.id)}>Revenir à la vague</ButtonLink>}
      />
      {(refusal || problem) && (
        <Notice kind="error" title="Votre réponse n’est pas enregistrée">
          {refusal ? refusals[refusal] : problem}
        </Notice>
      )}
      <Standing {...props} />
      <Choices {...props} />
      <What {...props} />
      {props.mayApprove && <Word {...props} />}
      <Said {...props} />
    </>
  )
}

function Standing({ standing }: ApprovalProps) {
  if (standing.state === 'awaited') return null
  const { by, at } = standing
  const when = `par ${by}, le ${dateTime(at)}`
  if (standing.state === 'approved') return <Notice kind="success" title={`Approuvée ${when}`} />
  if (standing.state === 'refused')
    return (
      <Notice kind="error" title={`Refusée ${when}`}>
        {standing.reason}
      </Notice>
    )

  return (
    <Notice
      kind="warning"
      title={`${standing.was === 'approved' ? 'Approuvée' : 'Refusée'} ${when}, puis changée`}
    >
      {`A changé depuis : ${standing.changed.map((part) => partNames[part]).join(', ')}.`}
    </Notice>
  )
}

function Choices({ wave, recipients, excluded, byHand, entries, message }: ApprovalProps) {
  const letters = recipients.filter(({ channel }) => channel === 'letter').length
  const { one, many } = addresseeWords[wave.audienceKind]

  return (
    <Card
      title="Ce qui partirait"
      actions={<ButtonLink href={outreachPaths.recipients(wave.id)}>{`Voir chaque ${one}`}</ButtonLink>}
    >
      <DataList>
        <Datum label="Message">
          <a href={messagePaths.show(message.id)}>{typo(message.name)}</a>
        </Datum>
        <Datum label="Canal">{typo(waveChannelNames[wave.channel])}</Datum>
        <Datum label="Destinataires">
          {typo(
            `${plural(recipients.length - letters, 'courriel', 'courriels')}, ${plural(letters, 'lettre', 'lettres')}, ${plural(excluded, one, many)} hors de la vague`,
          )}
        </Datum>
        <Datum label={`${many.charAt(0).toUpperCase()}${many.slice(1)} choisies`}>
          {typo(chosenBy(wave))}
        </Datum>
        {byHand.length > 0 && (
          <Datum label="Retirées par quelqu’un">{byHand.map(({ name }) => name).join(', ')}</Datum>
        )}
        <Datum label="Finalité">{wave.purpose && typo(purposeNames[wave.purpose])}</Datum>
        {entries.map(({ organisation, purpose, text, version }) => (
          <Datum label={`Base légale, ${organisation.name}`}>
            <a href={registerPaths.entry(organisation.id, purpose satisfies Purpose)}>
              {typo(baseNames[text.base])}
            </a>
            {version?.confirmedBy ? '' : typo(' (fiche à confirmer)')}
          </Datum>
        ))}
      </DataList>
    </Card>
  )
}

const chosenBy = ({ audienceKind, filters, recentDays }: Wave) =>
  audienceKind === 'companies'
    ? companyFilterSentence(filters, recentDays)
    : filterSentence(filters, recentDays)

function What({ message, recipients }: ApprovalProps) {
  const byEmail = recipients.find(({ channel }) => channel === 'email')
  const byLetter = recipients.find(({ channel }) => channel === 'letter')

  return (
    <DocumentTable>
      {byLetter && (
        <DocumentSheet
          title={`La lettre, pour ${byLetter.name}`}
          actions={<a href={messagePaths.previewPdf(message.id, byLetter.insee ?? '')}>Ouvrir le PDF</a>}
        >
          <DocumentFrame
            src={`${messagePaths.previewPdf(message.id, byLetter.insee ?? '')}#toolbar=0&view=FitH`}
            title={`La lettre à la mairie : ${byLetter.name}`}
            shape="paper"
          />
        </DocumentSheet>
      )}
      {byEmail && (
        <DocumentSheet title={`Le courriel, pour ${byEmail.name}`}>
          <DocumentFrame
            src={messagePaths.previewHtml(message.id, byEmail)}
            title={`Le courriel à : ${byEmail.name}`}
            shape="screen"
            isHarmless
          />
        </DocumentSheet>
      )}
      <DocumentSheet title="Le texte, tel qu’écrit">
        <PlainText label="Le texte du message">
          {[message.subject, message.body, message.signature].filter(Boolean).join('\n\n')}
        </PlainText>
      </DocumentSheet>
    </DocumentTable>
  )
}

function Word({ wave, seen, typed = {} }: ApprovalProps) {
  return (
    <Card title="Votre réponse">
      <Form action={outreachPaths.approvals(wave.id)}>
        <HiddenField name="seen" value={seen} />
        <RadioField
          name="decision"
          label="Cette vague peut-elle partir ainsi ?"
          value={typed.decision}
          choices={[
            { value: 'approved', label: 'Oui, je l’approuve', hint: 'Votre nom et la date sont gardés.' },
            { value: 'refused', label: 'Non, pas ainsi', hint: 'Dites pourquoi ci-dessous.' },
          ]}
        />
        <TextArea name="reason" label="Remarque" rows={3} optional value={typed.reason} />
        <Actions>
          <Button kind="main">Enregistrer ma réponse</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Said({ said }: ApprovalProps) {
  if (said.length === 0) return null

  return (
    <Section title="Ce qui en a été dit">
      <DataTable
        caption={plural(said.length, 'réponse', 'réponses')}
        rows={said}
        columns={[
          { label: 'Qui', header: true, cell: ({ by }) => by },
          { label: 'Quand', cell: ({ at }) => dateTime(at) },
          {
            label: 'Réponse',
            cell: ({ decision }) => (
              <Tag
                label={decision === 'approved' ? 'Approuvée' : 'Refusée'}
                tone={decision === 'approved' ? 'teal' : 'brick'}
              />
            ),
          },
          { label: 'Remarque', cell: ({ reason }) => typo(reason) },
        ]}
      />
    </Section>
  )
}
