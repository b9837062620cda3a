import { DocumentFrame, PlainText } from '#ui/document-frame.tsx'
import { bytes, typo } from '#ui/french.ts'
import { mailboxPaths } from './mailbox.paths.ts'
import type { ShownMail } from './received-mails.queries.ts'

/** The files that came with it, to take away. */
export function Attachments({ mail: { id, attachments } }: { mail: ShownMail }) {
  if (attachments.length === 0) return null

  return (
    <section>
      <h3>Pièces jointes</h3>
      <p class="hint">Elles viennent d’inconnus : ne les ouvrez que si vous les attendiez.</p>
      <ul>
        {attachments.map(({ name, type, size }, rank) => (
          <li>
            <a href={mailboxPaths.attachment(id, rank)} download>
              {name}
            </a>
            {typo(` : ${type}, ${size >= cutAt ? 'plus de ' : ''}${bytes(size)}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type WholeProps = {
  readonly mail: ShownMail
  readonly headers?: readonly { readonly name: string; readonly value: string }[]
  readonly query: string
}

// Past this the reading keeps a part's beginning alone: its size is then not known.
const cutAt = 180_000

/** The message whole: its text, its layout, its headers on demand, its file. */
export function Whole({ mail, headers, query }: WholeProps) {
  const { id, textBody, hasHtml, sizeBytes } = mail
  const asked = query ? `${query}&headers=1` : '?headers=1'
  return (
    <details open={headers !== undefined}>
      <summary>Le message entier</summary>
      <PlainText label="Le message en texte">{textBody}</PlainText>
      {hasHtml && (
        <DocumentFrame
          src={mailboxPaths.html(id)}
          title="Le message comme il fut mis en page"
          shape="screen"
          isHarmless
        />
      )}
      {headers ? (
        <PlainText label="Les en-têtes">
          {headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
        </PlainText>
      ) : (
        <p>
          <a href={mailboxPaths.show(id, asked)}>Voir les en-têtes</a>
        </p>
      )}
      <p>
        <a href={mailboxPaths.source(id)} download>
          {typo(`Prendre le fichier reçu (${bytes(sizeBytes)})`)}
        </a>
      </p>
    </details>
  )
}
