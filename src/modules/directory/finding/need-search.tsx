import { SearchField } from '#ui/search-field.tsx'
import { directoryPaths } from '../directory.paths.ts'
import type { Place } from '../place/place.ts'

/** The field that understands a need; the commune already chosen goes with the question. */
export function NeedSearch({ q, place, large }: { q?: string; place?: Place; large?: boolean }) {
  return (
    <SearchField
      action={directoryPaths.find()}
      label="Votre besoin, ou un logiciel à remplacer"
      value={q}
      keep={place && { commune: place.insee }}
      large={large}
    />
  )
}
