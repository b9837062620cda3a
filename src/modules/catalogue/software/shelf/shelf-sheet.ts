import type { TableColumn } from '#platform/files/write-table.ts'
import { layerNames, sources } from '../../sources/source.ts'
import { platformNames, type Shelved } from './shelf.ts'

/** The list as it is taken away; the layer says under which licence its words are. */
export const shelfColumns: readonly TableColumn<Shelved>[] = [
  { label: 'Logiciel', value: ({ name }) => name },
  { label: 'À quoi il sert', value: ({ summary }) => summary },
  { label: 'Services', value: ({ services }) => services.join(', ') },
  { label: 'Besoins', value: ({ needs }) => needs.join(', ') },
  { label: 'Licence (SPDX)', value: ({ licenceSpdx }) => licenceSpdx },
  { label: 'Licence, telle qu’écrite', value: ({ licenceRaw }) => licenceRaw },
  { label: 'Libre', value: ({ isFree }) => (isFree === null ? 'à vérifier' : isFree ? 'oui' : 'non') },
  {
    label: 'Fonctionne sur',
    value: ({ platforms }) => platforms.map((platform) => platformNames[platform] ?? platform).join(', '),
  },
  { label: 'Version', value: ({ version }) => version },
  { label: 'Date de la version', value: ({ releasedOn }) => releasedOn },
  { label: 'Communes qui l’utilisent', value: ({ usages }) => usages },
  { label: 'Site', value: ({ website }) => website },
  { label: 'Code source', value: ({ repository }) => repository },
  { label: 'Couche', value: ({ layer }) => layerNames[layer] },
  { label: 'Licence de ces données', value: ({ layer }) => dataLicences[layer] },
]

const dataLicences: Readonly<Record<Shelved['layer'], string>> = {
  main: 'Licence Ouverte 2.0',
  alternatives: 'CC-BY-4.0 et MIT, selon la liste',
  'awesome-selfhosted': `${sources['awesome-selfhosted'].licence}, ${sources['awesome-selfhosted'].attribution}`,
}
