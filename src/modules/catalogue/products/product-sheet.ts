import type { TableColumn } from '#platform/files/write-table.ts'
import type { ListedProduct } from './products.queries.ts'

/** The products as they are taken away. */
export const productColumns: readonly TableColumn<ListedProduct>[] = [
  { label: 'Produit', value: ({ name }) => name },
  { label: 'Éditeur', value: ({ vendor }) => vendor },
  { label: 'Dit aussi', value: ({ aliases }) => aliases.join(', ') },
  { label: 'Sert à', value: ({ needs }) => needs.map(({ label }) => label).join(' ; ') },
  { label: 'Logiciels libres', value: ({ software }) => software },
  { label: 'Identifiant', value: ({ slug }) => slug },
]
