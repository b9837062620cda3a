import type { Child } from 'hono/jsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { companyPaths } from '../companies.paths.ts'
import { exposurePaths } from '../exposures/exposures.paths.ts'
import { OfferList } from '../offers/offer-list.tsx'
import type { OperatedOffer } from '../offers/offers.queries.ts'
import { orderPaths } from '../order/order.paths.ts'
import { ReferenceList } from '../references/reference-list.tsx'
import type { Reference } from '../references/references.queries.ts'
import type { Area } from '../services/area.ts'
import { ServiceTable } from '../services/service-table.tsx'
import type { StatedService } from '../services/services.queries.ts'
import type { Company } from './census.queries.ts'
import { sirenGroups, WebLink } from './company-words.tsx'

export type CompanyPageProps = {
  readonly company: Company
  readonly seat?: string
  readonly services: readonly StatedService[]
  readonly references: readonly Reference[]
  readonly offers: readonly OperatedOffer[]
  readonly courses: readonly { readonly title: string }[]
  readonly formerNames: readonly { readonly name: string; readonly until: Date }[]
  readonly areaNames: ReadonlyMap<Area, string>
  /** How it answered the requests for quotes of the last twelve months. */
  readonly response?: { readonly asked: number; readonly answered: number }
  readonly now: Date
  readonly notice?: string
}

/** A company's page: what it says, what communes confirm, where each thing comes from, and the way to answer it. */
export function CompanyPage(props: CompanyPageProps) {
  const { company, notice } = props

  return (
    <>
      {notice && <Notice kind="success">{notice}</Notice>}
      <PageHeader
        title={company.name}
        lede={company.presentation ?? undefined}
        aside={<State {...company} />}
        actions={
          company.claimedAt === null && (
            <ButtonLink href={companyPaths.claim(company)}>Prendre cette fiche</ButtonLink>
          )
        }
      />
      <Columns side={<Side {...props} />}>
        <Services {...props} />
        <References {...props} />
        <Offers {...props} />
        <Courses {...props} />
      </Columns>
    </>
  )
}

/** A company withdrawn from the census: its name and the reason, nothing else. */
export const WithdrawnCompanyPage = ({ company }: { readonly company: Company }) => (
  <>
    <PageHeader title={company.name} lede="Cette fiche a été retirée du recensement." />
    <Notice title={`Retirée le ${company.withdrawnAt ? date(company.withdrawnAt) : ''}`}>
      {`Motif : ${company.withdrawnReason ?? ''}`}
    </Notice>
    <p>
      <a href={companyPaths.list()}>Voir les autres entreprises</a>
    </p>
  </>
)

const State = ({ claimedAt }: Company) => (
  <p>
    {claimedAt ? (
      <>
        <Tag label="Tenue par l’entreprise" tone="teal" />{' '}
        <small class="soft">{`depuis le ${date(claimedAt)}`}</small>
      </>
    ) : (
      <Tag label="Fiche non réclamée" />
    )}
  </p>
)

function Services({ company, services, offers, areaNames, now }: CompanyPageProps) {
  if (services.length > 0)
    return (
      <Section title="Ce qu’elle dit faire">
        <ServiceTable services={services} areaNames={areaNames} now={now} />
      </Section>
    )
  if (offers.length > 0) return null

  return (
    <EmptyState
      title="Cette entreprise n’a encore rien déclaré"
      action={
        company.claimedAt ? undefined : { label: 'Prendre cette fiche', href: companyPaths.claim(company) }
      }
    >
      Nous ne devinons pas ce qu’une entreprise sait faire : ses services paraîtront quand elle les aura dits
      elle-même.
    </EmptyState>
  )
}

const References = ({ references }: CompanyPageProps) =>
  references.length > 0 && (
    <Section title="Ses références">
      <ReferenceList references={references} />
      <p class="soft">
        {typo(
          'Une référence est « déclarée » tant que la mairie, interrogée à son adresse officielle, ne l’a pas confirmée.',
        )}
      </p>
    </Section>
  )

const Offers = ({ offers, areaNames, now }: CompanyPageProps) =>
  offers.length > 0 && (
    <Section title="Les services qu’elle fait tourner">
      <OfferList offers={offers} areaNames={areaNames} now={now} />
    </Section>
  )

const Courses = ({ courses, company }: CompanyPageProps) =>
  courses.length > 0 && (
    <Section title="Formations listées par une source publique">
      <p class="soft">
        {typo(
          `Relevées par ${company.source}${company.sourceDate ? `, ${date(new Date(company.sourceDate))}` : ''} (Licence Ouverte 2.0). L’entreprise ne les a pas déclarées ici : elles ne comptent pas comme des services.`,
        )}
      </p>
      <details open={courses.length <= 12}>
        <summary>{plural(courses.length, 'formation', 'formations')}</summary>
        <ul>
          {courses.map(({ title }) => (
            <li>{title}</li>
          ))}
        </ul>
      </details>
    </Section>
  )

function Side(props: CompanyPageProps) {
  const { company, seat, formerNames } = props
  const origin = company.claimedAt
    ? { source: 'Dit par l’entreprise' }
    : { source: company.source, date: company.sourceDate ? new Date(company.sourceDate) : undefined }

  return (
    <>
      <Card title="Coordonnées">
        <DataList>
          <Datum label="SIREN" source={company.siren ? 'Clé vérifiée' : undefined}>
            {company.siren && <span class="code">{sirenGroups(company.siren)}</span>}
          </Datum>
          <Datum label="Adresse" {...known(company.postalAddress ?? seat, origin)}>
            {company.postalAddress ?? seat}
          </Datum>
          <Datum label="Site" {...known(company.website, origin)}>
            {company.website && <WebLink address={company.website} />}
          </Datum>
          <Datum label="Courriel" {...known(company.email, origin)}>
            {company.email && <a href={`mailto:${company.email}`}>{company.email}</a>}
          </Datum>
          <Datum label="Téléphone" {...known(company.phone, origin)}>
            {company.phone && <a href={`tel:${company.phone}`}>{company.phone}</a>}
          </Datum>
        </DataList>
      </Card>
      <Card title="Comment elle répond">
        <p>
          {props.response
            ? typo(
                `${plural(props.response.asked, 'demande de devis reçue', 'demandes de devis reçues')} en douze mois, ${plural(props.response.answered, 'réponse', 'réponses')} à temps. Un refus motivé est une réponse.`,
              )
            : typo('Aucune demande de devis ne lui est parvenue ces douze derniers mois.')}
        </p>
        <ul>
          <li>
            <a href={orderPaths.order()}>Pourquoi l’ordre des listes est ce qu’il est</a>
          </li>
          <li>
            <a href={exposurePaths.ledger()}>Combien de fois chacune a été montrée</a>
          </li>
        </ul>
      </Card>
      {formerNames.length > 0 && (
        <Card title="Anciens noms">
          <ul>
            {formerNames.map(({ name, until }) => (
              <li>{typo(`${name}, jusqu’au ${date(until)}`)}</li>
            ))}
          </ul>
        </Card>
      )}
      <Report {...props} />
    </>
  )
}

const known = <Origin,>(value: Child, origin: Origin) => (value ? origin : {})

const Report = ({ company }: CompanyPageProps) => (
  <Card title="Une erreur, une réponse à faire ?">
    <p>{typo('L’entreprise, une commune ou toute personne peut demander une correction ou répondre.')}</p>
    <a href={companyPaths.newReport(company)}>Signaler une erreur</a>
  </Card>
)
