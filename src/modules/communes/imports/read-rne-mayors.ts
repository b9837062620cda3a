import { parseDay } from './days.ts'
import { type Note, refusal, setAside } from './observation.ts'
import type { Reader, ReadingContext } from './reading.ts'
import { plainTitle, type SourceRecord, textOf } from './records.ts'

/** The only columns looked at: birth dates and occupations are dropped here, and nothing quotes them. */
const wanted = {
  'code de la commune': 'code',
  'nom de l elu': 'lastName',
  'prenom de l elu': 'firstName',
  'code sexe': 'sex',
  'libelle de la fonction': 'duty',
  'date de debut de la fonction': 'since',
  'date de debut du mandat': 'elected',
} as const

const civilities: Record<string, 'Madame' | 'Monsieur'> = { F: 'Madame', M: 'Monsieur' }

/** Reads the mayors of the « Répertoire national des élus ». In the councillors' file, only its mayors are kept. */
export const readRneMayors: Reader = (record, context) => [noteOf(record, context)]

function noteOf({ row, fields }: SourceRecord, { communes, sourceDate }: ReadingContext): Note {
  const { code, lastName, firstName, sex, duty, since, elected } = kept(fields)
  if (duty !== undefined && duty !== 'Maire') return setAside(row, 'not-a-mayor')

  const insee = communes.locate(row, { insee: code ?? '' })
  if (typeof insee !== 'string') return insee
  if (!lastName || !firstName) return refusal(row, 'incomplete-name', { insee, field: 'mayor' })

  return {
    fact: 'mayor',
    row,
    insee,
    sourceDate,
    lastName,
    firstName,
    civility: civilities[sex ?? ''] ?? null,
    since: parseDay(since ?? '') ?? parseDay(elected ?? ''),
  }
}

type Kept = Partial<Record<(typeof wanted)[keyof typeof wanted], string>>

function kept(fields: SourceRecord['fields']) {
  const mayor: Kept = {}
  for (const [title, value] of Object.entries(fields)) {
    const name = nameOf(title)
    if (name) mayor[name] = textOf(value)
  }
  return mayor
}

// titles are the same on every row: each is recognised once
const names = new Map<string, keyof Kept | null>()
function nameOf(title: string) {
  const known = names.get(title)
  if (known !== undefined) return known

  const plain = plainTitle(title)
  const name = isWanted(plain) ? wanted[plain] : null
  if (names.size < 200) names.set(title, name)
  return name
}

const isWanted = (title: string): title is keyof typeof wanted => title in wanted
