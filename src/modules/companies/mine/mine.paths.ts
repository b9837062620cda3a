const base = '/my-company'

/** What a company does at home, once it has claimed its page. */
export const minePaths = {
  home: () => base,
  presentation: () => `${base}/presentation`,
  services: () => `${base}/services`,
  service: (id: string, verb: 'end' | 'revival') => `${base}/services/${id}/${verb}`,
  renewal: () => `${base}/renewal`,
  references: () => `${base}/references`,
  reference: (id: string, verb: 'withdrawal' | 'reply') => `${base}/references/${id}/${verb}`,
  offers: () => `${base}/offers`,
  everything: () => `${base}/export.json`,
  sheet: (list: 'services' | 'references', type: 'csv' | 'ods') => `${base}/${list}.${type}`,
}
