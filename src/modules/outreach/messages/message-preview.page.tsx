import { communePaths } from '#modules/communes/index.ts'
import { organisationPaths } from '#modules/organisations/index.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DocumentFrame, DocumentSheet, DocumentTable, PlainText } from '#ui/document-frame.tsx'
import { typo } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SearchField } from '#ui/search-field.tsx'
import type { MessageProblem } from './check-message.ts'
import { messagePaths } from './messages.paths.ts'
import type { SavedMessage } from './messages.queries.ts'

type Place = { readonly insee: string; readonly name: string }

/** A message as one town hall would receive it. */
export type Preview = {
  readonly commune: Place
  readonly previous?: Place
  readonly next?: Place
  readonly problems: readonly MessageProblem[]
  /** What the legal notice lacks of the organisations. */
  readonly missingCoordinates: readonly string[]
  /** Why there is no letter to show; nothing when there is one. */
  readonly letterRefused: readonly string[]
  readonly email: {
    readonly from: string
    readonly to: string
    readonly subject: string
    readonly text: string
  }
}

/** A search of a commune, with what it found. */
export type CommuneSearch = {
  readonly asked: string
  readonly found: readonly (Place & { readonly departement: string })[]
}

type PreviewProps = {
  readonly message: SavedMessage
  readonly preview?: Preview
  readonly search?: CommuneSearch
}

/** The letter, the e-mail and its text side by side, for any commune. */
export function MessagePreviewPage({ message, preview, search }: PreviewProps) {
  return (
    <>
      <PageHeader
        title={preview ? `Aperçu pour ${preview.commune.name}` : 'Aperçu'}
        lede={
          <>
            {typo('Message : ')}
            <a href={messagePaths.show(message.id)}>{typo(message.name)}</a>
            {typo('. Rien ne part d’ici ; le code de réponse « APERÇU » ne mène nulle part.')}
          </>
        }
        actions={preview && <Neighbours id={message.id} {...preview} />}
      />
      <SearchField
        action={messagePaths.preview(message.id)}
        label="Voir une autre commune"
        value={search?.asked}
        placeholder="Nom, code postal ou code INSEE"
        keep={preview && { commune: preview.commune.insee }}
      />
      {search && <Found id={message.id} search={search} />}
      {preview ? <Documents message={message} preview={preview} /> : <NoCommune />}
    </>
  )
}

const Neighbours = ({ id, previous, next }: Pick<Preview, 'previous' | 'next'> & { id: string }) => (
  <>
    {previous && (
      <ButtonLink kind="quiet" href={messagePaths.preview(id, previous.insee)}>
        {`← ${previous.name}`}
      </ButtonLink>
    )}
    {next && (
      <ButtonLink kind="quiet" href={messagePaths.preview(id, next.insee)}>
        {`${next.name} →`}
      </ButtonLink>
    )}
  </>
)

function Found({ id, search: { asked, found } }: { id: string; search: CommuneSearch }) {
  if (found.length === 0) {
    return (
      <Notice kind="warning" title={`Aucune commune ne ressemble à « ${asked} ».`}>
        Essayez son code postal, ou une partie de son nom.
      </Notice>
    )
  }

  return (
    <nav aria-label="Communes trouvées">
      <p>{typo(`Pour « ${asked} », choisissez :`)}</p>
      <Actions>
        {found.map(({ insee, name, departement }) => (
          <ButtonLink href={messagePaths.preview(id, insee)}>{`${name} (${departement})`}</ButtonLink>
        ))}
      </Actions>
    </nav>
  )
}

const NoCommune = () => (
  <EmptyState title="Le périmètre ne compte encore aucune commune">
    Cherchez-en une ci-dessus, ou fondez le programme et son périmètre.
  </EmptyState>
)

function Documents({ message: { id }, preview }: { message: SavedMessage; preview: Preview }) {
  const { commune, problems, missingCoordinates, letterRefused, email } = preview

  return (
    <>
      <ToMend id={id} problems={problems} missing={missingCoordinates} />
      <DocumentTable>
        <Letter id={id} commune={commune} refused={letterRefused} />
        <DocumentSheet title="Le courriel" details={<Headers email={email} />}>
          <DocumentFrame
            src={messagePaths.previewHtml(id, commune)}
            title={`Le courriel à la mairie : ${commune.name}`}
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

type ToMendProps = {
  readonly id: string
  readonly problems: readonly MessageProblem[]
  readonly missing: readonly string[]
}

/** What is to be mended of a message before any wave. */
export function ToMend({ id, problems, missing }: ToMendProps) {
  if (problems.length === 0 && missing.length === 0) return null

  return (
    <Notice kind="warning" title="À corriger avant toute vague">
      <ul>
        {problems.map(({ sentence }) => (
          <li>{typo(sentence)}</li>
        ))}
        {missing.length > 0 && (
          <li>
            {typo(`Aux mentions légales, il manque ${missing.join(', ')} : `)}
            <a href={organisationPaths.list()}>compléter les coordonnées</a>.
          </li>
        )}
      </ul>
      {problems.length > 0 && <a href={messagePaths.show(id)}>Reprendre le message</a>}
    </Notice>
  )
}

function Letter({ id, commune, refused }: { id: string; commune: Place; refused: readonly string[] }) {
  if (refused.length > 0) {
    return (
      <DocumentSheet title="La lettre">
        <Notice kind="error" title="Cette lettre ne peut pas être composée.">
          {refused.map((sentence) => (
            <p>{typo(sentence)}</p>
          ))}
          <p>
            <a href={messagePaths.show(id)}>Reprendre le message</a>
            {typo(' ou ')}
            <a href={communePaths.show(commune.insee)}>ouvrir la fiche de la commune</a>
          </p>
        </Notice>
      </DocumentSheet>
    )
  }

  const pdf = messagePaths.previewPdf(id, commune.insee)
  return (
    <DocumentSheet
      title="La lettre"
      actions={
        <>
          <a href={pdf}>Ouvrir le PDF</a>
          <a href={pdf} download={`lettre-${commune.insee}.pdf`}>
            Télécharger
          </a>
        </>
      }
    >
      <DocumentFrame
        src={`${pdf}#toolbar=0&view=FitH`}
        title={`La lettre à la mairie : ${commune.name}`}
        shape="paper"
      />
    </DocumentSheet>
  )
}

/** From whom, to whom, about what. */
export const Headers = ({ email: { from, to, subject } }: Pick<Preview, 'email'>) => (
  <DataList>
    <Datum label="De">{from.replaceAll('"', '')}</Datum>
    <Datum label="À">{to || 'Aucun courriel connu'}</Datum>
    <Datum label="Objet">{subject}</Datum>
  </DataList>
)
