/** The catalogues that can be read from elsewhere, once a person has said that it may be done. */
export const liveSources = ['sill-live', 'comptoir', 'cnll', 'italia'] as const
export type LiveSource = (typeof liveSources)[number]

export const isLiveSource = (slug: string): slug is LiveSource =>
  (liveSources as readonly string[]).includes(slug)

/** Where each is published as far as we know: none was reachable when this was written, so the address may be changed. */
export const usualAddresses: Record<LiveSource, string> = {
  'sill-live': 'https://code.gouv.fr/sill/api/v2/catalogi.json',
  comptoir: 'https://comptoir-du-libre.org/public/export/comptoir-du-libre_export_v1.json',
  cnll: 'https://annuaire.cnll.fr/api/prestataires-sill.json',
  italia: 'https://api.developers.italia.it/v1/software?page[size]=100',
}
