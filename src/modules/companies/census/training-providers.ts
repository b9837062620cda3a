import { parseEmail } from '#values/email.ts'
import { parseWebAddress } from '#values/web-address.ts'

/** The source of the providers shipped with Beffroi, under Licence Ouverte 2.0 or CC-BY 4.0. */
export const trainingSource = 'DINUM, Bastien Guerry, « formations logiciels libres » (codegouvfr-data)'
export const trainingSourceDate = '2025-09-24'

/** A provider as the source's file has it; it has declared nothing to us, so no service is read into its courses. */
export type TrainingProvider = {
  readonly key: string
  readonly name: string
  readonly website: string | null
  readonly email: string | null
  readonly postalAddress: string | null
  readonly courses: readonly string[]
}

/** Reads the entries of the file: an entry without a name is no provider, a wrong address is no address. */
export const readProviders = (entries: unknown): TrainingProvider[] =>
  Array.isArray(entries) ? entries.flatMap(readProvider) : []

function readProvider(entry: unknown): TrainingProvider[] {
  const { organisme, site_web, courriel, adresse, formations } = isRecord(entry) ? entry : {}
  const name = textOf(organisme)
  if (!name) return []

  const [email, website] = [parseEmail(textOf(courriel)), parseWebAddress(textOf(site_web))]
  return [
    {
      key: `codegouvfr/${name.toLowerCase()}`,
      name,
      website: website.ok ? website.value : null,
      email: email.ok ? email.value : null,
      postalAddress: textOf(adresse).replace(/\s*-\s*France$/, '') || null,
      courses: Array.isArray(formations) ? formations.map(courseOf).filter(Boolean) : [],
    },
  ]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

// A title written without quotes, « PGIS1 : PostGIS », is read by YAML as a key and its value.
const courseOf = (course: unknown) =>
  isRecord(course)
    ? Object.entries(course)
        .map(([key, value]) => `${key} : ${textOf(value)}`)
        .join(', ')
    : textOf(course)
