import { DataTable } from '#ui/data-table.tsx'
import { date } from '#ui/french.ts'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { quoteStateNames, stateOf } from './quote.ts'
import { quotePaths } from './quotes.paths.ts'
import type { RequestTo } from './quotes.queries.ts'

/** The requests that a company received, each opening on the page where it answers. */
export const MyQuotesPage = ({
  requests,
  today,
}: {
  readonly requests: readonly (RequestTo & { readonly token: string })[]
  readonly today: string
}) => (
  <>
    <PageHeader
      title="Demandes de devis reçues"
      lede="Le même texte à toutes celles qui sont interrogées, la même date. Un refus motivé est une réponse."
    />
    {requests.length === 0 ? (
      <EmptyState title="Aucune demande pour l’instant">
        Une mairie vous interroge selon ce que vous dites faire, et où. Tenez vos services à jour.
      </EmptyState>
    ) : (
      <DataTable
        caption="Demandes reçues"
        captionHidden
        rows={requests}
        columns={[
          {
            label: 'Mairie',
            header: true,
            cell: ({ token, commune }) => <a href={quotePaths.answer(token)}>{commune}</a>,
          },
          { label: 'Besoin', cell: ({ need }) => need },
          { label: 'Réponse jusqu’au', cell: ({ answerBy }) => date(new Date(`${answerBy}T12:00:00Z`)) },
          { label: 'Où elle en est', cell: (request) => quoteStateNames[stateOf(request, today)] },
          {
            label: 'Votre réponse',
            cell: ({ answer, isChosen }) =>
              isChosen ? 'Devis retenu' : answer === 'quote' ? 'Devis' : answer ? 'Refus motivé' : 'Aucune',
          },
        ]}
      />
    )}
  </>
)
