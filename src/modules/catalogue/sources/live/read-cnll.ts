import { z } from 'zod'
import { type LivePage, NotThatCatalogue, sirenOf, webAddressOf } from './live-reading.ts'
import { readRows } from './read-rows.ts'

const Company = z.looseObject({
  nom: z.string().trim().min(1),
  siren: z.unknown().optional(),
  url: z.unknown().optional(),
})
const Row = z.looseObject({
  nom: z.string().nullish(),
  sill_id: z.union([z.number().int(), z.string().regex(/^\d+$/)]),
  prestataires: z.array(z.unknown()),
})

/** The CNLL's `prestataires-sill.json`: companies by software of the SILL. What it says of them was guessed from their sites. */
export function readCnll(content: unknown): LivePage {
  if (!Array.isArray(content))
    throw new NotThatCatalogue(
      'Le CNLL donne une liste de logiciels avec leurs prestataires : ce fichier n’en est pas une.',
    )

  return readRows(content, Row, ({ sill_id, prestataires }) => ({
    record: null,
    sillId: String(sill_id),
    companies: prestataires.flatMap(companyOf),
    users: [],
  }))
}

function companyOf(raw: unknown) {
  const company = Company.safeParse(raw)
  if (!company.success) return []
  const { nom, siren: typed, url } = company.data
  const siren = sirenOf(typed)
  return [
    { externalId: siren ?? nom.toLowerCase(), name: nom, siren, website: null, page: webAddressOf(url) },
  ]
}
