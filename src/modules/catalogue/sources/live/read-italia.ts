import { z } from 'zod'
import { type Reading, readText } from '../../publiccode/reading/read-publiccode.ts'
import { type LeftOut, type LivePage, NotThatCatalogue } from './live-reading.ts'

const Row = z.looseObject({
  id: z.string(),
  url: z.string(),
  publiccodeYml: z.string(),
  active: z.boolean().nullish(),
})
const Page = z.looseObject({
  data: z.array(z.unknown()),
  links: z.looseObject({ next: z.string().nullish() }).nullish(),
})

/** A page of the Software Catalog API v1, of Italy, of Switzerland, or of another Beffroi; `address` is where it was read. */
export function readItalia(content: unknown, address: string): LivePage {
  const page = Page.safeParse(content)
  if (!page.success)
    throw new NotThatCatalogue(
      'Un catalogue à l’italienne donne « data » et « links » : cette réponse ne les a pas.',
    )

  const files: Reading[] = []
  const leftOut: LeftOut[] = []
  for (const [at, raw] of page.data.data.entries()) {
    const row = Row.safeParse(raw)
    if (!row.success) leftOut.push({ row: `ligne ${at + 1}`, why: 'Sans adresse ou sans publiccode.yml.' })
    else if (row.data.active === false)
      leftOut.push({ row: row.data.url, why: 'Le catalogue le dit inactif.' })
    else files.push(readText(row.data.publiccodeYml, row.data.url))
  }
  return { entries: [], files, leftOut, next: nextOf(page.data.links?.next, address) }
}

/** The next page, at the same place: a catalogue does not send us elsewhere. */
function nextOf(next: string | null | undefined, address: string): string | null {
  if (!next || !URL.canParse(next, address)) return null
  const url = new URL(next, address)
  return url.origin === new URL(address).origin ? url.href : null
}
