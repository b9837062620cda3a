import type { TableColumn } from '#platform/files/write-table.ts'
import type { Reference } from '../references/references.queries.ts'
import type { Area } from '../services/area.ts'
import { serviceKindNames, serviceLevelNames } from '../services/service.ts'
import type { StatedService } from '../services/services.queries.ts'

/** A company's services as it takes them away. */
export const serviceColumns = (names: ReadonlyMap<Area, string>): readonly TableColumn<StatedService>[] => [
  { label: 'Besoin', value: ({ needLabel }) => needLabel },
  { label: 'Logiciel', value: ({ softwareName }) => softwareName },
  { label: 'Service', value: ({ kind }) => serviceKindNames[kind] },
  { label: 'Niveau', value: ({ level }) => serviceLevelNames[level] },
  { label: 'Zones', value: ({ areas }) => areas.map((area) => names.get(area) ?? area).join(', ') },
  { label: 'Dit le', value: ({ statedAt }) => statedAt },
]

const stateNames: Record<Reference['state'], string> = {
  declared: 'déclarée',
  confirmed: 'confirmée par la commune',
  refused: 'refusée par la commune',
}

/** A company's references as it takes them away. */
export const referenceColumns: readonly TableColumn<Reference>[] = [
  { label: 'Commune', value: ({ commune }) => commune },
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Besoin', value: ({ needLabel }) => needLabel },
  { label: 'Logiciel', value: ({ softwareName }) => softwareName },
  { label: 'Service', value: ({ kind }) => serviceKindNames[kind] },
  { label: 'Année', value: ({ year }) => year },
  { label: 'État', value: ({ state }) => stateNames[state] },
  { label: 'Motif du refus', value: ({ whyRefused }) => whyRefused },
  { label: 'Réponse de l’entreprise', value: ({ reply }) => reply },
  { label: 'Déclarée le', value: ({ declaredAt }) => declaredAt },
  { label: 'Réponse de la commune le', value: ({ settledAt }) => settledAt },
]
