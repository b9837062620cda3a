import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { dateTime, shortDate } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { type AudienceKind, addresseeWords } from '../waves/addressee.ts'
import { exclusionName } from '../waves/exclusion-sentence.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import type { DeliverySort, ShownDelivery } from './deliveries.queries.ts'
import { channelNames, deliveryStates, stateLooks } from './delivery.ts'
import type { DeliveryWords } from './delivery-words.ts'
import { explain } from './delivery-words.ts'

export type DeliveryListProps = {
  readonly wave: { readonly id: string; readonly name: string; readonly audienceKind: AudienceKind }
  readonly deliveries: readonly ShownDelivery[]
  readonly total: number
  readonly words: DeliveryWords
  readonly pages: number
}

/** The deliveries of a wave: searched, filtered, sorted by the address bar, and taken away as a sheet. */
export function DeliveryListPage({ wave, deliveries, total, words, pages }: DeliveryListProps) {
  const { page, sort, order, ...filters } = words
  const href = (changes: Partial<Record<keyof DeliveryWords, string>>) =>
    outreachPaths.deliveries(wave.id, { ...filters, sort, order, ...changes })
  const sorted = (by: DeliverySort) => ({
    href: href({ sort: by, order: sort === by && order === 'asc' ? 'desc' : 'asc' }),
    direction: sort === by ? (order === 'asc' ? ('ascending' as const) : ('descending' as const)) : undefined,
  })

  return (
    <>
      <PageHeader
        title={`Les envois de « ${wave.name} »`}
        actions={<ButtonLink href={outreachPaths.wave(wave.id)}>Revenir à la vague</ButtonLink>}
      />
      <ListHeader
        count={total}
        one="envoi"
        many="envois"
        search={{
          action: outreachPaths.deliveries(wave.id),
          label: `Chercher une ${wave.audienceKind === 'companies' ? 'entreprise' : 'commune'} ou une adresse`,
          value: words.q,
        }}
        filters={<Filters words={words} />}
        chosen={chosen(words, href)}
        clearHref={Object.values(filters).some(Boolean) ? outreachPaths.deliveries(wave.id) : undefined}
        exports={[
          { label: 'CSV', href: outreachPaths.sheet(wave.id, 'csv', { ...filters, sort, order }) },
          { label: 'ODS', href: outreachPaths.sheet(wave.id, 'ods', { ...filters, sort, order }) },
        ]}
      />
      {deliveries.length === 0 ? (
        <EmptyState
          title="Aucun envoi ne correspond"
          action={{ label: 'Voir tous les envois', href: outreachPaths.deliveries(wave.id) }}
        />
      ) : (
        <DataTable
          caption="Envois"
          captionHidden
          rows={deliveries}
          columns={[
            {
              label: addresseeWords[wave.audienceKind].heading,
              header: true,
              sort: sorted('commune'),
              cell: ({ id, addressee }) => <a href={outreachPaths.delivery(id)}>{addressee}</a>,
            },
            { label: 'Canal', sort: sorted('channel'), cell: ({ channel }) => channelNames[channel] },
            {
              label: 'État',
              sort: sorted('state'),
              cell: ({ state }) => <Tag label={stateLooks[state].name} tone={stateLooks[state].tone} />,
            },
            { label: 'Adresse', cell: ({ address }) => address?.split('\n').join(', ') ?? '' },
            { label: 'Précision', cell: explain },
            {
              label: 'Date',
              sort: sorted('date'),
              cell: ({ settledAt, createdAt }) => <Moment at={settledAt ?? createdAt} />,
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={(other) => href({ page: String(other) })} />
    </>
  )
}

// The day is enough to read a list; the hour is there for who asks.
function Moment({ at }: { at: Date }) {
  return (
    <time datetime={at.toISOString()} title={dateTime(at)}>
      {shortDate(at).replaceAll(' ', '\u00a0')}
    </time>
  )
}

function Filters({ words }: { words: DeliveryWords }) {
  return (
    <>
      <SelectField
        name="state"
        label="État"
        optional
        placeholder="Tous"
        value={words.state}
        choices={deliveryStates.map((state) => ({ value: state, label: stateLooks[state].name }))}
      />
      <SelectField
        name="channel"
        label="Canal"
        optional
        placeholder="Tous"
        value={words.channel}
        choices={[
          { value: 'email', label: channelNames.email },
          { value: 'letter', label: channelNames.letter },
          { value: 'none', label: channelNames.none },
        ]}
      />
    </>
  )
}

type Href = (changes: Partial<Record<keyof DeliveryWords, string>>) => string

function chosen({ q, state, channel, reason, group }: DeliveryWords, href: Href) {
  return [
    q ? { label: `« ${q} »`, href: href({ q: '' }) } : [],
    state ? { label: stateLooks[state].name, href: href({ state: '' }) } : [],
    group ? { label: group === 'written' ? 'Écrites' : 'Ont répondu', href: href({ group: '' }) } : [],
    channel ? { label: channelNames[channel], href: href({ channel: '' }) } : [],
    reason ? { label: exclusionName(reason), href: href({ reason: '' }) } : [],
  ].flat()
}
