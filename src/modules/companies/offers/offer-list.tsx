import { type Audience, audienceNames, cataloguePaths } from '#modules/catalogue/index.ts'
import { Card, Grid } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { SaidOn, WebLink } from '../census/company-words.tsx'
import type { Area } from '../services/area.ts'
import { freshnessOf } from '../services/freshness.ts'
import { priceModelNames } from './offer.ts'
import type { OperatedOffer } from './offers.queries.ts'

type OfferListProps = {
  readonly offers: readonly OperatedOffer[]
  readonly areaNames: ReadonlyMap<Area, string>
  readonly now: Date
}

/** Software that somebody runs for communes: for whom, where, at what kind of price, and how one leaves it. */
export const OfferList = ({ offers, areaNames, now }: OfferListProps) => (
  <Grid>
    {offers.map((offer) => (
      <OfferCard offer={offer} areaNames={areaNames} now={now} />
    ))}
  </Grid>
)

const OfferCard = ({
  offer,
  areaNames,
  now,
}: Omit<OfferListProps, 'offers'> & { readonly offer: OperatedOffer }) => (
  <Card title={`${offer.softwareName} : ${offer.needLabel.toLowerCase()}`}>
    <p>
      <a href={cataloguePaths.software(offer.softwareSlug)}>{`Fiche de ${offer.softwareName}`}</a>
      {' · '}
      <a href={cataloguePaths.need(offer.need)}>Autres réponses à ce besoin</a>
    </p>
    <DataList>
      <Datum label="Pour">{offer.audiences.map((one) => audienceNames[one as Audience]).join(', ')}</Datum>
      <Datum label="Territoire">{offer.areas.map((area) => areaNames.get(area) ?? area).join(', ')}</Datum>
      <Datum label="Prix">{priceModelNames[offer.priceModel]}</Datum>
      <Datum label="Hébergé en">{offer.hostingCountry}</Datum>
      <Datum label="Données personnelles">{offer.personalData}</Datum>
      <Datum label="Pour en sortir">{offer.exitTerms}</Datum>
      <Datum label="Pour commencer">
        {/^https?:\/\/\S+$/.test(offer.signup) ? <WebLink address={offer.signup} /> : offer.signup}
      </Datum>
      <Datum label="Dit le">
        <SaidOn at={offer.statedAt} isGrey={freshnessOf(offer.statedAt, now) === 'grey'} />
      </Datum>
    </DataList>
  </Card>
)
