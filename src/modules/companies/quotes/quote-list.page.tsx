import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { quoteStateNames, quoteStates } from './quote.ts'
import type { ListedQuote, SameNeed } from './quote-list.queries.ts'
import { AskedTable, QuoteBody, QuoteLog } from './quote-log.tsx'
import { quotePaths } from './quotes.paths.ts'
import type { AskedRequest, Invitation, QuoteEvent } from './quotes.queries.ts'

export type QuoteListProps = {
  readonly quotes: readonly ListedQuote[]
  readonly total: number
  readonly words: Readonly<Partial<Record<'q' | 'need' | 'state', string>>>
  readonly needs: readonly { readonly slug: string; readonly label: string }[]
  readonly same: readonly SameNeed[]
  readonly page: number
  readonly pages: number
  readonly typed?: FormValues
  readonly problems?: readonly Problem[]
  readonly notice?: string
}

/** The requests of the town halls, for those who run the programme: where each stands, and what may be asked together. */
export function QuoteListPage(props: QuoteListProps) {
  const { quotes, total, words, needs, page, pages, same, notice, problems = [] } = props
  return (
    <>
      <PageHeader
        title="Demandes de devis"
        lede="Qui demande quoi, et où cela en est. Les réponses n’appartiennent qu’aux mairies : elles ne se lisent pas ici."
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      {same.length > 0 && <Together {...props} />}
      <ListHeader
        count={total}
        one="demande"
        many="demandes"
        search={{ action: quotePaths.list(), label: 'Chercher une commune', value: words.q }}
        filters={
          <>
            <SelectField
              name="state"
              label="Où elle en est"
              optional
              placeholder="Peu importe"
              value={words.state}
              choices={quoteStates.map((state) => ({ value: state, label: quoteStateNames[state] }))}
            />
            <SelectField
              name="need"
              label="Besoin"
              optional
              placeholder="Tous"
              value={words.need}
              choices={needs.map(({ slug, label }) => ({ value: slug, label }))}
            />
          </>
        }
        exports={[
          { label: 'CSV', href: quotePaths.sheet('csv', words) },
          { label: 'ODS', href: quotePaths.sheet('ods', words) },
        ]}
      />
      {quotes.length === 0 ? (
        <EmptyState title="Aucune demande" action={{ label: 'Demander des devis', href: quotePaths.new() }}>
          Une mairie en prépare une depuis la page d’un besoin, sans compte.
        </EmptyState>
      ) : (
        <Table quotes={quotes} />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => quotePaths.list({ ...words, page: String(other) })}
      />
    </>
  )
}

const dayOf = (day: string) => new Date(`${day}T12:00:00Z`)
const tones = {
  waiting: 'ochre',
  open: 'info',
  'to-read': 'teal',
  closed: 'neutral',
  lapsed: 'brick',
} as const

const Table = ({ quotes }: { quotes: readonly ListedQuote[] }) => (
  <DataTable
    caption="Demandes de devis"
    captionHidden
    rows={quotes}
    columns={[
      {
        label: 'Commune',
        header: true,
        cell: ({ id, commune }) => <a href={quotePaths.asked(id)}>{commune}</a>,
      },
      { label: 'Besoin', cell: ({ needLabel }) => needLabel },
      {
        label: 'Où elle en est',
        cell: ({ state }) => <Tag label={quoteStateNames[state]} tone={tones[state]} />,
      },
      { label: 'Préparée', cell: ({ askedAt }) => date(askedAt) },
      { label: 'Réponses jusqu’au', cell: ({ answerBy }) => date(dayOf(answerBy)) },
      { label: 'Réponses', numeric: true, cell: ({ answered, asked }) => `${answered} sur ${asked}` },
      {
        label: 'Groupement',
        cell: ({ isGrouped, groupAnswer }) =>
          groupAnswer === 'yes' ? 'Oui' : groupAnswer === 'no' ? 'Non' : isGrouped ? 'Proposé' : '',
      },
    ]}
  />
)

const Together = ({ same, typed = {}, problems = [] }: QuoteListProps) => (
  <Section title="La même chose, à plusieurs">
    {same.map(({ need, label, requests, communes }) => (
      <Card title={label}>
        <p>
          {typo(`${plural(requests, 'demande en cours', 'demandes en cours')} : ${communes.join(', ')}.`)}
        </p>
        <Form action={quotePaths.group()} once={typed.need === need ? typed.once : undefined}>
          <HiddenField name="need" value={need} />
          <TextArea
            name="words"
            id={`words-${need}`}
            label="Ce que vous leur proposez"
            hint="Qui porterait la demande commune, quand, et ce que cela change pour elles. Chaque mairie le lit et répond sur sa page."
            rows={3}
            value={typed.need === need ? typed.words : ''}
            error={typed.need === need ? problems.find(({ field }) => field === 'words')?.message : undefined}
          />
          <Actions>
            <Button>Proposer de demander ensemble</Button>
          </Actions>
        </Form>
      </Card>
    ))}
  </Section>
)

/** One request as the operator sees it: the text, those asked and the log, without the answers. */
export const AskedQuotePage = ({
  request,
  invitations,
  events,
}: {
  readonly request: AskedRequest
  readonly invitations: readonly Invitation[]
  readonly events: readonly QuoteEvent[]
}) => (
  <>
    <PageHeader
      title={`${request.commune} : ${request.needLabel}`}
      lede={`Réponses jusqu’au ${date(dayOf(request.answerBy))}. Elles n’appartiennent qu’à la mairie.`}
    />
    <Section title="Le texte">
      <QuoteBody {...request} />
    </Section>
    <Section title="À qui">
      <AskedTable invitations={invitations} />
      {request.whyOthers && <p>{typo(`Motif de la mairie : ${request.whyOthers}`)}</p>}
    </Section>
    <Section title="Ce qui s’est passé">
      <QuoteLog events={events} invitations={invitations} />
    </Section>
  </>
)
