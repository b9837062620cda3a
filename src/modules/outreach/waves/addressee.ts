/** Whom a wave is written to. */
export const audienceKinds = ['town-halls', 'companies'] as const
export type AudienceKind = (typeof audienceKinds)[number]

/** How the screens call those that a wave is written to. */
export type AddresseeWords = {
  readonly one: string
  readonly many: string
  /** The heading of a column that names them. */
  readonly heading: string
}

export const addresseeWords: Record<AudienceKind, AddresseeWords> = {
  'town-halls': { one: 'mairie', many: 'mairies', heading: 'Commune' },
  companies: { one: 'entreprise', many: 'entreprises', heading: 'Entreprise' },
}

/** The one addressee of a row of the ledger: a town hall by its INSEE code, or a company by its identifier and name. */
export type AddresseeKey =
  | { readonly insee: string; readonly companyId?: null; readonly companyName?: null }
  | { readonly insee?: null; readonly companyId: string; readonly companyName: string }

type Keyed = { readonly insee?: string | null; readonly companyId?: string | null }

/** What a form carries of an addressee: its code or its identifier. */
export const keyOf = ({ insee, companyId }: Keyed) => insee ?? companyId ?? ''

type Known =
  | { readonly insee: string; readonly companyId?: undefined }
  | { readonly insee?: undefined; readonly companyId: string; readonly companyName: string }

/** The key alone of somebody that a wave may be written to. */
export const addresseeOf = (known: Known): AddresseeKey =>
  known.companyId === undefined
    ? { insee: known.insee }
    : { companyId: known.companyId, companyName: known.companyName }
