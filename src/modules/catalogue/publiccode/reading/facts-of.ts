import { isDay, isLanguage } from '../standard/checks.ts'
import { isNamedPlatform } from '../standard/keys.ts'
import { isBlank, isList, isMap, shortened, type Value, type ValueMap } from '../standard/value.ts'
import { developmentStatuses, maintenanceTypes, softwareTypes } from '../standard/vocabulary.ts'
import type { Description, PubliccodeFacts } from '../writing/facts.ts'

/** What a publiccode.yml says that a sheet holds, by the sheet's own words. */
export type SheetFields = {
  readonly name?: string
  readonly summary?: string
  readonly description?: string
  readonly licenceRaw?: string
  readonly website?: string
  readonly repository?: string
  readonly documentation?: string
  readonly platforms?: readonly string[]
  readonly softwareType?: string
  readonly developmentStatus?: string
  readonly version?: string
  readonly releasedOn?: string
}

/** The fields of a sheet, from a file however badly written: what is not understood is left out. */
export function sheetFieldsOf(file: ValueMap): SheetFields {
  const described = frenchFirst(file.description)
  const release = isMap(file.latestRelease) ? file.latestRelease : {}
  const legal = isMap(file.legal) ? file.legal : {}
  return present({
    name: textOf(file.name),
    summary: shortOf(textOf(described.shortDescription) ?? textOf(described.genericName)),
    description: textOf(described.longDescription),
    licenceRaw: textOf(legal.license) ?? textOf(legal.licence) ?? textOf(file.license),
    website: addressOf(file.landingURL),
    repository: addressOf(file.url),
    documentation: addressOf(described.documentation),
    platforms: platformsOf(file.platforms),
    softwareType: wordOf(file.softwareType, softwareTypes),
    developmentStatus: wordOf(file.developmentStatus, developmentStatuses),
    version: textOf(file.softwareVersion) ?? textOf(release.version),
    releasedOn: dayOf(file.releaseDate) ?? dayOf(release.date),
  })
}

/** What a file says that only another publiccode.yml needs. People's addresses and telephones are left where they are. */
export function publiccodeFactsOf(file: ValueMap): PubliccodeFacts {
  const localisation = isMap(file.localisation) ? file.localisation : {}
  const maintenance = isMap(file.maintenance) ? file.maintenance : {}
  const described = frenchFirst(file.description)
  return present({
    features: unlessEmpty(textsOf(described.features)),
    localisationReady: yesOrNoOf(localisation.localisationReady),
    availableLanguages: unlessEmpty(textsOf(localisation.availableLanguages).filter(isLanguage)),
    maintenanceType: wordOf(maintenance.type, maintenanceTypes),
    contacts: unlessEmpty(namesOf(maintenance.contacts)),
    contractors: unlessEmpty(contractorsOf(maintenance.contractors)),
    mainCopyrightOwner: textOf(isMap(file.legal) ? file.legal.mainCopyrightOwner : undefined),
    otherLanguages: otherLanguages(file.description),
  })
}

const present = <Shape extends object>(fields: Shape) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Shape>

const unlessEmpty = <Item>(list: readonly Item[]) => (list.length === 0 ? undefined : list)

function textOf(value: Value | undefined): string | undefined {
  if (isList(value)) return textOf(value[0])
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const shortOf = (text: string | undefined) =>
  text === undefined ? undefined : shortened(text.replace(/\s+/g, ' '), 300)

function addressOf(value: Value | undefined): string | undefined {
  const text = textOf(value)
  return text && /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text) ? text : undefined
}

const textsOf = (value: Value | undefined): string[] =>
  (isList(value) ? value : [value]).map(textOf).filter((text) => text !== undefined)

/** « Windows », « Mac OS » and « web browser » are meant for the words of the standard. */
function platformsOf(value: Value | undefined) {
  const words = textsOf(value).map((word) => {
    const plain = word.toLowerCase()
    return isNamedPlatform(plain) ? plain : (platformWords[plain.replace(/[^a-z]/g, '')] ?? word)
  })
  return unlessEmpty([...new Set(words)])
}

const platformWords: Readonly<Record<string, string>> = {
  macos: 'mac',
  macosx: 'mac',
  osx: 'mac',
  gnulinux: 'linux',
  unix: 'linux',
  iphone: 'ios',
  ipad: 'ios',
  webbrowser: 'web',
  browser: 'web',
  navigateur: 'web',
}

function wordOf<Word extends string>(value: Value | undefined, words: readonly Word[]): Word | undefined {
  const text = textOf(value)?.toLowerCase()
  return words.find((word) => word.toLowerCase() === text)
}

const dayOf = (value: Value | undefined) => {
  const text = textOf(value)?.slice(0, 10)
  return text && isDay(text) ? text : undefined
}

/** `yes`, `oui` and `"true"` too: YAML 1.1 read them as booleans. */
function yesOrNoOf(value: Value | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = textOf(value)?.toLowerCase()
  if (text && /^(true|yes|on|oui|y)$/.test(text)) return true
  return text && /^(false|no|off|non|n)$/.test(text) ? false : undefined
}

const namesOf = (value: Value | undefined) =>
  (isList(value) ? value : [])
    .filter(isMap)
    .map(({ name, affiliation }) => ({ name: textOf(name), affiliation: textOf(affiliation) }))
    .filter((contact): contact is typeof contact & { name: string } => contact.name !== undefined)

const contractorsOf = (value: Value | undefined) =>
  (isList(value) ? value : []).filter(isMap).flatMap(({ name, until, website }) => {
    const named = textOf(name)
    const end = dayOf(until)
    return named && end ? [{ name: named, until: end, website: addressOf(website) }] : []
  })

/** The French section, else the English one, else the first. */
function frenchFirst(description: Value | undefined): ValueMap {
  const sections = sectionsOf(description)
  const of = (language: string) => sections.find(([tag]) => tag.toLowerCase().startsWith(language))?.[1]
  return of('fr') ?? of('en') ?? sections[0]?.[1] ?? {}
}

const sectionsOf = (description: Value | undefined): readonly (readonly [string, ValueMap])[] =>
  Object.entries(isMap(description) ? description : {}).flatMap(([tag, section]) =>
    isMap(section) ? [[tag, section] as const] : [],
  )

/** Sections in other languages that are whole enough to be written again. */
function otherLanguages(description: Value | undefined): Readonly<Record<string, Description>> | undefined {
  const whole = sectionsOf(description).flatMap(([tag, section]) => {
    const shortDescription = textOf(section.shortDescription)?.replace(/\s+/g, ' ')
    const longDescription = textOf(section.longDescription)
    const features = textsOf(section.features)
    const isWhole = shortDescription && longDescription && features.length > 0 && isLanguage(tag)
    return isWhole && !/^fr/i.test(tag)
      ? [[tag, { shortDescription, longDescription, features }] as const]
      : []
  })
  return whole.length === 0 ? undefined : Object.fromEntries(whole)
}

/** Whether the texts that are taken from a file are in French. */
export const speaksFrench = (file: ValueMap) =>
  sectionsOf(file.description).some(([tag]) => tag.toLowerCase().startsWith('fr'))

/** Whether a file says enough to become a sheet: at least what the software is called, or where its code is. */
export const canBeNamed = (file: ValueMap) => !isBlank(file.name) || addressOf(file.url) !== undefined
