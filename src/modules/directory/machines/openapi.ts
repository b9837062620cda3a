import { z } from 'zod'
import { harvestPaths } from '#modules/catalogue/index.ts'
import {
  CompanyDocument,
  CompanyList,
  JsonLdDocument,
  NeedDocument,
  NeedList,
  SoftwareDocument,
  SoftwareList,
} from './documents.ts'
import { CommuneDocument, OrderDocument, ProductList } from './other-documents.ts'

/** One address that a machine may read: its path, its parameters, and the shape of its answer for each media type. */
export type MachineRoute = {
  readonly path: string
  readonly summary: string
  readonly parameters?: readonly Parameter[]
  readonly answers: Readonly<Record<string, z.ZodType | 'text' | 'binary'>>
}

type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly description: string
  readonly example?: string
}

const slug = { name: 'slug', in: 'path', description: 'Le nom dans l’adresse de la page.' } as const
const after = {
  name: 'after',
  in: 'query',
  description: 'Le dernier nom déjà lu ; l’adresse suivante est dans `next`.',
} as const
const need = { name: 'need', in: 'query', description: 'Le besoin.' } as const
const commune = { name: 'commune', in: 'query', description: 'Le code INSEE de la commune.' } as const
const insee = { name: 'insee', in: 'path', description: 'Le code INSEE de la commune.' } as const
const sheet = { name: 'sheet', in: 'query', description: 'Un logiciel ; à répéter.' } as const
const csv = { 'text/csv': 'text' } as const
const ods = { 'application/vnd.oasis.opendocument.spreadsheet': 'binary' } as const
const json = <Shape extends z.ZodType>(shape: Shape) => ({ 'application/json': shape })
const jsonLd = { 'application/ld+json': JsonLdDocument }
const atom = { 'application/atom+xml': 'text' } as const
const pdf = { 'application/pdf': 'binary' } as const

/** Every address of the two directories that a machine reads. */
export const machineRoutes: readonly MachineRoute[] = [
  route('/software.json', 'Les logiciels, par pages.', json(SoftwareList), after),
  route('/software.csv', 'Les logiciels, en tableau.', csv),
  route('/software.ods', 'Les logiciels, en classeur.', ods),
  route('/software.atom', 'Les fiches changées en dernier.', atom),
  route('/software/{slug}.json', 'Un logiciel.', json(SoftwareDocument), slug),
  route('/software/{slug}.jsonld', 'Un logiciel, en schema.org.', jsonLd, slug),
  route('/software/{slug}.csv', 'Les champs d’une fiche, leur source et leur date.', csv, slug),
  route('/software/{slug}.ods', 'Les mêmes, en classeur.', ods, slug),
  route('/software/{slug}.pdf', 'La fiche sur une page A4 (PDF/UA).', pdf, slug),
  route('/needs.json', 'Les besoins des mairies.', json(NeedList), after),
  route('/needs/{slug}.json', 'Un besoin et ce qui y répond.', json(NeedDocument), slug),
  route('/needs/{slug}.jsonld', 'Un besoin, en schema.org.', jsonLd, slug),
  route('/needs/{slug}.csv', 'Les logiciels qui répondent à un besoin, en tableau.', csv, slug),
  route('/needs/{slug}.ods', 'Les mêmes, en classeur.', ods, slug),
  route('/companies.json', 'Les entreprises du recensement.', json(CompanyList), after),
  route('/companies.atom', 'Les entreprises arrivées en dernier.', atom),
  route('/companies/{slug}.json', 'Une entreprise, par son SIREN.', json(CompanyDocument), slug),
  route('/companies/{slug}.jsonld', 'Une entreprise, en schema.org.', jsonLd, slug),
  route('/companies.csv', 'Les entreprises, en tableau.', csv),
  route('/companies.ods', 'Les mêmes, en classeur.', ods),
  route(
    '/companies/order.json',
    'L’ordre du jour pour une question, et tout ce qui le refait.',
    json(OrderDocument),
    need,
    commune,
  ),
  route('/companies/exposures.csv', 'Combien de fois chaque entreprise a été montrée et sollicitée.', csv),
  route('/companies/exposures.ods', 'Le même registre, en classeur.', ods),
  route('/needs.csv', 'Les besoins, en tableau.', csv),
  route('/needs.ods', 'Les mêmes, en classeur.', ods),
  route('/products.json', 'Les produits à remplacer.', json(ProductList)),
  route('/products.csv', 'Les mêmes, en tableau.', csv),
  route('/products.ods', 'Les mêmes, en classeur.', ods),
  route('/publiccode.csv', 'Quels logiciels ont un publiccode.yml valide, ou ce qui lui manque.', csv),
  route('/publiccode.ods', 'Les mêmes, en classeur.', ods),
  route('/in/{insee}.json', 'Ce qu’une commune dit utiliser.', json(CommuneDocument), insee),
  route('/binder.pdf', 'Un classeur de fiches (PDF/UA).', pdf, sheet),
  route('/usages.atom', 'Les usages confirmés en dernier par des communes.', atom),
]

function route(
  path: string,
  summary: string,
  answers: MachineRoute['answers'],
  ...parameters: readonly Parameter[]
): MachineRoute {
  return { path, summary, answers, parameters }
}

/** The description of what machines may read, as OpenAPI 3.1 writes it. */
export function openApiDocument(baseUrl: string, routes: readonly MachineRoute[] = machineRoutes) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Beffroi : logiciels, besoins, entreprises et usages',
      version: '1',
      description:
        'Tout ce que montrent les pages publiques des deux annuaires, aux mêmes adresses. Chaque réponse dit ses sources et leur licence.',
      license: { name: 'Licence Ouverte 2.0', identifier: 'etalab-2.0' },
    },
    servers: [{ url: baseUrl }],
    paths: {
      ...Object.fromEntries(routes.map((described) => [described.path, { get: operation(described) }])),
      ...harvestPaths,
    },
    components: { schemas: componentSchemas() },
  }
}

const operation = ({ summary, parameters = [], answers }: MachineRoute) => ({
  summary,
  parameters: parameters.map((parameter) => ({
    ...parameter,
    required: parameter.in === 'path',
    schema: { type: 'string' },
  })),
  responses: {
    200: {
      description: summary,
      content: Object.fromEntries(
        Object.entries(answers).map(([type, shape]) => [type, { schema: schemaOf(shape) }]),
      ),
    },
    404: { description: 'Rien ne porte ce nom.' },
  },
})

function schemaOf(shape: z.ZodType | 'text' | 'binary') {
  if (shape === 'text') return { type: 'string' }
  if (shape === 'binary') return { type: 'string', contentMediaType: 'application/octet-stream' }
  return { $ref: addressOf(z.globalRegistry.get(shape)?.id ?? '') }
}

const addressOf = (id: string) => `#/components/schemas/${id}`

// A component is known by its place in the document: the identifier and the dialect of each would say it twice.
function componentSchemas() {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: addressOf })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  )
}
