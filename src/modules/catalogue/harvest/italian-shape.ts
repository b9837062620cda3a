import type { PubliccodeSheet } from '../publiccode/sheets.queries.ts'
import { publiccodeText } from '../publiccode/writing/write-publiccode.ts'

/** A software as the Italian Software Catalog API v1 writes it. */
export const italianSoftware = (sheet: PubliccodeSheet) => ({
  id: sheet.id,
  url: sheet.repository,
  aliases: [],
  publiccodeYml: publiccodeText(sheet),
  active: true,
  catalogId: catalogue.id,
  createdAt: sheet.createdAt.toISOString(),
  updatedAt: sheet.updatedAt.toISOString(),
})

/** The one catalogue that we hold for harvesters: the layer under Licence Ouverte. */
export const catalogue = {
  id: '5c2f4b8e-6d1a-4a39-9d6e-2f7c1b0e8a44',
  alternativeId: 'beffroi',
  name: 'Beffroi, catalogue de logiciels libres pour les mairies',
} as const
