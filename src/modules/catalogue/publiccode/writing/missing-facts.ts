import type { WrittenFile } from './file-of.ts'

/** A fact that the standard wants and that nobody has stated yet. */
export type MissingFact = keyof typeof missingFactSentences

/** What is asked of whoever knows the software, for each fact that is missing. */
export const missingFactSentences = {
  name: 'le nom du logiciel',
  url: 'l’adresse de son dépôt de code',
  platforms: 'où il fonctionne : web, windows, mac, linux, ios, android',
  developmentStatus: 'où en est son développement : concept, development, beta, stable, obsolete',
  softwareType: 'sa nature : standalone/web, standalone/desktop, library…',
  'description.fr.shortDescription': 'ce qu’il fait, en une phrase',
  'description.fr.longDescription': 'une présentation d’au moins 150 caractères',
  'description.fr.features': 'au moins une chose qu’il sait faire',
  'legal.license': 'sa licence, par son identifiant SPDX',
  'maintenance.type': 'qui l’entretient : internal, contract, community, none',
  'maintenance.contacts': 'le nom de qui répond de son entretien',
  'maintenance.contractors': 'le prestataire qui l’entretient et la fin de son contrat',
  'localisation.localisationReady': 'si son interface peut être traduite',
  'localisation.availableLanguages': 'les langues de son interface',
} as const

/** Which of the facts that the standard wants are not in the file. */
export function missingFacts(file: WrittenFile): MissingFact[] {
  const { description, maintenance, localisation } = file
  const { type } = maintenance
  const known: Record<MissingFact, boolean> = {
    name: file.name !== undefined,
    url: file.url !== undefined,
    platforms: file.platforms !== undefined,
    developmentStatus: file.developmentStatus !== undefined,
    softwareType: file.softwareType !== undefined,
    'description.fr.shortDescription': description.fr.shortDescription !== undefined,
    'description.fr.longDescription': description.fr.longDescription !== undefined,
    'description.fr.features': description.fr.features !== undefined,
    'legal.license': file.legal.license !== undefined,
    'maintenance.type': type !== undefined,
    'maintenance.contacts':
      maintenance.contacts !== undefined || (type !== 'internal' && type !== 'community'),
    'maintenance.contractors': maintenance.contractors !== undefined || type !== 'contract',
    'localisation.localisationReady': localisation.localisationReady !== undefined,
    'localisation.availableLanguages': localisation.availableLanguages !== undefined,
  }
  return Object.keys(missingFactSentences)
    .filter((fact): fact is MissingFact => Object.hasOwn(known, fact))
    .filter((fact) => !known[fact])
}
