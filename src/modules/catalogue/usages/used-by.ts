import type { Commune } from '#modules/communes/index.ts'
import type { CommuneUsage } from './usages.queries.ts'

/**
 * What a commune uses, for machines: each line dated and confirmed, so that a catalogue need not ask a maintainer who uses its
 * software (the `usedBy` of publiccode.yml, whose holders asked catalogues to keep it).
 */
export const usedByFeed = (
  commune: Pick<Commune, 'insee' | 'name' | 'siren' | 'departement' | 'population'>,
  usages: readonly CommuneUsage[],
  baseUrl: string,
) => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentOrganization',
  name: commune.name,
  url: `${baseUrl}/in/${commune.insee}`,
  identifier: { insee: commune.insee, siren: commune.siren },
  departement: commune.departement,
  population: commune.population,
  licence: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  usages: usages.map((usage) => ({
    software: { name: usage.software, url: `${baseUrl}/software/${usage.slug}`, licence: usage.licence },
    need: usage.need,
    state: usage.state,
    since: usage.sinceOn,
    whyLeft: usage.whyLeft,
    operatedBy: usage.operatedBy,
    acceptsCall: usage.acceptsCall,
    confirmedAt: usage.saidAt.toISOString(),
    isOverAYearOld: usage.isGrey,
    declaredBefore: usage.formerName,
  })),
})
