import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Area } from '../services/area.ts'
import { OfferList } from './offer-list.tsx'
import type { OperatedOffer } from './offers.queries.ts'

type OperatedProps = {
  readonly name: string
  readonly offers: readonly OperatedOffer[]
  readonly areaNames: ReadonlyMap<Area, string>
  readonly now: Date
}

/** What an organisation of the partnership operates for communes: nothing else of it is in the census of companies. */
export const OperatedPage = ({ name, offers, ...props }: OperatedProps) => (
  <>
    <PageHeader
      title={name}
      lede="Un organisme du partenariat. Il paraît ici pour les seuls services qu’il fait tourner, sous la même règle que les entreprises, et jamais pour ce qu’elles vendent."
    />
    {offers.length === 0 ? (
      <EmptyState title="Aucune offre en ce moment">
        Cet organisme ne fait tourner aucun service pour des communes.
      </EmptyState>
    ) : (
      <OfferList offers={offers} {...props} />
    )}
  </>
)
