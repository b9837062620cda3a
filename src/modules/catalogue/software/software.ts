/** A fact that may be true, false, unknown, or that makes no sense for this software. */
export type Tristate = 'yes' | 'no' | 'unknown' | 'not-applicable'

export type Attributes = Readonly<Record<string, Tristate>>

/** Where each field of a sheet comes from: the source's word, and the day of what it says. */
export type Origins = Readonly<Record<string, { readonly source: string; readonly at: string | null }>>
