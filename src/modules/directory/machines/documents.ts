import { z } from 'zod'

// What machines read. The OpenAPI description is drawn from these shapes, and the tests read every answer by them.

const day = z.iso.date()
const moment = z.iso.datetime()
const address = z.url()

const Fit = z.enum(['full', 'part']).describe('Whether the need is met wholly, or in part.')

/** Where a document comes from and under which licence it may be used again. */
export const Attribution = z
  .object({ source: z.string(), licence: z.string(), url: z.string().nullable() })
  .meta({ id: 'Attribution', description: 'A source, to be quoted with the data.' })

export const SoftwareDocument = z
  .object({
    url: address,
    slug: z.string(),
    name: z.string(),
    summary: z.string().nullable(),
    description: z.string().nullable().describe('Markdown.'),
    licence: z.object({
      spdx: z.string().nullable().describe('An SPDX expression.'),
      asWritten: z.string().nullable(),
      isFree: z.boolean().nullable().describe('Null: not known.'),
    }),
    website: z.string().nullable(),
    repository: z.string().nullable(),
    documentation: z.string().nullable(),
    platforms: z.array(z.string()),
    softwareType: z.string().nullable(),
    developmentStatus: z.string().nullable(),
    version: z.string().nullable(),
    releasedOn: day.nullable(),
    attributes: z.record(z.string(), z.enum(['yes', 'no', 'unknown', 'not-applicable'])),
    limits: z.array(z.string()),
    identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
    needs: z.array(
      z.object({
        slug: z.string(),
        label: z.string(),
        fit: Fit,
        missing: z.string().nullable(),
      }),
    ),
    replaces: z.array(z.object({ slug: z.string(), name: z.string() })),
    usedBy: z.array(
      z.object({
        insee: z.string(),
        name: z.string(),
        state: z.enum(['testing', 'in-use']),
        sinceOn: day.nullable(),
        confirmedAt: moment,
      }),
    ),
    origins: z
      .record(z.string(), z.object({ source: z.string(), at: z.string().nullable() }))
      .describe('Where each field comes from, and the day of what it says.'),
    attributions: z.array(Attribution),
    updatedAt: moment,
  })
  .meta({ id: 'Software', description: 'A free software and what is known of it.' })
export type SoftwareDocument = z.output<typeof SoftwareDocument>

export const NeedDocument = z
  .object({
    url: address,
    slug: z.string(),
    service: z.string(),
    label: z.string(),
    summary: z.string(),
    audiences: z.array(z.enum(['town-hall', 'staff', 'citizens', 'schools'])),
    publiccodeCategories: z.array(z.string()),
    products: z.array(z.object({ slug: z.string(), name: z.string() })),
    software: z.array(
      z.object({
        url: address,
        slug: z.string(),
        name: z.string(),
        fit: Fit,
        missing: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Need', description: 'What a town hall wants done, and the software that does it.' })
export type NeedDocument = z.output<typeof NeedDocument>

export const CompanyDocument = z
  .object({
    url: address,
    siren: z.string().nullable(),
    name: z.string(),
    presentation: z.string().nullable(),
    website: z.string().nullable(),
    isClaimed: z.boolean().describe('Whether the company itself keeps its page.'),
    services: z.array(
      z.object({
        kind: z.string(),
        level: z.string(),
        need: z.string().nullable(),
        software: z.string().nullable(),
        areas: z.array(z.string()).describe('`france`, `departement:59`, `epci:SIREN`, `commune:INSEE`.'),
        statedAt: moment,
      }),
    ),
    references: z.array(
      z.object({
        insee: z.string(),
        commune: z.string(),
        year: z.int(),
        kind: z.string(),
        state: z.enum(['declared', 'confirmed', 'refused']),
      }),
    ),
    source: z.string(),
    sourceDate: day.nullable(),
  })
  .meta({ id: 'Company', description: 'A service company, by its own words; nothing is guessed.' })
export type CompanyDocument = z.output<typeof CompanyDocument>

/** A list in pages: `next` leads to the following one, and is null on the last. */
const listOf = <Item extends z.ZodType>(id: string, item: Item) =>
  z.object({ total: z.int(), items: z.array(item), next: z.string().nullable() }).meta({ id })

export const SoftwareList = listOf('SoftwareList', SoftwareDocument)
export const NeedList = listOf('NeedList', NeedDocument)
export const CompanyList = listOf('CompanyList', CompanyDocument)

/** A document of schema.org: its words are theirs. */
export const JsonLdDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: 'JsonLd', description: 'JSON-LD 1.1, in the words of schema.org.' })
