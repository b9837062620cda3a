import type { NeedDocument, SoftwareDocument } from './documents.ts'

/** One field of a sheet as a row: what it says, and where that comes from. */
export type FieldRow = {
  readonly label: string
  readonly value: string | null
  readonly source?: string
  readonly at?: string | null
}

/** The columns of a sheet as a table. */
export const fieldColumns = [
  { label: 'Champ', value: ({ label }: FieldRow) => label },
  { label: 'Valeur', value: ({ value }: FieldRow) => value },
  { label: 'Source', value: ({ source }: FieldRow) => source },
  { label: 'Date de la source', value: ({ at }: FieldRow) => at },
] as const

/** A sheet as rows, a field each; what is not known has no row. */
export function fieldRows(software: SoftwareDocument): FieldRow[] {
  const { licence, needs, usedBy, identifiers, origins } = software
  const from = (field: string) => ({ source: origins[field]?.source, at: origins[field]?.at })
  const rows: readonly FieldRow[] = [
    { label: 'Nom', value: software.name, ...from('name') },
    { label: 'Résumé', value: software.summary, ...from('summary') },
    { label: 'Description', value: software.description, ...from('description') },
    { label: 'Licence (SPDX)', value: licence.spdx, ...from('licenceRaw') },
    { label: 'Licence, telle qu’écrite', value: licence.asWritten, ...from('licenceRaw') },
    { label: 'Site', value: software.website, ...from('website') },
    { label: 'Code source', value: software.repository, ...from('repository') },
    { label: 'Mode d’emploi', value: software.documentation, ...from('documentation') },
    { label: 'Fonctionne sur', value: software.platforms.join(', '), ...from('platforms') },
    { label: 'Version', value: software.version, ...from('version') },
    { label: 'Limites', value: software.limits.join(' ; '), ...from('limits') },
    { label: 'Besoins', value: needs.map(needMet).join(' ; ') },
    { label: 'Remplace', value: software.replaces.map(({ name }) => name).join(', ') },
    { label: 'Communes qui l’utilisent', value: usedBy.map(user).join(' ; ') },
    {
      label: 'Identifiants',
      value: identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(' ; '),
    },
    { label: 'Adresse', value: software.url },
  ]
  return rows.filter(({ value }) => value !== null && value !== '')
}

const needMet = ({ label, missing }: SoftwareDocument['needs'][number]) =>
  missing === null ? label : `${label} (en partie : ${missing})`

const user = ({ name, insee, sinceOn }: SoftwareDocument['usedBy'][number]) =>
  sinceOn === null ? `${name} (${insee})` : `${name} (${insee}) depuis ${sinceOn.slice(0, 4)}`

export type MetRow = NeedDocument['software'][number]

/** The columns of what meets a need. */
export const metColumns = [
  { label: 'Logiciel', value: ({ name }: MetRow) => name },
  { label: 'Répond', value: ({ fit }: MetRow) => (fit === 'full' ? 'entièrement' : 'en partie') },
  { label: 'Ce qui manque', value: ({ missing }: MetRow) => missing },
  { label: 'Adresse', value: ({ url }: MetRow) => url },
] as const
