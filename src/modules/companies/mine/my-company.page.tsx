import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { type CheckLine, Checklist } from '#ui/checklist.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Company } from '../census/census.queries.ts'
import { SaidOn } from '../census/company-words.tsx'
import { companyPaths } from '../companies.paths.ts'
import type { OperatedOffer } from '../offers/offers.queries.ts'
import type { Reference } from '../references/references.queries.ts'
import type { Area } from '../services/area.ts'
import { freshnessOf, goneAfterMonths, greyAfterMonths } from '../services/freshness.ts'
import { serviceKindNames, serviceLevelNames } from '../services/service.ts'
import { type FilledForm, fieldOf, ServiceForm } from '../services/service-form.tsx'
import { Subject } from '../services/service-table.tsx'
import type { StatedService } from '../services/services.queries.ts'
import type { ChoosableSubjects } from '../services/subjects.queries.ts'
import { minePaths } from './mine.paths.ts'

export type MyCompanyProps = FilledForm & {
  readonly company: Company
  readonly services: readonly StatedService[]
  readonly ended: readonly StatedService[]
  readonly references: readonly Reference[]
  readonly offers: readonly OperatedOffer[]
  readonly areaNames: ReadonlyMap<Area, string>
  readonly subjects: ChoosableSubjects
  readonly now: Date
  readonly notice?: string
}

/** What a company says of itself, at home: its services, its presentation, and what is left to do. */
export function MyCompanyPage(props: MyCompanyProps) {
  const { company, problems = [], notice } = props

  return (
    <>
      <ErrorSummary problems={problems} />
      {notice && <Notice kind="success">{notice}</Notice>}
      <PageHeader
        title={company.name}
        lede="Ce que votre fiche dit, et ce qu’elle peut dire de plus. Vous seul y écrivez ; l’ordre des listes ne s’achète pas."
        actions={<ButtonLink href={companyPaths.show(company)}>Voir la fiche publique</ButtonLink>}
      />
      <Renewal {...props} />
      <Columns side={<Side {...props} />}>
        <Section title="Vos services">
          <Services {...props} />
        </Section>
        <Card title="Déclarer des services" id="declarer">
          <ServiceForm
            action={minePaths.services()}
            subjects={props.subjects}
            usualAreas={usualAreas(props)}
            problems={problems}
            typed={props.typed}
            ticked={props.ticked}
          />
        </Card>
        <Ended {...props} />
      </Columns>
    </>
  )
}

/** For somebody of a company that has no page in the census. */
export const NoCompanyPage = () => (
  <EmptyState
    title="Votre organisme n’a pas de fiche dans le recensement"
    action={{ label: 'Chercher sa fiche', href: companyPaths.list() }}
  >
    Prenez la fiche de votre entreprise si elle y est, ou inscrivez-la.
  </EmptyState>
)

function Renewal({ services, offers, now }: MyCompanyProps) {
  const old = [...services, ...offers].filter(({ statedAt }) => freshnessOf(statedAt, now) !== 'fresh')
  if (old.length === 0) return null

  return (
    <Notice
      kind="warning"
      title={`${plural(old.length, 'déclaration', 'déclarations')} de plus de ${greyAfterMonths} mois`}
    >
      <p>
        {typo(
          `Elles sont grisées sur votre fiche, et la quittent à ${goneAfterMonths} mois. Si tout est toujours vrai, un bouton suffit ; sinon, arrêtez d’abord ce qui ne l’est plus.`,
        )}
      </p>
      <RenewAll />
    </Notice>
  )
}

const RenewAll = () => (
  <Form action={minePaths.renewal()}>
    <Button>Tout est toujours vrai</Button>
  </Form>
)

const usualAreas = ({ services, areaNames }: MyCompanyProps) => {
  const last = services.toSorted((one, other) => other.statedAt.getTime() - one.statedAt.getTime())[0]
  return (last?.areas ?? []).map((area) => areaNames.get(area) ?? area).join('\n')
}

const Services = ({ services, areaNames, now }: MyCompanyProps) =>
  services.length === 0 ? (
    <EmptyState title="Rien n’est encore déclaré">
      Sans service déclaré, votre fiche n’apparaît dans aucune réponse : rien n’est deviné.
    </EmptyState>
  ) : (
    <DataTable
      caption="Vos services"
      captionHidden
      rows={services}
      columns={[
        { label: 'Besoin ou logiciel', header: true, cell: (service) => <Subject {...service} /> },
        {
          label: 'Service',
          cell: ({ kind, level }) => (
            <div>
              {serviceKindNames[kind]} <small class="soft">({serviceLevelNames[level].toLowerCase()})</small>
            </div>
          ),
        },
        { label: 'Où', cell: ({ areas }) => areas.map((area) => areaNames.get(area) ?? area).join(', ') },
        {
          label: 'Dit le',
          cell: ({ statedAt }) => <SaidOn at={statedAt} isGrey={freshnessOf(statedAt, now) !== 'fresh'} />,
        },
        {
          label: 'Changer',
          cell: ({ id, kind }) => (
            <form method="post" action={minePaths.service(id, 'end')}>
              <Button kind="quiet">
                Arrêter<span class="visually-hidden"> : {serviceKindNames[kind]}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  )

const Ended = ({ ended }: MyCompanyProps) =>
  ended.length > 0 && (
    <details>
      <summary>{plural(ended.length, 'service arrêté', 'services arrêtés')}</summary>
      <ul>
        {ended.map((service) => (
          <li>
            <form method="post" action={minePaths.service(service.id, 'revival')}>
              {serviceKindNames[service.kind]} : <Subject {...service} />
              {service.endedAt && typo(`, arrêté le ${date(service.endedAt)} `)}
              <Button kind="quiet">Reprendre ce service</Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )

function Side(props: MyCompanyProps) {
  const { company } = props
  const field = fieldOf(props)

  return (
    <>
      <Card title="Votre fiche est-elle complète ?">
        <Checklist lines={linesOf(props)} />
      </Card>
      <Card title="Présentation" id="presentation">
        <Form action={minePaths.presentation()}>
          <TextField
            {...field('name')}
            value={props.typed?.name ?? company.name}
            label="Nom"
            hint="Un nom qui change reste visible parmi les anciens."
          />
          <TextArea
            {...field('presentation')}
            value={props.typed?.presentation ?? company.presentation ?? ''}
            label="En quelques phrases"
            rows={5}
            maxlength={1500}
            optional
          />
          <TextField
            {...field('website')}
            value={props.typed?.website ?? company.website ?? ''}
            label="Site"
            optional
          />
          <TextField
            {...field('email')}
            type="email"
            value={props.typed?.email ?? company.email ?? ''}
            label="Courriel publié"
            optional
          />
          <TextField
            {...field('phone')}
            type="tel"
            value={props.typed?.phone ?? company.phone ?? ''}
            label="Téléphone"
            optional
          />
          <TextArea
            {...field('postalAddress')}
            value={props.typed?.postalAddress ?? company.postalAddress ?? ''}
            label="Adresse postale"
            rows={3}
            optional
          />
          <Actions>
            <Button>Enregistrer la présentation</Button>
          </Actions>
        </Form>
      </Card>
      <Card title="Tout emporter">
        <p>{typo('Ce que votre fiche contient est à vous, à tout moment, en formats ouverts.')}</p>
        <ul>
          <li>
            <a href={minePaths.everything()} download>
              Toute la fiche (JSON)
            </a>
          </li>
          {(['services', 'references'] as const).flatMap((list) =>
            (['csv', 'ods'] as const).map((type) => (
              <li>
                <a href={minePaths.sheet(list, type)} download>
                  {`${list === 'services' ? 'Services' : 'Références'} (${type.toUpperCase()})`}
                </a>
              </li>
            )),
          )}
        </ul>
      </Card>
    </>
  )
}

function linesOf({ company, services, references, offers, now }: MyCompanyProps): CheckLine[] {
  const confirmed = references.filter(({ state }) => state === 'confirmed').length
  const isOld = [...services, ...offers].some(({ statedAt }) => freshnessOf(statedAt, now) !== 'fresh')
  const state = (isDone: boolean) => (isDone ? 'done' : 'todo')

  return [
    {
      label: 'Une présentation',
      state: state(Boolean(company.presentation)),
      explanation: 'Quelques phrases, dans vos mots.',
      link: { label: 'La rédiger', href: '#presentation' },
    },
    {
      label: 'Des services, avec leur zone',
      state: state(services.length > 0),
      explanation:
        services.length > 0 ? plural(services.length, 'service', 'services') : 'Rien n’est deviné.',
      link: { label: 'En déclarer', href: '#declarer' },
    },
    {
      label: 'Une référence confirmée',
      state: state(confirmed > 0),
      explanation: `${plural(confirmed, 'confirmée', 'confirmées')} sur ${references.length}`,
      link: { label: 'Vos références', href: minePaths.references() },
    },
    {
      label: 'Tout a moins d’un an',
      state: state(!isOld && services.length + offers.length > 0),
      explanation: 'Une fois par an, un bouton redit que tout est vrai.',
    },
  ]
}
