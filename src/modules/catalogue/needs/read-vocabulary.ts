import { parse } from 'yaml'
import { z } from 'zod'
import type { Audience, Fit } from './need.ts'
import { type Vocabulary, vocabularySource, type WrittenNeed, type WrittenProduct } from './vocabulary.ts'

export type VocabularyFile = { readonly name: string; readonly text: string }

const audienceOf: Readonly<Record<string, Audience>> = {
  mairie: 'town-hall',
  agents: 'staff',
  habitants: 'citizens',
  écoles: 'schools',
}

const words = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  )
  .default([])
const line = z.string().trim().min(1)

const Need = z.strictObject({
  nom: line,
  résumé: line,
  conseil: line.optional(),
  pour: words.pipe(z.array(z.enum(Object.keys(audienceOf))).min(1)),
  mots: words,
  phrases: z.array(line.max(200)).default([]),
  publiccode: words,
  logiciels: z.record(line, line).default({}),
})
const Service = z.strictObject({ service: line, besoins: z.record(line, Need) })
const Product = z.strictObject({
  nom: line,
  éditeur: line.optional(),
  'dit-aussi': words,
  'sert-à': words,
  source: line.default(vocabularySource),
})
const Products = z.strictObject({ produits: z.record(line, Product) })

/**
 * Reads the files of the vocabulary, in the order of their names: one for each service of a town hall, and those of the products.
 * A fault names its file and its line of keys, since a person writes them.
 */
export function readVocabulary(files: readonly VocabularyFile[]): Vocabulary {
  const written = files.map((file) => ({
    ...file,
    said: parse(file.text, { schema: 'failsafe', prettyErrors: true }) as unknown,
  }))
  const isProducts = ({ said }: { said: unknown }) =>
    typeof said === 'object' && said !== null && 'produits' in said

  return checked({
    needs: written.filter((file) => !isProducts(file)).flatMap(needsOf),
    products: written.filter(isProducts).flatMap(productsOf),
  })
}

function needsOf({ name, said }: VocabularyFile & { said: unknown }): WrittenNeed[] {
  const { service, besoins } = read(Service, said, name)
  return Object.entries(besoins).map(([slug, need]) => ({
    slug,
    service,
    label: need.nom,
    summary: need.résumé,
    advice: need.conseil ?? null,
    audiences: need.pour.flatMap((word) => audienceOf[word] ?? []),
    publiccodeCategories: need.publiccode,
    synonyms: need.mots,
    phrases: need.phrases,
    software: Object.entries(need.logiciels).map(([software, said]) => ({
      slug: software,
      fit: fitOf(said),
    })),
  }))
}

/** « entièrement », or else the sentence says what is missing. */
const fitOf = (said: string): Fit =>
  said === 'entièrement' ? { level: 'full' } : { level: 'part', missing: said }

const productsOf = ({ name, said }: VocabularyFile & { said: unknown }): WrittenProduct[] =>
  Object.entries(read(Products, said, name).produits).map(([slug, product]) => ({
    slug,
    name: product.nom,
    vendor: product.éditeur ?? null,
    aliases: product['dit-aussi'],
    needs: product['sert-à'],
    source: product.source,
  }))

function read<Schema extends z.ZodType>(schema: Schema, said: unknown, name: string): z.infer<Schema> {
  const result = schema.safeParse(said)
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`)

  return result.data
}

function checked(vocabulary: Vocabulary): Vocabulary {
  const known = new Set(vocabulary.needs.map(({ slug }) => slug))
  if (known.size < vocabulary.needs.length) throw new Error('Two needs of the vocabulary bear one slug.')
  for (const { slug, needs } of vocabulary.products)
    for (const need of needs)
      if (!known.has(need)) throw new Error(`The product ${slug} serves « ${need} », which is no need.`)

  return vocabulary
}
