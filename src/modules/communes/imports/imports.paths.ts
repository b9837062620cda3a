import type { FindingFilter } from './imports.queries.ts'

type ReportQuery = FindingFilter & { readonly page?: number }

export const importPaths = {
  list: () => '/imports',
  new: () => '/imports/new',
  show: (id: string, query: ReportQuery = {}) => `/imports/${id}${search(query)}`,
  columns: (id: string) => `/imports/${id}/columns`,
  check: (id: string) => `/imports/${id}/check`,
  run: (id: string) => `/imports/${id}/run`,
  stop: (id: string) => `/imports/${id}/stop`,
  successors: (id: string) => `/imports/${id}/successors`,
  findings: (id: string, type: 'csv' | 'ods', query: FindingFilter = {}) =>
    `/imports/${id}/findings.${type}${search(query)}`,
}

function search(query: ReportQuery) {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== 1)
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
