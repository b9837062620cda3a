import { z } from 'zod'
import type { Identifier } from '../../software/record.ts'
import { type LivePage, NotThatCatalogue, webAddressOf } from './live-reading.ts'
import { readRows } from './read-rows.ts'

/** The Comptoir says « none » by an empty list, where others say null. */
const none = z.array(z.never()).max(0)
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema, none, z.null()]).optional().catch(null)

const Actor = z.looseObject({
  id: z.number().int(),
  url: z.unknown().optional(),
  name: z.string().trim().min(1),
  type: z.string().nullish(),
  external_resources: z.looseObject({ website: z.unknown().optional() }).nullish().catch(null),
})
const actors = z.array(z.unknown()).nullish().catch([])

const Row = z.looseObject({
  id: z.number().int(),
  name: z.string().trim().min(1),
  licence: z.string().nullish(),
  url: z.unknown().optional(),
  modified: z.string().nullish(),
  external_resources: z
    .looseObject({
      website: z.unknown().optional(),
      repository: z.unknown().optional(),
      wikidata: orNone(z.looseObject({ id: z.string() })),
      sill: orNone(z.looseObject({ id: z.union([z.number(), z.string()]) })),
      framalibre: orNone(z.looseObject({ slug: z.string() })),
      cnll: orNone(z.looseObject({ url: z.string() })),
    })
    .nullish(),
  providers: actors,
  users: actors,
})
type Row = z.output<typeof Row>

const Export = z.looseObject({
  date_of_export: z.string().nullish(),
  number_of_software: z.number().nullish(),
  softwares: z.array(z.unknown()),
})

/** The export v1 of the Comptoir du Libre. It has no description and no official number of anybody. */
export function readComptoir(content: unknown): LivePage {
  const file = Export.safeParse(content)
  if (!file.success)
    throw new NotThatCatalogue(
      'L’export du Comptoir du Libre contient une clé « softwares » : ce fichier n’en a pas.',
    )

  const sourceDate = dayIn(file.data.date_of_export)
  return readRows(file.data.softwares, Row, (row, raw) => ({
    record: {
      source: 'comptoir',
      externalId: String(row.id),
      fields: {
        name: row.name,
        licenceRaw: row.licence ?? null,
        website: webAddressOf(row.external_resources?.website),
        repository: webAddressOf(row.external_resources?.repository),
      },
      raw: withoutActors(raw),
      sourceDate,
      identifiers: identifiersOf(row),
    },
    sillId: null,
    companies: (row.providers ?? [])
      .flatMap(actorOf)
      .map(({ kind: _kind, ...company }) => ({ ...company, siren: null })),
    users: (row.users ?? []).flatMap(actorOf),
  }))
}

function identifiersOf({ id, external_resources: links }: Row): Identifier[] {
  const { wikidata, sill, framalibre, cnll } = links ?? {}
  return [
    { scheme: 'comptoir', value: String(id) },
    ...(wikidata && 'id' in wikidata ? [{ scheme: 'wikidata' as const, value: wikidata.id }] : []),
    ...(sill && 'id' in sill ? [{ scheme: 'sill' as const, value: String(sill.id) }] : []),
    ...(framalibre && 'slug' in framalibre
      ? [{ scheme: 'framalibre' as const, value: framalibre.slug }]
      : []),
    ...(cnll && 'url' in cnll ? [{ scheme: 'cnll' as const, value: cnll.url }] : []),
  ]
}

function actorOf(raw: unknown) {
  const actor = Actor.safeParse(raw)
  if (!actor.success) return []
  const { id, name, type, url, external_resources } = actor.data
  return [
    {
      externalId: String(id),
      name,
      kind: type ?? null,
      website: webAddressOf(external_resources?.website),
      page: webAddressOf(url),
    },
  ]
}

/** Who uses and who serves is kept apart, as hints: not in the record. */
function withoutActors(raw: unknown) {
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(Object.entries(raw).filter(([key]) => key !== 'users' && key !== 'providers'))
}

const dayIn = (text: string | null | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null
