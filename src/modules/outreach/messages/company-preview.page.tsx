import { DocumentFrame, DocumentSheet, DocumentTable, PlainText } from '#ui/document-frame.tsx'
import { typo } from '#ui/french.ts'
import { PageHeader } from '#ui/page-header.tsx'
import type { MessageProblem } from './check-message.ts'
import { Headers, ToMend } from './message-preview.page.tsx'
import { messagePaths } from './messages.paths.ts'
import type { SavedMessage } from './messages.queries.ts'

type CompanyPreviewProps = {
  readonly message: SavedMessage
  readonly company: string
  readonly problems: readonly MessageProblem[]
  readonly missingCoordinates: readonly string[]
  readonly email: {
    readonly from: string
    readonly to: string
    readonly subject: string
    readonly text: string
  }
}

/** A message as one company of the census would receive it: an e-mail, and its text. */
export function CompanyPreviewPage({
  message,
  company,
  problems,
  missingCoordinates,
  email,
}: CompanyPreviewProps) {
  return (
    <>
      <PageHeader
        title={`Aperçu pour ${company}`}
        lede={
          <>
            {typo('Message : ')}
            <a href={messagePaths.show(message.id)}>{typo(message.name)}</a>
            {typo('. Rien ne part d’ici ; le code de réponse « APERÇU » ne mène nulle part.')}
          </>
        }
      />
      <ToMend id={message.id} problems={problems} missing={missingCoordinates} />
      <DocumentTable>
        <DocumentSheet title="Le courriel" details={<Headers email={email} />}>
          <DocumentFrame
            src={messagePaths.previewOfCompany(message.id)}
            title={`Le courriel à l’entreprise : ${company}`}
            shape="screen"
            isHarmless
          />
        </DocumentSheet>
        <DocumentSheet title="Le courriel en texte">
          <PlainText label="Le courriel en texte">{email.text}</PlainText>
        </DocumentSheet>
      </DocumentTable>
    </>
  )
}
