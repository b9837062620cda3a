/** A section of a publiccode.yml in one language. */
export type Description = {
  readonly shortDescription: string
  readonly longDescription: string
  readonly features: readonly string[]
}

/** What a publiccode.yml asks for and a sheet does not hold: read in another file, or stated by an editor. */
export type PubliccodeFacts = {
  readonly features?: readonly string[]
  readonly longDescription?: string
  readonly localisationReady?: boolean
  readonly availableLanguages?: readonly string[]
  readonly maintenanceType?: 'internal' | 'contract' | 'community' | 'none'
  readonly contacts?: readonly { readonly name: string; readonly affiliation?: string }[]
  readonly contractors?: readonly {
    readonly name: string
    readonly until: string
    readonly website?: string
  }[]
  readonly mainCopyrightOwner?: string
  readonly developmentStatus?: string
  readonly softwareType?: string
  readonly platforms?: readonly string[]
  readonly otherLanguages?: Readonly<Record<string, Description>>
}
