import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { channelNames } from '../deliveries/delivery.ts'
import { AddressTrace } from '../letters/address-trace.tsx'
import { addressText } from '../lots/lot.ts'
import { type AudienceKind, addresseeWords } from './addressee.ts'
import type { Addressee, AudienceRow } from './audience.ts'
import { exclusionChoices, exclusionSentence } from './exclusion-sentence.ts'
import { outreachPaths } from './waves.paths.ts'
import type { Wave } from './waves.queries.ts'

type RecipientsProps = {
  readonly wave: Wave
  readonly rows: readonly AudienceRow[]
  readonly total: number
  readonly search: string
  readonly reason: string
  readonly page: number
  readonly pages: number
}

/** Who a wave in preparation would write to, by which way, and who it leaves out and why. */
export function RecipientsPage({ wave, rows, total, search, reason, page, pages }: RecipientsProps) {
  const here = outreachPaths.recipients(wave.id)
  const href = (words: Record<string, string>) => {
    const query = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ''))
    return query.size > 0 ? `${here}?${query}` : here
  }

  const { one, many, heading } = addresseeWords[wave.audienceKind]
  const isOfCompanies = wave.audienceKind === 'companies'

  return (
    <>
      <PageHeader
        title={`Les ${many} de « ${wave.name} »`}
        lede="Telles qu’elles seraient si la vague partait maintenant."
        actions={<ButtonLink href={outreachPaths.wave(wave.id)}>Revenir à la vague</ButtonLink>}
      />
      <ListHeader
        count={total}
        one={one}
        many={many}
        search={{
          action: here,
          label: isOfCompanies ? 'Chercher une entreprise' : 'Chercher une commune',
          value: search,
        }}
        filters={
          <SelectField
            name="reason"
            label="Ce qu’il en est"
            optional
            placeholder="Toutes"
            value={reason}
            choices={[
              { value: 'email', label: 'Écrites par courriel' },
              { value: 'letter', label: 'Écrites par lettre' },
              ...exclusionChoices(wave.audienceKind),
            ]}
          />
        }
        clearHref={search || reason ? here : undefined}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={`Aucune ${one} ne correspond`}
          action={{ label: `Voir toutes les ${many}`, href: here }}
        />
      ) : (
        <DataTable
          caption={capitalised(many)}
          captionHidden
          rows={rows}
          columns={[
            {
              label: heading,
              header: true,
              cell: ({ candidate }) => <a href={pathOf(candidate)}>{candidate.name}</a>,
            },
            {
              label: 'Canal',
              cell: (row) => ('planned' in row ? channelNames[row.planned.channel] : 'Hors de la vague'),
            },
            { label: 'Adresse ou motif', cell: (row) => detail(row, wave.audienceKind) },
            { label: 'Source', cell: (row) => ('planned' in row ? row.planned.source : '') },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => href({ q: search, reason, page: String(other) })}
      />
    </>
  )
}

const pathOf = (candidate: Addressee) =>
  candidate.companyId === undefined ? `/communes/${candidate.insee}` : candidate.path

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function detail(row: AudienceRow, kind: AudienceKind) {
  if ('excluded' in row) return exclusionSentence(row.excluded.reason, row.excluded.detail ?? null, kind)
  if (row.planned.channel === 'email') return row.planned.address

  return (
    <>
      {addressText(row.planned.parts).split('\n').join(', ')}
      <AddressTrace parts={row.planned.parts} />
    </>
  )
}
