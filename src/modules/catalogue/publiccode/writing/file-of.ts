import { isDay, isLanguage, isSpdx, isWebAddress } from '../standard/checks.ts'
import { spdxCased } from '../standard/spdx-case.ts'
import {
  categories,
  developmentStatuses,
  maintenanceTypes,
  softwareTypes,
  writtenVersion,
} from '../standard/vocabulary.ts'
import { frenchSection } from './description.ts'
import type { Sheet } from './sheet.ts'

/** The keys in the order of the standard's own example; those that are not known are undefined. */
export function fileOf({ facts, ...sheet }: Sheet) {
  const maintenanceType = among(maintenanceTypes, facts.maintenanceType)
  const wantsContacts = maintenanceType === 'internal' || maintenanceType === 'community'
  const isContract = maintenanceType === 'contract'
  return {
    publiccodeYmlVersion: writtenVersion,
    name: unlessBlank(sheet.name),
    url: address(sheet.repository),
    landingURL: address(sheet.website),
    softwareVersion: unlessBlank(sheet.version),
    releaseDate: sheet.releasedOn && isDay(sheet.releasedOn) ? sheet.releasedOn : undefined,
    platforms: unlessEmpty(facts.platforms ?? sheet.platforms),
    categories: unlessEmpty(
      [...new Set(sheet.needs.flatMap((need) => need.categories))].filter((word) =>
        (categories as readonly string[]).includes(word),
      ),
    ),
    developmentStatus: among(developmentStatuses, facts.developmentStatus ?? sheet.developmentStatus),
    softwareType: among(softwareTypes, facts.softwareType ?? sheet.softwareType),
    description: {
      fr: { ...frenchSection({ facts, ...sheet }), documentation: address(sheet.documentation) },
      ...facts.otherLanguages,
    },
    legal: {
      license: licence(sheet.licenceSpdx),
      mainCopyrightOwner: unlessBlank(facts.mainCopyrightOwner),
    },
    maintenance: {
      type: maintenanceType,
      contractors: isContract ? unlessEmpty(named(facts.contractors ?? [])) : undefined,
      contacts: wantsContacts ? unlessEmpty(named(facts.contacts ?? [])) : undefined,
    },
    localisation: {
      localisationReady: facts.localisationReady,
      availableLanguages: unlessEmpty((facts.availableLanguages ?? []).filter(isLanguage)),
    },
  }
}

export type WrittenFile = ReturnType<typeof fileOf>

const unlessBlank = (text: string | null | undefined) => (text?.trim() ? text.trim() : undefined)
const unlessEmpty = <Item>(list: readonly Item[]) => (list.length === 0 ? undefined : list)
const named = <Person extends { readonly name: string }>(people: readonly Person[]) =>
  people.filter(({ name }) => name.trim() !== '')
const address = (text: string | null) => (text && isWebAddress(text) ? text : undefined)

const among = <Word extends string>(words: readonly Word[], word: string | null | undefined) =>
  words.find((known) => known === word)

function licence(spdx: string | null) {
  const cased = spdx ? spdxCased(spdx) : ''
  return isSpdx(cased) ? cased : undefined
}
