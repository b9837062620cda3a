import { z } from 'zod'
import { parseWebAddress } from '#values/web-address.ts'
import { attributeDefinitions } from '../attributes.ts'
import { type Identifier, identifierSchemes, type RecordFields } from '../record.ts'
import type { Tristate } from '../software.ts'
import { developmentStatusNames, softwareTypeNames } from '../software-words.ts'

const text = (most: number, message: string) => z.string().trim().max(most, message).default('')
const webAddress = z
  .string()
  .trim()
  .default('')
  .refine((value) => value === '' || parseWebAddress(value).ok, 'Une adresse de site : https://…')
const lines = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))
const oneOf = (names: Readonly<Record<string, string>>) =>
  z
    .string()
    .default('')
    .transform((value) => (Object.hasOwn(names, value) ? value : null))

/** The form of a sheet: its fields as people type them. */
export const EditForm = z.looseObject({
  version: z.string().default(''),
  name: text(200, 'Au plus 200 caractères.'),
  summary: text(300, 'Une phrase de 300 caractères au plus.'),
  description: text(20_000, 'Au plus 20 000 caractères.'),
  licenceRaw: text(500, 'Au plus 500 caractères.'),
  website: webAddress,
  repository: webAddress,
  documentation: webAddress,
  platforms: many,
  softwareType: oneOf(softwareTypeNames),
  developmentStatus: oneOf(developmentStatusNames),
  versionName: text(60, 'Au plus 60 caractères.'),
  releasedOn: z
    .string()
    .trim()
    .default('')
    .refine((value) => value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value), 'Un jour, comme 2026-11-24.'),
  limits: lines,
  replaces: lines,
  identifiers: lines
    .transform((typed) => typed.map(identifierIn))
    .refine(
      (read) => read.every((one) => one !== undefined),
      `Une ligne par identifiant : ${identifierSchemes.join(', ')}, une espace, puis sa valeur.`,
    ),
  revert: many,
})

export type EditValues = z.output<typeof EditForm>

/** What the form says, as the fields of a record. */
export function fieldsOf(values: EditValues): RecordFields {
  const attributes = Object.fromEntries(
    Object.keys(attributeDefinitions).map((key) => [key, tristateIn(values[`attribute-${key}`])]),
  )
  const { name, summary, description, licenceRaw, website, repository, documentation } = values
  return {
    name,
    summary,
    description,
    licenceRaw,
    website,
    repository,
    documentation,
    platforms: values.platforms,
    softwareType: values.softwareType,
    developmentStatus: values.developmentStatus,
    version: values.versionName,
    releasedOn: values.releasedOn,
    limits: values.limits,
    replaces: values.replaces,
    attributes,
  }
}

export const identifiersIn = ({ identifiers }: EditValues): readonly Identifier[] =>
  identifiers.filter((one) => one !== undefined)

function identifierIn(line: string): Identifier | undefined {
  const [scheme = '', ...rest] = line.split(/\s+/)
  const known = identifierSchemes.find((one) => one === scheme.toLowerCase())
  const value = rest.join(' ')
  return known && value !== '' && value.length <= 500 ? { scheme: known, value } : undefined
}

const tristates: readonly Tristate[] = ['yes', 'no', 'unknown', 'not-applicable']
const tristateIn = (value: unknown): Tristate => tristates.find((one) => one === value) ?? 'unknown'

/** A new sheet: its name and what it is for are enough. */
export const NewForm = z.object({
  once: z.uuid(),
  name: z.string().trim().min(1, 'Le nom du logiciel.').max(200, 'Au plus 200 caractères.'),
  summary: z
    .string()
    .trim()
    .min(10, 'Une phrase, dans les mots d’une mairie.')
    .max(300, 'Une phrase de 300 caractères au plus.'),
  website: webAddress,
  repository: webAddress,
  licenceRaw: text(500, 'Au plus 500 caractères.'),
})
