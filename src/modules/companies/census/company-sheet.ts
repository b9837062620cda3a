import type { TableColumn } from '#platform/files/write-table.ts'
import type { Area } from '../services/area.ts'
import { serviceKindNames } from '../services/service.ts'
import type { ListedCompany } from './company-list.queries.ts'

/** The census as it is taken away, in the order of the day. */
export const companyColumns = (names: ReadonlyMap<Area, string>): readonly TableColumn<ListedCompany>[] => [
  { label: 'Entreprise', value: ({ name }) => name },
  { label: 'SIREN', value: ({ siren }) => siren },
  { label: 'Identifiant', value: ({ id }) => id },
  { label: 'Commune du siège', value: ({ commune }) => commune },
  { label: 'Adresse', value: ({ postalAddress }) => postalAddress },
  { label: 'Site', value: ({ website }) => website },
  { label: 'Fiche', value: ({ isClaimed }) => (isClaimed ? 'tenue par l’entreprise' : 'non réclamée') },
  {
    label: 'Services déclarés',
    value: ({ kinds }) => kinds.map((kind) => serviceKindNames[kind]).join(', '),
  },
  { label: 'Besoins et logiciels', value: ({ subjects }) => subjects.join(', ') },
  { label: 'Zones', value: ({ areas }) => areas.map((area) => names.get(area) ?? area).join(', ') },
  { label: 'Références confirmées', value: ({ confirmedReferences }) => confirmedReferences },
  { label: 'Références déclarées', value: ({ declaredReferences }) => declaredReferences },
  { label: 'Offres opérées', value: ({ offers }) => offers },
  { label: 'Source', value: ({ source }) => source },
  { label: 'Date de la source', value: ({ sourceDate }) => sourceDate },
]
