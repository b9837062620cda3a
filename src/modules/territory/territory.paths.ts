import { type Filters, queryOf } from './territory-filters.ts'

type Some = Partial<Filters>

export const territoryPaths = {
  list: (filters: Some = {}, changes: Some = {}) => `/territory${queryOf(filters, changes)}`,
  export: (type: 'csv' | 'ods' | 'geojson', filters: Some = {}) => `/territory.${type}${queryOf(filters)}`,
  commune: (insee: string) => `/communes/${insee}`,
  communeJson: (insee: string) => `/communes/${insee}.json`,
  contactPoints: (insee: string) => `/communes/${insee}/contact-points`,
  contactPointEnd: (insee: string, id: string) => `/communes/${insee}/contact-points/${id}/end`,
  contactPointReturn: (insee: string, id: string) => `/communes/${insee}/contact-points/${id}/return`,
  steering: (wave?: string) => (wave ? `/steering?wave=${wave}` : '/steering'),
  steeringExport: (wave?: string) => (wave ? `/steering.csv?wave=${wave}` : '/steering.csv'),
}
