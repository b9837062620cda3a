import { Prose } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { dateTime, typo } from '#ui/french.ts'
import { eventNames } from './quote-words.ts'
import type { Invitation, QuoteEvent } from './quotes.queries.ts'

/** The log of equal treatment: who was asked when, who answered when. */
export function QuoteLog({
  events,
  invitations,
}: {
  events: readonly QuoteEvent[]
  invitations: readonly Invitation[]
}) {
  const nameOf = (provider: string | null) =>
    invitations.find((invitation) => invitation.provider === provider)?.name ?? ''
  return (
    <DataTable
      caption="Registre d’égalité de traitement : qui a été interrogé et a répondu, quand"
      rows={events}
      columns={[
        { label: 'Quand', cell: ({ at }) => dateTime(at) },
        {
          label: 'Quoi',
          header: true,
          cell: ({ kind, provider }) => typo(`${eventNames[kind]} ${nameOf(provider)}`),
        },
        { label: 'Précision', cell: ({ words }) => words ?? '' },
      ]}
    />
  )
}

/** Those asked, with the place and the figures that put them there, and who chose them. */
export const AskedTable = ({ invitations }: { invitations: readonly Invitation[] }) => (
  <DataTable
    caption="À qui"
    captionHidden
    rows={invitations}
    columns={[
      { label: 'Place', numeric: true, cell: ({ place }) => place },
      { label: 'Prestataire', header: true, cell: ({ name }) => name },
      { label: 'Nombre', numeric: true, cell: ({ mark }) => <code>{mark}</code> },
      { label: 'Tirage', cell: ({ draw }) => <code>{draw.slice(0, 8)}</code> },
      {
        label: 'Choisi par',
        cell: ({ chosenBy }) => (chosenBy === 'order' ? 'l’ordre' : 'la mairie'),
      },
      {
        label: 'Envoi',
        cell: ({ sentAt, notSent }) =>
          sentAt ? dateTime(sentAt) : notSent === null ? '' : typo(`Pas parti : ${notSent}`),
      },
    ]}
  />
)

/** The text, to the letter, and its fingerprint. */
export const QuoteBody = ({ body, digest }: { body: string; digest: string }) =>
  body === '' ? (
    <p class="soft">Le texte a été effacé, un an après la date. Son empreinte reste.</p>
  ) : (
    <>
      <Prose>
        <blockquote>{body.split('\n\n').map(paragraph)}</blockquote>
      </Prose>
      <p class="soft">
        {typo('Empreinte SHA-256 du texte, la même pour tous : ')}
        <code>{digest.slice(0, 16)}</code>…
      </p>
    </>
  )

const paragraph = (text: string) => (
  <p>
    {text.split('\n').map((line, rank) => (
      <>
        {rank > 0 && <br />}
        {line}
      </>
    ))}
  </p>
)
