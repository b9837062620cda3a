import { Actions, ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { MoreFilters } from '#ui/more-filters.tsx'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { companyPaths } from '../companies.paths.ts'
import { exposurePaths } from '../exposures/exposures.paths.ts'
import { orderPaths } from '../order/order.paths.ts'
import type { Area } from '../services/area.ts'
import { serviceKindNames, serviceKinds } from '../services/service.ts'
import type { CompanyFilter, ListedCompany, Subject } from './company-list.queries.ts'
import { fewOf, KindTags } from './company-words.tsx'

export type CompanyListProps = {
  readonly companies: readonly ListedCompany[]
  readonly total: number
  readonly filter: CompanyFilter
  /** What was typed as a place, kept as it was. */
  readonly place: string
  readonly placeFault?: { readonly proposals: readonly string[] }
  readonly subjects: { readonly needs: readonly Subject[]; readonly software: readonly Subject[] }
  readonly areaNames: ReadonlyMap<Area, string>
  readonly page: number
  readonly pages: number
  /** The words of the address that the pages and the exports keep. */
  readonly words: Readonly<Record<string, string | undefined>>
  readonly seed: string
  readonly today: Date
  /** Where the operator prepares a wave that invites these companies; nothing for anybody else. */
  readonly inviteHref?: string
}

/** The census of companies, for everyone: in an order that no name, no payment and no seniority decides. */
export function CompanyListPage(props: CompanyListProps) {
  const { companies, total, words, page, pages, filter } = props

  return (
    <>
      <Hero
        title="Les entreprises du logiciel libre"
        lede="Qui conseille, installe, héberge, forme ou dépanne : ce que chaque entreprise dit faire, où, et ce que des communes ont confirmé."
      />
      {props.placeFault && <UnknownPlace place={props.place} {...props.placeFault} />}
      <ListHeader
        count={total}
        one="entreprise"
        many="entreprises"
        search={{ action: companyPaths.list(), label: 'Nom ou SIREN', value: filter.q }}
        filters={<Filters {...props} />}
        exports={[
          { label: 'CSV', href: companyPaths.sheet('csv', words) },
          { label: 'ODS', href: companyPaths.sheet('ods', words) },
        ]}
      />
      {props.inviteHref && (
        <Actions>
          <ButtonLink href={props.inviteHref} icon="letter">
            Préparer une vague d’invitation
          </ButtonLink>
        </Actions>
      )}
      {companies.length === 0 ? <Nobody {...props} /> : <Table {...props} />}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => companyPaths.list({ ...words, page: String(other) })}
      />
      <Order {...props} />
    </>
  )
}

const UnknownPlace = ({ place, proposals }: { place: string; proposals: readonly string[] }) => (
  <Notice kind="warning" title={`« ${place} » n’a pas été reconnu`}>
    {proposals.length === 0
      ? 'Aucune commune, intercommunalité ni département ne porte ce nom : la liste n’est pas filtrée par lieu.'
      : `Laquelle ? ${proposals.join(', ')}. Écrivez-la avec son code.`}
  </Notice>
)

function Filters({ filter, place, subjects }: CompanyListProps) {
  const { kind, need, software, confirmed, said } = filter
  const isOpen = Boolean(kind || need || software || place || confirmed || said)

  return (
    <MoreFilters open={isOpen}>
      <SelectField
        name="kind"
        label="Service"
        optional
        placeholder="Tous"
        value={kind}
        choices={serviceKinds.map((value) => ({ value, label: serviceKindNames[value] }))}
      />
      <SelectField
        name="need"
        label="Besoin"
        optional
        placeholder="Tous"
        value={need}
        choices={subjects.needs.map(choiceOf)}
      />
      <SelectField
        name="software"
        label="Logiciel"
        optional
        placeholder="Tous"
        value={software}
        choices={subjects.software.map(choiceOf)}
      />
      <TextField name="place" label="Commune, département…" optional value={place} size="medium" />
      <SelectField
        name="confirmed"
        label="Références"
        optional
        placeholder="Peu importe"
        value={confirmed}
        choices={[{ value: 'oui', label: 'Confirmées par une commune' }]}
      />
      <SelectField
        name="said"
        label="Déclarations"
        optional
        placeholder="Peu importe"
        value={said}
        choices={[
          { value: 'yes', label: 'A déclaré ses services' },
          { value: 'no', label: 'N’a encore rien déclaré' },
        ]}
      />
    </MoreFilters>
  )
}

const choiceOf = ({ value, label, companies }: Subject) => ({ value, label: `${label} (${companies})` })

const Nobody = ({ words }: CompanyListProps) => (
  <EmptyState
    title="Aucune entreprise ne répond à ces critères"
    action={
      Object.values(words).some(Boolean)
        ? { label: 'Voir toutes les entreprises', href: companyPaths.list() }
        : undefined
    }
  >
    Rien n’est deviné : une entreprise n’apparaît ici que pour ce qu’elle a déclaré elle-même. La vôtre peut
    s’inscrire.
  </EmptyState>
)

const Table = ({ companies, areaNames }: CompanyListProps) => (
  <DataTable
    caption="Entreprises"
    captionHidden
    rows={companies}
    columns={[
      {
        label: 'Entreprise',
        header: true,
        cell: (company) => (
          <div>
            <a href={companyPaths.show(company)}>{company.name}</a>
            {(company.commune ?? company.postalAddress) && (
              <>
                <br />
                <small class="soft">{company.commune ?? company.postalAddress}</small>
              </>
            )}
          </div>
        ),
      },
      { label: 'Ce qu’elle dit faire', cell: (company) => <Said {...company} /> },
      {
        label: 'Où',
        cell: ({ areas }) => fewOf(areas.map((area) => areaNames.get(area) ?? area).sort()),
      },
      {
        label: 'Références',
        cell: ({ confirmedReferences, declaredReferences }) => (
          <div>
            {confirmedReferences > 0 && plural(confirmedReferences, 'confirmée', 'confirmées')}
            {confirmedReferences > 0 && declaredReferences > 0 && ', '}
            {declaredReferences > 0 && (
              <span class="soft">{plural(declaredReferences, 'déclarée', 'déclarées')}</span>
            )}
          </div>
        ),
      },
    ]}
  />
)

function Said({ kinds, subjects, offers, isClaimed }: ListedCompany) {
  if (kinds.length === 0 && offers === 0)
    return (
      <span class="soft">
        {isClaimed ? 'Fiche prise, rien n’est encore déclaré' : 'N’a encore rien déclaré'}
      </span>
    )

  return (
    <div>
      <KindTags kinds={kinds} />
      {offers > 0 && <>{plural(offers, 'offre opérée', 'offres opérées')}</>}
      <br />
      <small>{fewOf(subjects)}</small>
    </div>
  )
}

const Order = ({ seed, today }: CompanyListProps) => (
  <section class="section" id="ordre">
    <h2>Pourquoi cet ordre</h2>
    <p>
      {typo(
        `D’abord les entreprises qui ont déclaré ce qu’elles font, puis les autres ; dans chaque groupe, un tirage au sort qui change chaque jour. Celui du ${date(today)} porte la graine « ${seed} » : l’empreinte MD5 de cette graine et de l’identifiant de la fiche donne le rang, et chacun peut la recalculer. Le nom, l’ancienneté et l’argent n’y entrent pas.`,
      )}
    </p>
    <p>
      {typo('Pour un besoin, l’ordre suit aussi ce que les communes ont confirmé : ')}
      <a href={orderPaths.order()}>la règle entière</a>,{' '}
      <a href={exposurePaths.ledger()}>le compte public de qui a été montré</a>.
    </p>
    <p>
      <a href={companyPaths.register()}>Inscrire mon entreprise</a>
    </p>
  </section>
)
