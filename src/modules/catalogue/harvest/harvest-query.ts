import { z } from 'zod'

const size = 'page[size]'
const after = 'page[after]'
const before = 'page[before]'

const moment = z.iso
  .datetime({ offset: true, error: 'must be a date and time, such as 2026-11-24T00:00:00Z' })
  .transform((text) => new Date(text))

/** The parameters of a page of software, as the Italian Software Catalog API v1 names them. */
export const HarvestQuery = z.object({
  [size]: z.coerce
    .number({ error: 'must be a whole number between 1 and 100' })
    .int('must be a whole number between 1 and 100')
    .min(1, 'must be between 1 and 100')
    .max(100, 'must be between 1 and 100')
    .default(25),
  [after]: z.uuid('must be a cursor that a page gave').optional(),
  [before]: z.uuid('must be a cursor that a page gave').optional(),
  from: moment.optional(),
  to: moment.optional(),
})

/** What a harvester asked, in our words. */
export function readHarvestQuery(query: Readonly<Record<string, string>>) {
  const parsed = HarvestQuery.safeParse(query)
  if (!parsed.success)
    return {
      ok: false as const,
      errors: parsed.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? ''),
        rule: message,
      })),
    }

  const { from, to, ...pages } = parsed.data
  return {
    ok: true as const,
    value: { size: pages[size], after: pages[after], before: pages[before], from, to },
  }
}

type Place = { readonly size: number; readonly from?: Date; readonly to?: Date }

/** The link to another page, relative as the Italian API gives it. */
export const pageLink = ({ size: most, from, to }: Place, cursor: { after?: string; before?: string }) =>
  `?${new URLSearchParams({
    ...(cursor.after && { [after]: cursor.after }),
    ...(cursor.before && { [before]: cursor.before }),
    [size]: String(most),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  })}`
