import { z } from 'zod'

// What the catalogue and the companies answer from their own pages, described beside the documents of this module.

const named = z.object({ slug: z.string(), label: z.string() })

export const ProductList = z
  .object({
    products: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        vendor: z.string().nullable(),
        aliases: z.array(z.string()),
        needs: z.array(named),
        software: z.int().describe('How many software meet one of these needs.'),
      }),
    ),
  })
  .meta({ id: 'ProductList', description: 'Programs that are not free, and the needs they serve.' })

export const CommuneDocument = z
  .looseObject({
    '@type': z.literal('GovernmentOrganization'),
    name: z.string(),
    url: z.url(),
    identifier: z.object({ insee: z.string(), siren: z.string().nullable() }),
    usages: z.array(
      z.looseObject({
        software: z.object({ name: z.string(), url: z.url(), licence: z.string().nullable() }),
        state: z.enum(['testing', 'in-use', 'left']),
        since: z.string().nullable(),
        confirmedAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'Commune', description: 'What a commune says it uses, confirmed by its town hall.' })

export const OrderDocument = z
  .looseObject({
    rule: z.string(),
    day: z.string(),
    seedWords: z.string(),
    seed: z.string(),
    candidates: z.array(z.looseObject({ place: z.int(), key: z.string(), name: z.string() })),
    leftOut: z.array(z.looseObject({ name: z.string() })),
  })
  .meta({ id: 'Order', description: 'The figures of an order, with which anybody does it again.' })
