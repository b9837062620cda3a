const json = { 'application/json': {} } as const
const page = (description: string) => ({
  '200': { description, content: json },
  '304': { description: 'Inchangé' },
})
const query = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

const paging = [
  query('page[size]', 'Combien par page', { type: 'integer', minimum: 1, maximum: 100, default: 25 }),
  query('page[after]', 'Le curseur de la page d’avant', { type: 'string', format: 'uuid' }),
  query('page[before]', 'Le curseur de la page d’après', { type: 'string', format: 'uuid' }),
  query('from', 'Changés depuis ce moment', { type: 'string', format: 'date-time' }),
  query('to', 'Changés jusqu’à ce moment', { type: 'string', format: 'date-time' }),
]

/** The harvest routes as OpenAPI 3.1 paths, for the description of the whole directory. */
export const harvestPaths = {
  '/v1/software': {
    get: {
      summary: 'Les logiciels, dans la forme de l’API italienne v1 : chacun avec son publiccode.yml',
      parameters: paging,
      responses: { ...page('Une page de logiciels'), '422': { description: 'Un paramètre est faux' } },
    },
  },
  '/v1/software/{id}': {
    get: {
      summary: 'Un logiciel, dans la forme de l’API italienne v1',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: { ...page('Le logiciel'), '404': { description: 'Aucun logiciel n’a cet identifiant' } },
    },
  },
  '/v1/publishers': { get: { summary: 'Qui tient ce catalogue', responses: page('Les organismes') } },
  '/v1/catalogs': { get: { summary: 'Le catalogue', responses: page('Le catalogue') } },
  '/api/sill.json': {
    get: { summary: 'Les logiciels, dans la forme v1 du SILL', responses: page('Une liste') },
  },
  '/api/v2/catalogi.json': {
    get: { summary: 'Les logiciels, dans la forme v2 du SILL', responses: page('Une liste') },
  },
  '/software/{slug}/publiccode.yml': {
    get: {
      summary: 'Le publiccode.yml d’un logiciel, valide ou brouillon qui dit ce qui lui manque',
      parameters: [{ name: 'slug', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': { description: 'Le fichier', content: { 'application/yaml': {} } },
        '404': { description: 'Aucun logiciel de cette adresse' },
      },
    },
  },
} as const
