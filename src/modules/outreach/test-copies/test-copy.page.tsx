import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DocumentFrame, DocumentSheet } from '#ui/document-frame.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, plural, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { channelNames } from '../deliveries/delivery.ts'
import { messagePaths } from '../messages/messages.paths.ts'
import { type AudienceKind, addresseeWords } from '../waves/addressee.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import type { TestCopyRefusal } from './send-test-copy.action.ts'
import type { LookStanding } from './test-copy.ts'

type Copy = {
  readonly id: string
  readonly insee: string | null
  readonly companyId: string | null
  readonly addressee: string
  readonly channel: 'email' | 'letter'
  readonly sentTo: string | null
  readonly askedAt: Date
  readonly askedBy: string
  readonly seenAt: Date | null
  readonly seenBy: string | null
  readonly isOfThisText: boolean
}

type TestCopyProps = {
  readonly wave: {
    readonly id: string
    readonly name: string
    readonly messageId: string
    readonly audienceKind: AudienceKind
  }
  /** Where the reader's own copy goes. */
  readonly email: string
  readonly addressees: readonly {
    readonly name: string
    readonly channel: 'email' | 'letter'
  }[]
  readonly copies: readonly Copy[]
  readonly look: LookStanding
  readonly refusal?: TestCopyRefusal
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

const refusals: Record<TestCopyRefusal, string> = {
  'already-launched': 'Cette vague est déjà lancée.',
  'not-in-the-wave': 'Ce destinataire ne recevra pas la vague : prenez son nom dans la liste proposée.',
  'letter-blocked':
    'Cette lettre ne peut pas être composée : son adresse ou le message sont à corriger. L’aperçu du message dit pourquoi.',
  'not-sent':
    'Le serveur d’envoi n’a pas pris la copie. Réessayez ; si cela dure, voyez qui tient la machine.',
}

/** Asking for a copy of what one addressee would receive, and saying to have looked at it. */
export function TestCopyPage(props: TestCopyProps) {
  const { wave, addressees, copies, look, refusal, problems = [] } = props
  const waiting = copies.filter(({ isOfThisText, seenAt }) => isOfThisText && !seenAt)

  return (
    <>
      <PageHeader
        title="Copie d’essai"
        lede={`Ce qu’une ${addresseeWords[wave.audienceKind].one} recevrait de « ${wave.name} », à votre adresse ou à l’écran. Rien ne part vers elle.`}
        actions={<ButtonLink href={outreachPaths.wave(wave.id)}>Revenir à la vague</ButtonLink>}
      />
      <ErrorSummary problems={problems} />
      {refusal && (
        <Notice kind="error" title="Pas de copie d’essai">
          {refusals[refusal]}
        </Notice>
      )}
      {look.state === 'seen' && (
        <Notice kind="success" title={`Regardée par ${look.by} le ${dateTime(look.at)}`}>
          Elle vaut un jour, et pour ce texte seulement.
        </Notice>
      )}
      {waiting.map((copy) => (
        <ToLookAt wave={wave} copy={copy} />
      ))}
      {addressees.length === 0 ? (
        <EmptyState title="La vague n’écrit encore à personne">
          {`Choisissez ses ${addresseeWords[wave.audienceKind].many}, puis revenez ici.`}
        </EmptyState>
      ) : (
        <Ask {...props} />
      )}
      <Asked copies={copies} kind={wave.audienceKind} />
    </>
  )
}

function Ask({ wave, email, addressees, typed = {}, problems = [] }: TestCopyProps) {
  const [first] = addressees
  const hasEmails = addressees.some(({ channel }) => channel === 'email')
  const hasLetters = addressees.some(({ channel }) => channel === 'letter')

  return (
    <Section title="Demander une copie">
      <p>
        {typo(
          [
            ...(hasEmails ? [`Un courriel vous est envoyé à ${email}.`] : []),
            ...(hasLetters ? ['Une lettre est composée et montrée ici.'] : []),
          ].join(' '),
        )}
      </p>
      <Form action={outreachPaths.testCopies(wave.id)}>
        <TextField
          name="commune"
          label={
            wave.audienceKind === 'companies'
              ? 'Comme la recevrait l’entreprise'
              : 'Comme la recevrait la mairie de'
          }
          value={typed.commune ?? first?.name}
          suggestions={addressees.map(({ name }) => name)}
          error={problems.find(({ field }) => field === 'commune')?.message}
        />
        <Actions>
          <Button kind="main" icon="letter">
            M’envoyer une copie d’essai
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}

function ToLookAt({ wave, copy }: { wave: TestCopyProps['wave']; copy: Copy }) {
  const { addressee, channel, sentTo } = copy
  const insee = copy.insee ?? ''

  return (
    <Card title={`À regarder : ${channel === 'letter' ? 'la lettre' : 'le courriel'} à ${addressee}`}>
      {channel === 'email' && (
        <p>{typo(`Parti pour ${sentTo}. Ouvrez-le dans votre messagerie : c’est là qu’il sera lu.`)}</p>
      )}
      <DocumentSheet title={channel === 'letter' ? 'La lettre' : 'Le courriel, tel que composé'}>
        {channel === 'letter' ? (
          <>
            <p>
              <a href={messagePaths.previewPdf(wave.messageId, insee)}>Ouvrir le PDF</a>
            </p>
            <DocumentFrame
              src={`${messagePaths.previewPdf(wave.messageId, insee)}#toolbar=0&view=FitH`}
              title={`La lettre à la mairie : ${addressee}`}
              shape="paper"
            />
          </>
        ) : (
          <DocumentFrame
            src={messagePaths.previewHtml(wave.messageId, copy)}
            title={`Le courriel à : ${addressee}`}
            shape="screen"
            isHarmless
          />
        )}
      </DocumentSheet>
      <form method="post" action={outreachPaths.testCopyLook(wave.id, copy.id)}>
        <Actions>
          <Button kind="main" icon="check">
            Je l’ai regardée
          </Button>
        </Actions>
      </form>
    </Card>
  )
}

function Asked({ copies, kind }: { copies: readonly Copy[]; kind: AudienceKind }) {
  if (copies.length === 0) return null

  return (
    <Section title="Copies demandées">
      <DataTable
        caption={plural(copies.length, 'copie', 'copies')}
        rows={copies}
        columns={[
          { label: addresseeWords[kind].heading, header: true, cell: ({ addressee }) => addressee },
          { label: 'Canal', cell: ({ channel }) => channelNames[channel] },
          { label: 'Demandée', cell: ({ askedBy, askedAt }) => typo(`${askedBy}, ${dateTime(askedAt)}`) },
          { label: 'Regardée', cell: lookOf },
        ]}
      />
    </Section>
  )
}

function lookOf({ seenAt, seenBy, isOfThisText }: Copy) {
  if (!isOfThisText) return <Tag label="Le message a changé depuis" tone="ochre" />

  return seenAt ? typo(`${seenBy}, ${dateTime(seenAt)}`) : 'pas encore'
}
