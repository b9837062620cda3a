import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A commune of the shipped reference, as the search takes it. */
export type ReferenceCommune = {
  readonly insee: string
  readonly name: string
  readonly departement: string
  readonly postalCodes: readonly string[]
  readonly population: number | null
  readonly siren: string | null
  readonly formerNames: readonly string[]
}

/** The communes of France from the reference file, without a database: what is measured is the search alone. */
export function readFrance(): ReferenceCommune[] {
  const file = new URL('../src/modules/communes/reference/france.json.gz', import.meta.url)
  const { communes, successions } = JSON.parse(gunzipSync(readFileSync(file)).toString())
  const column = (name: string): string[] => communes[name].split('\n')
  const [names, departements, postalCodes, populations, sirens] = [
    'name',
    'departement',
    'postal_codes',
    'population',
    'siren',
  ].map(column)

  const formerNames: string[] = successions.former_name.split('\n')
  const owners: string[] = successions.insee.split('\n')
  const parts = Map.groupBy(formerNames.keys(), (row) => owners[row])

  return column('insee').map((insee, row) => ({
    insee,
    name: names?.[row] ?? '',
    departement: departements?.[row] ?? '',
    postalCodes: postalCodes?.[row]?.split(' ').filter(Boolean) ?? [],
    population: Number(populations?.[row]) || null,
    siren: sirens?.[row] || null,
    formerNames: parts.get(insee)?.flatMap((part) => formerNames[part] || []) ?? [],
  }))
}
