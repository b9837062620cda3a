import { type Audience, audienceNames, audiences } from '#modules/catalogue/index.ts'
import { Actions, Button } from '#ui/button.tsx'
import { Card, Section } from '#ui/card.tsx'
import { CheckboxField, RadioField, SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SaidOn } from '../census/company-words.tsx'
import type { Area } from '../services/area.ts'
import { freshnessOf } from '../services/freshness.ts'
import { AreasField, type FilledForm, fieldOf } from '../services/service-form.tsx'
import type { ChoosableSubjects } from '../services/subjects.queries.ts'
import { priceModelNames, priceModels } from './offer.ts'
import type { OfferDeskPaths } from './offers.paths.ts'
import type { OperatedOffer } from './offers.queries.ts'

type OfferDeskProps = FilledForm & {
  readonly lede: string
  readonly paths: OfferDeskPaths
  readonly offers: readonly OperatedOffer[]
  readonly ended: readonly OperatedOffer[]
  readonly subjects: ChoosableSubjects
  readonly areaNames: ReadonlyMap<Area, string>
  readonly now: Date
  readonly notice?: string
}

/** What a company, or an organisation of the partnership, operates for communes: the same table, the same rule. */
export function OfferDeskPage(props: OfferDeskProps) {
  const { offers, ended, paths, problems = [], notice } = props

  return (
    <>
      <ErrorSummary problems={problems} />
      {notice && <Notice kind="success">{notice}</Notice>}
      <PageHeader title="Offres opérées" lede={props.lede} />
      <ListHeader count={offers.length} one="offre opérée" many="offres opérées" />
      {offers.length === 0 ? (
        <EmptyState title="Aucune offre encore">
          Une commune de 400 habitants n’installe pas un logiciel : elle s’abonne à un service que quelqu’un
          fait tourner.
        </EmptyState>
      ) : (
        <Table {...props} />
      )}
      <Card title="Proposer une offre" id="proposer">
        <NewOffer {...props} />
      </Card>
      {ended.length > 0 && (
        <Section title={`${plural(ended.length, 'offre arrêtée', 'offres arrêtées')}`}>
          <ul>
            {ended.map((offer) => (
              <li>
                <form method="post" action={paths.change(offer.id, 'revival')}>
                  {typo(`${offer.softwareName} : ${offer.needLabel}`)}
                  {offer.endedAt && typo(`, arrêtée le ${date(offer.endedAt)} `)}
                  <Button kind="quiet">Reprendre cette offre</Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const Table = ({ offers, areaNames, now, paths }: OfferDeskProps) => (
  <DataTable
    caption="Offres opérées"
    captionHidden
    rows={offers}
    columns={[
      {
        label: 'Offre',
        header: true,
        cell: ({ softwareName, needLabel }) => `${softwareName} : ${needLabel}`,
      },
      {
        label: 'Territoire',
        cell: ({ areas }) => areas.map((area) => areaNames.get(area) ?? area).join(', '),
      },
      {
        label: 'Pour',
        cell: (offer) => offer.audiences.map((one) => audienceNames[one as Audience]).join(', '),
      },
      { label: 'Prix', cell: ({ priceModel }) => priceModelNames[priceModel] },
      { label: 'Hébergé en', cell: ({ hostingCountry }) => hostingCountry },
      {
        label: 'Dit le',
        cell: ({ statedAt }) => <SaidOn at={statedAt} isGrey={freshnessOf(statedAt, now) !== 'fresh'} />,
      },
      {
        label: 'Changer',
        cell: ({ id, statedAt }) => (
          <Actions>
            {freshnessOf(statedAt, now) !== 'fresh' && (
              <form method="post" action={paths.change(id, 'renewal')}>
                <Button kind="quiet">Toujours vraie</Button>
              </form>
            )}
            <form method="post" action={paths.change(id, 'end')}>
              <Button kind="quiet">Arrêter cette offre</Button>
            </form>
          </Actions>
        ),
      },
    ]}
  />
)

function NewOffer({ paths, subjects, ...filled }: OfferDeskProps) {
  const field = fieldOf(filled)

  return (
    <Form action={paths.list()} once={filled.typed?.once}>
      <TextField {...field('software')} label="Logiciel" suggestions={subjects.software} autocomplete="off" />
      <SelectField {...field('need')} label="Besoin" placeholder="Choisissez" choices={subjects.needs} />
      <CheckboxField
        name="audiences"
        label="Pour qui"
        error={filled.problems?.find((problem) => problem.field === 'audiences')?.message}
        values={filled.ticked ?? ['town-hall']}
        choices={audiences.map((value) => ({ value, label: audienceNames[value] }))}
      />
      <AreasField {...field('areas')} />
      <RadioField
        {...field('priceModel')}
        label="Comment elle se paie"
        choices={priceModels.map((value) => ({ value, label: priceModelNames[value] }))}
      />
      <TextField
        {...field('hostingCountry')}
        value={filled.typed?.hostingCountry ?? 'France'}
        label="Pays d’hébergement"
        size="short"
      />
      <TextArea
        {...field('personalData')}
        label="Données personnelles"
        hint="Qui en est responsable, où elles sont, qui y accède, combien de temps."
        rows={3}
        maxlength={600}
      />
      <TextArea
        {...field('exitTerms')}
        label="Pour en sortir"
        hint="Préavis, formats rendus, délai, coût."
        rows={3}
        maxlength={600}
      />
      <TextField
        {...field('signup')}
        label="Pour commencer"
        hint="Une adresse web, ou une phrase : qui appeler, quel formulaire."
        size="long"
      />
      <Actions>
        <Button kind="main">Proposer cette offre</Button>
      </Actions>
    </Form>
  )
}
