import { attributeDefinitions, tristateNames } from './attributes.ts'
import { platformNames } from './shelf/shelf.ts'
import type { Tristate } from './software.ts'

/** The fields of a sheet, in the words of the screens. */
export const fieldNames: Readonly<Record<string, string>> = {
  name: 'Nom',
  summary: 'À quoi il sert',
  description: 'Description',
  licenceRaw: 'Licence',
  website: 'Site',
  repository: 'Code source',
  documentation: 'Mode d’emploi',
  platforms: 'Fonctionne sur',
  softwareType: 'Sorte de logiciel',
  developmentStatus: 'Avancement',
  version: 'Version',
  releasedOn: 'Date de la version',
  limits: 'Limites',
  replaces: 'Remplace, selon les sources',
  keywords: 'Mots des sources',
  identifiers: 'Identifiants',
}

export const fieldName = (field: string) =>
  fieldNames[field] ?? attributeDefinitions[field.replace('attributes.', '')]?.label ?? field

/** The kinds of software of publiccode.yml. */
export const softwareTypeNames: Readonly<Record<string, string>> = {
  'standalone/web': 'Se sert dans un navigateur',
  'standalone/desktop': 'S’installe sur un poste',
  'standalone/mobile': 'Application de téléphone',
  'standalone/backend': 'Tourne sur un serveur, sans écran',
  'standalone/iot': 'Tourne dans un objet',
  'standalone/other': 'Autre',
  addon: 'Module d’un autre logiciel',
  library: 'Bibliothèque pour développeurs',
  configurationFiles: 'Fichiers de réglage',
}

/** How far a software is, by the words of publiccode.yml. */
export const developmentStatusNames: Readonly<Record<string, string>> = {
  concept: 'À l’étude',
  development: 'En développement',
  beta: 'À l’essai',
  stable: 'Stable',
  obsolete: 'Abandonné',
}

/** A value of a field as people read it. */
export function valueInWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  if (field.startsWith('attributes.')) return tristateNames[value as Tristate] ?? String(value)
  if (field === 'softwareType') return softwareTypeNames[String(value)] ?? String(value)
  if (field === 'developmentStatus') return developmentStatusNames[String(value)] ?? String(value)
  if (field === 'platforms' && Array.isArray(value))
    return value.map((platform) => platformNames[String(platform).toLowerCase()] ?? platform).join(', ')
  if (field === 'identifiers' && Array.isArray(value))
    return value.map(({ scheme, value: name }) => `${scheme} ${name}`).join(', ')
  return Array.isArray(value) ? value.join(' ; ') : String(value)
}
