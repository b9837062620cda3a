import type { Twins } from '#platform/module.ts'

/** The public pages of the two directories that are files too. */
export const twins: readonly Twins[] = [
  { page: '/software', formats: ['json', 'csv', 'ods', 'atom'] },
  { page: '/software/:slug', formats: ['json', 'jsonld', 'csv', 'ods', 'pdf'] },
  { page: '/needs', formats: ['json', 'csv', 'ods'] },
  { page: '/products', formats: ['json', 'csv', 'ods'] },
  { page: '/in/:insee', formats: ['json'] },
  { page: '/needs/:slug', formats: ['json', 'jsonld', 'csv', 'ods'] },
  { page: '/companies', formats: ['json', 'csv', 'ods', 'atom'] },
  { page: '/companies/:key', formats: ['json', 'jsonld'] },
]
