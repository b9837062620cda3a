import {
  byLanguage,
  checkMap,
  country,
  day,
  email,
  image,
  type Keys,
  language,
  licence,
  listOf,
  oneOf,
  oneOrListOf,
  type Rule,
  text,
  uri,
  webAddress,
  yesOrNo,
} from './checks.ts'
import {
  categories,
  developmentStatuses,
  maintenanceTypes,
  platforms,
  scopes,
  softwareTypes,
  supportAliases,
  versions,
} from './vocabulary.ts'

const required = (rule: Rule) => ({ rule, isRequired: true })
const optional = (rule: Rule) => ({ rule })
const deprecated = (rule: Rule, isDeprecated: string) => ({ rule, isDeprecated })

const anything: Rule = () => {}

const version: Rule = (value, at, { fault, warn }) => {
  if (typeof value !== 'string' || !(versions as readonly string[]).includes(value))
    return fault(
      'version',
      at,
      `« ${String(value)} » n’est pas une version de la norme : écrivez "0.7.0", ou la version que suit votre fichier. La version de votre logiciel va dans « softwareVersion ».`,
    )
  if (value !== '0.7' && value !== '0.7.0' && value !== '1')
    warn('version', at, `La version ${value} reste acceptée ; la dernière est 0.7.0.`)
}

const support: Rule = (value, at, check) => {
  if (typeof value !== 'string') return text()(value, at, check)
  if (!value.startsWith('alias:')) return uri(value, at, check)
  if (!(supportAliases as readonly string[]).includes(value.slice('alias:'.length)))
    check.fault(
      'not-in-list',
      at,
      `« ${value} » n’est pas un raccourci connu : ${supportAliases.join(', ')}, ou une adresse.`,
    )
}

const dependency = listOf(
  checkMap(
    {
      name: required(text()),
      versionMin: optional(text()),
      versionMax: optional(text()),
      version: optional(text()),
      optional: optional(yesOrNo),
    },
    'dependsOn',
  ),
)

const description: Keys = {
  localisedName: optional(text()),
  genericName: deprecated(
    text({ most: 35 }),
    'Retirez « genericName » : la norme l’abandonne ; « categories » la remplace.',
  ),
  shortDescription: required(text({ most: 150 })),
  longDescription: required(text({ least: 150, most: 10_000 })),
  documentation: optional(webAddress),
  apiDocumentation: optional(webAddress),
  features: required(listOf(text(), { least: 1 })),
  screenshots: optional(listOf(text())),
  videos: optional(listOf(webAddress)),
  awards: optional(listOf(text())),
}

/** Every key of publiccode.yml 0.7.0, and those that its reference parser still takes. */
export const rootKeys: Keys = {
  publiccodeYmlVersion: required(version),
  name: required(text()),
  applicationSuite: optional(text()),
  url: required(webAddress),
  landingURL: optional(webAddress),
  isBasedOn: optional(oneOrListOf(webAddress)),
  softwareVersion: optional(text()),
  releaseDate: optional(day),
  logo: optional(image),
  monochromeLogo: deprecated(image, 'Retirez « monochromeLogo » : la norme l’abandonne.'),
  inputTypes: deprecated(anything, 'Retirez « inputTypes » : la norme l’abandonne.'),
  outputTypes: deprecated(anything, 'Retirez « outputTypes » : la norme l’abandonne.'),
  platforms: required(oneOrListOf(text())),
  categories: optional(listOf(oneOf(categories))),
  usedBy: optional(listOf(text())),
  fundedBy: optional(listOf(checkMap({ name: required(text()), uri: required(uri) }, 'fundedBy'))),
  supports: optional(listOf(checkMap({ id: required(support) }, 'supports'))),
  organisation: optional(checkMap({ uri: required(uri), name: optional(text()) }, 'organisation')),
  roadmap: optional(webAddress),
  developmentStatus: required(oneOf(developmentStatuses)),
  softwareType: required(oneOf(softwareTypes)),
  intendedAudience: optional(
    checkMap(
      {
        countries: optional(listOf(country)),
        unsupportedCountries: optional(listOf(country)),
        scope: optional(listOf(oneOf(scopes))),
      },
      'intendedAudience',
    ),
  ),
  description: required(byLanguage(description)),
  legal: required(
    checkMap(
      {
        license: required(licence),
        mainCopyrightOwner: optional(text()),
        repoOwner: deprecated(text(), 'Retirez « repoOwner » : « organisation » la remplace.'),
        authorsFile: deprecated(text(), 'Retirez « authorsFile » : la norme l’abandonne.'),
      },
      'legal',
    ),
  ),
  maintenance: required(
    checkMap(
      {
        type: required(oneOf(maintenanceTypes)),
        contractors: optional(
          listOf(
            checkMap(
              {
                name: required(text()),
                until: required(day),
                email: optional(email),
                website: optional(webAddress),
              },
              'contractors',
            ),
          ),
        ),
        contacts: optional(
          listOf(
            checkMap(
              {
                name: required(text()),
                email: optional(email),
                phone: optional(text()),
                affiliation: optional(text()),
              },
              'contacts',
            ),
          ),
        ),
      },
      'maintenance',
    ),
  ),
  localisation: required(
    checkMap(
      {
        localisationReady: required(yesOrNo),
        availableLanguages: required(listOf(language, { least: 1 })),
      },
      'localisation',
    ),
  ),
  dependsOn: optional(
    checkMap(
      { open: optional(dependency), proprietary: optional(dependency), hardware: optional(dependency) },
      'dependsOn',
    ),
  ),
  it: deprecated(
    anything,
    'Retirez la section « it » : elle ne vaut que pour l’Italie, et « supports » la remplace.',
  ),
  IT: deprecated(
    anything,
    'Retirez la section « IT » : elle ne vaut que pour l’Italie, et « supports » la remplace.',
  ),
}

/** The platforms that the standard names; others are free words. */
export const isNamedPlatform = (word: string) => (platforms as readonly string[]).includes(word)
