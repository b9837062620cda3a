import { stringify } from 'yaml'
import { type MissingFact, missingFactSentences } from './missing-facts.ts'

/** The text of the file in YAML 1.2; a draft begins with what it lacks, as comments. */
export function yamlOf(file: object, missing: readonly MissingFact[]): string {
  const body = stringify(withoutVoid(file), {
    version: '1.2',
    schema: 'core',
    // Without it a text that a YAML 1.1 reader takes for a date, a number or a boolean would change on the way.
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
    lineWidth: 100,
  })
  return `${header}${draftNotice(missing)}\n${body}`
}

const header = '# publiccode.yml 0.7.0, https://yml.publiccode.tools/\n'

const draftNotice = (missing: readonly MissingFact[]) =>
  missing.length === 0
    ? ''
    : [
        '#\n# BROUILLON : ce fichier n’est pas encore valide. Personne n’a dit :\n',
        ...missing.map((fact) => `#   - ${fact} : ${missingFactSentences[fact]}\n`),
      ].join('')

/** Undefined values and the maps that hold nothing else are left out; texts lose the spaces around them. */
function withoutVoid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVoid)
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return value

  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const clean = withoutVoid(inner)
    const isVoid = clean === undefined || (isPlain(clean) && Object.keys(clean).length === 0)
    return isVoid ? [] : [[key, clean] as const]
  })
  return Object.fromEntries(kept)
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
