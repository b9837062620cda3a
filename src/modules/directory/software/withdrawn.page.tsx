import { cataloguePaths, type Software } from '#modules/catalogue/index.ts'
import { date, typo } from '#ui/french.ts'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { NeedSearch } from '../finding/need-search.tsx'

/** What stands at the address of a sheet that was taken away: when, and why. */
export const WithdrawnPage = ({
  name,
  withdrawnAt,
  withdrawnReason,
}: Pick<Software, 'name' | 'withdrawnAt' | 'withdrawnReason'>) => (
  <>
    <Hero title={name} />
    <EmptyState
      title={typo(`Cette fiche a été retirée${withdrawnAt ? ` le ${date(withdrawnAt)}` : ''}`)}
      action={{ label: 'Voir tous les logiciels', href: cataloguePaths.softwareList() }}
    >
      {withdrawnReason}
    </EmptyState>
    <NeedSearch />
  </>
)
