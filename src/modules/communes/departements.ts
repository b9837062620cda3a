import shipped from './reference/departements.json' with { type: 'json' }

/** A department or overseas territory, with the region it belongs to and the article code of its name. */
export type Departement = (typeof shipped)[number]

/** The 109 departments and territories of the official geographic code, in the order of their codes. */
export const departements: readonly Departement[] = shipped

const byCode = new Map(shipped.map((departement) => [departement.code, departement]))

/** The department of this code, if there is one. */
export const departementNamed = (code: string) => byCode.get(code)

/** Its name for a person, or the code itself when INSEE has since changed it. */
export const departementName = (code: string) => byCode.get(code)?.name ?? code
