import type { CompanyDocument, NeedDocument, SoftwareDocument } from './documents.ts'

type JsonLd = Readonly<Record<string, unknown>>

/** The namespace of what schema.org has no word for: who uses a software (codemeta/codemeta#385). */
const ours = 'urn:beffroi:'
const context = ['https://schema.org', { usedBy: `${ours}usedBy`, meets: `${ours}meets` }]

const sites: Readonly<Record<string, (value: string) => string>> = {
  wikidata: (value) => `https://www.wikidata.org/entity/${value}`,
  comptoir: (value) => `https://comptoir-du-libre.org/fr/softwares/${value}`,
  framalibre: (value) => `https://framalibre.org/content/${value}`,
}

/** A software as schema.org describes one; no offer, for no price is claimed. */
export const softwareJsonLd = (software: SoftwareDocument): JsonLd =>
  spare({
    '@context': context,
    '@type': 'SoftwareApplication',
    '@id': software.url,
    url: software.url,
    name: software.name,
    description: software.summary ?? software.description,
    license: software.licence.spdx && licenceAddress(software.licence.spdx),
    isAccessibleForFree: software.licence.isFree,
    operatingSystem: software.platforms.join(', '),
    softwareVersion: software.version,
    datePublished: software.releasedOn,
    softwareHelp: software.documentation,
    applicationCategory: software.needs.map(({ label }) => label),
    sameAs: [
      ...nonNull([software.website, software.repository]),
      ...software.identifiers.flatMap(({ scheme, value }) => sites[scheme]?.(value) ?? []),
    ],
    identifier: software.identifiers.map(({ scheme, value }) => ({
      '@type': 'PropertyValue',
      propertyID: scheme,
      value,
    })),
    targetProduct: software.repository && {
      '@type': 'SoftwareSourceCode',
      codeRepository: software.repository,
    },
    usedBy: software.usedBy.map(({ insee, name, sinceOn }) =>
      spare({ ...commune(insee, name), startDate: sinceOn }),
    ),
  })

/** A company as schema.org describes one: who it is, where it serves, what it says it does. */
export const companyJsonLd = (company: CompanyDocument): JsonLd =>
  spare({
    '@context': context,
    '@type': 'Organization',
    '@id': company.url,
    url: company.url,
    name: company.name,
    description: company.presentation,
    sameAs: nonNull([company.website]),
    identifier: company.siren && { '@type': 'PropertyValue', propertyID: 'SIREN', value: company.siren },
    areaServed: [...new Set(company.services.flatMap(({ areas }) => areas))].map(area),
    makesOffer: company.services.map(({ kind, need, software, areas }) => ({
      '@type': 'Offer',
      itemOffered: spare({
        '@type': 'Service',
        serviceType: kind,
        areaServed: areas.map(area),
        about: need,
        isRelatedTo: software && { '@type': 'SoftwareApplication', name: software },
      }),
    })),
  })

/** A need as a term, with the software that meets it. */
export const needJsonLd = (need: NeedDocument): JsonLd =>
  spare({
    '@context': context,
    '@type': 'DefinedTerm',
    '@id': need.url,
    url: need.url,
    name: need.label,
    description: need.summary,
    inDefinedTermSet: need.service,
    subjectOf: need.software.map(({ url, name }) => ({
      '@type': 'SoftwareApplication',
      '@id': url,
      url,
      name,
    })),
  })

const licenceAddress = (spdx: string) => `https://spdx.org/licenses/${encodeURIComponent(spdx)}`

const commune = (insee: string, name: string) => ({
  '@type': 'AdministrativeArea',
  name,
  identifier: { '@type': 'PropertyValue', propertyID: 'INSEE', value: insee },
})

function area(code: string) {
  const [kind = '', value = ''] = code.split(':')
  if (kind === 'france') return { '@type': 'Country', name: 'France' }
  const scheme = kind === 'epci' ? 'SIREN' : 'INSEE'
  return {
    '@type': 'AdministrativeArea',
    identifier: { '@type': 'PropertyValue', propertyID: scheme, value },
  }
}

const nonNull = (values: readonly (string | null)[]) =>
  values.flatMap((value) => (value === null ? [] : [value]))

/** Without what is not known: schema.org has no word for « unknown ». */
const spare = (thing: Record<string, unknown>): JsonLd =>
  Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
