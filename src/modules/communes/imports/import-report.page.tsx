import type { Child } from 'hono/jsx'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { number, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import type { Tone } from '#ui/tone.ts'
import { type Counts, type Outcome, opposedIn, outcomes } from './finding.ts'
import { fieldName, outcomeNames, reasonSentence } from './import-words.ts'
import { importPaths } from './imports.paths.ts'
import type { FindingFilter, ReportLine } from './imports.queries.ts'

const tones: Record<Outcome, Tone> = {
  add: 'teal',
  change: 'ochre',
  close: 'ochre',
  unchanged: 'neutral',
  refused: 'brick',
  'set-aside': 'info',
}

export type Report = {
  readonly id: string
  readonly counts: Counts
  readonly filter: FindingFilter
  readonly lines: readonly ReportLine[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** The dry run's report: how many of each outcome, why rows are refused, and the rows themselves. */
export function ImportReport({ report, title }: { readonly report: Report; readonly title: string }) {
  const { id, counts, filter, lines, total, page, pages } = report

  return (
    <Section title={title} id="rapport">
      <StateBar
        label="dans ce fichier"
        one="constat"
        many="constats"
        states={outcomes.map((outcome) => ({
          label: outcomeNames[outcome],
          count: counts[outcome] ?? 0,
          tone: tones[outcome],
          href: importPaths.show(id, { outcome }),
        }))}
      />
      <InOpposition id={id} count={opposedIn(counts)} />
      <Reasons id={id} counts={counts} />
      <AllSuccessors id={id} count={counts['refused:former-commune'] ?? 0} />
      <ListHeader
        count={total}
        one="ligne"
        many="lignes"
        chosen={chosen(id, filter)}
        exports={[
          { label: 'CSV', href: importPaths.findings(id, 'csv', filter) },
          { label: 'ODS', href: importPaths.findings(id, 'ods', filter) },
        ]}
      />
      <Lines id={id} lines={lines} />
      <Pagination page={page} pages={pages} href={(to) => importPaths.show(id, { ...filter, page: to })} />
    </Section>
  )
}

/** What nobody can override: a file never lifts a refusal. */
const InOpposition = ({ id, count }: { readonly id: string; readonly count: number }) =>
  count === 0 ? null : (
    <Notice
      kind="info"
      title={count === 1 ? '1 ligne est en opposition' : `${number(count)} lignes sont en opposition`}
    >
      {typo(
        count === 1
          ? 'Elle est importée comme coordonnée et reste en opposition : rien ne lui sera écrit. '
          : 'Elles sont importées comme coordonnées et restent en opposition : rien ne leur sera écrit. ',
      )}
      <a href={`${importPaths.show(id, { reason: 'opposed' })}#rapport`}>
        {count === 1 ? 'La voir' : 'Les voir'}
      </a>
    </Notice>
  )

const chosen = (id: string, { outcome, reason }: FindingFilter) => [
  ...(outcome ? [{ label: outcomeNames[outcome], href: importPaths.show(id, { reason }) }] : []),
  ...(reason ? [{ label: reasonSentence(reason), href: importPaths.show(id, { outcome }) }] : []),
]

/** Why rows are refused or left aside, most frequent first. */
function Reasons({ id, counts }: { readonly id: string; readonly counts: Counts }) {
  const reasons = Object.entries(counts)
    .flatMap(([key, count]) => {
      const [outcome, reason] = key.split(':')
      return reason && isOutcome(outcome) && count > 0 ? [{ outcome, reason, count }] : []
    })
    .sort((one, other) => other.count - one.count)
  if (reasons.length === 0) return null

  return (
    <DataTable
      caption="Pourquoi"
      rows={reasons}
      columns={[
        {
          label: 'Raison',
          header: true,
          cell: ({ outcome, reason }) => (
            <a href={importPaths.show(id, { outcome, reason })}>{reasonSentence(reason)}</a>
          ),
        },
        { label: 'Effet', cell: ({ outcome }) => outcomeNames[outcome] },
        { label: 'Lignes', numeric: true, cell: ({ count }) => number(count) },
      ]}
    />
  )
}

/** One gesture for all the codes that no longer exist. */
const AllSuccessors = ({ id, count }: { readonly id: string; readonly count: number }) =>
  count < 2 ? null : (
    <Form action={importPaths.successors(id)}>
      <Button>Appliquer ces {number(count)} lignes aux communes qui ont succédé</Button>
    </Form>
  )

const isOutcome = (word: string | undefined): word is Outcome => outcomes.some((outcome) => outcome === word)

const Lines = ({ id, lines }: { readonly id: string; readonly lines: readonly ReportLine[] }) => (
  <DataTable
    caption="Ligne par ligne"
    captionHidden
    rows={lines}
    columns={[
      { label: 'Ligne', numeric: true, header: true, cell: ({ row }) => number(row) },
      { label: 'Commune', cell: communeOf },
      { label: 'Donnée', cell: ({ field }) => fieldName(field) },
      { label: 'Effet', cell: ({ outcome }) => outcomeNames[outcome] },
      { label: 'Avant, ou lu', cell: ({ before }) => before ?? '—' },
      { label: 'Après', cell: ({ after, reason }) => (reason === 'former-commune' ? '—' : (after ?? '—')) },
      { label: 'Raison', cell: (line) => <Reason id={id} line={line} /> },
    ]}
  />
)

const communeOf = ({ commune, insee, reason }: ReportLine): Child =>
  commune === null || reason === 'former-commune' ? '—' : <a href={`/communes/${insee}`}>{commune}</a>

/** A code that no longer exists comes with its successor, one click away. */
function Reason({
  id,
  line: { reason, before, after, commune },
}: {
  readonly id: string
  readonly line: ReportLine
}) {
  if (reason === null) return <>—</>
  if (reason !== 'former-commune' || !before) return <>{reasonSentence(reason)}</>

  return (
    <div>
      {reasonSentence(reason)} : {commune} ({after}) lui a succédé.
      <Form action={importPaths.successors(id)}>
        <HiddenField name="former" value={before} />
        <Button kind="quiet">Appliquer à {commune}</Button>
      </Form>
    </div>
  )
}
