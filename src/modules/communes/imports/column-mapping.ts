import { accept, refuse } from '#values/decision.ts'
import { plainTitle } from './records.ts'

/** What a column of a free sheet may hold. */
export const columnRoles = [
  'insee',
  'siren',
  'commune',
  'email',
  'phone',
  'website',
  'address',
  'address-more',
  'postal-code',
  'city',
  'civility',
  'last-name',
  'first-name',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Which column holds what, by its title. A role without a column is not imported. */
export type ColumnMapping = Partial<Record<ColumnRole, string>>

const titles: Record<ColumnRole, RegExp> = {
  insee: /^(code )?(commune )?insee( .*)?$|^(code|codgeo|insee com|code commune|depcom|code geo)$/,
  siren: /^(numero |n )?sire[nt]( .*)?$/,
  commune: /^(nom )?(de la )?(commune|collectivite|mairie|libelle( commune)?|nom( commune| dila)?)$/,
  email: /mail|courriel|messagerie/,
  phone: /^(n |numero |no )?(de )?tel(ephone)?( .*)?$/,
  website: /^(site|url|web)( .*)?$|internet/,
  address: /^adresse( (1|postale|voie|ligne 1))?$|^(numero )?(voie|rue)$/,
  'address-more': /^complement( .*)?$|^adresse (2|ligne 2)$|^(bp|lieu dit)$/,
  'postal-code': /^(code postal|cp|codepostal)$/,
  city: /^(ville|bureau distributeur|localite|commune postale)$/,
  civility: /^(civilite|titre)$/,
  'last-name': /^nom (du )?(maire|elu)$|^maire( nom)?$/,
  'first-name': /^prenom( .*)?$/,
}

/** Proposes what each column holds from its title; a column is used once, the person corrects. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {}
  const free = new Set(header.filter((title) => title !== ''))
  for (const role of columnRoles) {
    const title = [...free].find((candidate) => titles[role].test(plainTitle(candidate)))
    if (title === undefined) continue
    mapping[role] = title
    free.delete(title)
  }
  return mapping
}

const facts: readonly ColumnRole[] = ['email', 'phone', 'website', 'address', 'last-name']

/** A mapping must say where the commune is, and bring at least one datum; its columns must be in the file. */
export function checkMapping(mapping: ColumnMapping, header: readonly string[]) {
  const absent = Object.values(mapping).find((title) => !header.includes(title))
  if (absent !== undefined) return refuse('absent-column')
  if (!mapping.insee && !mapping.siren && !mapping.commune) return refuse('no-commune-column')
  if (!facts.some((role) => mapping[role])) return refuse('nothing-to-import')
  if (mapping.address && !mapping['postal-code']) return refuse('address-without-postal-code')

  return accept(mapping)
}

export type MappingRefusal = Extract<ReturnType<typeof checkMapping>, { ok: false }>['reason']
