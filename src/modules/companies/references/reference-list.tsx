import { DataTable } from '#ui/data-table.tsx'
import { date, typo } from '#ui/french.ts'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { serviceKindNames } from '../services/service.ts'
import { Subject } from '../services/service-table.tsx'
import type { Reference } from './references.queries.ts'

/** What each state of a reference is called, and its tone. */
export const referenceLooks: Record<Reference['state'], { readonly label: string; readonly tone: Tone }> = {
  declared: { label: 'Déclarée', tone: 'neutral' },
  confirmed: { label: 'Confirmée', tone: 'teal' },
  refused: { label: 'Refusée', tone: 'brick' },
}

/** A company's works for communes, each with what the commune says of it, and the company's answer to a refusal. */
export const ReferenceList = ({ references }: { readonly references: readonly Reference[] }) => (
  <DataTable
    caption="Références"
    captionHidden
    rows={references}
    columns={[
      { label: 'Commune', header: true, cell: ({ commune }) => commune },
      {
        label: 'Ce qui a été fait',
        cell: (reference) => (
          <div>
            {`${serviceKindNames[reference.kind]}${'\u00a0'}: `}
            <Subject {...reference} />
          </div>
        ),
      },
      { label: 'Année', numeric: true, cell: ({ year }) => String(year) },
      { label: 'Parole de la commune', cell: (reference) => <Word {...reference} /> },
    ]}
  />
)

function Word({ state, settledAt, whyRefused, reply }: Reference) {
  const { label, tone } = referenceLooks[state]

  return (
    <div>
      <Tag label={label} tone={tone} />
      {settledAt && <small class="soft">{` le ${date(settledAt)}`}</small>}
      {whyRefused && (
        <>
          <br />
          {typo(`« ${whyRefused} »`)}
        </>
      )}
      {reply && (
        <>
          <br />
          <small>{typo(`Réponse de l’entreprise : ${reply}`)}</small>
        </>
      )}
    </div>
  )
}
